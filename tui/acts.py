"""Everything the reader can be told to do: the one table behind keys, footer, palette and help."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done: `id` names its action, `keys` do it, `label` is for the footer."""

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    in_footer: bool = False


MOVING, LOOKING, PANES, CHANGING, PROGRAM = "Moving", "Looking", "Panes", "Words", "Program"

READING = (
    Act("next_sentence", ("down", "j"), "Next", "Next sentence", MOVING),
    Act("previous_sentence", ("up", "k"), "Previous", "Previous sentence", MOVING),
    Act("page_down", ("pagedown", "space"), "Page down", "One screen down", MOVING),
    Act("page_up", ("pageup", "b"), "Page up", "One screen up", MOVING),
    Act("first_sentence", ("g", "home"), "Top", "First sentence", MOVING),
    Act("last_sentence", ("G", "end"), "End", "Last sentence", MOVING),
    Act("next_quote", ("right_square_bracket",), "Next quote", "Next quote", MOVING),
    Act("previous_quote", ("left_square_bracket",), "Previous quote", "Previous quote", MOVING),
    Act("next_mention", ("n",), "Next mention", "Next mention of the chosen actor", MOVING),
    Act("previous_mention", ("N",), "Previous mention", "Previous mention of the chosen actor", MOVING),
    Act("toggle_language", ("t",), "FR/EN", "Turn French into English, and back, in place", LOOKING, True),
    Act(
        "cycle_view",
        ("v",),
        "View",
        "Next view: side by side, French, English, interlinear",
        LOOKING,
        True,
    ),
    Act("toggle_marks", ("h",), "Highlights", "Show or hide what is highlighted in the text", LOOKING),
    Act("dismiss", ("escape",), "Back", "Back to the text; close the notice at the top", LOOKING),
    Act("summary", ("1",), "Summary", "The sentences that say the most; again closes", PANES, True),
    Act("quotes", ("2",), "Quotes", "Who says what; again closes", PANES, True),
    Act("actors", ("3",), "Actors", "Who is in the article; again closes", PANES, True),
    Act("more", ("plus", "equals_sign"), "More", "One sentence more in the summary", PANES),
    Act("fewer", ("minus",), "Fewer", "One sentence fewer in the summary", PANES),
    Act("copy", ("c",), "Copy", "Copy the quote under the cursor, else the sentence", CHANGING, True),
    Act("edit", ("e",), "Edit", "Change the sentence's English by hand; it is kept", CHANGING, True),
    Act("undo", ("u",), "Undo", "Take the last change back", CHANGING),
    Act("packs", ("p",), "Packs", "Language packs: install, remove, verify", PROGRAM),
    Act("help", ("question_mark", "f1"), "Help", "This list of keys", PROGRAM, True),
    Act("palette", ("ctrl+p",), "Commands", "Find anything the program does, by name", PROGRAM),
    Act("quit", ("q", "ctrl+q"), "Quit", "Leave the reader", PROGRAM, True),
)

_KEY_NAMES = {
    "down": "↓",
    "up": "↑",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "escape": "Esc",
    "question_mark": "?",
    "f1": "F1",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
}


def key_name(key: str) -> str:
    """A key as a reader knows it."""
    return _KEY_NAMES.get(key, key.replace("ctrl+", "Ctrl+"))


def bindings(acts: tuple[Act, ...]) -> "list[Binding | tuple[str, str] | tuple[str, str, str]]":
    """The Textual bindings of some acts."""
    from textual.binding import Binding

    return [
        Binding(
            ",".join(act.keys),
            act.id,
            act.label,
            show=act.in_footer,
            key_display=key_name(act.keys[0]),
            tooltip=act.help,
            id=act.id,
        )
        for act in sorted(acts, key=lambda act: act.group != PROGRAM)
    ]
