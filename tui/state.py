"""What the reader knows of the article at a moment, and how each event changes it."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from articles import events
from articles.annotations import Analysis
from articles.article import Article, ParagraphKind
from articles.clippings import Clipping
from articles.translation import Translation, preference
from articles.wording import _
from tui.layout.flow import Awaited, skeleton

NO_ENGLISH = "—"


@dataclass(frozen=True)
class ReaderState:
    """An article and what is known of its English; `packs_key` leads to language packs, if any does."""

    article: Article
    translations: dict[int, Translation] = field(default_factory=dict)
    is_translating: bool = True
    pack_missing: bool = False
    analysis: Analysis | None = None
    analysis_failure: str | None = None
    clippings: tuple[Clipping, ...] = ()
    notices: tuple[str, ...] = ()
    packs_key: str = ""

    @property
    def total(self) -> int:
        """The number of sentences."""
        return len(self.article.sentences)

    @cached_property
    def shown_total(self) -> int:
        """The number of sentences that are shown: without boilerplate, where there is anything else."""
        paragraphs = self.article.paragraphs
        own = sum(
            paragraphs[sentence.paragraph].kind is not ParagraphKind.BOILERPLATE
            for sentence in self.article.sentences
        )
        return own or self.total

    def origin(self, sentence: int) -> str | None:
        """Where a sentence's English comes from, or None where it has none."""
        found = self.translations.get(sentence)
        return None if found is None else found.origin

    def english(self, sentence: int) -> str | Awaited:
        """A sentence's English, or what stands in its place."""
        found = self.translations.get(sentence)
        if found is not None:
            return found.english
        if self.is_translating and not self.pack_missing:
            return Awaited(skeleton(self.french(sentence)))
        if self.pack_missing and sentence == self.first_missing:
            return Awaited(self._lacks_pack, is_notice=True)
        return Awaited(NO_ENGLISH)

    @property
    def _lacks_pack(self) -> str:
        with_key = _(
            "No English yet: no French → English language pack is installed. "
            "Press {key} to install one, or run: enregard packs install"
        )
        without = _(
            "No English yet: no French → English language pack is installed. Run: enregard packs install"
        )
        return with_key.format(key=self.packs_key) if self.packs_key else without

    def french(self, sentence: int) -> str:
        """A sentence's French, on one line."""
        return self.article.words(sentence)

    def waiting(self, nothing: str) -> str:
        """What is said in place of an analysis: that it is being made, why it cannot be, or `nothing`."""
        if self.analysis is not None:
            return nothing
        return self.analysis_failure or _("Being analysed…")

    @cached_property
    def first_missing(self) -> int | None:
        """The first sentence that has no English."""
        return next((index for index in range(self.total) if index not in self.translations), None)


def updated(state: ReaderState, event: events.Event) -> ReaderState:
    """The state after an event; the same one where it says nothing new."""
    match event:
        case events.SentencesTranslated(translations=found):
            better = {
                index: new
                for index, new in found.items()
                if index not in state.translations
                or preference(new.origin) >= preference(state.translations[index].origin)
            }
            if all(state.translations.get(index) == new for index, new in better.items()):
                return state
            return replace(state, translations={**state.translations, **better})
        case events.SentencesEdited(sentences=sentences, translation=now):
            kept = {index: known for index, known in state.translations.items() if index not in sentences}
            edited = {} if now is None else dict.fromkeys(sentences, now)
            return replace(state, translations={**kept, **edited})
        case events.PackMissing():
            return replace(state, pack_missing=True)
        case events.AnalysisReady(analysis=analysis):
            return state if analysis == state.analysis else replace(state, analysis=analysis)
        case events.AnalysisFailed(message=message):
            return replace(state, analysis_failure=message)
        case events.TranslationEnded():
            return replace(state, is_translating=False)
        case events.OtherLanguage(code=code):
            notice = _(
                "This text seems to be in another language than French ({code}). "
                "Expect little of its English."
            ).format(code=code)
            return replace(state, notices=(*state.notices, notice))
        case events.ClippingsChanged(clippings=clippings):
            return state if clippings == state.clippings else replace(state, clippings=clippings)
        case events.JobFailed(message=message):
            return replace(state, notices=(*state.notices, message))


def changed_sentences(before: ReaderState, after: ReaderState) -> set[int]:
    """The sentences whose English, or what stands in its place, is no longer the same."""
    if (before.is_translating, before.pack_missing) != (after.is_translating, after.pack_missing):
        return {index for index in range(after.total) if index not in before.translations}
    lost = before.translations.keys() - after.translations.keys()
    return lost | {
        index
        for index, found in after.translations.items()
        if (known := before.translations.get(index)) is None or known.english != found.english
    }
