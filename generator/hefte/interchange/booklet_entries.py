"""A booklet in Word as entries: its headings are chapters and entries, labelled lines are fields, the rest is prose."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hefte.check.people import holds_birth_number
from hefte.interchange.document import Block, Part
from hefte.interchange.given import Given, Site, Told
from hefte.interchange.heading_words import COMMENT, KIND, OMIT, ROW_ID, plain_heading
from hefte.interchange.headings import Column, Sure, layouts
from hefte.interchange.kinds_of_rows import kind_named
from hefte.interchange.plain_words import one_line
from hefte.interchange.table import Line, Sheet
from hefte.interchange.table_rows import Cell, Rows, entry_of, rows_of, told_apart
from hefte.model.texts import MAX_MARKDOWN
from hefte.norwegian import slug
from hefte.problem import Problem, Rule, Where

_LABEL = re.compile(r"(?P<label>[^:\n\t]{2,40}?)\s*(?::|\t)\s*(?P<value>\S.*)", re.DOTALL)
_LONGEST_HEADING = 90
_ENOUGH = 2
"""So many headings make a document that has headings."""

_NO_LABELS = (COMMENT, OMIT, KIND, ROW_ID, "tittel", "beskrivelse", "ingress", "kategorier")


class Section(NamedTuple):
    """A heading with what stands below it, and the chapter that it stands in."""

    heading: Block
    chapter: str
    blocks: tuple[Block, ...]


class Booklet(NamedTuple):
    """The entries of a document; `is_guessed` where its headings were only bold lines."""

    rows: Rows
    chapters: tuple[str, ...]
    is_guessed: bool


def entries_of(
    path: str, blocks: Sequence[Block], site: Site, vocabulary: Mapping[str, str], folder: str = ""
) -> Booklet:
    """Read the sections of a document; `folder` is the type of every entry whose chapter does not say its own."""
    is_guessed = sum(1 for block in blocks if block.level) < _ENOUGH
    whole = tuple(_with_headings(blocks)) if is_guessed else tuple(blocks)
    given: list[Given] = []
    parts = tuple(_parts(whole))
    sections = tuple(part for part in parts if isinstance(part, Section))
    problems = [_left_out(path, part, site) for part in parts if isinstance(part, Block)]
    for section in sections:
        found = _entry(path, section, site, vocabulary, folder)
        given += found.given
        problems += found.problems
    chapters = tuple(dict.fromkeys(section.chapter for section in sections if section.chapter))
    return Booklet(Rows(told_apart(given), tuple(problems)), chapters, is_guessed)


def _with_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """Short bold lines are the headings of a document without any; those in capitals alone are its chapters."""
    for block in blocks:
        text = block.text
        is_heading = block.is_bold and len(text) <= _LONGEST_HEADING and "\n" not in text and text[-1:] not in ".,;:"
        yield block._replace(level=1 if text.isupper() and len(text) > 3 else 2) if is_heading else block


def _parts(blocks: Sequence[Block]) -> Iterator[Section | Block]:
    """Entries stand on the level that has most headings; those above are chapters, those below are part of one.

    Of what stands below a chapter alone, or above them all, the first block comes by itself.
    """
    counted = Counter(block.level for block in blocks if block.level)
    if not counted:
        return
    level = max(counted, key=lambda one: (counted[one], one))
    chapter, heading, below = "", None, []
    for block in blocks:
        if not block.level or block.level > level:
            below.append(block)
            continue
        yield from _part(heading, chapter, below)
        heading, below = (block, []) if block.level == level else (None, [])
        chapter = chapter if block.level == level else block.text
    yield from _part(heading, chapter, below)


def _part(heading: Block | None, chapter: str, below: Sequence[Block]) -> Iterator[Section | Block]:
    if heading is not None:
        yield Section(heading, chapter, tuple(below))
    else:
        yield from [block for block in below if block.text or block.rows][:1]


def _left_out(path: str, block: Block, site: Site) -> Problem:
    text = block.text or ", ".join(filter(None, block.rows[0]))
    values = {"place": site.words.say("import.paragraph", number=block.number), "value": one_line(text, 80)}
    return Problem(Where(path, block.number), Rule.DOCUMENT_TEXT_LEFT_OUT, values)


def _entry(path: str, section: Section, site: Site, vocabulary: Mapping[str, str], folder: str) -> Rows:
    """One entry, or the rows of a table that lists several."""
    for block in section.blocks:
        sheet = Sheet("", tuple(Line(number, row) for number, row in enumerate(block.rows, 1)))
        listed = layouts((sheet,), vocabulary) if len(block.rows) > 2 else ()
        if listed and any(column.target == "tittel" for column in listed[0].columns):
            return rows_of(path, listed[0], site, folder)
    cells = tuple(_cells(path, section, site, vocabulary))
    bare = tuple(cell for cell in cells if not holds_birth_number(cell.text))
    told = tuple(_birth_number(cell) for cell in cells if holds_birth_number(cell.text))
    category = site.categories.get(slug(section.chapter), "")
    found = entry_of(bare, site, kind_named(section.chapter) or folder, category) if bare else Rows(())
    return found._replace(problems=(*told, *found.problems))


def _birth_number(cell: Cell) -> Problem:
    values = {"place": cell.told.place, "heading": cell.told.heading}
    return Problem(cell.told.where, Rule.CELL_TELLS_A_BIRTH_NUMBER, values)


def _cells(path: str, section: Section, site: Site, vocabulary: Mapping[str, str]) -> Iterator[Cell]:
    """The title, each labelled line as a field, and the rest as one text."""
    place = site.words.say("import.paragraph", number=section.heading.number)

    def cell(block: Block, heading: str, target: str, text: str, value: str | None = None) -> Cell:
        told = Told(Where(path, block.number), site.words.say("import.paragraph", number=block.number), heading, text)
        return Cell(Column(0, heading, target, Sure.SURE, text), text, told, value)

    yield cell(section.heading, place, "tittel", section.heading.text)
    prose: list[str] = []
    for block in section.blocks:
        for label, value in _labelled(block, vocabulary):
            yield cell(block, label, vocabulary[plain_heading(label)], value)
        if markdown := _markdown(block, vocabulary):
            glue = "\n" if block.is_item and prose and prose[-1].lstrip().startswith("- ") else "\n\n"
            prose.append(f"{glue if prose else ''}{markdown}")
    if text := "".join(prose)[:MAX_MARKDOWN]:
        yield cell(section.heading, "", "beskrivelse", text, text)


def _labelled(block: Block, vocabulary: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The labels and values of a paragraph's lines, or of the rows of a table with two columns."""
    for row in block.rows:
        if len(row) == 2 and row[1] and _target(row[0], vocabulary):
            yield row[0], row[1]
    for line in _lines(block):
        if found := _label(line, vocabulary):
            yield found


def _lines(block: Block) -> Iterator[tuple[Part, ...]]:
    """The lines of a paragraph, each with its parts."""
    line: list[Part] = []
    for part in block.parts:
        first, *others = part.text.split("\n")
        line.append(part._replace(text=first))
        for other in others:
            yield tuple(line)
            line = [part._replace(text=other)]
    yield tuple(line)


def _label(line: Sequence[Part], vocabulary: Mapping[str, str]) -> tuple[str, str] | None:
    """«Tid: tirsdag», or a bold «Tid» and then the rest; None for a line that is prose."""
    text = "".join(part.text for part in line).strip()
    match = _LABEL.fullmatch(text)
    if match and _target(match["label"], vocabulary):
        return match["label"], _value(match["value"], line)
    bold = "".join(part.text for part in line if part.is_bold).strip(" :")
    if bold and line[0].is_bold and text.startswith(bold) and _target(bold, vocabulary):
        value = text[len(bold) :].strip(" :–-")
        return (bold, _value(value, line)) if value else None
    return None


def _value(value: str, line: Iterable[Part]) -> str:
    """A value with the addresses of its links, where its words do not say them."""
    links = (part.link.removeprefix("mailto:") for part in line if part.link)
    return " ".join((value.strip(), *(link for link in links if link not in value)))


def _target(label: str, vocabulary: Mapping[str, str]) -> str:
    target = vocabulary.get(plain_heading(label), "")
    return "" if target in _NO_LABELS else target


def _markdown(block: Block, vocabulary: Mapping[str, str]) -> str:
    """What a block says beside its labelled lines, as Markdown."""
    if block.rows:
        rows = (row for row in block.rows if not (len(row) == 2 and _target(row[0], vocabulary)))
        return "\n".join(f"- {', '.join(dict.fromkeys(filter(None, row)))}" for row in rows if any(row))
    lines = [_line(line) for line in _lines(block) if not _label(line, vocabulary)]
    text = "\n".join(line for line in lines if line)
    if block.level:
        return f"**{block.text}**"
    return f"- {text}" if block.is_item and text else text


def _line(line: Iterable[Part]) -> str:
    """A line with its links; a sign that would begin a heading or a quotation is no sign."""
    words = "".join(
        f"[{part.text.strip()}]({part.link})" if part.link and part.text.strip() else part.text for part in line
    )
    return re.sub(r"^([#>+*-])(?=\s)", r"\\\1", words.strip())
