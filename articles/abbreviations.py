"""French words that decide whether a point ends a sentence: what `articles.segment` knows by heart.

Sets only, no rule. An abbreviation is written without its last point.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BOUND = _words("""
    M MM Mr Mrs Ms Mme Mmes Mlle Mlles MME MLLE Me Mes Mgr Dr Drs Pr Prs Vve St Ste Sts Stes
    cf Cf av apr bd Bd boul vs p.ex P.ex càd P.-S N.B
""")
"""Abbreviations that always announce what follows, so that their point never ends a sentence."""

LOOSE = _words("""
    adj al angl anc arch arr ass auj cass cie civ coll com comp corp crim dép dir éd eds édit ét ets ex gén
    hôp ibid id inc int introd lat lieut op cit loc mod ouvr pén préf prof resp rev rééd
    soc sté subst suppl syn trad univ var éq env équiv dipl réf tél
""")
"""Abbreviations, in lower case, that end a sentence only before a word that can hardly do anything else."""

NUMBERED = _words("""
    ann annexe app art chap col fasc fig graph ill lig liv no num par parag sect sér tab tit tom vol
    janv jan févr fév avr juill juil sept oct nov déc
    lun mar mer jeu ven sam dim
""")
"""Abbreviations, in lower case, that a number may follow; most of them are also ordinary words."""

LETTERED = _words("""
    annexe appellation bâtiment bloc catégorie classe division escalier facteur filière formule grade
    groupe hall hépatite hormone indice ligne ligue lettre lot mention métro niveau note option plan
    point porte poule protéine quai rang rer scénario secteur section série sortie streptocoque tableau
    terminal type variant virus vitamine voie zone
""")
"""Words, in lower case, that a letter completes: after them a capital is not the initial of a name."""

NAME_PARTICLES = _words("le la les de du des l' d' el al ben van von")
"""Words, in lower case, that begin a sentence before a small letter and a family name before a capital."""

STARTERS = NAME_PARTICLES | _words("""
    un une au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
    aucun aucune certains certaines chaque plusieurs quelques quelque tel telle tous tout toute toutes
    autre autres divers

    je tu il elle on nous vous ils elles moi toi lui eux ça cela ceci c' j' t' s' n' m' qu' celui celle
    ceux celles celui-ci celle-ci ceux-ci celles-ci chacun chacune personne rien quiconque y

    qui que quoi dont où quand comment pourquoi combien quel quelle quels quelles lequel laquelle

    et ou mais or ni car donc si comme lorsque lorsqu' puisque puisqu' quoique quoiqu' tandis

    à après avant avec chez contre dans depuis derrière dès devant durant en entre envers hormis jusqu'
    jusque malgré outre par parmi pendant pour sans sauf selon sous suite sur vers voici voilà grâce face
    lors afin faute

    ainsi alors aujourd' auparavant aussi aussitôt autrefois autrement bientôt bref cependant
    certes demain dorénavant encore enfin ensuite finalement hier ici là longtemps
    maintenant malheureusement heureusement même moins naguère néanmoins non notamment oui parfois
    partout peut-être plus plutôt pourtant près presque puis quelquefois sinon soudain souvent surtout
    tantôt tard tellement toujours toutefois très trop vraiment ne pas jamais seul seule seuls seules
""")
"""Words, in lower case, whose capital is hardly ever anything but the first letter of a sentence."""

NUMBER_WORDS = _words("""
    deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente
    quarante cinquante soixante cent
""")
"""Numbers, in lower case, that open a sentence where a small letter follows, though some are last names."""

TITLES = _words("Me Mes Mme Mmes Mlle Mlles MM Mgr")
"""What stands before a name, and after none."""

WEEKDAYS = _words("lundi mardi mercredi jeudi vendredi samedi dimanche")

INVERTED_PRONOUNS = _words("je tu il elle on nous vous ils elles ce")
"""Pronouns that a verb carries after a hyphen when it opens a question: `Faut-il`."""
