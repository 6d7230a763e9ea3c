"""Which sentences a summary may take: those that say something to whoever has not read the rest.

By rules over the words, the marks and spaCy's parts of speech; where the parser and the words disagree,
the words decide, since the small model calls every *il* impersonal. The signs by which an extracted
sentence cannot be read alone are those of Paice, "Constructing literature abstracts by computer" (1990).
"""

import re
from collections.abc import Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING

from articles.analysis.summary import leaning
from articles.analysis.summary.pieces import Piece, plain_text

if TYPE_CHECKING:
    from spacy.tokens import Token


_LONGEST = 1_000
"""Characters of a sentence beyond which it sums up nothing."""


_NEARLY_ALL = 0.85
"""The part of a sentence between quotation marks beyond which it names nobody who speaks."""


class Standing(Enum):
    """How a sentence stands without those around it."""

    ALONE = auto()
    AFTER_PREVIOUS = auto()
    NEVER = auto()


def standing(piece: Piece) -> Standing:
    """How a sentence of a body paragraph stands. Linear time in the length of the sentence, and bounded."""
    if len(piece.text) > _LONGEST or piece.is_cut or _is_remnant(piece) or _has_no_verb(piece):
        return Standing.NEVER
    if _TURN.match(piece.text) or _is_result(piece):
        return Standing.NEVER
    leans = (
        _opens_leaning(piece)
        or _CELUI_CI.search(piece.own_text) is not None
        or _has_pronoun_incise(piece)
        or _has_pronoun_subject(piece)
        or _has_lone_clitic(piece)
        or _is_verbless(piece)
    )
    if leans and piece.quoted_share > _NEARLY_ALL:
        return Standing.NEVER
    return Standing.AFTER_PREVIOUS if leans else Standing.ALONE


def _alternatives(phrases: Iterable[str]) -> str:
    """A pattern of phrases, each to the end of its last word."""
    return "|".join(re.escape(phrase) + (r"(?![\w'-])" if phrase[-1].isalnum() else "") for phrase in phrases)


_TIME = rf"(?:\S{{1,30}} )?(?:{_alternatives(leaning.TIMES)})"
_PREPOSITION = rf"(?:{_alternatives(leaning.PREPOSITIONS)}) "
_LEANING = re.compile(
    rf"(?:{_alternatives((*leaning.CONNECTIVES, *leaning.PRONOUNS))})"
    rf"|(?:{_PREPOSITION})?(?:{_alternatives(leaning.POINTERS)})(?! {_TIME})"
    rf"|{_PREPOSITION}(?:{_alternatives(leaning.STRONG_PRONOUNS)})"
)
_LATER = re.compile(
    r"(?:\w+[ -]){1,3}(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans|années?) (?:plus tard|après,)"
)
"""A time that counts from what was told before."""
_IMPERSONAL = re.compile(rf"il (?:ne |n')?(?:{_alternatives(leaning.IMPERSONAL)})")
_THERE_IS = re.compile(r"y (?:a|avait|aura|aurait|eut|en a)(?![\w'-])")
_LEAD = re.compile(r"[^\w(\[…]*")
_LABEL = re.compile(r"[^.!?:«“\"]{2,80}: ")
_FIGURES = re.compile(r"\(\d|\b\d{1,3}(?:e|['’′])(?!\w)|\b\d{1,3}-\d{1,3}\b|[;,] \d{1,2} \w")
_SUBJECT = re.compile(r"(?:les? |la |l')")
_CELUI_CI = re.compile(r"\b(?:celui|celle|ceux|celles)-(?:ci|là)\b")
_TURN = re.compile(r"\W*(?:[QR]\.|[A-ZÀ-Þ]\. ?(?:-?[A-ZÀ-Þ]\.)+\s?[:–—-]|[QR]\s?:)\s")
"""How a turn of an interview begins: `Q. Faut-il`, `S. B. : Qu'ils`."""
_INCISE = re.compile(
    r"[,!?…»”\"]\s{0,2}(?:[^\s,]{1,30}\s){0,4}?[^\s,]{0,30}(?:-|-t-|\st-)(?:il|elle|ils|elles)(?![\w-])"
)
_CREDIT = re.compile(
    r"\W*(?:propos recueillis|recueilli par|traduit d|par [^.,]{3,60}$|avec (?:l')?(?:afp|reuters)"
    r"|photos? :|©)|[(\[]"
)
_WHOLE_END = re.compile(r"[.!…»”\"›)\]]\s*\Z")
_PARTICIPLE = re.compile(r"(?:é|i|(?<!q)u|ant|t|s)e?s?\Z")


def _start(plain: str) -> int:
    """Where the first word begins, after marks and dashes."""
    found = _LEAD.match(plain)
    return found.end() if found else 0


def _opens_leaning(piece: Piece) -> bool:
    """Whether the first words lean on what was said, or those after the name of who speaks."""
    plain = piece.plain
    start = _start(plain)
    if _LATER.match(plain, start):
        return True
    if _LEANING.match(plain, start) and not _IMPERSONAL.match(plain, start):
        return True
    label = _LABEL.match(plain)
    return (
        label is not None
        and not any(_is_finite(word) for word in piece.words if _offset(word, piece) < label.end())
        and _LEANING.match(plain, label.end()) is not None
    )


def _offset(word: "Token", piece: Piece) -> int:
    return word.idx - piece.words.start_char


def _is_remnant(piece: Piece) -> bool:
    """Whether a sentence is a question, a credit, an aside, or a line that begins or ends half-way."""
    plain = piece.plain
    start = _start(plain)
    is_question = plain.rstrip().rstrip("»”\"' )").endswith("?")
    is_whole = _WHOLE_END.search(piece.text) is not None or len(piece.words) >= 15
    begins_halfway = piece.text[start : start + 1].islower() or plain.startswith(("…", "...", "(...", "[..."))
    return is_question or not is_whole or begins_halfway or _CREDIT.match(plain) is not None


def _is_finite(word: "Token") -> bool:
    """Whether a word is a conjugated verb; what the model takes for another form must end like one."""
    if word.pos_ not in ("VERB", "AUX"):
        return False
    form = word.morph.get("VerbForm", [])
    if form == ["Part"]:
        return _PARTICIPLE.search(word.lower_) is None
    return form != ["Inf"] or not word.lower_.endswith(("r", "re"))


def _has_subject_first(piece: Piece) -> bool:
    """Whether a sentence of some length opens with a definite article, and so hardly ever lacks a verb."""
    return len(piece.words) >= 8 and _SUBJECT.match(piece.plain, _start(piece.plain)) is not None


def _has_no_verb(piece: Piece) -> bool:
    """Whether no verb is conjugated; those of a title that opens the sentence do not count."""
    is_notice = piece.inside[0] and piece.quoted_share < 0.9
    return not _has_subject_first(piece) and not any(
        _is_finite(word) and not (is_notice and piece.is_quoted(word)) for word in piece.words
    )


def _is_result(piece: Piece) -> bool:
    """Whether a line gives results or a cast: a label, then figures or brackets and no pronoun or verb."""
    label = _LABEL.match(piece.plain)
    return (
        label is not None
        and len(_FIGURES.findall(piece.text, label.end())) > 1
        and not any(word.pos_ in ("AUX", "PRON") for word in piece.words)
        and not any(_is_finite(word) for word in piece.words if _offset(word, piece) < label.end())
    )


def _is_verbless(piece: Piece) -> bool:
    """Whether the only verbs are in relative clauses and incises: "Un revers qui le laisse dernier."."""
    if _has_subject_first(piece):
        return False
    has_relative = False
    for word in piece.words:
        has_relative = has_relative or plain_text(word.text) in leaning.RELATIVES
        if _is_finite(word):
            relation = word.head.dep_ if word.pos_ == "AUX" else word.dep_
            if not (has_relative and "relcl" in relation) and not _is_incise(word, piece):
                return False
    return True


def _is_incise(verb: "Token", piece: Piece) -> bool:
    """Whether a verb outside quotes comes after a comma or a closing mark, its subject after it."""
    before = piece.words.doc[verb.i - 1].text if verb.i > piece.words.start else ""
    return (
        before in (",", "»", '"', "”")
        and not piece.is_quoted(verb)
        and any("subj" in child.dep_ and child.i > verb.i for child in verb.children)
    )


def _has_pronoun_incise(piece: Piece) -> bool:
    """Whether "a-t-il dit" stands for a speaker whom the sentence does not name."""
    may_be_inside = piece.quoted_share > 0.4 and "?" not in piece.text
    searched = piece.plain if may_be_inside else piece.own_text
    return _INCISE.search(searched) is not None and not any(
        word.ent_type_ == "PER" and not piece.is_quoted(word) for word in piece.words
    )


def _has_pronoun_subject(piece: Piece) -> bool:
    """Whether the first *il* or *elle* outside quotes has nothing before it that it may stand for."""
    own = piece.own_text
    for word in piece.words:
        if piece.is_quoted(word):
            continue
        if word.pos_ == "PROPN" or (word.pos_ == "NOUN" and "subj" in word.dep_):
            return False
        is_pronoun = plain_text(word.text) in leaning.THIRD_PERSON
        if is_pronoun and not _IMPERSONAL.match(own, _offset(word, piece)):
            return not _subject_follows(word, piece)
    return False


def _subject_follows(pronoun: "Token", piece: Piece) -> bool:
    """Whether a subject comes after the clause of the pronoun: "Quand elle est partie, Anna…"."""
    verb = pronoun.head
    return "advcl" in verb.dep_ and any(
        "subj" in word.dep_ and word.pos_ in ("NOUN", "PROPN") and word.i > verb.i for word in piece.words
    )


def _has_lone_clitic(piece: Piece) -> bool:
    """Whether an object pronoun comes before any noun: "On lui doit aussi un film."."""
    for word in piece.words:
        if word.pos_ in ("NOUN", "PROPN", "NUM"):
            return False
        if word.pos_ == "PRON" and plain_text(word.text) in leaning.CLITICS:
            return not _THERE_IS.match(piece.plain, _offset(word, piece))
    return False
