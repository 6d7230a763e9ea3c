"""What the system says of files and connections, listed for the catalogue: `wording.reason` looks it up."""

from articles.wording import _

WORDS = (
    _("Connection refused"),
    _("Connection reset by peer"),
    _("Connection timed out"),
    _("Disk quota exceeded"),
    _("File exists"),
    _("File name too long"),
    _("File too large"),
    _("Input/output error"),
    _("Is a directory"),
    _("Name or service not known"),
    _("Network is unreachable"),
    _("No route to host"),
    _("No space left on device"),
    _("No such file or directory"),
    _("Not a directory"),
    _("Operation not permitted"),
    _("Permission denied"),
    _("Read-only file system"),
    _("Server disconnected without sending a response."),
    _("Temporary failure in name resolution"),
    _("The read operation timed out"),
    _("Too many levels of symbolic links"),
    _("nodename nor servname provided, or not known"),
    _("timed out"),
)
