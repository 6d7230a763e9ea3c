"""Copying: to the terminal by OSC 52, also over SSH, and to the system's clipboard where there is one."""

import base64
import os
import subprocess

_LARGEST = 74_000
"""Bytes that terminals take at least, encoded (xterm's limit)."""


def sequence(text: str) -> str:
    """What tells the terminal to keep `text`, wrapped for tmux and screen where they stand between.

    OSC 52, as in xterm's control sequences; tmux and screen pass on what is inside a DCS.
    """
    encoded = base64.b64encode(text.encode()).decode()
    osc = f"\x1b]52;c;{encoded}\x07"
    if os.environ.get("TMUX"):
        doubled = osc.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{doubled}\x1b\\"
    if os.environ.get("STY"):
        return f"\x1bP{osc}\x1b\\"
    return osc


def fits(text: str) -> bool:
    """Whether a terminal will take so much."""
    return len(text.encode()) * 4 / 3 <= _LARGEST


def to_tmux(text: str) -> bool:
    """Copy through the tmux that the reader runs in, which hands it to its own terminal; whether it did.

    By default tmux lets no sequence of its programs through, and takes a copy from this command.
    """
    if not os.environ.get("TMUX"):
        return False
    try:
        done = subprocess.run(
            ["tmux", "load-buffer", "-w", "-"], input=text.encode(), capture_output=True, timeout=5
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def to_system(text: str) -> bool:
    """Copy to the system's clipboard; whether there is one."""
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
