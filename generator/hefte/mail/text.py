"""The letter as plain text in lines of at most 72 characters, for who reads so or has it read aloud."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from hefte import norwegian
from hefte.booklet.pieces import Block, Span
from hefte.booklet.prose import blocks_of
from hefte.language import Words
from hefte.news.letter import Item, Letter, Section

COLUMNS = 72
"""RFC 3676 asks for lines of no more than 78; 72 leaves room for the marks of answers. Addresses are never cut."""


def plain_text(letter: Letter, words: Words) -> str:
    """The whole letter; an address stands on a line of its own, where there is one."""
    lines = (line for block in _blocks(letter, words) for line in (*block, ""))
    return "\n".join(lines).rstrip("\n") + "\n"


def _blocks(letter: Letter, words: Words) -> Iterator[list[str]]:
    yield [*wrapped(letter.title.upper()), *wrapped(letter.site), "=" * COLUMNS]
    if letter.sample:
        yield wrapped(f"* {letter.sample}", "  ")
    if address := letter.address_of(letter.path):
        yield [*wrapped(words.say("newsletter.on_the_web")), address]
    yield from (prose(block) for block in (blocks_of(letter.greeting.text) if letter.greeting else ()))
    for section in letter.sections:
        yield from _section(section, letter)
    yield headed(letter.ask.title)
    yield [line for told in (letter.ask.text, letter.ask.email, letter.ask.phone) for line in wrapped(told)]
    yield ["-- ", *wrapped(letter.service), *wrapped(words.say("newsletter.no_tracking"))]


def _section(section: Section, letter: Letter) -> Iterator[list[str]]:
    yield headed(section.title)
    if section.lead:
        yield wrapped(section.lead)
    for cluster in section.clusters:
        if cluster.title:
            note = f" ({cluster.note})" if cluster.note else ""
            yield wrapped(f"{cluster.title}{note}")
        yield from (list(_item(item, letter)) for item in cluster.items)
    if section.rest:
        yield wrapped(section.rest)
    if section.more and letter.address:
        yield [*wrapped(f"{section.more}:"), letter.address_of(section.path)]


def _item(item: Item, letter: Letter) -> Iterator[str]:
    title = " ".join(filter(None, (item.hours, item.title.text)))
    yield from wrapped(f"* {title}{f' ({item.word})' if item.word else ''}", "  ")
    for line in item.lines:
        yield from wrapped(f"  {line}", "  ")
    if address := letter.address_of(item.path):
        yield f"  {address}"


def headed(title: str) -> list[str]:
    """A title in capitals with a line under it."""
    return [*wrapped(title.upper()), "-" * COLUMNS]


def prose(block: Block) -> list[str]:
    """A paragraph, a heading or a list as lines."""
    if block.items:
        marks = (f"{at}. " if block.kind == "numbers" else "* " for at in range(1, len(block.items) + 1))
        rows = zip(marks, block.items, strict=True)
        return [line for mark, spans in rows for line in wrapped(mark + _said(spans), " " * len(mark))]
    told = _said(block.spans)
    return wrapped(told.upper() if block.kind == "heading" else told)


def _said(spans: Iterable[Span]) -> str:
    return "".join(
        f"{span.text} ({span.href})" if span.href and span.href != span.text else span.text for span in spans
    )


def wrapped(text: str, indent: str = "") -> list[str]:
    """Lines whose numbers stay with their units; no word and no address is cut."""
    plain = text.replace("\u2060", "").replace("\u200b", "")
    lines = wrap(plain, COLUMNS, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [line.replace(norwegian.NBSP, " ") for line in lines]
