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
    yield [*_wrapped(letter.title.upper()), *_wrapped(letter.site), "=" * COLUMNS]
    if letter.sample:
        yield _wrapped(f"* {letter.sample}", "  ")
    if address := letter.address_of(letter.path):
        yield [*_wrapped(words.say("newsletter.on_the_web")), address]
    yield from (_prose(block) for block in (blocks_of(letter.greeting.text) if letter.greeting else ()))
    for section in letter.sections:
        yield from _section(section, letter)
    yield _headed(letter.ask.title)
    yield [line for told in (letter.ask.text, letter.ask.email, letter.ask.phone) for line in _wrapped(told)]
    yield ["-- ", *_wrapped(letter.service), *_wrapped(words.say("newsletter.no_tracking"))]


def _section(section: Section, letter: Letter) -> Iterator[list[str]]:
    yield _headed(section.title)
    if section.lead:
        yield _wrapped(section.lead)
    for cluster in section.clusters:
        if cluster.title:
            note = f" ({cluster.note})" if cluster.note else ""
            yield _wrapped(f"{cluster.title}{note}")
        yield from (list(_item(item, letter)) for item in cluster.items)
    if section.rest:
        yield _wrapped(section.rest)
    if section.more and letter.address:
        yield [*_wrapped(f"{section.more}:"), letter.address_of(section.path)]


def _item(item: Item, letter: Letter) -> Iterator[str]:
    title = " ".join(filter(None, (item.hours, item.title.text)))
    yield from _wrapped(f"* {title}{f' ({item.word})' if item.word else ''}", "  ")
    for line in item.lines:
        yield from _wrapped(f"  {line}", "  ")
    if address := letter.address_of(item.path):
        yield f"  {address}"


def _headed(title: str) -> list[str]:
    return [*_wrapped(title.upper()), "-" * COLUMNS]


def _prose(block: Block) -> list[str]:
    if block.items:
        marks = (f"{at}. " if block.kind == "numbers" else "* " for at in range(1, len(block.items) + 1))
        rows = zip(marks, block.items, strict=True)
        return [line for mark, spans in rows for line in _wrapped(mark + _said(spans), " " * len(mark))]
    told = _said(block.spans)
    return _wrapped(told.upper() if block.kind == "heading" else told)


def _said(spans: Iterable[Span]) -> str:
    return "".join(
        f"{span.text} ({span.href})" if span.href and span.href != span.text else span.text for span in spans
    )


def _wrapped(text: str, indent: str = "") -> list[str]:
    """Lines whose numbers stay with their units; no word and no address is cut."""
    plain = text.replace("\u2060", "").replace("\u200b", "")
    lines = wrap(plain, COLUMNS, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [line.replace(norwegian.NBSP, " ") for line in lines]
