"""What a dialog says of its keys, under it: in the same words as the foot."""

from articles.wording import _
from tui.keys import key_name


def hint(*keys: tuple[str, str]) -> str:
    """Keys, by their names in Textual, with what they do."""
    return " · ".join(f"{' '.join(map(key_name, key.split()))} {label.lower()}" for key, label in keys)


def of_field(*, is_path: bool = False) -> str:
    """Under a field that is written in."""
    completes = [("tab", _("Complete"))] if is_path else []
    return hint(("enter", _("Keep")), *completes, ("escape", _("Leave")))
