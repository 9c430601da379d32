"""The field guide: every key that may be written, in Markdown, from the models and the words."""

from collections.abc import Iterator

from hefte.field_forms import ROOTS, forms, headings, keys_of_records, name_of
from hefte.field_words import hint, need_of
from hefte.language import Words
from hefte.model import Entry
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import Need, Record
from hefte.schema import FOLDER
from hefte.source import File
from hefte.telling.values import field_label

_RULES = ("unknown_rule", "language_rule", "list_rule", "quote_rule")

GUIDE = f"{FOLDER}/felt.md"
"""Where the field guide lies in a municipality's folder."""


def guide(words: Words) -> tuple[File, ...]:
    """The field guide as one Markdown file, at its place in a municipality's folder."""
    return (File(GUIDE, "\n".join(_lines(words)) + "\n"),)


def _lines(words: Words) -> Iterator[str]:
    say = words.say
    yield f"# {say('guide.title')}\n\n{say('guide.intro')}\n\n## {say('guide.how')}\n"
    yield from (f"- {say(f'guide.{rule}')}" for rule in _RULES)
    yield from (f"- {_legend(need, words)}" for need in Need)
    yield f"\n## {say('guide.common')}\n\n{say('guide.common.about')}\n"
    yield from _table(Entry, fields_of(Entry), words)
    for root in ROOTS:
        yield from _chapter(root, words)
    yield f"\n## {say('guide.groups')}"
    for record, heading in headings().items():
        yield from _group(record, heading, words)


def _legend(need: Need, words: Words) -> str:
    return words.say("guide.need_rule", letter=words.say(f"guide.letter.{need}"), meaning=words.say(f"need.{need}"))


def _chapter(root: type[Record], words: Words) -> Iterator[str]:
    name = name_of(root)
    rows = fields_of(root)
    yield f"\n## {words.say(f'guide.name.{name}')}\n\n{words.say(f'guide.about.{name}')}\n"
    if issubclass(root, Entry):
        common = {row.name for row in fields_of(Entry)}
        rows = tuple(row for row in rows if row.name not in common)
        yield f"{words.say('guide.own_fields')}\n"
    yield from _table(root, rows, words)


def _group(record: type[Record], heading: str, words: Words) -> Iterator[str]:
    keys = ", ".join(f"`{key}`" for key in keys_of_records()[record])
    yield f"\n### {heading}\n"
    yield f"{words.say('guide.used_in', keys=keys)}\n"
    yield from _table(record, fields_of(record), words)


def _table(record: type[Record], rows: tuple[FieldRow, ...], words: Words) -> Iterator[str]:
    columns = ("key", "meaning", "form", "example")
    yield _row(*(words.say(f"guide.{column}") for column in columns))
    yield _row(*("---" for _ in columns))
    for row in rows:
        letter = words.say(f"guide.letter.{need_of(row)}")
        meaning = f"**{field_label(record, row, words)}.** {hint(record, row, words)}"
        own = f" {words.say('guide.own')}" if row.own else ""
        yield _row(f"`{row.alias}` {letter}", meaning + own, forms(row, _link, words), f"`{row.example}`")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _link(record: type[Record]) -> str:
    heading = headings()[record]
    return f"[{heading}](#{heading})"
