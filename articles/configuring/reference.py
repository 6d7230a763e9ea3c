"""The options as a table of Markdown, for the README: `python -m articles.configuring.reference`."""

from articles.config import options
from articles.configuring.template import as_toml
from articles.wording import _


def reference() -> str:
    """A row an option, in the language in use."""
    heads = (_("option"), _("variable"), _("default"), _("what it is"))
    rows = [
        (
            f"`[{option.table}] {option.name}`",
            f"`{option.variable}`",
            f"`{as_toml(option.default)}`",
            option.help,
        )
        for option in options()
    ]
    cells = [heads, ("---",) * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in cells)


if __name__ == "__main__":
    print(reference())
