"""What is said of an entry, by how much it weighs: the title first, then what it is, then where, then all the rest."""

from collections.abc import Iterator
from typing import NamedTuple

from hefte.assessment.rules import Rules
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Event, Group, Organisation, Walk
from hefte.model.choices import Discount, YesNoPartly
from hefte.model.offers import Activity
from hefte.model.parts import Occasion
from hefte.model.texts import LANGUAGES, Text
from hefte.telling.people import Known, tell_audience
from hefte.telling.settled import settled
from hefte.telling.themes import is_surely_free
from hefte.telling.where import municipalities_of, where_in_short

TITLE, KIND, LEAD, REST = 1, 2, 3, 4
"""0 is a title that is nothing but the word."""


class Said(NamedTuple):
    """Some words about an entry, and how much they weigh."""

    weight: int
    text: str


def said_of(entry: Entry, catalogue: Catalogue, words: Words, rules: Rules) -> Iterator[Said]:
    """Everything about an entry that somebody may look for, in the language of the words."""
    language = words.language
    yield from _title(entry, language)
    yield Said(TITLE, f"{words.say(f'type.{entry.folder}.one')} {words.say(f'type.{entry.folder}.many')}")
    yield Said(KIND, " ".join(_kind(entry, words)))
    yield from _categories(entry, catalogue, words)
    yield Said(LEAD, entry.lead.said(language).text)
    yield Said(LEAD, where_in_short(catalogue, entry, words))
    yield Said(REST, " ".join(municipalities_of(entry, words)))
    yield Said(REST, " ".join(_rest(entry, catalogue, words, rules)))


def _title(entry: Entry, language: str) -> Iterator[Said]:
    yield Said(TITLE, entry.title.said(language).text)
    if entry.short_title:
        yield Said(TITLE, entry.short_title.said(language).text)
    for other in LANGUAGES:
        if other != language and getattr(entry.title, other):
            yield Said(LEAD, getattr(entry.title, other))
        if other != language and getattr(entry.lead, other):
            yield Said(REST, getattr(entry.lead, other))


def _kind(entry: Entry, words: Words) -> Iterator[str]:
    yield from entry.tags
    if isinstance(entry, Group):
        yield from (_text(line, words) for line in entry.does)


def _categories(entry: Entry, catalogue: Catalogue, words: Words) -> Iterator[Said]:
    """A category of one word says what the entry is; of «Kultur og kino» it may be one or the other."""
    for code in entry.categories:
        category = catalogue.categories.get(code)
        name = _text(category.name, words) if category else ""
        yield Said(LEAD if " " in name else KIND, name)


def _rest(entry: Entry, catalogue: Catalogue, words: Words, rules: Rules) -> Iterator[str]:
    yield _text(entry.body, words)
    yield _text(entry.gear, words)
    yield _text(entry.adapted.how if entry.adapted else None, words)
    yield tell_audience(entry.audience, words)
    yield from _facts(entry, catalogue, words, rules)
    organiser = catalogue.organiser(entry)
    yield _text(organiser.title if organiser else None, words)
    yield from _days(entry, words)
    if isinstance(entry, Walk):
        yield from _walk(entry, words)


def _facts(entry: Entry, catalogue: Catalogue, words: Words, rules: Rules) -> Iterator[str]:
    for name, known in settled(entry, catalogue, rules).items():
        if known == Known(YesNoPartly.YES):
            yield words.say(f"field.{name}")
    if is_surely_free(entry):
        yield words.say("tell.free")
    if entry.companion_card is Discount.YES:
        yield words.say("field.companion_card")


def _walk(walk: Walk, words: Words) -> Iterator[str]:
    if walk.pram is YesNoPartly.YES:
        yield words.say("field.pram")
    if walk.benches:
        yield words.say("field.benches")
    for sight in walk.sights:
        yield _text(sight.name, words)


def _days(entry: Entry, words: Words) -> Iterator[str]:
    for row in _rows(entry):
        yield from (words.say(f"choice.Weekday.{day.value}") for day in row.days)
        yield _text(row.note, words)


def _rows(entry: Entry) -> tuple[Occasion, ...]:
    if isinstance(entry, Activity):
        return (*_tuple(entry.when), *_tuple(entry.opening_hours))
    if isinstance(entry, Group):
        return _tuple(entry.meets)
    if isinstance(entry, Event):
        return _tuple(entry.when)
    return _tuple(entry.opening_hours) if isinstance(entry, Organisation) else ()


def _tuple(rows: object) -> tuple[Occasion, ...]:
    return tuple(row for row in rows if isinstance(row, Occasion)) if isinstance(rows, tuple) else ()


def _text(text: Text | None, words: Words) -> str:
    return text.said(words.language).text if text else ""
