"""What the reader has chosen, in the configuration file and by doing, as the screens need it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.message import Message

from articles import paths
from articles.choices import Choices
from articles.config import ReaderOptions
from tui.acts import Keymap

MEASURE = ReaderOptions().width
"""Cells: the widest a column may be and still be read with ease."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` stands in the file, and goes before the one that was last chosen; `measure` is in cells.

    `library` is the file in which articles and choices are kept. After so many seconds without work the model
    of the analysis is let go; None keeps it.
    """

    theme: str | None = None
    measure: int = MEASURE
    keymap: Keymap = field(default_factory=dict)
    choices: Choices = field(default_factory=Choices)
    library: Path = field(default_factory=paths.library_file)
    has_motion: bool = True
    analysis_idle_seconds: float | None = None


@dataclass
class Chose(Message):
    """The reader chose something that is to be found again: fields of `Choices`."""

    changes: Mapping[str, Any]
