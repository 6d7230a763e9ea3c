"""Everything the reader can be told to do: the one table behind keys, footer, palette and help.

The keys that answer a question, or leave a dialog, cannot be changed: they are where it is, in `screens`.
Labels and help are in the language of the interface, which is chosen before this module is imported.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.wording import _
from tui.keys import key_name

if TYPE_CHECKING:
    from textual.binding import Binding

Keymap = Mapping[str, tuple[str, ...]]
"""The keys of acts that have others than their own, by the act's id."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done: `keys` do it, `label` is for the footer.

    `id` is the act's name in the configuration; what follows a dash in it, else all of it, names the action.
    With `is_first`, its keys are heard before a field that is being typed in hears them.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    is_first: bool = False

    @property
    def action(self) -> str:
        """The name of the Textual action."""
        return self.id.rpartition("-")[2]


@dataclass(frozen=True, slots=True)
class Group:
    """Acts that belong together, under one heading of the help."""

    title: str
    acts: tuple[Act, ...]


MOVING = Group(
    _("Moving"),
    (
        Act("next_sentence", ("down", "j"), _("Next"), _("Next sentence")),
        Act("previous_sentence", ("up", "k"), _("Previous"), _("Previous sentence")),
        Act("page_down", ("pagedown", "space", "ctrl+f"), _("Page down"), _("One screen down")),
        Act("page_up", ("pageup", "b", "ctrl+b"), _("Page up"), _("One screen up")),
        Act("half_down", ("ctrl+d",), _("Half down"), _("Half a screen down")),
        Act("half_up", ("ctrl+u",), _("Half up"), _("Half a screen up")),
        Act("first_sentence", ("g", "home"), _("Top"), _("First sentence")),
        Act("last_sentence", ("G", "end"), _("End"), _("Last sentence")),
        Act("next_quote", ("right_square_bracket",), _("Next quote"), _("Next quote")),
        Act("previous_quote", ("left_square_bracket",), _("Previous quote"), _("Previous quote")),
        Act("next_heading", ("right_curly_bracket",), _("Next heading"), _("Next heading")),
        Act("previous_heading", ("left_curly_bracket",), _("Previous heading"), _("Previous heading")),
        Act("jump_back", ("apostrophe", "ctrl+o"), _("Jump back"), _("Where you were before the last jump")),
    ),
)
FINDING = Group(
    _("Finding"),
    (
        Act("find", ("slash",), _("Find"), _("Find words in both languages, as they are typed")),
        Act("next_match", ("n",), _("Next"), _("Next place of what was found, or of the chosen actor")),
        Act("previous_match", ("N",), _("Previous"), _("Previous place")),
    ),
)
LOOKING = Group(
    _("Looking"),
    (
        Act("toggle_language", ("t",), _("FR/EN"), _("Turn French into English, and back, in place")),
        Act("cycle_view", ("v",), _("View"), _("Next view: side by side, French, English, interlinear")),
        Act("toggle_marks", ("h",), _("Highlights"), _("Show or hide what is highlighted in the text")),
        Act("dismiss", ("escape",), _("Back"), _("Back to the text; close the notice or what was found")),
    ),
)
PANES = Group(
    _("Panes"),
    (
        Act("summary", ("1",), _("Summary"), _("The sentences that say the most; again closes")),
        Act("quotes", ("2",), _("Quotes"), _("Who says what; again closes")),
        Act("actors", ("3",), _("Actors"), _("Who is in the article; again closes")),
        Act("clippings", ("4",), _("Clippings"), _("What was copied from this article; again closes")),
        Act("who", ("enter",), _("Who is it"), _("The actors of this sentence, one after the other")),
        Act("change_side", ("tab",), _("Pane"), _("From the text to the pane, and back")),
        Act("widen", ("less_than_sign",), _("Wider"), _("A wider pane; its edge can be dragged too")),
        Act("narrow", ("greater_than_sign",), _("Narrower"), _("A narrower pane")),
    ),
)
WORDS = Group(
    _("Words"),
    (
        Act("copy", ("c", "y"), _("Copy"), _("Copy the quote under the cursor, else the sentence")),
        Act("copy_as", ("C",), _("Copy as"), _("Copy in a way to be chosen, with attribution too")),
        Act("copy_text", ("ctrl+c",), _("Copy selection"), _("Copy what the mouse has selected")),
        Act("edit", ("e",), _("Edit"), _("Change the sentence’s English by hand; it is kept")),
        Act("undo", ("u",), _("Undo"), _("Take the last change back")),
        Act("export", ("E",), _("Export"), _("Write the article to a file, in both languages")),
    ),
)
PROGRAM = Group(
    _("Program"),
    (
        Act("library", ("l",), _("Library"), _("What was read, how far, and search in all of it")),
        Act("next_article", ("J",), _("Next article"), _("The next article of the list it was opened from")),
        Act("previous_article", ("K",), _("Article before"), _("The article before it in that list")),
        Act("packs", ("p",), _("Packs"), _("Language packs: install, remove, verify")),
        Act("help", ("question_mark", "f1"), _("Help"), _("This list of keys")),
        Act(
            "palette",
            ("ctrl+p", "colon"),
            _("Commands"),
            _("Find by name what it does; go to 27, to 50%"),
        ),
        Act("quit", ("q", "ctrl+q"), _("Quit"), _("Leave the reader")),
    ),
)
IN_PANES = Group(
    _("In a pane"),
    (Act("pane-choose", ("enter", "o"), _("Go there"), _("Go to it in the text; an actor’s next mention")),),
)
IN_LISTS = Group(
    _("In lists and in this help"),
    (
        Act("list-down", ("down", "j"), _("Down"), _("Down")),
        Act("list-up", ("up", "k"), _("Up"), _("Up")),
        Act("list-page_down", ("pagedown", "space", "ctrl+f"), _("Page down"), _("One screen down")),
        Act("list-page_up", ("pageup", "b", "ctrl+b"), _("Page up"), _("One screen up")),
        Act("list-half_down", ("ctrl+d",), _("Half down"), _("Half a screen down")),
        Act("list-half_up", ("ctrl+u",), _("Half up"), _("Half a screen up")),
        Act("list-first", ("g", "home"), _("Top"), _("To the first")),
        Act("list-last", ("G", "end"), _("End"), _("To the last")),
    ),
)
IN_SUMMARY = Group(
    _("In the summary"),
    (
        Act("summary-more", ("plus", "equals_sign"), _("More"), _("One sentence more")),
        Act("summary-fewer", ("minus",), _("Fewer"), _("One sentence fewer")),
    ),
)
IN_QUOTES = Group(
    _("In the quotes"),
    (Act("quotes-speaker", ("s",), _("Speaker"), _("Only what this speaker said; again: everybody")),),
)
IN_ACTORS = Group(_("In the actors"), (Act("actors-said", ("s",), _("Said"), _("What this actor said")),))
IN_CLIPPINGS = Group(
    _("In the clippings"),
    (Act("clippings-drop", ("x", "delete"), _("Remove"), _("Remove this clipping; u takes it back")),),
)
WHILE_COPYING = Group(
    _("While copying"),
    (
        Act("copying-french", ("1",), _("French"), _("French")),
        Act("copying-english", ("2",), _("English"), _("English")),
        Act("copying-both", ("3",), _("Both"), _("Both")),
        Act("copying-french_cited", ("4",), _("French, cited"), _("French, with where it is from")),
        Act("copying-english_cited", ("5",), _("English, cited"), _("English, with where it is from")),
        Act("copying-markdown", ("6",), _("Markdown"), _("Markdown quote")),
        Act("copying-leave", ("escape", "q", "C"), _("Close"), _("Close, and copy nothing")),
    ),
)
WHILE_FINDING = Group(
    _("While finding"),
    (
        Act("find-next", ("down",), _("Next"), _("Next place"), True),
        Act("find-previous", ("up",), _("Previous"), _("Previous place"), True),
        Act("find-stay", ("enter",), _("Stay here"), _("Read on here; n and N go on finding"), True),
        Act("find-leave", ("escape",), _("Back"), _("Back to where the finding began"), True),
    ),
)
WHILE_EDITING = Group(
    _("While changing the English"),
    (
        Act("edit-keep", ("enter",), _("Keep"), _("Keep this English"), True),
        Act("edit-leave", ("escape",), _("Leave"), _("Leave it as it was"), True),
    ),
)
IN_PACKS = Group(
    _("In the language packs"),
    (
        Act("packs-install", ("enter",), _("Install"), _("Install or update the chosen pack")),
        Act("packs-from_file", ("f",), _("From a file"), _("Install from a file")),
        Act("packs-verify", ("v",), _("Verify"), _("Check that the pack is whole")),
        Act("packs-remove", ("r",), _("Remove"), _("Remove the pack")),
        Act("packs-leave", ("escape",), _("Close"), _("Close, or cancel what is being done"), True),
        Act("packs-close", ("q",), _("Close"), _("Back to the article")),
    ),
)

IN_LIBRARY = Group(
    _("In the library"),
    (
        Act("library-open", ("enter", "o"), _("Read"), _("Read on where it was left")),
        Act("library-find", ("slash",), _("Find"), _("Find words in French, English, titles and notes")),
        Act("library-add", ("a",), _("Add"), _("Add a file, a folder, a book, a feed, an address")),
        Act("library-remove", ("x", "delete"), _("Remove"), _("Remove it; u takes it back")),
        Act("library-undo", ("u",), _("Undo"), _("Take the last removal back")),
        Act(
            "library-sort",
            ("s",),
            _("Sort"),
            _("Next order: last opened, added, title, date, progress"),
        ),
        Act("library-filter", ("f",), _("Filter"), _("Next filter: all, new, being read, read")),
        Act("library-mark", ("m",), _("Mark"), _("Mark as read, or as new again")),
        Act("library-tags", ("t",), _("Tags"), _("Change its tags")),
        Act("library-note", ("n",), _("Note"), _("Change its note")),
        Act("library-ahead", ("T",), _("Translate"), _("Translate it ahead, in the background")),
        Act("library-pause", ("P",), _("Pause"), _("Pause translating ahead, and go on")),
        Act("library-packs", ("p",), _("Packs"), _("Language packs")),
        Act("library-back", ("escape",), _("Back"), _("Stop adding or finding; back to the article")),
        Act("library-help", ("question_mark", "f1"), _("Help"), _("This list of keys")),
        Act(
            "library-palette",
            ("ctrl+p", "colon"),
            _("Commands"),
            _("Find anything the program does, by name"),
        ),
        Act("library-quit", ("q", "ctrl+q"), _("Quit"), _("Leave the reader")),
    ),
)
IN_COLLECTION = Group(
    _("In a folder, book or feed"),
    (
        Act(
            "collection-open", ("enter", "o"), _("Read"), _("Read it; one that is on the web is fetched then")
        ),
        Act(
            "collection-add",
            ("a",),
            _("Add all"),
            _("Add all to the library, without fetching feed pages"),
        ),
        Act("collection-library", ("l",), _("Library"), _("To the library")),
        Act("collection-back", ("escape",), _("Back"), _("Stop fetching; back to the article")),
        Act("collection-help", ("question_mark", "f1"), _("Help"), _("This list of keys")),
        Act(
            "collection-palette",
            ("ctrl+p", "colon"),
            _("Commands"),
            _("Find anything the program does, by name"),
        ),
        Act("collection-quit", ("q", "ctrl+q"), _("Quit"), _("Leave the reader")),
    ),
)

READING = (MOVING, FINDING, LOOKING, PANES, WORDS, PROGRAM)
"""What can be done in the text, and in the panes beside it."""

OF_PANES = {
    "summary": IN_SUMMARY,
    "quotes": IN_QUOTES,
    "actors": IN_ACTORS,
    "clippings": IN_CLIPPINGS,
}
"""What can be done in one pane alone, by the pane's name."""

PLACES: tuple[tuple[Group, ...], ...] = (
    READING,
    *((IN_PANES, group, IN_LISTS) for group in OF_PANES.values()),
    (WHILE_COPYING, IN_LISTS),
    (WHILE_FINDING,),
    (WHILE_EDITING,),
    (IN_PACKS, IN_LISTS),
    (IN_LIBRARY, IN_LISTS),
    (IN_COLLECTION, IN_LISTS),
)
"""The groups between whose acts a key must choose; a pane's act stands before one of the text."""


def rivals() -> tuple[tuple[Act, ...], ...]:
    """The acts between which a key must choose, place by place.

    In a pane these are also those of the text that are done there as well: all but moving through the text.
    """
    in_text = tuple(act for group in READING if group is not MOVING for act in group.acts if act.id != "who")
    return tuple(
        tuple(act for group in place for act in group.acts) + (in_text if IN_PANES in place else ())
        for place in PLACES
    )


def groups() -> tuple[Group, ...]:
    """Every group, once."""
    return tuple(dict.fromkeys(group for place in PLACES for group in place))


def acts() -> dict[str, Act]:
    """Every act by its id."""
    return {act.id: act for group in groups() for act in group.acts}


def keys_of(act: Act, keymap: Keymap) -> tuple[str, ...]:
    """The keys that do an act, under a keymap."""
    return keymap.get(act.id, act.keys)


def first_key(act: Act, keymap: Keymap) -> str:
    """The key that is shown for an act; nothing where the reader wants none."""
    return next((key_name(key) for key in keys_of(act, keymap)), "")


def key_of(id: str, keymap: Keymap) -> str:
    """The same, for the act with this id."""
    return first_key(acts()[id], keymap)


def bindings(*places: Group) -> "list[Binding | tuple[str, str] | tuple[str, str, str]]":
    """The Textual bindings of the acts of some groups."""
    return [_binding(act) for group in places for act in group.acts]


def _binding(act: Act) -> "Binding":
    from textual.binding import Binding

    return Binding(
        ",".join(act.keys),
        act.action,
        act.label,
        show=False,
        tooltip=act.help,
        id=act.id,
        priority=act.is_first,
    )


def named(*ids: str) -> tuple[Act, ...]:
    """The acts with these ids."""
    known = acts()
    return tuple(known[name] for name in ids)


def shown_keys(acts_: Iterable[Act], keymap: Keymap) -> str:
    """The first keys of some acts and what they do, as one line."""
    return " · ".join(f"{first_key(act, keymap)} {act.label.lower()}" for act in acts_)
