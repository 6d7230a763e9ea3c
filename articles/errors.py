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


def in_words(error: Exception, hint: str = "") -> str:
    """What an error is told as: what it says itself where it was raised for the reader, else that it came."""
    if isinstance(error, EnregardError):
        return str(error)
    what = _("something went wrong ({reason})").format(reason=f"{type(error).__name__}: {error}")
    return str(EnregardError(what, hint))
