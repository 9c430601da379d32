"""Whom something is for, and what a person can count on."""

from collections.abc import Iterator
from typing import NamedTuple

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Organisation, Place, Walk
from hefte.model.choices import YesNoPartly
from hefte.model.fields import fields_of
from hefte.model.parts import Audience, Suited
from hefte.model.values import Ages


class Answer(NamedTuple):
    """A yes/no fact: its name, the word for it, and `ja`, `delvis`, `nei` or `vet_ikke`."""

    name: str
    label: str
    status: str
    word: str


def tell_ages(ages: Ages, words: Words) -> str:
    """Tell «13–25 år», «fra 65 år», «til 12 år»."""
    low, high = ages
    if low is not None and high is not None:
        return words.say("tell.ages", low=low, high=high)
    return words.say("tell.ages_from", low=low) if low is not None else words.say("tell.ages_to", high=high)


def tell_audience(audience: Audience | None, words: Words) -> str:
    """Tell whom it is for in one line, or nothing where nobody has said."""
    if audience is None:
        return ""
    groups = [words.say(f"choice.People.{group.value}") for group in audience.people]
    said = norwegian.joined(
        [groups[0], *(group.lower() for group in groups[1:])] if groups else [], words.say("tell.and")
    )
    ages = tell_ages(audience.ages, words) if audience.ages else ""
    text = ", ".join(part for part in (said, ages) if part)
    return text[:1].upper() + text[1:]


def answer(name: str, value: YesNoPartly | None, words: Words) -> Answer:
    """One fact with its answer; absent is «vet ikke», never «nei»."""
    status = value.value if value else "vet_ikke"
    word = words.say(f"choice.YesNoPartly.{value.value}") if value else words.say("tell.dont_know_small")
    return Answer(name, words.say(f"field.{name}"), status, word)


def answers(suited: Suited | None, words: Words, *, always: tuple[str, ...] = ()) -> Iterator[Answer]:
    """The known facts of `egnet`, and those of `always` even where nobody has said."""
    for row in fields_of(Suited):
        value = getattr(suited, row.name) if suited else None
        if value is not None or row.name in always:
            yield answer(row.name, value, words)


def yes_no_facts(entry: Entry, catalogue: Catalogue, words: Words) -> tuple[Answer, ...]:
    """What one can count on, on; the venue's facts serve where the entry is silent."""
    venue = entry if isinstance(entry, Place) else catalogue.venue(entry)
    found = {one.name: one for one in answers(entry.suited, words, always=_always(entry))}
    if venue is not None:
        for name, value in _venue_answers(venue):
            if value is not None and (name not in found or found[name].status == "vet_ikke"):
                found[name] = answer(name, value, words)
    return tuple(found.values())


def _always(entry: Entry) -> tuple[str, ...]:
    return () if isinstance(entry, Walk | Organisation) else ("wheelchair_in", "accessible_toilet")


def _venue_answers(venue: Place) -> Iterator[tuple[str, YesNoPartly | None]]:
    if venue.suited:
        yield "wheelchair_in", venue.suited.wheelchair_in
        yield "accessible_toilet", venue.suited.accessible_toilet
    yield "accessible_toilet", venue.accessible_toilet.answer if venue.accessible_toilet else None
    yield "accessible_parking", venue.accessible_parking.answer if venue.accessible_parking else None
    yield "hearing_loop", venue.hearing_loop
