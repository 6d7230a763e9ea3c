"""Acts and their keys: the one table, and what a reader may change in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.binding import BindingsMap
from textual.widget import Widget

from articles import config
from articles.errors import EnregardError
from tui import acts
from tui.acts import PLACES, READING, Act, Group, Keymap, bindings, keys_of, rivals
from tui.keymap import checked, for_textual
from tui.keys import key_name, writes
from tui.screens.collection import CollectionScreen
from tui.screens.copying import CopyScreen
from tui.screens.edit import EditScreen
from tui.screens.help import Scrolled
from tui.screens.library import LibraryScreen
from tui.screens.packs import PacksScreen
from tui.screens.packs.table import PackTable
from tui.screens.reading import ReadingScreen
from tui.widgets.choice_list import ChoiceList
from tui.widgets.find_bar import FindBar
from tui.widgets.panes.actors import ActorsPane
from tui.widgets.panes.clippings import ClippingsPane
from tui.widgets.panes.pane import Pane
from tui.widgets.panes.quotes import QuotesPane
from tui.widgets.panes.summary import SummaryPane

DOERS: dict[tuple[Group, ...], type[Widget]] = {
    READING: ReadingScreen,
    (acts.IN_PANES,): Pane,
    (acts.IN_LISTS,): ChoiceList,
    (acts.IN_SUMMARY,): SummaryPane,
    (acts.IN_QUOTES,): QuotesPane,
    (acts.IN_ACTORS,): ActorsPane,
    (acts.IN_CLIPPINGS,): ClippingsPane,
    (acts.WHILE_COPYING,): CopyScreen,
    (acts.WHILE_FINDING,): FindBar,
    (acts.WHILE_EDITING,): EditScreen,
    (acts.IN_PACKS,): PacksScreen,
    (acts.IN_LIBRARY,): LibraryScreen,
    (acts.IN_COLLECTION,): CollectionScreen,
}
"""Who does the acts of a place."""


def keymap(file: Path, keys: str) -> Keymap:
    """The keymap of a configuration file with these lines under `[keys]`."""
    file.write_text(f"[reader]\nwidth = 72\n[keys]\n{keys}\n", encoding="utf-8")
    return checked(config.load(file).keys, file)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the configuration is."""
    return tmp_path / "config.toml"


def test_every_act_is_done_by_its_place() -> None:
    assert {group for place in DOERS for group in place} == set(acts.groups())
    missing = [
        (doer.__name__, act.id)
        for place, doer in DOERS.items()
        for group in place
        for act in group.acts
        if not callable(getattr(doer, f"action_{act.action}", None))
    ]
    assert missing == []


def test_the_keys_of_lists_go_through_the_packs_too() -> None:
    assert all(callable(getattr(PackTable, f"action_{act.action}", None)) for act in acts.IN_LISTS.acts)


def test_every_act_is_bound_in_its_place() -> None:
    for place, doer in DOERS.items():
        found = BindingsMap(doer.BINDINGS).key_to_bindings.values()
        bound = {binding.id for several in found for binding in several}
        assert {act.id for group in place for act in group.acts} <= bound


def test_ids_are_unique_and_their_words_are_there() -> None:
    every = [act for group in acts.groups() for act in group.acts]
    assert len({act.id for act in every}) == len(every)
    assert all(act.label and act.help and act.keys for act in every)


def test_what_goes_through_lists_goes_through_the_help() -> None:
    assert all(callable(getattr(Scrolled, f"action_{act.action}", None)) for act in acts.IN_LISTS.acts)
    assert {act.keys for act in acts.IN_LISTS.acts} <= {act.keys for act in acts.MOVING.acts}


def test_the_keys_as_they_come_do_one_thing_each(file: Path) -> None:
    assert checked({}, file) == {}
    for place in rivals():
        keys = [key for act in place for key in act.keys]
        assert len(set(keys)) == len(keys)


def test_a_key_or_several_or_none(file: Path) -> None:
    chosen = keymap(file, 'copy = "y"\nfind = ["ctrl+s", "/"]\nhelp = []\nlast_sentence = "é"')
    assert chosen == {"copy": ("y",), "find": ("ctrl+s", "slash"), "help": (), "last_sentence": ("é",)}
    known = acts.acts()
    assert keys_of(known["quotes"], chosen) == ("2",)
    assert acts.first_key(known["find"], chosen) == "Ctrl+s"
    assert acts.first_key(known["help"], chosen) == ""


TAKEN = (
    "jump_back",
    "find",
    "page_down",
    "page_up",
    "list-page_down",
    "list-page_up",
    "change_side",
    "summary-more",
)
"""Acts whose keys are tried for another one."""


@pytest.mark.parametrize(
    ("written", "key", "shown"),
    [
        ("y", "y", "y"),
        ("Y", "Y", "Y"),
        ("ç", "ç", "ç"),
        ("7", "7", "7"),
        ("+", "plus", "+"),
        ("_", "underscore", "_"),
        ("@", "at", "@"),
        ("\\\\", "backslash", "\\"),
        ("'", "apostrophe", "'"),
        ("§", "section_sign", "§"),
        ("«", "left_pointing_double_angle_quotation_mark", "«"),
        (" ", "space", "Space"),
        ("space", "space", "Space"),
        ("slash", "slash", "/"),
        ("f5", "f5", "F5"),
        ("pageup", "pageup", "PgUp"),
        ("ctrl+y", "ctrl+y", "Ctrl+y"),
        ("ctrl+shift+left", "ctrl+shift+left", "Ctrl+Shift+←"),
        ("alt+é", "alt+é", "Alt+é"),
        ("ctrl+space", "ctrl+space", "Ctrl+Space"),
        ("insert", "insert", "insert"),
        ("Ctrl+y", "ctrl+y", "Ctrl+y"),
        ("F5", "f5", "F5"),
        ("PageDown", "pagedown", "PgDn"),
    ],
)
def test_how_keys_are_written_and_shown(file: Path, written: str, key: str, shown: str) -> None:
    free = "".join(f'{act} = "f1{number}"\n' for number, act in enumerate(TAKEN))
    assert keymap(file, f'{free}copy = "{written}"')["copy"] == (key,)
    assert key_name(key) == shown


def complaint(file: Path, keys: str) -> str:
    """What is said about lines of `[keys]`."""
    with pytest.raises(EnregardError) as caught:
        keymap(file, keys)
    said = str(caught.value)
    assert "\n" not in said
    assert said.startswith(f"{file}, line ")
    return said.removeprefix(f"{file}, line ")


@pytest.mark.parametrize(
    ("name", "near"),
    [("coppy", "copy"), ("next_qoute", "next_quote"), ("xyzzy", "copy"), ("pane-chose", "pane-choose")],
)
def test_an_act_that_is_not_there(file: Path, name: str, near: str) -> None:
    said = complaint(file, f'find = "f5"\n{name} = "y"')
    assert said.startswith("5: ")
    assert f"{name} " in said
    assert f"did you mean {near}?" in said


@pytest.mark.parametrize(
    "key",
    ["", "yy", "control", "strg+y", "ctrl+", "+y", "ctrl++", "<any>", "PgDown", "c-y", "ctrl+yy"],
)
def test_a_key_that_is_not_there(file: Path, key: str) -> None:
    said = complaint(file, f'copy = "{key}"')
    assert said.startswith(f"4: there is no key {key}")
    assert "f5" in said


@pytest.mark.parametrize(
    ("keys", "line", "one", "other"),
    [
        ('copy = "t"', 4, "toggle_language", "copy"),
        ('find = "f5"\n\ncopy = "t"', 6, "toggle_language", "copy"),
        ('copy = "z"\nfind = "z"', 4, "find", "copy"),
        ('quotes-speaker = "enter"', 4, "pane-choose", "quotes-speaker"),
        ('find-next = "escape"', 4, "find-next", "find-leave"),
        ('packs-verify = ["f5", "f"]', 4, "packs-from_file", "packs-verify"),
        ('library-add = "m"', 4, "library-mark", "library-add"),
        ('copy = "s"', 4, "quotes-speaker", "copy"),
        ('next_match = "x"', 4, "clippings-drop", "next_match"),
        ('copying-both = "6"', 4, "copying-both", "copying-markdown"),
    ],
)
def test_a_clash_names_both_acts_and_the_line(file: Path, keys: str, line: int, one: str, other: str) -> None:
    said = complaint(file, keys)
    assert said.startswith(f"{line}: the key ")
    for name in (one, other):
        assert f"{name} ({acts.acts()[name].help})" in said


@pytest.mark.parametrize("key", ["x", "slash", "/", "space", "é", "7"])
def test_a_key_that_writes_something_is_needed_while_typing(file: Path, key: str) -> None:
    assert "is needed for typing" in complaint(file, f'find-next = "{key}"')
    assert keymap(file, 'find-next = "ctrl+n"\nfind-stay = "f5"')["find-next"] == ("ctrl+n",)


def test_what_is_said_of_a_file_that_says_it_in_other_ways(file: Path) -> None:
    file.write_text('keys.copy = "z"\nkeys."find" = ["z"]\n')
    with pytest.raises(EnregardError, match=r"line [12]: the key z would do two things"):
        checked(config.load(file).keys, file)


@st.composite
def keymaps(draw: st.DrawFn) -> tuple[list[Group], Keymap]:
    """A place, and other keys for some of its acts, none of which clash."""
    place = draw(st.sampled_from(PLACES))
    every = [act for group in place for act in group.acts]
    changed: list[Act] = draw(st.lists(st.sampled_from(every), unique_by=lambda act: act.id, max_size=5))
    near = [act for other in rivals() if set(other) & set(every) for act in other]
    kept = {key for act in near if act not in changed for key in act.keys}
    wanted = {key for act in changed for key in act.keys} | {"f5", "f6", "f7", "ctrl+y"}
    free = draw(st.permutations(sorted(wanted - kept)))
    counts = draw(st.lists(st.integers(0, 3), min_size=len(changed), max_size=len(changed)))
    chosen: dict[str, tuple[str, ...]] = {}
    for act, number in zip(changed, counts, strict=True):
        fit = [key for key in free if not (act.is_first and writes(key))][:number]
        chosen[act.id] = tuple(fit)
        free = [key for key in free if key not in fit]
    return list(place), chosen


@given(keymaps())
def test_whatever_does_not_clash_is_what_textual_binds(given_keys: tuple[list[Group], Keymap]) -> None:
    place, chosen = given_keys
    assert checked(chosen, Path("nowhere")) == chosen
    bound = BindingsMap(bindings(*place))
    bound.apply_keymap(for_textual(chosen))
    done = {key: {one.action for one in found} for key, found in bound.key_to_bindings.items()}
    wanted = {key: {act.action} for group in place for act in group.acts for key in keys_of(act, chosen)}
    assert {key: action for key, action in done.items() if key != "f24"} == wanted
