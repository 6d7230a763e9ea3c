"""Articles for the tests of what they are written as, with an analysis made by hand."""

from collections.abc import Mapping, Sequence

from articles.annotations import Actor, ActorKind, Analysis, Quote, RankedSentence
from articles.article import Article
from articles.opening import article_of
from articles.spans import Span
from articles.translation import BY_HAND, Translation

PACK = "argos fr-en 1.9"

TEXT = """Le marché rouvre

Partager

La maire, Odile Vasseur, a inauguré le marché. « Nous y sommes », a-t-elle dit. Il pleuvait.

« C’est petit. Mais c’est à nous », ajoute Karim Belhadj. Odile Vasseur sourit.
"""

ENGLISH = {
    0: "The market reopens",
    2: "The mayor, Odile Vasseur, opened the market.",
    3: "“Here we are,” she said.",
    4: "It was raining.",
    5: "“It is small.",
    6: "But it is ours,” adds Karim Belhadj.",
    7: "Odile Vasseur smiles.",
}

HOSTILE = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]> --> <!-- <![CDATA[",
    "&lt;b&gt; &amp; &#x41; &nbsp;",
    "a <b>gras</b> et `code` et [lien](javascript:alert(1)) et ![image](x)",
    "# titre #",
    "---",
    "===",
    "- liste",
    "1. premier",
    "12) douzième",
    "+ plus",
    "> cité",
    "~~~ clôture",
    "| a | b |",
    "[^1]: une note et [réf]: http://exemple.fr",
    "***gras*** __souligné__ ~~barré~~ $x^2$ {attributs}",
    "${title} $style %s {0} \\ \\* fin \\",
    "l’\u202erenversé\u202c et \u2066isolé\u2069 et \x1b[31mrouge",
    "' onmouseover='alert(1)",
    "http://exemple.fr/?a=1&b=2",
]


def article(text: str = TEXT, *, source: str = "/home/quelqu’un/marché.txt") -> Article:
    return article_of(text, source=source, name="marché")


def translations(english: Mapping[int, str] = ENGLISH, *, origin: str = BY_HAND) -> dict[int, Translation]:
    return {index: Translation(words, origin) for index, words in english.items()}


def everything(opened: Article, *, origin: str = PACK) -> dict[int, Translation]:
    """An English for every sentence: its words in capitals."""
    return {
        index: Translation(" ".join(sentence.span.of(opened.text).upper().split()), origin)
        for index, sentence in enumerate(opened.sentences)
    }


def analysis(
    opened: Article,
    *,
    quotes: Sequence[tuple[str, str | None]] = (
        ("Nous y sommes", "Odile Vasseur"),
        ("C’est petit. Mais c’est à nous", "Karim Belhadj"),
    ),
    actors: Sequence[tuple[str, str | None]] = (("Odile Vasseur", "La maire"), ("Karim Belhadj", None)),
    ranking: Sequence[int] = (2, 7, 5),
) -> Analysis:
    """The quotes with these words, said by these; the actors with these names and roles."""
    text = opened.text
    found = [
        Quote(span, next(i for i, s in enumerate(opened.sentences) if s.span.end > span.start), speaker)
        for span, speaker in ((places(text, words)[0], speaker) for words, speaker in quotes)
    ]
    return Analysis(
        article=opened.id,
        version="test",
        quotes=tuple(found),
        actors=tuple(
            Actor(
                name,
                ActorKind.PERSON,
                places(text, name),
                role,
                quotes=tuple(i for i, quote in enumerate(found) if quote.speaker == name),
            )
            for name, role in actors
        ),
        ranking=tuple(RankedSentence(index, 0.5) for index in ranking),
    )


def places(text: str, words: str) -> tuple[Span, ...]:
    """Where words stand in a text."""
    found = []
    start = text.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return tuple(found)
