"""An actor in the making: its name, the forms of the name that are looked for, and where they were found."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.analysis.actors import data
from articles.analysis.actors.checks import Found
from articles.analysis.actors.kinds import kind_of
from articles.analysis.actors.words import Word, plain
from articles.annotations import ActorKind, Gender
from articles.spans import Span

Form = tuple[str, ...]
"""The words of a name as they are looked for: in lower case but for a capital first letter."""


@dataclass(slots=True, eq=False)
class Bearer:
    """An actor in the making.

    `forms` name it; those in `weak` (a first name, the town of a club) yield to another's own. `full` is
    where it was last named by its longest form while the text is read through.
    """

    name: str
    kind: ActorKind
    found: list[Found] = field(default_factory=list)
    forms: set[Form] = field(default_factory=set)
    weak: set[Form] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)
    gender: Gender | None = None
    full: int = -1

    def takes(self, other: "Bearer") -> None:
        """Makes the other's name another form of this one's."""
        self.found += other.found
        self.forms |= other.forms
        self.weak |= other.weak
        if self.found and self.kind is not ActorKind.PERSON:
            self.kind = kind_of(self.found)
            self.kind = ActorKind.ORGANISATION if self.kind is ActorKind.PERSON else self.kind


def form_of(words: Iterable[Word]) -> Form:
    """The form of a name; the point after a last initial may be the end of a sentence."""
    form = tuple(key_of(word.text) for word in words)
    is_initial = len(form) > 1 and len(form[-1]) == 2 and form[-1].endswith(".")
    return (*form[:-1], form[-1][:1]) if is_initial else form


def key_of(word: str) -> str:
    small = plain(word)
    return data.unaccented(small[:1]).upper() + small[1:] if word[:1].isupper() else small


def capitalised(form: Form) -> Form:
    first = form[0] if form[0] in ("de", "du", "d'") else form[0][:1].upper() + form[0][1:]
    return (first, *form[1:])


def longest_form(bearer: Bearer) -> Form:
    return max(bearer.forms, key=lambda form: (len(form), form))
