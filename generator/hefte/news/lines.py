"""An entry in a letter: when, where, what it costs for two, and whether one gets in, each in a few words."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from hefte import norwegian
from hefte.assessment.rules import Rules
from hefte.assessment.telling import tell_reach
from hefte.catalogue import Catalogue
from hefte.closed_days import tell_closed
from hefte.language import Words
from hefte.model import Entry, Organisation, Place, Walk
from hefte.model.choices import Places
from hefte.model.texts import Said, Text
from hefte.model.times import DaySpan
from hefte.model.walk_choices import Profile
from hefte.news.letter import Item
from hefte.programme import Series
from hefte.telling import entry as facts
from hefte.telling.access import access_in_short
from hefte.telling.changes import changes, tell_state
from hefte.telling.facts import Fact
from hefte.telling.getting_there import parking, toilet, transport
from hefte.telling.price import is_free
from hefte.telling.settled import TOILET, settled_facts
from hefte.telling.sources import is_unsure
from hefte.telling.themes import is_measured
from hefte.telling.values import tell_kroner
from hefte.telling.walk import reaches_of, slow_minutes
from hefte.telling.when import tell_listed_hours
from hefte.telling.where import where_in_short


class Desk(NamedTuple):
    """What a letter is written from: the catalogue of a day, in a language, the rules for walks, and what is on.

    `series` tells what is on in some days, and a week beside them, entry by entry.
    """

    catalogue: Catalogue
    words: Words
    rules: Rules
    series: Callable[[DaySpan], Iterable[Series]]

    @property
    def language(self) -> str:
        """The language of the letter."""
        return self.words.language

    def say(self, key: str, **values: object) -> str:
        """Say a sentence of the newsletter's own words."""
        return self.words.say(f"newsletter.{key}", **values)

    def said(self, text: Text | None) -> str:
        """The words of a text in the letter's language, or nothing."""
        return text.said(self.language).text if text else ""


def title_of(entry: Entry, desk: Desk) -> Said:
    """The title, in the language that there is one in."""
    return (entry.short_title or entry.title).said(desk.language)


def item_of(entry: Entry, desk: Desk, *first: str) -> Item:
    """An entry with what one must know to choose it; what is closed, called off or moved stands before all else."""
    told = (*_warnings(entry, desk), *first, *_lines(entry, desk))
    return Item(title_of(entry, desk), entry.page, lines=tuple(filter(None, told)))


def time_of(day: date, one: Series, desk: Desk) -> Item:
    """One time of an entry on a day; where it is off nothing more is told than that, and a closed house is told of."""
    entry = one.entry
    where = desk.said(one.place) or where_in_short(desk.catalogue, entry, desk.words)
    what = desk.said(one.meeting.what) if one.meeting else ""
    lines = _of_another_place(one, entry, desk) if one.place else _where_price_access(where, entry, desk)
    return Item(
        title_of(entry, desk),
        entry.page,
        hours=tell_listed_hours(one.start, one.end, desk.words),
        word=tell_state(one.state, one.other, desk.words) or tell_closed(one, day, desk.catalogue, desk.words),
        is_off=not one.is_on,
        lines=tuple(filter(None, (desk.said(entry.notice), what, *lines))) if one.is_on else (),
    )


def _of_another_place(one: Series, entry: Entry, desk: Desk) -> Iterator[str]:
    """Where it is that day, and what it costs; what was said of access holds for the usual place."""
    price = tell_kroner(one.meeting.price, desk.words) if one.meeting and one.meeting.price is not None else ""
    yield " · ".join(filter(None, (desk.said(one.place), price or _price(entry, desk))))
    yield desk.words.say("calendar_page.access_unknown")


def _warnings(entry: Entry, desk: Desk) -> Iterator[str]:
    yield desk.said(entry.notice)
    yield from (change.told for change in changes(entry, desk.words, desk.catalogue.today))


def _lines(entry: Entry, desk: Desk) -> Iterator[str]:
    if isinstance(entry, Walk | Organisation | Place):
        yield desk.said(entry.lead)
    if isinstance(entry, Walk):
        yield _length(entry, desk)
    elif when := facts.when(entry, desk.catalogue, desk.words):
        yield when.answer + _doubt(when, desk) if when.known else f"{when.label}: {when.answer.lower()}"
    yield from _where_price_access(where_in_short(desk.catalogue, entry, desk.words), entry, desk)


def _where_price_access(where: str, entry: Entry, desk: Desk) -> Iterator[str]:
    full = desk.words.say("choice.Places.nei") if getattr(entry, "places_left", None) is Places.NO else ""
    yield " · ".join(filter(None, (where, _price(entry, desk), full)))
    yield access_in_short(entry, desk.catalogue, desk.rules, desk.words)


def _price(entry: Entry, desk: Desk) -> str:
    """«Gratis», or the price for two; a walk that says nothing of it costs nothing that anybody knows of."""
    fact = facts.price(entry, desk.catalogue, desk.words)
    if fact is None:
        return ""
    if not fact.known:
        return desk.words.say("card.price_unknown")
    told = fact.answer if is_free(entry) else f"{fact.label}: {fact.answer}"
    return told + _doubt(fact, desk)


def _doubt(fact: Fact, desk: Desk) -> str:
    return f" ({desk.words.say('tell.unsure')})" if fact.unsure else ""


def _length(walk: Walk, desk: Desk) -> str:
    if not walk.length:
        return desk.words.say("card.length_unknown")
    doubt = f" ({desk.words.say('tell.unsure')})" if is_unsure(walk, "lengde") else ""
    slow = slow_minutes(walk)
    pace = desk.words.say("card.slow", minutes=norwegian.duration(slow, desk.language)) if slow else ""
    return " · ".join(filter(None, (norwegian.distance(walk.length, desk.language) + doubt, pace)))


def walk_of_the_month(walk: Walk, desk: Desk) -> Item:
    """The walk that is put forward: how far one gets on it in whole sentences, then how to get there."""
    facts_there = (transport, parking, toilet)
    told = filter(None, (teller(walk, desk.catalogue, desk.words) for teller in facts_there))
    settled = settled_facts(walk, told, desk.catalogue, desk.rules, desk.words)
    shown = (fact for fact in settled if fact.known or fact.name == TOILET)
    there = (f"{fact.label}: {fact.answer}{_doubt(fact, desk)}" for fact in shown)
    start = where_in_short(desk.catalogue, walk, desk.words)
    lines = (desk.said(walk.lead), _length(walk, desk), start, *_how_far(walk, desk), *there, _price(walk, desk))
    return Item(title_of(walk, desk), walk.page, lines=tuple(filter(None, lines)))


def _how_far(walk: Walk, desk: Desk) -> Iterator[str]:
    """For a wheelchair by hand, and with a motor where that gets another answer."""
    if not is_measured(walk):
        yield access_in_short(walk, desk.catalogue, desk.rules, desk.words)
        return
    found = reaches_of(walk, desk.rules)
    told: dict[str, list[str]] = {}
    for profile in Profile:
        if profile in found:
            answer, reason = tell_reach(found[profile], walk.sights, desk.words)
            name = desk.words.say(f"choice.Profile.{profile.value}")
            told.setdefault(" ".join(filter(None, (answer, reason))), []).append(name)
    for sentence, names in told.items():
        yield f"{norwegian.joined([names[0], *map(str.lower, names[1:])], desk.words.say('tell.and'))}: {sentence}"
