"""A Word document as blocks: headings, paragraphs, lists and tables, in their order and with their number.

What was inserted with «spor endringer» is read, what was deleted is not. Text in boxes has no place in the order, so it
is counted and not read.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from hefte.interchange.packed import LARGEST_BYTES, OLE, WORD, ZIP, empty_or_pdf, locked_or_old, unpacked
from hefte.interchange.plain_words import plain_text
from hefte.problem import Problem, Rule, Where

MOST_BLOCKS = 20_000
_HEADING = re.compile(r"(?:heading|overskrift)\s*(\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|innh)", re.IGNORECASE)
_LIST = re.compile(r"(?:list|liste|punkt|kulepunkt)", re.IGNORECASE)
_WEB = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)


class Part(NamedTuple):
    """Words of one look: bold or not, and where they lead."""

    text: str
    is_bold: bool = False
    link: str = ""


class Block(NamedTuple):
    """A paragraph or a table. `level` is that of a heading, 0 for none; `rows` are the cells of a table."""

    number: int
    parts: tuple[Part, ...] = ()
    level: int = 0
    is_item: bool = False
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """The words without their look."""
        return "".join(part.text for part in self.parts).strip()

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.text) and all(part.is_bold for part in self.parts if part.text.strip())


class Blocks(NamedTuple):
    """What could be read of a document, and what could not."""

    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_document(path: str, data: bytes) -> Blocks:
    """Read a document; `path` names it in the problems."""
    if len(data) > LARGEST_BYTES:
        sizes = {"size": len(data), "limit": LARGEST_BYTES}
        return Blocks(problems=(Problem(Where(path), Rule.IMPORT_TOO_LARGE, sizes),))
    if nothing := empty_or_pdf(path, data):
        return Blocks(problems=(nothing,))
    if data.startswith(OLE):
        return Blocks(problems=(locked_or_old(path, data) or Problem(Where(path), Rule.IMPORT_BROKEN),))
    if not data.startswith(ZIP):
        return Blocks(problems=(Problem(Where(path), Rule.IMPORT_BROKEN),))
    packed = unpacked(path, data)
    if isinstance(packed, Problem):
        return Blocks(problems=(packed,))
    if packed.kind != WORD:
        return Blocks(problems=(Problem(Where(path), Rule.IMPORT_IS_ANOTHER_KIND, {"kind": "tabell"}),))
    return _read(path, packed.data)


def _read(path: str, data: bytes) -> Blocks:
    """Let python-docx open it; what a broken document makes it raise has many names."""
    try:
        document = Document(BytesIO(data))
        blocks = tuple(block for block, _ in zip(_blocks(document), range(MOST_BLOCKS), strict=False))
        boxes = sum(1 for _ in document.element.body.iter(qn("w:txbxContent")))
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except Exception:  # noqa: BLE001
        return Blocks(problems=(Problem(Where(path), Rule.IMPORT_BROKEN),))
    told = (Problem(Where(path), Rule.DOCUMENT_HAS_BOXES, {"number": boxes}),) if boxes else ()
    return Blocks(blocks, told)


def _blocks(document: Opened) -> Iterator[Block]:
    for number, element in enumerate(_elements(document.element.body), 1):
        if element.tag == qn("w:tbl"):
            rows = tuple(tuple(_cell(cell.text) for cell in row.cells) for row in Table(element, document).rows)
            yield Block(number, rows=rows)
        else:
            block = _paragraph(Paragraph(element, document), number)
            if block and block.text:
                yield block


def _elements(within: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Paragraphs and tables in their order, those within fields of a form too; a table of contents is none of them."""
    for element in within.iterchildren():
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag == qn("w:sdt") and not any(True for _ in element.iter(qn("w:docPartGallery"))):
            for content in element.iterchildren(qn("w:sdtContent")):
                yield from _elements(content)


def _paragraph(paragraph: Paragraph, number: int) -> Block | None:
    style = (paragraph.style.name if paragraph.style else "") or ""
    if _CONTENTS.match(style):
        return None
    match = _HEADING.match(style)
    is_item = bool(_LIST.match(style)) or any(True for _ in paragraph._p.iter(qn("w:numPr")))
    return Block(number, tuple(_parts(paragraph)), int(match[1]) if match else _outline(paragraph), is_item)


def _outline(paragraph: Paragraph) -> int:
    """The level of a paragraph that is set as a heading without its style."""
    found = next(paragraph._p.iter(qn("w:outlineLvl")), None)
    level = str(found.get(qn("w:val")) or "") if found is not None else ""
    return int(level) + 1 if level.isdecimal() and int(level) < 6 else 0


def _parts(paragraph: Paragraph) -> Iterator[Part]:
    """The words with their look, those of a link with where it leads."""
    for element in paragraph._p.iter(qn("w:r")):
        above = {one.tag: one for one in element.iterancestors()}
        if qn("w:del") in above or qn("w:txbxContent") in above:
            continue
        run = Run(element, paragraph)
        target = _target(paragraph, above.get(qn("w:hyperlink")))
        style = run.style.name or ""
        is_bold = bool(run.bold) or style.casefold() in ("strong", "sterk", "utheving")
        if run.text:
            yield Part(_cell(run.text, keep_ends=True), is_bold, target)


def _target(paragraph: Paragraph, link: BaseOxmlElement | None) -> str:
    known = paragraph.part.rels.get(str(link.get(qn("r:id")))) if link is not None else None
    target = str(known.target_ref) if known is not None and known.is_external else ""
    return target if _WEB.fullmatch(target) else ""


def _cell(text: str, *, keep_ends: bool = False) -> str:
    """Words without what could be HTML or cannot be seen; line ends stay."""
    clean = plain_text(text.replace("\v", "\n"))
    if not keep_ends:
        return clean
    before, after = text[:1].isspace(), text[-1:].isspace()
    ends = (
        ("\n" if text[:1] in "\v\n" else " ") if before else "",
        ("\n" if text[-1:] in "\v\n" else " ") if after else "",
    )
    return f"{ends[0]}{clean}{ends[1]}" if clean else (ends[0] or ends[1])
