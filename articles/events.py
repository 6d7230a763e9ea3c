"""What happens while an article is being read: facts, told from background threads."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.annotations import Analysis
from articles.clippings import Clipping
from articles.translation import Translation


@dataclass(frozen=True, slots=True)
class SentencesTranslated:
    """These sentences, by index, have their English."""

    job: int
    translations: Mapping[int, Translation]


@dataclass(frozen=True, slots=True)
class SentencesEdited:
    """The reader has given these sentences another English by hand, or has taken it back.

    `translation` is what they have now: None where nothing is left.
    """

    job: int
    sentences: tuple[int, ...]
    translation: Translation | None


@dataclass(frozen=True, slots=True)
class PackMissing:
    """Some sentences have no English, and there is no pack to make it."""

    job: int


@dataclass(frozen=True, slots=True)
class TranslationEnded:
    """Nothing more will be translated: all is done, or nothing can be."""

    job: int


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """The text seems to be in another language than French: `code` is its ISO 639 code."""

    job: int
    code: str


@dataclass(frozen=True, slots=True)
class AnalysisReady:
    """Quotes, actors and the summary are known."""

    job: int
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class AnalysisFailed:
    """There is no analysis; `message` is one line for the reader."""

    job: int
    message: str


@dataclass(frozen=True, slots=True)
class ClippingsChanged:
    """These are the article's clippings now, the latest first."""

    job: int
    clippings: tuple[Clipping, ...]


@dataclass(frozen=True, slots=True)
class JobFailed:
    """Something could not be done; `message` is one line for the reader. The article stays readable."""

    job: int
    message: str


Event = (
    SentencesTranslated
    | SentencesEdited
    | PackMissing
    | TranslationEnded
    | OtherLanguage
    | AnalysisReady
    | AnalysisFailed
    | ClippingsChanged
    | JobFailed
)
