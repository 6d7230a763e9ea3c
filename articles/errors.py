"""What the program says when it cannot do what was asked."""

from articles.wording import _


class EnregardError(Exception):
    """A failure the reader can do something about.

    `what` says what is wrong and with which file; `hint` says what to do. Together they are one line.
    """

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what, hint)
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        return _("{what}: {hint}").format(what=self.what, hint=self.hint) if self.hint else self.what
