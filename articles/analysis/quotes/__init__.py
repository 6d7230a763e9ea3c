"""The quotes of an article: which words between marks somebody said, and who."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from articles.analysis.parsing import Parsed
from articles.analysis.quotes.attribution import attribution_of
from articles.analysis.quotes.attribution.cues import Attribution, How
from articles.analysis.quotes.describing import described
from articles.analysis.quotes.marks import Stretch, stretches
from articles.analysis.quotes.phrases import CLITICS, Phrase, noun_phrase
from articles.analysis.quotes.resolution import Resolver
from articles.analysis.quotes.spoken import spoken_parts
from articles.analysis.quotes.tokens import Word, Words
from articles.annotations import Actor, Quote
from articles.article import Article, ParagraphKind
from articles.canonical import flowed
from articles.spans import Span

_WORKS = frozenset(
    """
film films livre livres roman romans série séries chanson chansons album albums pièce pièces tableau
tableaux exposition émission émissions revue essai spectacle opéra poème chronique tube titre single
documentaire ouvrage recueil nouvelle feuilleton disque morceau clip jeu podcast journal magazine
hebdomadaire quotidien projet collectif logiciel application bateau voilier monocoque navire opus
trilogie saga comédie tragédie reportage
""".split()
)
"""Nouns whose name, with a capital, stands between marks beside them."""

_NOTIONS = frozenset(
    """
opération programme plan modèle label dispositif concept wagon journée étiquette principe notion base formule
catégorie phase niveau mode statut
""".split()
)
"""Nouns whose name may stand between marks beside them without a capital."""

_NAMING = frozenset(
    """
surnommé surnommée surnommés surnomment surnomme surnommait baptisé baptisée baptisés rebaptisé rebaptisée
intitulé intitulée intitulés nommé nommée appelé appelée appellera appelait appelaient appelle appellent dit
dite dits dites titré estampillé estampillée sobriquet publie publié publiera joue joué alias
""".split()
)

_END = re.compile(r"[.!?…]\Z")
_LONG_ENOUGH = 5
"""Words from which a stretch without any cue may still be somebody's."""

_FAR = 3_000
"""Characters beyond which what stands between other marks says nothing of a stretch."""


def find_quotes(article: Article, paragraphs: Sequence[Parsed], actors: Sequence[Actor]) -> tuple[Quote, ...]:
    """The quotes, in reading order, each with its speaker where the text tells, and its cue."""
    words = Words(article, paragraphs)
    found = stretches(article)
    outermost = [one.outer for one in found if one.depth == 0]
    resolver = Resolver(words, actors, outermost)
    if _is_interview(article):
        resolver.is_interview_of_most_named()
    finder = _Finder(article, words, found, resolver)
    return finder.quotes()


def _is_interview(article: Article) -> bool:
    """Whether several paragraphs are questions."""
    questions = [p for p in article.paragraphs if p.span.of(article.text).endswith("?")]
    return len(questions) >= 3


def _said_by_same(quote: Quote, stretch: Stretch, sentence: int, *, has_cue: bool = True) -> Quote:
    """A stretch that whoever spoke `quote` said too."""
    return Quote(stretch.span, sentence, quote.speaker, quote.cue if has_cue else None, quote.described)


class _Finder:
    """Goes through the stretches in reading order, remembering who spoke last."""

    def __init__(self, article: Article, words: Words, found: Sequence[Stretch], resolver: Resolver) -> None:
        self._article = article
        self._words = words
        self._stretches = found
        self._sentence_starts = [sentence.span.start for sentence in article.sentences]
        self._starts = [one.outer.start for one in found]
        self._resolver = resolver
        self._done: list[tuple[Stretch, Quote]] = []

    def quotes(self) -> tuple[Quote, ...]:
        for stretch in self._stretches:
            quote = self._quote(stretch)
            if quote is not None:
                self._done.append((stretch, quote))
                if quote.speaker is not None:
                    self._resolver.says(quote.sentence, quote.speaker)
                elif quote.described is not None:
                    self._resolver.says_unnamed(quote.sentence, quote.described)
        return tuple(quote for _, quote in self._with_headings())

    # -- one stretch ---------------------------------------------------------------------------------

    def _quote(self, stretch: Stretch) -> Quote | None:
        text = self._said(stretch.span)
        sentence = self._sentence_of(stretch.span.start)
        if not any(map(str.isalnum, text)):
            return None
        if stretch.continues and self._done and self._done[-1][1].cue is not None:
            return _said_by_same(self._done[-1][1], stretch, sentence)
        if self._is_heading(stretch):
            return Quote(stretch.span, sentence) if self._fills_paragraph(stretch) else None
        how = attribution_of(self._words, stretch, self._beside(stretch))
        echoed = self._echoed(stretch, text) if stretch.depth else None
        if echoed is not None:
            return _said_by_same(echoed, stretch, sentence, has_cue=False)
        if self._is_name(stretch, text, how):
            return None
        if how is None:
            return self._without_cue(stretch, text, sentence)
        quote = self._attributed(stretch, text, sentence, how)
        if stretch.continues:
            self._spread_back(quote)
        return quote

    def _beside(self, stretch: Stretch) -> list[Stretch]:
        """The other stretches of its paragraph near by, without those that hold it."""
        first = bisect_left(self._starts, stretch.outer.start - _FAR)
        last = bisect_left(self._starts, stretch.outer.end + _FAR)
        return [
            one
            for one in self._stretches[first:last]
            if one.paragraph == stretch.paragraph and one != stretch and not one.outer.covers(stretch.outer)
        ]

    def _spread_back(self, quote: Quote) -> None:
        """Give the paragraphs of a quote that runs over several the cue that only the last one has."""
        place = len(self._done) - 1
        while place >= 0 and self._done[place][0].goes_on and self._done[place][1].cue is None:
            stretch, earlier = self._done[place]
            same = replace(earlier, speaker=quote.speaker, cue=quote.cue, described=quote.described)
            self._done[place] = (stretch, same)
            place -= 1

    def _attributed(self, stretch: Stretch, text: str, sentence: int, how: Attribution) -> Quote:
        if how.phrase is None:
            return Quote(stretch.span, sentence, None, how.cue)
        if stretch.depth and self._resolver.is_first_person(how.phrase):
            return Quote(stretch.span, sentence, self._around(stretch), how.cue)
        previous = self._done[-1] if self._done else None
        if (
            how.how is How.BEFORE
            and how.cue is None
            and previous is not None
            and previous[0].paragraph == stretch.paragraph
            and previous[1].cue is not None
            and len(text.split()) > 1
        ):
            return _said_by_same(previous[1], stretch, sentence, has_cue=False)
        speaker = self._resolver.name(
            how.phrase, is_where=how.is_where, is_quoted=bool(stretch.depth) and how.how is not How.INCISE
        )
        if speaker is None and previous is not None and self._goes_on_unnamed(how.phrase, *previous, stretch):
            return replace(_said_by_same(previous[1], stretch, sentence), cue=how.cue)
        return Quote(
            stretch.span,
            sentence,
            speaker,
            how.cue,
            self._described(how, sentence) if speaker is None else None,
            spoken_parts(self._words, stretch) if how.how is How.INCISE else (),
        )

    def _described(self, how: Attribution, sentence: int) -> Span | None:
        """How the text calls a speaker without a name: in the cue, or as the subject that a pronoun means."""
        if how.phrase is None:
            return None
        own = described(self._words, how.phrase, how.cue)
        about = self._resolver.subject_before(sentence) if own is None else None
        if not isinstance(about, Phrase):
            return own
        subject = described(self._words, about, None)
        return subject if subject and self._resolver.is_pronoun_for(how.phrase, subject) else None

    def _goes_on_unnamed(self, phrase: Phrase, before: Stretch, quote: Quote, stretch: Stretch) -> bool:
        """Whether a pronoun means whoever spoke last, whom the text only describes."""
        is_near = before.paragraph == stretch.paragraph and before.depth == stretch.depth
        if not is_near or quote.described is None:
            return False
        return self._resolver.is_pronoun_for(phrase, quote.described)

    def _without_cue(self, stretch: Stretch, text: str, sentence: int) -> Quote | None:
        """Words that stand alone: the last speaker goes on, or the person the text is just about speaks."""
        if not self._is_sentence(stretch, text):
            listed = self._listed_with(stretch)
            return _said_by_same(listed, stretch, sentence) if listed else None
        said_after = self._said_after(stretch)
        if said_after is not None:
            return Quote(stretch.span, sentence, said_after[0])
        if self._has_unread_cue(stretch):
            return Quote(stretch.span, sentence)
        before = self._done[-1] if self._done else None
        if before is not None and self._goes_on_from(before[0], stretch, sentence):
            return _said_by_same(before[1], stretch, sentence, has_cue=False)
        about = self._resolver.subject_before(sentence) if self._follows_text(stretch) else None
        if isinstance(about, Phrase):
            return Quote(stretch.span, sentence, described=described(self._words, about, None))
        speaker = about
        if speaker is None and before is not None and stretch.paragraph - before[0].paragraph <= 1:
            speaker = before[1].speaker if self._opens_paragraph(stretch) else None
        return Quote(stretch.span, sentence, speaker)

    def _has_unread_cue(self, stretch: Stretch) -> bool:
        """Whether a verb stands behind the marks that says whose words they are, in a way not understood."""
        place = self._words.at_or_after(stretch.outer.end)
        sentence = self._sentence_of(stretch.span.end - 1)
        following = [word for word in self._words.words[place : place + 6] if word.sentence == sentence]
        if following and following[0].lower == ",":
            following = following[1:]
        following = [word for word in following if word.lower not in CLITICS or word.pos == "DET"]
        if not following or not following[0].text[:1].islower():
            return False
        is_before_noun = len(following) > 1 and following[1].pos == "DET"
        return following[0].pos in ("VERB", "AUX") or (following[0].pos in ("NOUN", "ADJ") and is_before_noun)

    def _goes_on_from(self, before: Stretch, stretch: Stretch, sentence: int) -> bool:
        """Whether a quote without a cue stands right behind another one of its paragraph."""
        is_beside = before.paragraph == stretch.paragraph and before.depth == stretch.depth
        return is_beside and sentence - self._sentence_of(before.span.end - 1) <= 1

    def _around(self, stretch: Stretch) -> str | None:
        """Whoever speaks the quote that holds this one."""
        for outer, quote in reversed(self._done):
            if outer.outer.covers(stretch.outer):
                return quote.speaker
            if outer.paragraph != stretch.paragraph:
                break
        return None

    def _said(self, span: Span) -> str:
        """The words of a stretch, whatever line ends the text has."""
        return flowed(span.of(self._article.text))

    # -- what stands between marks --------------------------------------------------------------------

    def _is_name(self, stretch: Stretch, text: str, how: Attribution | None) -> bool:
        """Whether the stretch is the title of a work, a nickname or the name of a thing."""
        before = self._before(stretch)
        first = next(character for character in text if character.isalnum())
        weak = how is None or how.how is How.BEFORE
        if self._listed_with(stretch) is not None or not before:
            return False
        nearest = before[-1].lower
        if nearest in ("dit", "dite"):
            return first.isupper() or text.startswith(("le ", "la ", "l’", "l'"))
        if nearest in _NAMING:
            return True
        if nearest in ("un", "des", "ce", "ces") and text.endswith("!"):
            return False
        nouns = [word.lower for word in before[-2:]]
        beside = nouns[-1] in _NOTIONS or (before[-1].pos in ("ADJ", "ADP", "DET") and nouns[0] in _NOTIONS)
        if beside and weak and not self._has_verb(stretch):
            return True
        if not first.isupper() or nearest in (":", "»", "”", '"'):
            return False
        if _END.search(text) and self._has_verb(stretch) and how is not None:
            return False
        if how is None or nouns[-1] in _WORKS:
            return weak
        return how.how in (How.BEFORE, How.SOURCE) and not self._starts_name(stretch)

    def _starts_name(self, stretch: Stretch) -> bool:
        """Whether the first word of a stretch is a name, which has its capital anywhere."""
        words = self._words.of(stretch.span)
        return bool(words) and self._resolver.is_named_at(words[0].span.start)

    def _before(self, stretch: Stretch) -> list[Word]:
        place = self._words.at_or_after(stretch.outer.start)
        sentence = self._sentence_of(stretch.span.start)
        return [word for word in self._words.words[max(0, place - 3) : place] if word.sentence == sentence]

    def _has_verb(self, stretch: Stretch) -> bool:
        return any(word.is_finite for word in self._words.of(stretch.span))

    def _is_sentence(self, stretch: Stretch, text: str) -> bool:
        """Whether a stretch could stand alone: it begins a sentence, and says something."""
        if self._before(stretch) and self._before(stretch)[-1].lower not in (
            ":",
            ".",
            "»",
            "”",
            '"',
            "…",
            "!",
            "?",
        ):
            return False
        return self._has_verb(stretch) or _END.search(text) is not None or len(text.split()) >= _LONG_ENOUGH

    def _echoed(self, stretch: Stretch, text: str) -> Quote | None:
        """An earlier quote that holds the same words."""
        wanted = text.casefold().strip(" .!?…")
        for _, quote in self._done:
            around = stretch.outer.start in quote.span
            if wanted and not around and wanted in self._said(quote.span).casefold():
                return quote
        return None

    def _listed_with(self, stretch: Stretch) -> Quote | None:
        """The quote right before in a list of several: « … », « … » et « … »."""
        if not self._done:
            return None
        before, quote = self._done[-1]
        between = self._article.text[before.outer.end : stretch.outer.start]
        is_list = before.paragraph == stretch.paragraph and re.fullmatch(
            r"\s*(?:,|et|ou|puis|;|,\s*et)?\s*", between
        )
        return quote if is_list else None

    def _said_after(self, stretch: Stretch) -> tuple[str | None] | None:
        """Whose words a sentence that follows says they are: « … » La phrase est de X."""
        place = self._words.at_or_after(stretch.outer.end)
        following = [word.lower for word in self._words.words[place : place + 4]]
        nouns = {"phrase", "formule", "question", "remarque", "mot", "citation", "réplique"}
        if len(following) == 4 and following[1] in nouns and following[2] in ("est", "vient"):
            by = noun_phrase(self._words, place + 4, min(place + 14, len(self._words)))
            return (self._resolver.name(by) if by else None,)
        return None

    # -- where it stands -----------------------------------------------------------------------------

    def _sentence_of(self, offset: int) -> int:
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def _is_heading(self, stretch: Stretch) -> bool:
        return self._article.paragraphs[stretch.paragraph].kind is ParagraphKind.HEADING

    def _fills_paragraph(self, stretch: Stretch) -> bool:
        paragraph = self._article.paragraphs[stretch.paragraph].span
        return stretch.outer.start <= paragraph.start + 1 and paragraph.end <= stretch.outer.end + 1

    def _opens_paragraph(self, stretch: Stretch) -> bool:
        return stretch.outer.start == self._article.paragraphs[stretch.paragraph].span.start

    def _follows_text(self, stretch: Stretch) -> bool:
        return not self._opens_paragraph(stretch)

    def _with_headings(self) -> list[tuple[Stretch, Quote]]:
        """Quoted headings and words set apart with the speaker of the same words in the body."""
        done = []
        for stretch, quote in self._done:
            if self._is_heading(stretch) or (quote.cue is None and self._fills_paragraph(stretch)):
                words = self._said(quote.span).casefold().strip(" .!?…")
                same = next(
                    (
                        other
                        for place, other in self._done
                        if place != stretch and (other.speaker or other.described)
                        if not self._is_heading(place) and words in self._said(other.span).casefold()
                    ),
                    None,
                )
                if same:
                    quote = replace(quote, speaker=same.speaker, described=same.described)
            done.append((stretch, quote))
        return done
