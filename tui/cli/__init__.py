"""The command line: a thin door on the reader and on `articles`. Imports what a command needs, no more.

Nothing is imported here at first, so that an interrupt is heard from the beginning.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

_INTERRUPTED = 130


def main(arguments: "Sequence[str] | None" = None) -> "NoReturn":
    """Run the command line and exit: 0 done, 1 could not (one line says why), 2 called wrongly.

    130 is interrupted, and 141, as for any program in a pipe, that nobody reads on.
    """
    try:
        import gc
        import sys

        gc.set_threshold(20_000, 20, 50)
        given = sys.argv[1:] if arguments is None else arguments
        if _names_a_file(given):
            from tui.cli.directly import read

            code = read(given[0])
        else:
            from tui.cli.running import run

            code = run(given)
    except KeyboardInterrupt:
        code = _INTERRUPTED
    _leave(code)


def _names_a_file(given: "Sequence[str]") -> bool:
    """Whether all that was said is one name that can be no command: the way most often gone."""
    import os

    is_name = len(given) == 1 and not given[0].startswith("-") and ("." in given[0] or "/" in given[0])
    return is_name and "_ENREGARD_COMPLETE" not in os.environ


def _leave(code: int) -> "NoReturn":
    """Exit; at once where threads are still at work, since Python would wait for them."""
    import contextlib
    import os
    import sys
    import threading

    if code == _INTERRUPTED or any(thread.name == "engine" for thread in threading.enumerate()):
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError):
                stream.flush()
        os._exit(code)
    sys.exit(code)
