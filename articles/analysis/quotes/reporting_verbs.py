"""French verbs that report words, with their forms.

The list was compiled for this project from the verbs that French newspapers put beside quotation marks,
in three classes that grammars of reported speech distinguish: verbs of saying, verbs that say with a
judgement, and verbs that carry words only when they stand right beside them. Forms are made from the
infinitives by the rules of conjugation; irregular verbs are written out.
"""

from functools import cache

SAYING = """
corriger abonder gémir bafouiller bégayer excuser désoler lamenter émerveiller insurger remémorer
étrangler esclaffer hésiter grogner râler ronchonner maugréer claironner couper balancer glousser
assumer recadrer cingler évacuer embrayer rebondir compter calculer résister insérer résoudre feindre
ponctuer philosopher sermonner trépigner jurer observer démentir demander recommander réclamer dénoncer
condamner approuver prôner définir accorder accuser acquiescer admettre admirer affirmer agacer ajouter
alarmer alerter amuser analyser annoncer appuyer argumenter articuler assener asséner assurer attaquer
attester avancer avertir avouer balayer balbutier blaguer bougonner bredouiller caricaturer certifier
chanter chuchoter citer clamer clarifier commenter compléter conclure concéder confesser confier
confirmer congratuler considérer constater contester contrer crier critiquer dauber deviner
diagnostiquer dire discourir déballer déclamer déclarer décocher décortiquer décrire décrypter défendre
déplorer dépeindre désespérer détailler développer empêcher emporter enchaîner encourager enflammer
enjoindre enrager enthousiasmer entonner esquiver estimer espérer exagérer exalter exaspérer exclamer
exhorter exiger expliciter expliquer exploser exposer exprimer extasier faire fanfaronner féliciter
fulminer fustiger glisser glapir grincer gronder grommeler harceler hasarder hurler ignorer imaginer
impatienter indigner indiquer informer insinuer insister interpeller interroger interrompre intervenir
inquiéter inviter ironiser jouer jubiler juger justifier lâcher lancer larmoyer lire lister maintenir
marmonner marteler mentionner menacer minimiser moquer murmurer narrer nier nommer noter nuancer
objecter opiner opposer ordonner parler pavoiser penser persifler pester plaider plaindre plaisanter
pleurer plussoyer pointer poser poster poursuivre pouffer prier préciser préconiser prédire prétendre
prévenir prévoir proclamer professer promettre pronostiquer prophétiser proposer protester prêcher
publier questionner raconter railler raisonner rappeler rapporter rassurer ravir redire redouter refuser
regretter rejeter relater relativiser relever remarquer remercier renchérir renseigner reprendre
reprocher retenir retorquer rétorquer retracer révéler répliquer répondre répéter réagir récapituler
réciter reconnaître récuser réfuter réitérer réjouir résumer riposter rire ricaner rugir rectifier
saluer scander siffler signaler signer sommer souffler souhaiter souligner soupirer sourire soutenir
souvenir spécifier stipuler suggérer supplier supposer surenchérir susurrer taquiner tempérer temporiser
tempêter témoigner théoriser tonner traduire trancher tweeter twitter vanter vitupérer vociférer voir
écrire écrier égrener éluder émettre émouvoir énoncer énumérer épiloguer étonner évoquer commencer
acter apostropher admonester tacler
""".split()

JUDGING = """
accueillir afficher appeler applaudir approuver arguer attendre attribuer blâmer brandir brocarder
comparer condamner conseiller convenir craindre croire célébrer demander démentir dénigrer dénoncer
désapprouver décider décréter définir déconseiller désigner écarter engager envisager ériger éreinter
espérer estampiller étriller flétrir garantir honorer imputer incriminer invoquer jauger louer lister
mettre militer noter obtenir parier pilonner plébisciter prendre prescrire prôner présager présenter
qualifier ranger recommander redouter rendre repousser revendiquer réaffirmer réprouver réserver
ressentir saluer stigmatiser tabler taxer tancer traiter tenir trouver vilipender viser vouloir
égratigner étrenner évaluer
""".split()

_GOVERNING = """
borner contenter empresser hésiter préférer oser aimer tarder risquer limiter attacher efforcer autoriser
permettre continuer commencer choisir daigner manquer finir tenter évertuer hasarder dépêcher
""".split()

_GOVERNING_IRREGULAR = frozenset(
    """
vient viennent venait vint tient tiennent tenait tenu tint croit croient croyait cru veut veulent voulait
voulu peut peuvent pouvait pu doit doivent devait dû va vont allait allé allée permis permet
""".split()
)

_LOCUTIONS = (
    ("met mettent mettait mettaient mis mit", "en garde"),
    ("tire tirent tirait tiré tira", "la sonnette d' alarme"),
    ("sonne sonnent sonnait sonné", "l' alarme"),
    ("enfonce enfoncent enfonçait enfoncé", "le clou"),
    ("botte bottent bottait botté", "en touche"),
    ("monte montait monté montée", "au créneau"),
    ("prend prennent prenait pris prit", "acte"),
    ("hausse haussait haussé haussa", "le ton"),
    ("coupe coupait coupé coupa", "court"),
    ("laisse laissent laissait laissé laissa", "entendre"),
    ("laisse laissent laissait laissé laissa", "échapper"),
    ("laisse laissent laissait laissé laissa", "tomber"),
)
"""Verbs with the words behind them that together report: a mis en garde X."""

UNDERGONE = frozenset(
    """
décrit décrite décrits décrites qualifié qualifiée qualifiés qualifiées jugé jugée jugés jugées présenté
présentée présentés présentées résumé résumée résumés résumées employé employée employés employées utilisé
utilisée utilisées lancé lancée lancés lancées prononcé prononcée dénoncé dénoncée dénoncés dénoncées salué
saluée salués saluées traité traitée traités traitées considéré considérée considérés considérées réclamé
réclamée réclamés réclamées évoqué évoquée évoqués évoquées cité citée cités citées défini définie définis
perçu perçue vu vue annoncé annoncée annoncés promis promise estimé estimée désigné désignée accusé accusée
""".split()
)
"""Participles that carry somebody's words in the passive: jugé « … » par X."""

_IRREGULAR: dict[str, str] = {
    "dire": "dis dit disent disait disaient dirent dira dirait dite dits dites disant disais",
    "redire": "redit redisait redite redisant",
    "prédire": "prédit prédisait prédisent prédisant",
    "écrire": "écris écrit écrivent écrivait écrivaient écrivit écrira écrite écrits "
    "écrites écrivant écrivez",
    "décrire": "décrit décrivent décrivait décrivit décrite décrits décrivant",
    "prescrire": "prescrit prescrivait prescrivant",
    "lire": "lit lisait lu lue lut lisant",
    "rire": "rit riait ri riant rient",
    "sourire": "sourit souriait souri souriant sourient",
    "faire": "",
    "conclure": "conclut concluent concluait conclu conclue conclura concluant",
    "répondre": "réponds répond répondent répondait répondaient répondit répondu répondra "
    "répondrait répondant",
    "défendre": "défend défendent défendait défendais défendit défendu défendue défendant",
    "prétendre": "prétend prétendent prétendait prétendit prétendu prétendant",
    "attendre": "attend attendent attendait attendu attendant",
    "rendre": "rend rendait rendu rendant",
    "reprendre": "reprend reprennent reprenait reprit repris reprenant",
    "prendre": "prend prennent prenait prit pris prenant",
    "plaindre": "plaint plaignent plaignait plaignit plaignant",
    "craindre": "craint craignent craignait craignit craignant",
    "dépeindre": "dépeint dépeignent dépeignait dépeignant",
    "admettre": "admets admet admettent admettait admit admis admettra admettant",
    "promettre": "promets promet promettent promettait promit promis promettra promettant",
    "émettre": "émet émettent émettait émit émis émettant",
    "mettre": "",
    "interrompre": "interrompt interrompait interrompit interrompu",
    "poursuivre": "poursuit poursuivent poursuivait poursuivit poursuivi poursuivant",
    "souvenir": "souviens souvient souviennent souvenait souvint souvenu souvenant",
    "soutenir": "soutient soutiennent soutenait soutint soutenu soutenant",
    "maintenir": "maintient maintiennent maintenait maintint maintenu maintenant",
    "retenir": "retient retenait retint retenu",
    "tenir": "tient tiennent tenait tint tenu",
    "obtenir": "",
    "convenir": "convient conviennent convenait convint convenu convenant",
    "prévenir": "préviens prévient préviennent prévenait prévint prévenu prévenant",
    "intervenir": "intervient intervenait intervint intervenu",
    "reconnaître": "reconnaît reconnait reconnaissent reconnaissait reconnut reconnu reconnue reconnaissant",
    "voir": "voit voient voyait vit voyant",
    "prévoir": "prévoit prévoient prévoyait prévit prévu prévoyant",
    "croire": "croit croient croyait crut cru croyant",
    "vouloir": "veut veulent voulait",
    "émouvoir": "émeut émeuvent émouvait ému",
    "enjoindre": "enjoint enjoignait enjoignant",
    "traduire": "traduit traduisait traduisant",
    "démentir": "dément démentent démentait démentit démenti démentant",
    "ressentir": "ressent ressentait ressenti",
    "accueillir": "accueille accueillent accueillait accueilli accueillant",
    "discourir": "discourt discourait discouru",
}


def _regular_er(infinitive: str) -> set[str]:
    stem = infinitive[:-2]
    soft = stem
    if stem.endswith("c"):
        soft = stem[:-1] + "ç"
    elif stem.endswith("g"):
        soft = stem + "e"
    strong = _strong(stem)
    forms = {strong + ending for ending in ("e", "es", "ent")}
    forms |= {soft + ending for ending in ("ais", "ait", "aient", "a", "ant", "ai", "ons")}
    if stem.endswith("ay"):
        forms |= {stem + ending for ending in ("e", "es", "ent")}
    forms |= {stem + ending for ending in ("é", "ée", "és", "ées", "èrent", "ez", "ions", "er")}
    return forms | {base + ending for base in (stem + "er", strong + "er") for ending in ("a", "ait", "ont")}


def _strong(stem: str) -> str:
    """The stem before a silent ending: rappel → rappell, relev → relèv, répét → répèt, balay → balai."""
    if stem in ("rappel", "appel", "interpel", "grommel", "martel"):
        return {"martel": "martèl", "grommel": "grommell"}.get(stem, stem + "l")
    if stem.endswith(("oy", "uy", "ay")):
        return stem[:-1] + "i"
    for closed in ("é", "e"):
        place = len(stem) - 2
        if place >= 0 and stem[place] == closed and stem[place + 1] not in "aeiouy":
            return stem[:place] + "è" + stem[place + 1 :]
    return stem


def _regular_ir(infinitive: str) -> set[str]:
    stem = infinitive[:-1]
    return {
        stem + e for e in ("s", "t", "ssent", "ssait", "ssaient", "ssant", "", "e", "es", "ra", "rait", "r")
    }


def _forms(infinitive: str) -> set[str]:
    if infinitive in _IRREGULAR:
        return {infinitive, *_IRREGULAR[infinitive].split()}
    if infinitive.endswith("er"):
        return _regular_er(infinitive)
    if infinitive.endswith("ir"):
        return _regular_ir(infinitive)
    return {infinitive}


@cache
def saying_forms() -> frozenset[str]:
    """Every form, in small letters, of a verb that can stand beside words it reports."""
    return frozenset(form for verb in SAYING if verb not in ("faire",) for form in _forms(verb))


@cache
def reporting_forms() -> frozenset[str]:
    """Every form of a verb that can carry some reported words, those that judge included."""
    return saying_forms() | {form for verb in JUDGING for form in _forms(verb)}


@cache
def infinitives() -> frozenset[str]:
    """The infinitives themselves, which report only under another verb."""
    return frozenset([*SAYING, *JUDGING])


@cache
def governing_forms() -> frozenset[str]:
    """Every form of a verb that has a verb of saying under it: s'est contenté de répondre."""
    return _GOVERNING_IRREGULAR | {form for verb in _GOVERNING for form in _forms(verb)}


@cache
def locutions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words that may stand behind a form of a verb and make it report, by that form."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for forms, behind in _LOCUTIONS:
        for form in forms.split():
            found[form] = (*found.get(form, ()), tuple(behind.split()))
    return found
