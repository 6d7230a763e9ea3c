"""Lines of a page that are not of the article: credits, share buttons, paywall and player remains.

One line is judged at a time. A line counts as a remnant only where all of it is a set phrase, so that a
sentence that begins like one ("Publié hier, le rapport accable…") stays in the article.
"""

import re
from functools import cache

_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-Þ])"

_AGENCY = r"(?:l[’'])?(?:AFP|Agence France-Presse|Reuters|AP|Associated Press|ATS|Belga|ANP|DPA|EFE|agences?)"

_NETWORK = (
    r"(?:facebook|twitter|linkedin|whatsapp|telegram|bluesky|mastodon|instagram|messenger|threads|reddit"
    r"|pinterest|youtube|tiktok)"
)

_NETWORKS = rf"(?:{_NETWORK}|x|(?:les )?réseaux sociaux)"

_SHARE_BUTTONS = (
    rf"partager(?: (?:sur {_NETWORKS}(?:(?:, | et | ou ){_NETWORKS})*|par (?:e-?mail|courriel)"
    r"|cet article|l[’']article))?",
    r"imprimer|commenter|réagir|enregistrer|écouter|copier le lien",
    rf"(?:sur )?{_NETWORK}|sur x|{_NETWORK} ?/ ?x|x \({_NETWORK}\)",
    r"(?:par )?(?:e-?mail|courriel)",
)

_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_MONTH = (
    r"(?:janv(?:ier)?|févr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|août|sept(?:embre)?|oct(?:obre)?"
    r"|nov(?:embre)?|déc(?:embre)?)\b\.?"
)
_AGO = r"il y a (?:\d+|une?) ?(?:min(?:ute)?s?|h(?:eure)?s?|j(?:our)?s?|semaines?|mois|ans?)"
_HOUR = r"\d{1,2} ?(?:h(?:eures?)?|:) ?(?:\d\d)?(?: ?min)?"
_DATE = r"(?:1er|\d{1,4}(?:[/.-]\d{1,4}){0,2})"
_WHEN = rf"(?:le|à|a|et|hier|aujourd[’']hui|{_AGO}|{_DAY}|{_MONTH}|{_HOUR}|{_DATE})"
_STAMP = r"(?:publiée?|mise? à jour|mise? en ligne|modifiée?|actualisée?|postée?)"
_READING_TIME = r"(?:temps de )?lecture ?:? ?\d+ ?min(?:utes?)?\.?"
_NAME = rf"(?!{_STAMP}\b){_CAPITAL}[\w’'.-]*"
_AUTHOR = rf"par (?:la rédaction|{_NAME}(?:(?:,| et)? (?:d[eu] |d[’'])?{_NAME}){{0,5}})"

_DATED = rf"(?:{_READING_TIME}|{_STAMP}|{_AUTHOR}|{_WHEN})"

_LETTER = r"(?:newsletters?|infolettres?|lettres? d[’']information|alertes?|chaîne|podcasts?|notifications?)"
_SUBSCRIBE = (
    r"(?:s[’'](?:abonner|inscrire)|je m[’'](?:abonne|inscris)|(?:abonnez|inscrivez|connectez)-vous"
    r"|se connecter|déjà abonnée?)"
)
_PRICE = r"(?:à partir de|pour|dès|à) \d+(?:[.,]\d+)? ?(?:€|euros?)"
_TERMS = (
    r"(?:seulement|(?:par|le|/) ?(?:premier )?mois|(?:le|les|pendant|pour) (?:\d+|un|deux|trois|six)? ?"
    r"(?:premiers? )?(?:mois|an|jours)|sans engagement|puis \d+(?:[.,]\d+)? ?(?:€|euros?))"
)
_OFFER = (
    r"(?: (?:gratuitement|dès maintenant|maintenant|ici))?"
    rf"(?: à (?:la |notre |nos |cette |ma |une |des |l[’'])?{_LETTER}"
    r"(?: (?:quotidienne|hebdomadaire|gratuite))?"
    rf"| {_PRICE}(?: ?[,;:–—-]? ?{_TERMS})*"
    r"| pour (?:lire|découvrir|accéder à) (?:la suite|cet article|l[’']article|l[’']intégralité)"
    r"(?: de (?:cet |l[’'])article)?"
    r"| pour (?:continuer(?: (?:la|votre|à) ?(?:lecture|lire))?|commenter|réagir))?"
)

_SIGNPOST = (
    r"(?:à )?(?:lire|voir|écouter|découvrir|relire) (?:aussi|également|plus tard|ensuite)"
    rf"(?: ?[:>→].{{0,200}}|(?: ?[–—-])? (?!.*[.…]\W*$)(?:{_CAPITAL}|[«“\"\d]).{{0,200}}|)"
)

_LOCKED_THING = r"(?:(?:cet |l[’'])?article|(?:la )?suite(?: de (?:cet |l[’'])article)?|contenu)"
_LOCKED = (
    rf"(?:(?:{_LOCKED_THING} (?:est )?)?(?:réservée?s?|accessible uniquement)(?: uniquement| exclusivement)?"
    r" (?:à nos|aux) abonnée?s?|article (?:abonnés|payant)|pour les abonnés)"
)
_MORE = (
    r"(?:(?:pour )?(?:continuer|poursuivre) (?:la|votre|ma) lecture|(?:continuer à )?(?:lire|afficher)"
    r" (?:la suite(?: de (?:cet |l[’'])article)?|(?:cet |l[’'])article(?: complet| en entier)?|plus))"
)
_ACCOUNT = r"(?:se connecter|je me connecte|(?:connectez|identifiez)-vous|s[’']identifier|créer un compte)"
_TO = r"(?:d[eu] |d[’']|la |le |les )?"
_PAPER = rf"{_NAME}(?: {_TO}{_NAME}){{0,3}}"
_WHOLE_NAME = rf"{_NAME}(?: {_TO}{_NAME}){{1,4}}"
_TASK = (
    r"(?:avec )?(?:reportage|rédaction|rédigée?|éditée?|édition|texte|traduction|traduite?|version française"
    rf"|récit|service|contribution)(?: de| par)? ?:? ?{_WHOLE_NAME}(?:(?:,| et) {_WHOLE_NAME}){{0,4}}"
    rf"(?:,? (?:à|au|en) {_NAME})?"
)

_SHARE = "|".join(_SHARE_BUTTONS)
_SHARE_SIGNS = (
    "partager|imprimer|commenter|réagir|enregistrer|écouter|copier|mail|courriel|sur x|facebook|twitter"
    "|linkedin|whatsapp|telegram|bluesky|mastodon|instagram|messenger|threads|reddit|pinterest|youtube|tiktok"
)

_WALLS = (
    rf"{_SUBSCRIBE}{_OFFER}(?: ?[.!?>→]+(?: {_SUBSCRIBE}{_OFFER} ?[.!?>→]*)?)?",
    rf"{_LOCKED}(?:[.!]? {_SUBSCRIBE}{_OFFER})?[.!]?",
    rf"il (?:vous )?reste [\d.,]+ ?% de (?:cet |l[’'])article à (?:lire|découvrir)[.!]?(?: {_LOCKED}[.!]?)?",
    rf"(?:vous êtes )?déjà abonnée? ?\?(?: {_ACCOUNT})? ?[.!>→]*",
    rf"{_ACCOUNT}(?: (?:ou|et) (?:[ms][’']abonner|créer un compte))? ?[.!>→]*",
    rf"(?:profitez de |découvrez )?(?:nos|notre) offres? d[’']abonnement(?: {_PRICE})? ?[.!>→]*",
)
"""What stands before what is paid for."""

_STAMPED = (
    rf"(?:{_PAPER} ?[,·•|–—-]? ?(?-i:(?=[PM])))?{_STAMP} (?=le |hier|aujourd|il y a|à )(?>{_WHEN}(?!\w))"
    rf"(?>(?: ?[,·•|()–—-] ?| ){_DATED}(?!\w))*+\)?\.?"
)

_LINES = (
    # what a lost picture, player or advertisement leaves
    r"logo|image|photo|vidéo|audio|diaporama|infographie|illustration",
    r"publicité|annonce|fermer|menu|accueil|recherche",
    r"chargement(?: en cours)?[ .…]*|votre publicité|article suivant|article précédent|haut de page",
    r"(?:\d+ )?(?:commentaires?|réactions?|partages?)",
    rf"{_MORE} ?[.…>→]*",
    # signposts
    _SIGNPOST,
    r"(?:sur le même (?:sujet|thème)|les plus lus|à la une|nos derniers articles|newsletters?) ?:?",
    _READING_TIME,
    # credits
    rf"\(?(?:avec |source ?: ?)?{_AGENCY}(?:(?: et |, | avec |/){_AGENCY})*\)?\.?",
    rf"©.{{0,120}}|\(c\) ?(?:\d{{4}}|{_AGENCY})\b[^.;!?]{{0,80}}",
    rf"(?:crédits?(?: photos?)?|photo) ?: ?(?!.*[.!?…]\W*$)(?:{_CAPITAL}|[©\"«]).{{0,120}}",
    r"tous droits réservés\.?(?: ©.{0,80})?",
    # what the desk of an agency puts under its texts
    r"(?-i:[a-z]{2,5}-[a-z]{2,5}(?:-[a-z]{2,5})*(?:/[a-z]{2,5}){1,3}|[a-z]{2,4}(?:/[a-z]{2,4}){2,3})",
)

_TASK_SIGNS = (
    "(avec|(reportage|(rédaction|(rédigé|(édit|(texte|(traduction|(traduit|(version|(récit|(service"
    "|(contribution"
)

_BY_SIGNS = tuple(
    (tuple(signs.split("|")), phrases)
    for signs, phrases in (
        ("", "|".join(_LINES)),
        (_SHARE_SIGNS, _SHARE),
        ("abonn|inscri|connecte|identifie|un compte|article payant|% de cet|% de l", "|".join(_WALLS)),
        ("publié|mis à|mise à|mis en|mise en|modifié|actualisé|posté", _STAMPED),
        (_TASK_SIGNS, rf"\({_TASK}(?: ?[,;] (?:et )?{_TASK})*\)\.?"),
    )
)
"""Set phrases, after signs of which one stands in each: where none does they need not even be compiled."""


def is_boilerplate(line: str) -> bool:
    """Whether a paragraph is a remnant of the page around the article."""
    words = _single_spaced(line)
    small = words.lower()
    for signs, phrases in _BY_SIGNS:
        for sign in signs:
            if sign in small:
                if _compiled(phrases).fullmatch(words) is not None:
                    return True
                break
    return False


def is_share_button(line: str) -> bool:
    """Whether a paragraph is one of the buttons under which an article is passed on."""
    return _compiled(_SHARE).fullmatch(_single_spaced(line)) is not None


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def _single_spaced(line: str) -> str:
    return " ".join(line.split())
