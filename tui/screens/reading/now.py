"""What is open on the reading screen; so what Esc does next, and which acts the foot names."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from articles.wording import _
from tui.acts import Act, named
from tui.widgets.panes.deck import QUOTES, SUMMARY


@dataclass(frozen=True, slots=True)
class Now:
    """What is open, and what there is to be acted on.

    `pane` is the open one, where it `has_keys` with acts of its own; it may lie over the text, or hide all of
    it. `is_of_list` where a folder, a book or a feed lists the article.
    """

    pane: str | None = None
    pane_acts: tuple[str, ...] = ()
    has_keys: bool = False
    covers_text: bool = False
    hides_text: bool = False
    is_of_speaker: bool = False
    is_finding: bool = False
    is_typing: bool = False
    has_hits: bool = False
    has_actor: bool = False
    is_other_view: bool = False
    welcomes: bool = False
    has_notices: bool = False
    lacks_pack: bool = False
    can_undo: bool = False
    has_clippings: bool = False
    is_of_list: bool = False


class Step(Enum):
    """One step back."""

    TO_EVERYBODY = auto()
    TO_TEXT = auto()
    END_FINDING = auto()
    CLOSE_PANE = auto()
    TO_BOTH = auto()
    END_WELCOME = auto()
    CLOSE_NOTICES = auto()
    LET_GO = auto()
    TO_LIST = auto()

    @property
    def label(self) -> str:
        """What it is called in the foot."""
        return _LABELS[self]


_LABELS = {
    Step.TO_EVERYBODY: _("Back"),
    Step.TO_TEXT: _("Back"),
    Step.END_FINDING: _("Back"),
    Step.CLOSE_PANE: _("Close"),
    Step.TO_BOTH: _("Both"),
    Step.END_WELCOME: _("Close"),
    Step.CLOSE_NOTICES: _("Close"),
    Step.LET_GO: _("Back"),
    Step.TO_LIST: _("List"),
}


def step_back(now: Now) -> Step | None:
    """What there is to go back from, the latest first; at last from the article to its list."""
    is_open = now.pane is not None
    steps = (
        (Step.TO_EVERYBODY, now.has_keys and now.pane == QUOTES and now.is_of_speaker),
        (Step.TO_TEXT, now.has_keys),
        (Step.END_FINDING, now.is_finding),
        (Step.CLOSE_PANE, is_open and now.covers_text),
        (Step.TO_BOTH, now.is_other_view),
        (Step.END_WELCOME, now.welcomes),
        (Step.CLOSE_NOTICES, now.has_notices),
        (Step.CLOSE_PANE, is_open),
        (Step.LET_GO, now.has_actor),
        (Step.TO_LIST, now.is_of_list),
    )
    return next((step for step, is_there in steps if is_there), None)


def as_it_is(act: Act, now: Now) -> Act:
    """An act by what it does here and now."""
    if act.id == "dismiss":
        step = step_back(now)
        return act if step is None else replace(act, label=step.label)
    if act.id == "library" and now.is_of_list:
        return replace(act, label=_("List"), help=_("Back to the list that the article was opened from"))
    return act


def in_foot(now: Now) -> tuple[list[Act], tuple[Act, ...]]:
    """The acts that the foot names, those that matter most first; and those at its right end."""
    if now.is_typing:
        return [*named("find-next", "find-previous", "find-stay", "find-leave")], ()
    if now.has_keys:
        first, *others = now.pane_acts
        alone = ["dismiss"] if now.hides_text else []
        beside = [] if now.hides_text else ["change_side", "dismiss", "widen", "narrow"]
        here = [first, *alone, *others, *beside]
    else:
        here = _in_text(now)
    return [as_it_is(act, now) for act in named(*dict.fromkeys(here))], named("help", "quit")


def _in_text(now: Now) -> list[str]:
    here = ["next_match", "previous_match", "dismiss"] if now.has_hits else []
    here += ["dismiss"] if now.is_other_view else []
    here += ["packs"] if now.lacks_pack else []
    here += ["toggle_language", "summary", "quotes", "actors", "copy", "find", "library", "cycle_view"]
    here += ["next_article"] if now.is_of_list else []
    here += ["next_match"] if now.has_actor else []
    here += ["summary-more", "summary-fewer"] if now.pane == SUMMARY else []
    here += ["undo"] if now.can_undo else []
    here += ["clippings"] if now.has_clippings else []
    here += ["copy_as", "edit"]
    here += ["dismiss"] if step_back(now) is not None else []
    return here
