"""Keys of the reader's own: from the configuration to what Textual binds, or one clear line on why not."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from articles.config import fault
from articles.wording import _
from tui.acts import Act, Keymap, acts, keys_of, rivals
from tui.keys import key_name, textual_name, writes

_NO_KEY = "f24"
"""What stands for no key at all: Textual takes nothing for the act's own keys."""


def checked(given: Mapping[str, tuple[str, ...]], file: Path) -> Keymap:
    """The keymap in the `[keys]` of a configuration file.

    Raises EnregardError for an act or a key that is not there, and for a key that would do two things.
    """
    known = acts()
    for name in given:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name, known, 1) or ["copy"]
            why = _("there is nothing called {name} that a key could do; did you mean {near}?")
            raise fault(file, "keys", name, why.format(name=name, near=near[0]))
    keymap = {
        name: tuple(_key(written, known[name], file) for written in keys) for name, keys in given.items()
    }
    for place in rivals():
        _refuse_clashes(place, keymap, file)
    return keymap


def for_textual(keymap: Keymap) -> dict[str, str]:
    """The keymap as Textual takes it."""
    return {name: ",".join(keys) or _NO_KEY for name, keys in keymap.items()}


def _key(written: str, act: Act, file: Path) -> str:
    """The name that Textual has for a key."""
    key = textual_name(written)
    if key is None:
        why = _("there is no key {key}; write a character, or a name like f5, pagedown, ctrl+y")
    elif act.is_first and writes(key):
        why = _("{key} is needed for typing; choose a key that writes nothing, like f5 or ctrl+y")
    else:
        return key
    raise fault(file, "keys", act.id, why.format(key=written))


def _refuse_clashes(place: Sequence[Act], keymap: Keymap, file: Path) -> None:
    taken: dict[str, Act] = {}
    for act in place:
        for key in keys_of(act, keymap):
            other = taken.setdefault(key, act)
            if other is not act:
                mine = act if act.id in keymap else other
                why = _("the key {key} would do two things: {one} ({a}) and {other} ({b})")
                raise fault(
                    file,
                    "keys",
                    mine.id,
                    why.format(key=key_name(key), one=other.id, a=other.help, other=act.id, b=act.help),
                )
