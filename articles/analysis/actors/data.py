"""Small French lexicons around names: what the search for actors knows by heart. Sets only, no rule
but the loss of an accent.

Words are in lower case unless a set's docstring says otherwise; no set lists particular people.
"""

_ACCENTS = str.maketrans("éèêëàâäîïôöûùüçœ", "eeeeaaaiioouuuco")


def unaccented(text: str) -> str:
    """A text in small letters without the accents of French."""
    return text.translate(_ACCENTS)


def _words(listed: str) -> frozenset[str]:
    """The words, also without the accent on a first letter that a capital may lack."""
    words = listed.split()
    return frozenset(words) | {unaccented(word[0]) + word[1:] for word in words}


MASCULINE_CIVILITIES = _words("""
    m. m mm. mm mr mr. monsieur messieurs sir lord don père frère abbé oncle papa maître-nageur
""")
FEMININE_CIVILITIES = _words("""
    mme mmes mme. mlle mlles mlle. madame mesdames mademoiselle lady miss mrs mrs. ms ms. sœur mère tante
    maman
""")
CIVILITIES = (
    MASCULINE_CIVILITIES
    | FEMININE_CIVILITIES
    | _words("""
    dr dr. drs docteur docteure pr pr. prs professeur professeure me mes maître mgr monseigneur saint-père
    cher chère chers chères feu st ste
""")
)
"""Words before a person's name that are no part of it."""

RANKS = _words("""
    président présidente premier première ministre roi reine prince princesse duc duchesse général
    générale colonel colonelle commandant commandante capitaine lieutenant adjudant amiral maréchal
    sergent brigadier cardinal pape évêque pasteur imam rabbin juge chancelier chancelière sénateur
    sénatrice député députée maire préfet préfète procureur procureure ambassadeur ambassadrice gouverneur
    gouverneure secrétaire directeur directrice coach avocat avocate chef cheffe inspecteur commissaire
    empereur sultan émir cheikh ayatollah tsar comte comtesse baron baronne marquis marquise
""")
"""Titles that a sentence may put, with a capital, right before a name."""

PARTICLES = _words("""
    van von der den ter ten ben bin ibn el al da di do dos della del y zu abou abu ould ag bint
""")
"""Words that belong to a name between two of its capitals."""

LINKS = _words("de du des d' la le les l' sur sous en lès aux au à")
"""Words that some names hold between two capitals."""

ENGLISH_LINKS = _words("of and for the")
"""Words that English names hold between two capitals."""

ORG_WORDS = _words("""
    times post institute institution university museum bank group company corporation corp inc ltd
    foundation council court agency association society magazine journal letters review news media images
    films production productions records assurances frères fils associés racing industries technologies
    energy pharma airlines motors systems labs partners capital holding télévisions radio press éditions
    culture info inter
""")
"""Words that only names of bodies hold."""

NO_NAMES = _words("""
    état états premier première etat etats ministre internet web dieu covid noël pâques toussaint
    constitution code histoire homme terre soleil lune nobel oscar oscars césar césars goncourt renaudot
    ligue coupe tour jeux mondial euro euros championnat grand guerre révolution antiquité moyen âge est
    ouest nord sud nord-est nord-ouest sud-est sud-ouest orient occident monsieur madame vendée-globe
    ramadan chandeleur avent carême hexagone président présidente maire ciel seigneur bible coran bac top
    prix trophée transat roland-garros blitz brexit brut dow cac nasdaq marseillaise métropole territoire
    république résistance shoah holocauste armistice bourse saint saints sainte vingt-sept vingt-huit
    vénus jupiter saturne neptune uranus pluton mercure lundi mardi mercredi jeudi vendredi samedi
    dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre propos
    photo photos vidéo crédit source lire rires applaudissements silence ndlr
""")
"""Words that, alone, name nobody even where they have a capital: seasons, events, prizes, the four winds."""

NO_NAMES_IN_CAPITALS = _words("""
    PIB TVA CO2 ADN QG PDG DG IA GPS VTT TGV TER RER SMIC RSA CDI CDD TNT BD DVD CD SUV OPA HLM PME TPE
    ETI ONG RTT PV QR SMS BTP VIH SIDA IVG PMA GPA ARN JO SDF OK VO VF SE SM LGBT UV EPR PCR BAC CAP BTS
    ZFE PLU DPE GES NDLR QI DJ MC TV HD VIP OGM IRM SOS VTC PEL PEA IPO RSE DRH DSI RH IT AOC AOP IGP BIO
    CV GR FN2 NB PS2 KO MW GW TWH KWH KM KG CE UNE LE LA LES DES DU ET EN AU AUX SUR POUR PAR DANS NON OUI
    XL XXL WC OVNI LED PC USB LNH3 EPHAD EHPAD SCOP SARL SAS SA SCI PACS RIB RN1 A1 A6 A7 DEUG BEP DUT BUT
    VAE AVC SRAS ICPE ZAD ZAC OQTF TPG LFP1 IRPP CSG ISF IFI CICE CPE AMM AOÛT CM CP CE1 CE2 CM1 CM2 L1 L2
    L3 M1 M2 XV XIII WTA ATP GP F1
""")
"""Initials, in capitals, that stand for things."""

PORTFOLIOS = _words("""
    santé intérieur justice défense économie finances budget comptes éducation enseignement travail emploi
    culture transports logement environnement transition écologie agriculture affaires sports sport ville
    industrie énergie commerce tourisme armées outre-mer recherche numérique jeunesse famille familles
    solidarités solidarité concurrence climat relations sécurité immigration égalité mer cohésion
    collectivités fonction action réforme sceaux patrimoine pêche police urbanisme mobilités mobilité
    biodiversité eau francophonie communication travaux coopération développement aménagement ruralité
    alimentation trésor intégration handicap voirie souveraineté attractivité simplification enfance
    autonomie planification laïcité insertion citoyenneté combattants consommation artisanat
""")
"""What ministers and deputies are in charge of."""

IN_CHARGE = _words("""
    ministre ministres secrétaire secrétaires échevin échevine adjoint adjointe commissaire garde
    conseiller conseillère délégué déléguée chargé chargée vice-ministre ex-ministre élu élue portefeuille
""")

DE_HEADS = _words("""
    ministère préfecture sous-préfecture mairie tribunal cour parquet rectorat université faculté école
    lycée collège hôpital clinique ambassade consulat commissariat diocèse évêché archevêché musée théâtre
    opéra conservatoire chu festival cathédrale abbaye barreau académie orchestre chambre chapelle église
    lac cap golfe détroit île îles baie mer gorges rue avenue place boulevard quai gare aéroport stade
    château forêt col pic pont vallée plage presqu'île canal étang glacier
""")
"""Nouns in small letters that, with *de* and a name, name a body or a place."""

DE_HEADS_WITH_ADJECTIVE = _words("""
    direction conseil centre agence office union communauté assemblée institut comité commission syndicat
    fédération banque caisse observatoire parti ligue société cour tribunal maison palais hôtel
""")
"""Nouns in small letters that do so only where an adjective makes them one body: *conseil municipal de*."""

HEADS_WITH_NOUN = _words("office maison chambre tribunal centre palais hôtel cour école")
"""Those of them that a noun may make one body too: *office de tourisme de*."""

BARE_HEADS = _words("""
    école lycée collège hôpital théâtre musée stade université institut clinique fondation cinéma
    médiathèque bibliothèque chapelle église gymnase salle pont place rue avenue boulevard quai square
    parc château impasse allée gare aéroport cap mont pic lac golfe tour fort mer océan porte faubourg
    passage
""")
"""Nouns in small letters that, right before a name, name a body or a place with it."""

PLACE_HEADS = _words("""
    lac cap mont monts col massif île îles vallée baie golfe détroit mer forêt rue avenue boulevard place
    quai aéroport gare pont château parc stade plage pointe plateau désert pic aiguille glacier gorges
    étang square impasse allée archipel presqu'île canal esplanade porte océan péninsule faubourg cirque
    fort passage cordillère dune côte tour
""")
"""Nouns that name a place with the name after them."""

AGENCIES = _words("afp reuters ats belga efe dpa franceinfo rtl rmc")
"""Those to whom people speak: *a dit à l'AFP Marie*."""

NETWORKS = _words("""
    facebook twitter instagram tiktok linkedin bluesky mastodon snapchat whatsapp telegram youtube threads
    twitch
""")
"""Where words are published; only who runs them acts."""

SECTIONS = _words("""
    direct vidéo enquête reportage portrait tribune édito éditorial entretien interview récit analyse
    chronique critique exclusif exclusivité info infographie dossier podcast live sport sports cinéma
    théâtre musique danse télévision séries livres culture économie politique société environnement santé
    sciences justice faits-divers météo rugby football basket handball volley tennis cyclisme natation
    athlétisme voile ski biathlon judo boxe escrime hockey golf équitation automobile moto mercato
    présidentielle législatives municipales européennes sénatoriales régionales
""")
"""What a heading begins with to say where in a newspaper it belongs."""

PARTIES = _words("""
    ps lr rn lfi pcf eelv udi modem re lrem lfi-nfp udr liot hor sfhc lc prg ump fn
    dvg dvd dvc exg exd rec ecr ppe s&d soc nfp gdr se
""")
"""Initials of parties, and of their colours, that stand in brackets after a name or an office."""

PARTICIPLES = _words("""
    assis assise assises mort morte né née parti partie sorti sortie issu issue venu venue vêtu vêtue mis
    mise soumis soumise surpris surprise ému émue déçu déçue connu connue battu battue perdu perdue inscrit
    inscrite contraint contrainte atteint atteinte suivi suivie réuni réunie réunis choisi choisie
    poursuivi poursuivie convaincu convaincue élu élue promu promue reçu reçue vu vue lu lue pris prise
    debout
""")
"""Participles that open a sentence with what follows them: *Assis à*; those in *é* are told by their form."""

SAYS = _words("""
    salue évoque estime juge regrette dénonce annonce note écrit affirme assure ajoute explique rappelle
    souligne précise indique dit demande réclame recommande déplore critique accuse promet prévient titre
    révèle rapporte prévoit craint redoute espère défend parle publie décrit raconte répond dément confirme
""")
SAID = _words("""
    salué évoqué estimé jugé regretté dénoncé annoncé noté écrit affirmé assuré ajouté expliqué rappelé
    souligné précisé indiqué dit demandé réclamé recommandé déploré critiqué accusé promis prévenu titré
    révélé rapporté prévu craint redouté espéré défendu parlé publié décrit raconté répondu démenti confirmé
    calculé averti recensé chiffré
""")
"""What people and bodies do with words, in the present and as participles."""

HUMAN_VERBS = _words("""
    sourit souri rit ri grogne grogné soupire soupiré souffle soufflé murmure murmuré pleure pleuré confie
    confié raconte raconté plaisante plaisanté rigole rigolé marmonne marmonné chuchote chuchoté étrangle
    étranglé souvient souvenu exclame exclamé esclaffe esclaffé amuse amusé désole désolé agace agacé emporte
    écrie écrié bougonne bougonné grommelle grommelé sanglote sangloté témoigne témoigné lâche lâché glisse
    glissé récite récité
""")
"""What people do and bodies do not, in the present and as participles."""

EVENT_HEADS = _words("""
    tempête ouragan cyclone typhon
    coupe tour jeux championnat championnats grand-prix prix trophée tournoi révolution guerre seconde
    première code loi traité convention accord accords open mondiaux euro transat route top nuit fête
    journée journées marathon critérium giro vuelta prix opération plan affaire
""")
"""Capitalised nouns that open the name of an event, a law or a prize."""

EVENT_NOUNS = _words("""
    prix loi affaire plan opération trophée tournoi coupe ouragan tempête cyclone typhon virus variant
    bateau voilier monocoque trimaran catamaran navire chalutier cargo paquebot modèle logiciel film roman
    série satellite sonde fusée télescope rover porte-avions sous-marin mission projet programme
    amendement rapport dispositif médicament vaccin championnat grand-prix album chanson pièce application
    championnats oscar médaille
""")
"""Nouns in small letters right before the name of a thing."""

TREATY_NOUNS = _words("""
    accord accords traité convention bataille prix paix protocole tour grand-prix syndrome maladie virus
    fièvre théorème
""")
"""Nouns in small letters that, with *de* and a place, name what is no place."""

CAPITAL_PLACE_HEADS = PLACE_HEADS | _words("""
    république corée afrique amérique asie europe arabie émirats pays nouvelle nouveau grande territoire
    côte val saint sainte guinée timor bosnie trinité papouasie costa san santa new los las hong sierra
    burkina cap-vert polynésie provence-alpes-côte rive royaume union océan haute haut bas basse grand
    terre terres principauté sultanat irlande macédoine mers vallée champs hauts hauts-de ile île
""")

CAPITAL_ORG_HEADS = _words("""
    académie agence alliance amicale amis armée assemblée association ateliers atelier autorité banque
    bureau cabinet caisse centre cercle chambre cinémathèque club coalition collectif comité commission
    commissariat communauté compagnie comité confédération congrès conseil conservatoire coordination cour
    crédit croix croissant cnrs chu chru chr cci ars iut iep ens département direction ehpad école écoles
    éditions église ensemble entente entreprises établissement état-major fc as ac us sc rc ca ogc losc
    stade olympique racing sporting union athletic real inter fc. fédération festival fondation fonds
    force forces forum front garde gouvernement groupe groupement haut haute haut-commissariat
    haute-autorité hôpital hôpitaux hôtel inspection institut institution jeunesse jeunesses laboratoire
    librairie ligue maison mairie médecins ministère mission mouvement musée observatoire office olympique
    opéra ordre orchestre organisation parlement parquet parti pôle préfecture presses protection
    rassemblement régie réseau reporters sécurité sécurité-civile sénat secours service services société
    studio studios syndicat théâtre trésor tribunal université universités ville rencontres biennale salon
    printemps éclaireurs scouts ballet ballets chœur théâtres galerie médiathèque bibliothèque archives
    mutuelle coopérative manufacture brasserie domaine usine chantiers aéroports ports voies transports
    action avenir renaissance convergence solidarité solidarités liberté organisation-mondiale cnam inserm
    cgt cfdt comédie scène philharmonie protection-civile douanes défenseur médiateur barreau usa espoir
    sauveteurs sapeurs pompiers chasseurs brigade fonderie fonderies aciérie aciéries verrerie papeterie
    imprimerie laboratoires établissements filature conserverie laiterie cimenterie scierie moulins
    minoterie raffinerie gendarmerie police éducation assurance assurance-maladie bourse
""")
"""Capitalised nouns that open the name of a body, whose other words may have small letters."""

_PLAIN_BODIES = _words("communauté agglomération organisme confédération forces armée régie assureur")
LONE_INSTITUTIONS = _words("""
    assurance-maladie parlement sénat assemblée commission cour congrès église vatican élysée matignon
    bercy kremlin maison-blanche pentagone quai-d'orsay bundestag bundesrat knesset douma capitole trésor
    comité fédération conseil ligue institut académie fondation confédération syndicat union-européenne
    otan onu insee interpol europol eurostat afp reuters unesco unicef
""")
"""Institutions that a single capitalised word names."""

MEDIA_HEADS = _words("""
    courrier journal monde figaro point progrès dauphiné parisien télégramme républicain dépêche voix
    nouvelle nouvelles gazette tribune croix montagne écho échos canard soir temps nouvel petit lanterne
    matin provence charente indépendant populaire bien populaire réveil phare éclair union messager
    quotidien hebdo express équipe obs humanité opinion libre liberté presse devoir times guardian
    economist
""")
"""Capitalised nouns of newspaper titles, to whose article the title's capital belongs."""

ANNOUNCERS = _words("""
    groupe laboratoire compagnie société entreprise firme maison association ong collectif start-up
    startup fabricant constructeur opérateur éditeur filiale enseigne marque cabinet agence studio label
    plateforme coopérative mutuelle banque assureur distributeur transporteur armateur géant
    multinationale pme revue journal quotidien hebdomadaire mensuel magazine site chaîne radio média
    webzine éditions parti mouvement syndicat réseau club équipe formation fondation festival troupe
    orchestre brasserie librairie galerie restaurant hôtel café bar supermarché hypermarché usine comité
    fédération observatoire institut école think-tank lobby organisation centrale leader lanterne promu
""")
"""Nouns in small letters that announce the name of a body, and are no part of it."""

PLACE_ANNOUNCERS = _words("""
    ville village commune région département province canton district port capitale métropole quartier
    bourg bourgade hameau localité station fleuve rivière ruisseau torrent volcan comté préfecture
    territoire État état municipalité cité banlieue oasis pays
""")
"""Nouns in small letters that announce the name of a place, and are no part of it."""

WORK_NOUNS = _words("""
    film long-métrage court-métrage documentaire roman livre essai album série pièce chanson spectacle
    tableau opéra recueil ouvrage récit podcast émission bateau voilier monocoque trimaran catamaran
    navire chalutier cargo modèle logiciel jeu exposition poème titre single morceau comédie tragédie
    drame nouvelle bd manga opération plan programme dispositif projet loi rapport étude chronique
    rubrique
""")
"""Nouns that announce the title of a work, or the name of a thing."""

BODIES = DE_HEADS | DE_HEADS_WITH_ADJECTIVE | ANNOUNCERS | CAPITAL_ORG_HEADS | _PLAIN_BODIES
"""Nouns in small letters that say that what follows is a body."""

CLUB_HEADS = _words("""
    fc as ac us sc rc ca ogc losc stade olympique racing sporting union athletic athlétic real inter
    entente football club usm asm cs hbc bc hb es sm aj rcs ea sco fbc ssc sl vfl vfb fk uc cf ud rugby
    basket handball étoile avenir espérance jeunesse girondins
""")
"""Capitalised first words of the names of sports clubs."""

TOWN_PREPOSITIONS = _words("à en depuis vers près dans via jusqu'à hors chez au aux")

SECOND_NAMES = {
    "alliance atlantique": "otan",
    "organisation du traité de l'atlantique nord": "otan",
    "nations unies": "onu",
    "organisation des nations unies": "onu",
    "états-unis d'amérique": "états-unis",
    "usa": "états-unis",
}
"""Two names of one body of states, both in lower case."""

PLURAL_PLACES = _words("""
    alpes pyrénées vosges ardennes cévennes landes antilles philippines émirats balkans yvelines maldives
    seychelles comores bahamas açores canaries baléares cyclades andes rocheuses appalaches carpates
    dolomites sables hébrides orcades malouines grisons flandres abruzzes pouilles asturies caraïbes samoa
    galápagos abymes saintes kerguelen marquises fidji salomon mureaux ulis lilas herbiers contamines
    houches angles bouches-du-rhône alpes-maritimes hauts-de-france hauts-de-seine pays-bas états-unis
    deux-sèvres côtes-d'armor pyrénées-atlantiques hautes-alpes tuileries invalides halles champs-élysées
    nations nations-unies bermudes batignolles minguettes
""")

DEMONYMS = _words("""
    russe belge turc turque grec grecque serbe croate tchèque slovaque slovène bulgare arabe kurde basque
    breton bretonne corse slave letton lettone estonien maori flamand flamande wallon wallonne normand
    normande espagnol espagnole britannique américain américaine mexicain mexicaine roumain roumaine
    africain africaine marocain marocaine allemand allemande suédois afghan afghane persan ouzbek kazakh
    azéri géorgien turkmène hispanique latino occidental occidentale européen asiatique tsigane juif juive
    musulman musulmane malgache mongol suisse cubain cubaine dominicain toulousain toulousaine parisien
    parisienne bernois romand romande catalan catalane andalou andalouse ivoirien sénégalais
""")

FEMININE_NAMES = _words("""
    adèle adeline agathe agnès aïcha aïssata alexandra alexia alice alicia aline alix amandine ambre
    amélie amina aminata anaïs andréa angèle angélique anissa anita anna annabelle anne annick annie
    antoinette ariane arlette armelle assia astrid audrey aurélie aurore awa axelle barbara béatrice
    bénédicte bérangère bérengère bernadette brigitte camille carine carla carmen carole caroline
    catherine cécile céleste célia céline chantal claude charlène charline charlotte chiara chloé christel
    christelle christiane christine claire clara clarisse claudia claudie claudine clélia clémence
    clémentine cléo clotilde colette coline coralie corinne cyrielle dalila danièle danielle daphné
    deborah délia delphine denise diana diane djamila dominique dora dorothée édith elena éliane élisa
    elisabeth élisabeth élise ella elle-même éloïse elsa élodie emma emmanuelle erika estelle esther
    eugénie eva ève éveline évelyne fabienne fanny fanta farida fatima fatou fatoumata félicie flavie
    fleur flora flore florence florine françoise frédérique gabrielle gaëlle geneviève georgette géraldine
    germaine ghislaine ginette gisèle giulia gwenaëlle gwendoline hafida hannah hawa hélène héloïse
    henriette hermine hortense huguette ida ilse inès ingrid irène iris isabel isabelle jacqueline jade
    jana jane janine jeanne jeannine jennifer jessica joanna jocelyne joëlle johanna joséphine josette
    josiane judith julia juliane julie juliette justine karima karin karine katia khadija laetitia laïla
    lara laura laure laurence laurie léa leïla léna léonie leslie lila lilas lili liliane lina linda lisa
    lise lola lou louane louise louisa lucette lucie lucienne ludivine lydia lydie lyne madeleine maëlle
    maéva magali maia maïté malika manon marguerite maria mariam mariama marianne marie marie-claude
    marielle marina marine marion marjorie marlène marthe martine maryse mathilde maud maya mélanie
    mélissa mélodie mercedes micheline michèle mireille mona monica monique morgane muriel myriam nabila
    nada nadège nadia nadine naïma naomi natacha nathalie nelly nicole nina ninon noémie nora nour océane
    odette odile olga olivia ophélie oriane pascale patricia paule paulette pauline perrine pénélope
    priscilla rachel rachida raphaëlle raymonde rebecca régine reine renée rita rokia romane rosa rosalie
    rose roseline roxane sabine sabrina safia salima salomé samia samira sandra sandrine sara sarah
    ségolène séverine sidonie simone sofia solange solène solenn sonia sophie soraya stella stéphanie
    susan suzanne suzy sylvaine sylvia sylvie tania tatiana thérèse tiphaine ursula valentine valérie
    vanessa véra véronique victoire victoria viktoria violaine violette virginie vivianne viviane wendy
    yaël yasmina yasmine yolande yvette yvonne zahra zeina zélie zoé giorgia angela kamala hillary
    michelle nancy mary elizabeth emily amelia kate karen jennifer theresa annalena greta ana beatriz
    lucia francesca ekaterina svetlana ioulia oksana olena natalia anastasia irina ludmila yuki mei
""")

MASCULINE_NAMES = _words("""
    aaron abdel abdelkader abdou abdoulaye abel abraham achille adam adama adel adrien ahmed aimé alain
    alan alban albert alberto alejandro aleksandr alessandro alex alexandre alexis alfred ali alphonse
    amadou amine anatole anders andré andrea andreas andrew andriy andy ange angelo anselme anthony
    antoine anton antonin antonio antony armand armel arnaud arthur aubin auguste augustin aurélien
    aymeric aziz baptiste barnabé barthélemy basile bastien benjamin benoît bernard bertrand bilal björn
    blaise boris boubacar brahim brice bruno carlo carlos cédric célestin césaire charles charlie cheikh
    christian christophe camille claude clément dominique clovis colin constant constantin corentin
    cyprien cyril cyrille damien daniel danny david denis désiré didier diego dimitri djamel donald
    donatien duarte dylan edgar edmond édouard eduardo éli élie éloi emil émile emilio emmanuel enzo éric
    erik ernest erwan estéban étienne eugène evan évariste fabien fabio fabrice farid félicien félix
    ferdinand fernand fernando filip firmin florent florian foued francis francisco franck franco françois
    frank fred frédéric gabin gabriel gaël gaëtan gaspard gaston gauthier gautier gauvain geoffrey
    geoffroy george georges gérald gérard germain gérôme ghislain gilbert gildas gilles giovanni giuseppe
    grégoire grégory guilhem guillaume gustave guy gwenaël habib hakim hamid hamza hans harold harry
    hassan hector henri henry hervé hicham hubert hugo hugues hussein ibrahim ibrahima idriss ignace igor
    ilan ilyes ismaël ivan jack jacky jacob jacques jamal james jan jason javier jean jeff jean-yves
    jérémie jérémy jérôme jim joachim joan joe joël joey johan john jonas jonathan jordan jordi jorge josé
    joseph josselin josué juan jules julien julio justin kacper kamel karim karl keir kenza kévin khaled
    kilian klaus kostas kylian lamine lars laurent lazare léandre léo léon léonard léopold liam lilian
    lionel loïc lorenzo louis luc luca lucas lucien ludovic luigi luis luke maël mahamadou mahmoud malik
    malo mamadou manuel marc marcel marcelin marco marcus marek mario marius mark marko martial martin
    marwan mateo mathias mathieu mathis mathys matteo matthew matthias matthäus matthieu maurice max
    maxence maxime mehdi melchior michaël michel miguel mikael mike mikhaïl milan milo mohamed mohammed
    moïse mounir mourad moussa mustapha nabil nassim nathan nathanaël nicolas nikolaï nils noah noël noé
    nolan norbert olaf oleg olivier omar oscar oumar ousmane owen pablo paolo pascal patrice patrick paul
    pavel pedro peter philibert philip philippe pierre pierrick pierrot piotr quentin rachid rafael ralph
    raoul raphaël raúl raymond rayan régis rémi rémy renaud rené ricardo richard robert roberto robin
    rodolphe rodrigo rodrigue roger roland romain roman romuald ronan rudy sacha said saïd salim salvador
    sam sami samir samuel samy sébastien seïd selim serge sergei sergueï sergio séverin simon sofiane stan
    stanislas steeve stefan stéphane stephen steve steven sune sven sylvain sylvestre tanguy tarik teddy
    théo théodore théophile thibaud thibault thibaut thierry thomas tim timothée titouan tom tomas tomasz
    tommy toni tony toufik tristan ugo ulrich ulysse urbain valentin valère vasco victor viktor vincent
    virgile vladimir volodymyr walid walter wilfried william willy xavier yacine yann yannick yassine
    yohan yoann youri youssef yusuf yuri yvan yves yvon zacharie zinedine joseph joao olaf recep narendra
    emmanuel viktor andrzej donald jair matteo silvio mariano abdelaziz ismaïl tedros antonio kofi
""")

COUNTRIES = _words("""
    afghanistan albanie algérie allemagne andorre angola argentine arménie australie autriche azerbaïdjan
    bahreïn bangladesh barbade belgique belize bénin bhoutan biélorussie birmanie bolivie bosnie botswana
    brésil brunei bulgarie burundi cambodge cameroun canada chili chine chypre colombie congo croatie cuba
    danemark djibouti égypte équateur érythrée espagne estonie eswatini éthiopie finlande france gabon
    gambie géorgie ghana grèce grenade guatemala guinée guyana haïti honduras hongrie inde indonésie irak
    iran irlande islande israël italie jamaïque japon jordanie kazakhstan kenya kirghizistan kiribati
    kosovo koweït laos lesotho lettonie liban libéria libye liechtenstein lituanie luxembourg macédoine
    madagascar malaisie malawi mali malte maroc maurice mauritanie mexique moldavie monaco mongolie
    monténégro mozambique myanmar namibie népal nicaragua niger nigeria norvège oman ouganda ouzbékistan
    pakistan palestine panama paraguay pérou pologne portugal qatar roumanie royaume-uni russie rwanda
    sénégal serbie singapour slovaquie slovénie somalie soudan suède suisse suriname syrie tadjikistan
    taïwan tanzanie tchad thaïlande togo tunisie turquie ukraine uruguay vanuatu venezuela vietnam yémen
    zambie zimbabwe états-unis pays-bas grande-bretagne angleterre écosse nouvelle-zélande côte-d'ivoire
    usa europe afrique asie amérique océanie antarctique arctique maghreb sahel caucase atlantique
    pacifique méditerranée proche-orient moyen-orient extrême-orient bretagne normandie alsace lorraine
    provence occitanie aquitaine bourgogne auvergne corse catalogne bavière wallonie flandre québec
    californie texas floride crimée tchétchénie sibérie donbass gaza cisjordanie rhénanie toscane sicile
    lombardie andalousie guadeloupe martinique guyane réunion mayotte nouvelle-calédonie polynésie paris
    londres moscou washington kiev kyiv pékin tokyo berlin madrid rome bruxelles genève lisbonne vienne
    athènes varsovie prague budapest ankara téhéran bagdad jérusalem beyrouth damas riyad doha alger tunis
    rabat dakar bamako abidjan lagos nairobi pretoria ottawa montréal mexico brasilia séoul pyongyang
    delhi islamabad kaboul marseille lyon toulouse bordeaux lille nantes strasbourg rennes nice
    montpellier grenoble new-york
""")
"""Countries, continents, large regions, capitals and large towns."""

ROLE_NOUNS = _words("""
    abbé abbesse académicien académicienne acteur actrice actionnaire adjoint adjointe administrateur
    administratrice agent agente agricultrice agriculteur agronome aide-soignant aide-soignante alpiniste
    ambassadeur ambassadrice analyste animateur animatrice anthropologue archéologue archevêque architecte
    archiviste arbitre artisan artisane artiste assistant assistante astronaute astronome athlète
    attaquant attaquante auteur auteure autrice avocat avocate bailli ballerine baron banquier banquière
    batteur berger bergère bibliothécaire bijoutier biologiste botaniste boucher boulanger boulangère
    boxeur brigadier bourgmestre bourgmestre cadre capitaine cardinal cavalier chancelier chancelière
    chanteur chanteuse charpentier chef cheffe chercheur chercheuse chirurgien chirurgienne chimiste
    chorégraphe chroniqueur chroniqueuse cinéaste climatologue coach cofondateur cofondatrice coiffeur
    coiffeuse collaborateur collaboratrice collègue colonel colonelle comédien comédienne commandant
    commandante commissaire commerçant commerçante compagnon compagne compositeur compositrice comptable
    concierge conducteur conductrice conférencier confrère conseiller conseillère consœur conservateur
    conservatrice consultant consultante coordinateur coordinatrice coordonnateur coordonnatrice copilote
    coprésident coprésidente correspondant correspondante costumière couturier couvreur créateur créatrice
    critique cuisinier cuisinière curé cycliste danseur danseuse dauphin dauphine délégué déléguée
    démographe dentiste député députée designer dessinateur dessinatrice détective diplomate directeur
    directrice dirigeant dirigeante disciple doctorant doctorante docteur docteure doyen doyenne écologue
    économiste écrivain écrivaine éditeur éditorialiste éditrice éducateur éducatrice égyptologue
    électricien élève éleveur éleveuse élu élue emballeur employé employée enquêteur enquêtrice enseignant
    enseignante enseignant-chercheur entraîneur entraîneure entraîneuse entrepreneur entrepreneuse épouse
    époux essayiste ethnologue étudiant étudiante eurodéputé eurodéputée évêque expert experte exploitant
    exploitante fabricant femme fermier fermière fille fils fondateur fondatrice footballeur footballeuse
    forgeron frère gardien gardienne garde gendarme général générale généticien généticienne géographe
    géologue gérant gérante gestionnaire glaciologue gouverneur gouverneure graphiste greffier greffière
    guide guitariste gynécologue habitant habitante haut-commissaire héritier héritière historien
    historienne homme horloger humoriste hydrologue illustrateur illustratrice imam immunologue infirmier
    infirmière influenceur influenceuse informaticien ingénieur ingénieure inspecteur inspectrice
    instituteur institutrice interprète inventeur jardinier journaliste juge juriste légiste libraire
    lieutenant lieutenante linguiste luthier luthière lycéen lycéenne maçon magicien magistrat magistrate
    maire maître maîtresse manager mannequin maraîcher maraîchère marin marraine mathématicien
    mathématicienne mécanicien médecin médaillé médaillée médiateur médiatrice membre menuisier mère
    météorologue meunier meunière militant militante ministre modérateur moniteur monitrice musicien
    musicienne musicologue natif native navigateur navigatrice nageur nageuse naturaliste neurologue neveu
    nièce notaire océanographe opposant opposante oncologue ostréiculteur ornithologue otage ouvrier
    ouvrière paléoclimatologue paléontologue pape parolier parrain parlementaire pasteur patron patronne
    paysan paysanne pdg pêcheur pédiatre pédopsychiatre peintre père perchiste pharmacien pharmacienne
    philosophe photographe physicien physicienne pianiste pilote pneumologue plaignant plaignante
    plasticien plasticienne plombier poète poétesse policier policière politologue politiste pompier
    porte-parole préfet préfète premier première préparateur préparatrice présentateur présentatrice
    président présidente prêtre prévenu prévenue prince princesse principal principale procureur
    procureure producteur productrice professeur professeure programmateur programmatrice propriétaire
    proviseur proviseure psychanalyste psychiatre psychologue rabbin rapporteur rapporteure réalisateur
    réalisatrice recteur rectrice rédacteur rédactrice référent référente régisseur régisseuse reine
    réparateur reporter représentant représentante responsable restaurateur restauratrice retraité
    retraitée rival rivale roi romancier romancière salarié salariée sauveteur sauveteuse scénariste
    scientifique sculpteur sculptrice secrétaire sénateur sénatrice sergent serveur serveuse skipper
    skippeuse sociologue sœur soldat soliste sommelier spécialiste spéléologue sportif sportive styliste
    substitut suppléant suppléante syndicaliste technicien technicienne témoin ténor tenancier tenancière
    titulaire traducteur traductrice trésorier trésorière urbaniste urgentiste utilisateur vainqueur
    vendeur vendeuse vétérinaire veuf veuve vice-champion vice-président vice-présidente vice-procureur
    vice-procureure vice-ministre victime vidéaste vigneron vigneronne violoncelliste violoniste virologue
    viticulteur viticultrice voisin voisine volcanologue volontaire zoologue champion championne
    sélectionneur sélectionneuse gardien buteur buteuse milieu défenseur défenseure ailier meneur meneuse
    arrière joueur joueuse échevin échevine premier-ministre ex-ministre ex-président ex-présidente ancien
    ancienne numéro candidat candidate leader co-auteur coauteur coautrice co-fondateur co-fondatrice
    administré doyenne bâtonnier bâtonnière tante oncle cousin cousine grand-mère grand-père mari conjoint
    conjointe ami amie metteur metteuse négociateur négociatrice envoyé envoyée émissaire numéro
    patriarche épidémiologiste infectiologue cardiologue hydrogéologue géophysicien sismologue
    astrophysicien astrophysicienne monteur monteuse constitutionnaliste microbiologiste syndic
    chauffeur chauffeuse retraité routier routière couturière garagiste
""")
"""Nouns that say what a person is."""
