"""The paragraphs and headings in a tree of markup, in order and in linear time."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.sources import trees
from articles.sources.raw import Block

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a kind of markup mean for its text."""

    headings: frozenset[str]
    ends_block: frozenset[str]
    breaks_line: str
    cell: str = ""
    left_out: frozenset[str] = frozenset()


HTML = Vocabulary(
    headings=frozenset({"h1", "h2", "h3", "h4", "h5", "h6"}),
    ends_block=frozenset(
        """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
        figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search
        section summary table tbody td tfoot th thead tr ul""".split()
    ),
    breaks_line="br",
    left_out=frozenset(
        """applet audio button canvas embed frameset head iframe math noembed noframes noscript object script
        select style svg template textarea title video""".split()
    ),
)

PAGE = Vocabulary(
    headings=HTML.headings,
    ends_block=HTML.ends_block,
    breaks_line=HTML.breaks_line,
    left_out=HTML.left_out | {"aside", "footer", "form", "nav"},
)
"""HTML with menus and the like around the article."""

EXTRACTED = Vocabulary(
    headings=frozenset({"head"}),
    ends_block=frozenset({"ab", "body", "div", "head", "item", "list", "p", "quote", "row", "table"}),
    breaks_line="lb",
    cell="cell",
)
"""What trafilatura makes of HTML."""

_ROLES = ("epub:type", "{http://www.idpf.org/2007/ops}type", "role")

_ASIDES = re.compile(r"\b(?:noteref|pagebreak)\b")
"""What books call the calls of notes, and the numbers of the printed pages."""


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs and headings in a piece of HTML that holds an article and little else."""
    root = trees.html_tree(text)
    return () if root is None else blocks_of(root)


def blocks_of(root: "_Element", vocabulary: Vocabulary = HTML) -> tuple[Block, ...]:
    """The paragraphs and headings under `root`; the cells of a row stand between bars, where it has cells."""
    from lxml.etree import iterwalk

    gathered = _Gathered(vocabulary)
    left_out: _Element | None = None
    for event, element in iterwalk(root, events=("start", "end")):
        tag = trees.local_name(element)
        if event == "start" and left_out is None:
            if _is_left_out(element, tag, vocabulary):
                left_out = element
            else:
                gathered.start(tag, element.text)
        elif event == "end" and left_out in (None, element):
            gathered.end("" if left_out is element else tag)
            gathered.add(element.tail)
            left_out = None
    gathered.close(is_heading=False)
    return tuple(gathered.blocks)


def _is_left_out(element: "_Element", tag: str, vocabulary: Vocabulary) -> bool:
    if tag in vocabulary.left_out or "hidden" in element.attrib:
        return True
    return any(_ASIDES.search(element.get(attribute) or "") for attribute in _ROLES)


class _Gathered:
    """The blocks that are whole, and the words of the one that is not."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.blocks: list[Block] = []
        self._vocabulary = vocabulary
        self._words: list[str] = []

    def start(self, tag: str, text: str | None) -> None:
        """An element begins, with `text` as its first words."""
        if tag in self._vocabulary.ends_block:
            self.close(is_heading=False)
        elif tag == self._vocabulary.breaks_line:
            self.add("\n")
        elif tag and tag == self._vocabulary.cell and self._words:
            self.add(" | ")
        self.add(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in self._vocabulary.ends_block:
            self.close(is_heading=tag in self._vocabulary.headings)

    def add(self, words: str | None) -> None:
        """More words of the block that is not whole."""
        if words and (self._words or words.strip()):
            self._words.append(words)

    def close(self, *, is_heading: bool) -> None:
        """What was said since the last block is one, where it is anything."""
        if self._words:
            self.blocks.append(Block("".join(self._words).strip(), is_heading))
            self._words = []
