"""The field guide: every key that may be written, in Markdown, from the models and the words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import reduce

from hefte.field_words import bare, codes, form, hint, need_of, record_of, records_below
from hefte.language import Words
from hefte.model import DOCUMENT_TYPES, Entry, Settings
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import Need, Record
from hefte.schema import FOLDER
from hefte.source import File
from hefte.telling.values import field_label

_ROOTS: tuple[type[Record], ...] = (*DOCUMENT_TYPES, Settings)
_RULES = ("unknown_rule", "language_rule", "list_rule", "quote_rule")

GUIDE = f"{FOLDER}/felt.md"
"""Where the field guide lies in a municipality's folder."""

Headings = Mapping[type[Record], str]


def guide(words: Words) -> tuple[File, ...]:
    """The field guide as one Markdown file, at its place in a municipality's folder."""
    return (File(GUIDE, "\n".join(_lines(words)) + "\n"),)


def _lines(words: Words) -> Iterator[str]:
    say = words.say
    headings = _headings()
    yield f"# {say('guide.title')}\n\n{say('guide.intro')}\n\n## {say('guide.how')}\n"
    yield from (f"- {say(f'guide.{rule}')}" for rule in _RULES)
    yield from (f"- {_legend(need, words)}" for need in Need)
    yield f"\n## {say('guide.common')}\n\n{say('guide.common.about')}\n"
    yield from _table(Entry, fields_of(Entry), headings, words)
    for root in _ROOTS:
        yield from _chapter(root, headings, words)
    yield f"\n## {say('guide.groups')}"
    for record, heading in headings.items():
        yield from _group(record, heading, headings, words)


def _legend(need: Need, words: Words) -> str:
    return words.say("guide.need_rule", letter=words.say(f"guide.letter.{need}"), meaning=words.say(f"need.{need}"))


def _chapter(root: type[Record], headings: Headings, words: Words) -> Iterator[str]:
    name = getattr(root, "folder", "oppsett")
    rows = fields_of(root)
    yield f"\n## {words.say(f'guide.name.{name}')}\n\n{words.say(f'guide.about.{name}')}\n"
    if issubclass(root, Entry):
        common = {row.name for row in fields_of(Entry)}
        rows = tuple(row for row in rows if row.name not in common)
        yield f"{words.say('guide.own_fields')}\n"
    yield from _table(root, rows, headings, words)


def _group(record: type[Record], heading: str, headings: Headings, words: Words) -> Iterator[str]:
    keys = ", ".join(f"`{key}`" for key in _keys()[record])
    yield f"\n### {heading}\n"
    yield f"{words.say('guide.used_in', keys=keys)}\n"
    yield from _table(record, fields_of(record), headings, words)


def _table(record: type[Record], rows: tuple[FieldRow, ...], headings: Headings, words: Words) -> Iterator[str]:
    columns = ("key", "meaning", "form", "example")
    yield _row(*(words.say(f"guide.{column}") for column in columns))
    yield _row(*("---" for _ in columns))
    for row in rows:
        letter = words.say(f"guide.letter.{need_of(row)}")
        meaning = f"**{field_label(record, row, words)}.** {hint(record, row, words)}"
        own = f" {words.say('guide.own')}" if row.own else ""
        yield _row(f"`{row.alias}` {letter}", meaning + own, _form(row, headings, words), f"`{row.example}`")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _form(row: FieldRow, headings: Headings, words: Words) -> str:
    """Every way to write a field, the shortest first."""
    ways = (*_words(row), *_single(row, headings, words))
    said = reduce(lambda first, second: words.say("guide.or", first=first, second=second), ways)
    if not row.many:
        return said
    one = any(short.one for short in row.shorts)
    return words.say("guide.one_or_list" if one else "guide.list_of", form=said)


def _words(row: FieldRow) -> tuple[str, ...]:
    return tuple(f"`{word}`" for short in row.shorts for word in short.words)


def _single(row: FieldRow, headings: Headings, words: Words) -> Iterator[str]:
    record = record_of(row)
    if row.refers:
        yield words.say("guide.id_in", folder=row.refers)
    yield from (_form(field, headings, words) for field in bare(row))
    if record:
        yield f"[{headings[record]}](#{headings[record]})"
    elif row.kind == "choice":
        yield ", ".join(_code(code, label) for code, label in codes(row, words))
    elif not row.refers:
        yield form(row, words)


def _code(code: str, label: str) -> str:
    """A label that only repeats its code says nothing."""
    return f"`{code}`" if label.casefold() == code.casefold().replace("_", " ") else f"`{code}` ({label})"


def _keys() -> Mapping[type[Record], tuple[str, ...]]:
    """The keys under which each record is written, in the order of the model."""
    found: dict[type[Record], dict[str, None]] = defaultdict(dict)
    for root in _ROOTS:
        for record in (root, *records_below(root)):
            for row in fields_of(record):
                if below := record_of(row):
                    found[below][row.alias] = None
    return {record: tuple(keys) for record, keys in found.items()}


def _headings() -> Headings:
    """Each record is named by the first key it is written under that names no other record."""
    taken: dict[str, type[Record]] = {}
    for record, keys in _keys().items():
        free = next((key for key in keys if key not in taken), record.__name__)
        taken[free] = record
    return {record: heading for heading, record in taken.items()}
