"""French words by which a sentence leans on the one before it: what `summary.standing` knows.

Data only, in lower case, with straight apostrophes; written for this project from grammars' lists of
connectives and pronouns.
"""


def _phrases(listed: str) -> tuple[str, ...]:
    """The phrases between semicolons, the longest first."""
    return tuple(sorted((" ".join(phrase.split()) for phrase in listed.split(";")), key=len, reverse=True))


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


CONNECTIVES = _phrases("""
    ainsi; alors; à l'inverse; à l'opposé; après cela; après quoi; après tout; au contraire; au final;
    au total; aussi; aussitôt; auparavant; autant dire; autrement dit; bref; car; cependant; certes;
    c'est pourquoi; d'abord; d'ailleurs; d'autant; d'autre part; d'où; d'ici là; d'un autre côté;
    d'un côté; d'une part; dans la foulée; de ce fait; de fait; de leur côté; de même; de plus; de quoi;
    de son côté; de surcroît; de toute façon; de toute manière; depuis,; dès lors; donc; du coup;
    du reste; également; en clair; en conséquence; en d'autres termes; en effet; en fait; en outre;
    en parallèle; en réalité; en résumé; en retour; en revanche; en somme; encore; enfin; ensuite;
    entre-temps; et; finalement; idem; là; là aussi; là encore; là-bas; là-dessus; le lendemain; mais;
    malgré tout; même chose; même constat; même son de cloche; mieux; néanmoins; ni; non; or; ou; oui;
    par ailleurs; par conséquent; par contre; par exemple; parallèlement; pire; plus loin; plus tard;
    pour autant; pour le reste; pourtant; preuve que; puis; quoi qu'il en soit; résultat; sauf que;
    si bien que; simultanément; sinon; soit; surtout; tandis que; toujours est-il; toutefois; une fois de plus
""")
"""Openings that go on from what was said before, or turn from it."""

PRONOUNS = _phrases("""
    il; elle; ils; elles; c'; ce n'; ce ne; ce sont; ce sera; ce serait; ce seront; ce fut; ce qui; ce que;
    ce qu'; cela; ceci; ça; celui; celle; ceux; celles; celui-ci; celui-là; celle-ci; celle-là; ceux-ci;
    ceux-là; celles-ci; celles-là; y; en est; en était; en sont; en témoigne; en témoignent; lui; eux; l'un;
    l'une; l'autre; les uns; les unes; les autres; un autre; une autre; d'autres; la première,; le premier,;
    le second; la seconde; les seconds; les secondes; le même; la même; les mêmes; le sien; la sienne;
    les siens; les siennes; le leur; la leur; tous; toutes; tout cela; tout ça; tous deux; toutes deux;
    aucun n'; aucune n'; aucun d'; aucune d'; aucun ne; aucune ne; certains d'; certaines d'; certains ont;
    certains sont; chacun; chacune; quant à lui; quant à elle; quant à eux; quant à elles; personne;
    voilà; voici; idem; même lui; même elle; rien de tel
""")
"""Openings whose sense is in an earlier sentence."""

POINTERS = _phrases("ce; cet; cette; ces; de tels; de telles; un tel; une telle; tel; telle")
"""Determiners that point back at something named before."""

PREPOSITIONS = _phrases("""
    à; dans; pour; avec; sur; sous; par; en; de; après; avant; depuis; malgré; selon; contre; sans; dès;
    lors de; face à; grâce à; à cause de; au cours de; au-delà de; outre; à l'occasion de; à partir de;
    en dépit de; chez; d'après; parmi; entre; devant; derrière; au terme de; à l'issue de; quant à
""")
"""What may come before such a word at the opening."""

STRONG_PRONOUNS = _phrases("""
    cela; ça; quoi; celui-ci; celle-ci; ceux-ci; celles-ci; celui-là; lui; elle; eux; elles
""")
"""Pronouns that may follow a preposition."""

TIMES = _phrases("""
    année; semaine; nuit; fois; saison; rentrée; matinée; soirée; jour; matin; soir; mois; été; hiver;
    automne; printemps; week-end; après-midi; siècle; lundi; mardi; mercredi; jeudi; vendredi; samedi;
    dimanche; jours; temps; dernières; derniers; prochaines; prochains; vingt; trente; dix; cinq
""")
"""What follows *ce* or *cette* in a date, which points back at nothing."""

INNER_LINKS = _phrases("""
    pourtant; toutefois; cependant; également; en revanche; aussi; donc; néanmoins; de son côté;
    par ailleurs; en effet; d'ailleurs; ensuite; à son tour; à leur tour; de leur côté; au contraire
""")
"""Connectives that lean a little on what came before, wherever they stand."""

IMPERSONAL = _phrases("""
    y a; y avait; y aura; y eut; y a eu; faut; faudra; faudrait; fallait; a fallu; s'agit; s'agissait;
    s'agira; suffit; suffirait; suffisait; convient; semble que; semblerait; paraît; paraîtrait; reste;
    restait; restera; existe; existait; manque; manquait; pleut; pleuvait; neige; est vrai; est possible;
    est temps; est vital; est nécessaire; est probable; est difficile; est important; est interdit;
    est urgent; est certain; est clair; est rare; est question; est encore; est trop; est impossible;
    était une fois; arrive que; en va de; vaut mieux; a beau; fait froid; fait chaud; fait nuit
""")
"""What follows an *il* that stands for nobody."""

SCENES = _phrases("à; a; au; aux; sur; sous; devant; derrière; chez; dans le; dans la; dans les; dans l'")
"""Openings that set a scene and leave for later what happened there."""

FIRST_PERSON = _words("je j' me m' moi mon ma mes mien mienne miens miennes")
FIRST_PLURAL = _words("nous notre nos nôtre nôtres")
SECOND_PERSON = _words("tu te t' toi ton ta tes vous votre vos vôtre vôtres")
THIRD_PERSON = _words("il elle ils elles celui-ci celle-ci ceux-ci celles-ci")
CLITICS = _words("le la l' les lui leur en y")
POSSESSIVES = _words("son sa ses leur leurs")
RELATIVES = _words("""
    qui que qu' dont où lequel laquelle lesquels lesquelles auquel duquel auxquels desquels auxquelles
    desquelles
""")
