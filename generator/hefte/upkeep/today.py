"""What stands on an entry's page today, and what nobody has told us: what to read out on the phone, and to ask for."""

from collections.abc import Iterator
from typing import NamedTuple

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.check.freshness import advised_and_missing
from hefte.language import Words
from hefte.model import Entry
from hefte.model.fields import field_named
from hefte.telling.changes import changes
from hefte.telling.contact import contact_of
from hefte.telling.entry import first_facts, other_facts
from hefte.telling.facts import Fact, said
from hefte.telling.freshness import checked
from hefte.telling.people import yes_no_facts
from hefte.telling.values import field_label, tell_link
from hefte.upkeep.due import Due, State

_UNKNOWN = "vet_ikke"
_PATIENCE = 8
_JOINER = "\u2060"
"""Keeps hours on one line of a page; on a terminal and in a mail it is a stray mark."""


class Line(NamedTuple):
    """A label and what stands there."""

    label: str
    text: str


def facts_today(entry: Entry, catalogue: Catalogue, words: Words) -> tuple[Line, ...]:
    """The facts on the page as lines, with what is called off first; whom to call last."""
    return tuple(Line(*(part.replace(_JOINER, "") for part in line)) for line in _lines(entry, catalogue, words))


def missing_today(entry: Entry, catalogue: Catalogue, words: Words) -> tuple[str, ...]:
    """The labels of what the page has no answer to: «Vet ikke», or nothing at all though readers ask."""
    unknown = [fact.label for fact in first_facts(entry, catalogue, words) if not fact.known]
    answers = [answer.label for answer in yes_no_facts(entry, catalogue, words) if answer.status == _UNKNOWN]
    told = {"egnet"} if answers else set()
    told |= {"kontakt"} if is_reached(entry, catalogue) else set()
    rows = (field_named(type(entry), key) for key in advised_and_missing(entry) if key not in told)
    labels = (field_label(type(entry), row, words) for row in rows if row)
    return tuple(dict.fromkeys((*unknown, *answers, *labels)))


def first_missing(entry: Entry, catalogue: Catalogue, words: Words) -> str:
    """What to ask for in one call: as much as somebody answers patiently, and how much more there is."""
    missing = missing_today(entry, catalogue, words)
    more = len(missing) - _PATIENCE
    listed = [*missing[:_PATIENCE], *([words.say_count("due.more", more)] if more > 0 else [])]
    return words.say("due.ask", listed=" · ".join(listed)) if listed else ""


def stands(due: Due, words: Words) -> str:
    """When it was checked and when it should have been, and why it matters."""
    day = norwegian.day(due.day, words.language) if due.day else ""
    told = words.say(f"due.state.{due.state.value}", day=day) if due.day else ""
    first = f"{checked(due.entry, words)}." if due.state is not State.NEVER else words.say("due.state.never")
    return " ".join(filter(None, (first, told)))


def why(due: Due, words: Words) -> str:
    """Why it does harm when it is wrong, as one sentence; empty where it is like any other."""
    return " ".join(words.say(f"due.reason.{reason.value}") for reason in due.reasons)


def _lines(entry: Entry, catalogue: Catalogue, words: Words) -> Iterator[Line]:
    if entry.notice:
        yield Line(words.say("field.notice"), said(entry.notice, words))
    for change in changes(entry, words, catalogue.today):
        yield Line(words.say("due.changed"), change.told)
    for fact in (*first_facts(entry, catalogue, words), *other_facts(entry, words)):
        if fact.known and fact.answer:
            yield _line(fact, words)
    for answer in yes_no_facts(entry, catalogue, words):
        if answer.status != _UNKNOWN:
            yield Line(answer.label, answer.word)
    yield from _contact(entry, catalogue, words)


def _line(fact: Fact, words: Words) -> Line:
    told = ". ".join(part.rstrip(".") for part in (fact.answer, *fact.more))
    return Line(fact.label, f"{told} ({words.say('tell.unsure')})" if fact.unsure else told)


def is_reached(entry: Entry, catalogue: Catalogue) -> bool:
    """Whether the page has a number or an address for this entry, be it the organiser's."""
    contact = contact_of(entry, catalogue)
    return contact is not None and contact is not catalogue.settings.contact and bool(contact.phone or contact.email)


def _contact(entry: Entry, catalogue: Catalogue, words: Words) -> Iterator[Line]:
    contact = contact_of(entry, catalogue)
    if contact is None or contact is catalogue.settings.contact:
        return
    page = tell_link(contact.link, words) if contact.link else ""
    told = (said(contact.role, words), norwegian.phone(contact.phone or ""), contact.email or "", page)
    yield Line(words.say("field.contact"), " · ".join(filter(None, told)))
