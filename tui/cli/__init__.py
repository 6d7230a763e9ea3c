"""The command line: a thin door on the reader and on `articles`. Imports what a command needs, no more."""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 done, 1 could not (one line says why), 2 called wrongly.

    130 is interrupted, and 141, as for any program in a pipe, that nobody reads on.
    """
    try:
        from tui.cli.running import run

        code = run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except BrokenPipeError:
        code = _unread()
    _leave(code)


def _unread() -> int:
    """What was not read goes nowhere, since Python would complain of it once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return 141


def _leave(code: int) -> NoReturn:
    """Exit; at once where threads are still at work, since Python would wait for them."""
    import threading

    if code == _INTERRUPTED or any(thread.name == "engine" for thread in threading.enumerate()):
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)
    sys.exit(code)
