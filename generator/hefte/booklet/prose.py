"""Markdown as the print engine needs it: paragraphs, lists and headings of plain runs of text.

Pictures, tables and raw HTML are left out: what is printed is words. Links keep their text, and
their address where there is one.
"""

import re
from html.parser import HTMLParser

from markdown import Markdown

from hefte import norwegian
from hefte.booklet.pieces import Block, Line, Span

_PLAIN = re.compile(r"[^*_`#\[\]<>!|&\\~+=-]*(?:(?<=\w)-(?=\w)[^*_`#\[\]<>!|&\\~+=-]*)*")
_NUMBERED = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)
_BLOCKS = {"p": "paragraph", "ul": "bullets", "ol": "numbers"} | {f"h{level}": "heading" for level in range(1, 7)}
_SILENT = frozenset(("script", "style", "table"))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Read Markdown to blocks; text without any mark is split at its empty lines."""
    if _PLAIN.fullmatch(text) and not _NUMBERED.search(text):
        parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
        return tuple(Block("paragraph", (Span(part),)) for part in parts if part)
    reader = _Reader()
    reader.feed(Markdown(extensions=["sane_lists"]).convert(norwegian.keep_ordinals(text)))
    reader.close()
    return tuple(reader.blocks)


def paragraph(text: str) -> Block:
    """One line of plain text."""
    return Block("paragraph", (Span(text),))


def spans_of(line: Line) -> tuple[Span, ...]:
    """The value of a fact as runs of text, its link first."""
    if line.link is None:
        return (Span(line.value),)
    rest = line.value.removeprefix(line.link.text)
    return (line.link, Span(rest)) if rest else (line.link,)


class _Reader(HTMLParser):
    """Collects blocks from the HTML that Markdown makes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._kind = ""
        self._spans: list[Span] = []
        self._items: list[tuple[Span, ...]] = []
        self._depth = 0
        self._strong = 0
        self._silent = 0
        self._href: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a list item, an emphasis or a link."""
        if tag in _SILENT:
            self._silent += 1
        elif tag in {"strong", "em", "b", "i"}:
            self._strong += 1
        elif tag == "a":
            self._href = dict(attrs).get("href")
        elif tag == "br":
            self._spans.append(Span(" "))
        elif tag in _BLOCKS:
            if self._depth:
                self._end_item()
            self._kind, self._depth = self._kind or _BLOCKS[tag], self._depth + 1

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened; an item of a list within a list becomes an item of the outer one."""
        if tag in _SILENT:
            self._silent -= 1
        elif tag in {"strong", "em", "b", "i"}:
            self._strong -= 1
        elif tag == "a":
            self._href = None
        elif tag == "li":
            self._end_item()
        elif tag in _BLOCKS:
            self._depth -= 1
            if not self._depth:
                self._end_block()

    def handle_data(self, data: str) -> None:
        """Keep a run of text with its emphasis and its link."""
        text = re.sub(r"\s+", " ", data)
        if text.strip(" ") and not self._silent and self._kind:
            web = self._href if self._href and self._href.startswith(("http://", "https://")) else None
            self._spans.append(Span(text, self._strong > 0, web))

    def _end_item(self) -> None:
        if self._spans:
            self._items.append(tuple(self._spans))
        self._spans = []

    def _end_block(self) -> None:
        if self._items or self._spans:
            self.blocks.append(Block(self._kind, tuple(self._spans), tuple(self._items)))
        self._kind, self._spans, self._items = "", [], []
