"""Whom to call about what is due: by organisation, else by number, because one call settles several entries."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.model import Entry, Organisation
from hefte.model.parts import Contact
from hefte.model.texts import Text
from hefte.upkeep.due import Due

Key = tuple[str, str]
_NOBODY = ""


class Caller(NamedTuple):
    """Who is called or written to, with what is published of them; without a name it is a bare number."""

    key: Key
    name: Text | None = None
    phone: str = ""
    email: str = ""
    link: str = ""
    hours: Text | None = None

    @property
    def is_there(self) -> bool:
        """Whether anybody can be reached."""
        return bool(self.phone or self.email)


class Call(NamedTuple):
    """One call: who, and the entries that it settles, worst first."""

    caller: Caller
    dues: tuple[Due, ...]


def calls_of(dues: Iterable[Due], catalogue: Catalogue) -> tuple[Call, ...]:
    """All that is due as calls, the one with the worst entry first; what nobody can be called about is one for each."""
    answering = (one for one in catalogue.all(Organisation) if not one.is_closed)
    phones = {one.contact.phone: one for one in answering if one.contact and one.contact.phone}
    groups: dict[Key, list[Due]] = {}
    callers: dict[Key, list[Caller]] = {}
    for due in dues:
        caller = _caller(due.entry, catalogue, phones)
        groups.setdefault(caller.key, []).append(due)
        callers.setdefault(caller.key, []).append(caller)
    calls = (Call(_joined(callers[key]), tuple(group)) for key, group in groups.items())
    return tuple(sorted(calls, key=_rank))


def this_week(calls: Iterable[Call], limit: int) -> tuple[Call, ...]:
    """The calls that settle so many entries at most, those with nobody to call last; all where the limit is 0."""
    chosen = tuple(_first(calls, limit)) if limit else tuple(calls)
    return tuple(sorted(chosen, key=lambda call: not call.caller.is_there))


def _first(calls: Iterable[Call], left: int) -> Iterator[Call]:
    for call in calls:
        if left <= 0:
            return
        yield call._replace(dues=call.dues[:left])
        left -= len(call.dues)


def _rank(call: Call) -> tuple[object, ...]:
    state, weight, day = call.dues[0].rank
    return state, weight, not call.caller.is_there, -len(call.dues), day


def _caller(entry: Entry, catalogue: Catalogue, phones: dict[str, Organisation]) -> Caller:
    """The organisation, else whoever has the number or address that stands on the page, else the venue, else nobody."""
    found_venue = catalogue.venue(entry)
    venue = found_venue if found_venue and not found_venue.is_closed else None
    own = entry.contact
    organisation = entry if isinstance(entry, Organisation) else catalogue.organiser(entry)
    organisation = organisation or (phones.get(own.phone) if own and own.phone else None)
    if organisation:
        found = (one.contact for one in (organisation, entry, venue) if one and one.contact)
        return _reached((organisation.folder, organisation.id), organisation.title, tuple(found))
    if own and (own.phone or own.email):
        return _reached(("", own.phone or own.email or ""), own.role, (own,))
    if venue and venue.contact:
        return _reached((venue.folder, venue.id), venue.title, (venue.contact,))
    pages = (source.link for source in entry.sources if source.link)
    return Caller((_NOBODY, f"{entry.folder}/{entry.id}"), link=(own.link if own else None) or next(pages, ""))


def _reached(key: Key, name: Text | None, contacts: Sequence[Contact]) -> Caller:
    phone = next((one for one in contacts if one.phone), None)
    email = next((one.email for one in contacts if one.email), None)
    link = next((one.link for one in contacts if one.link), None)
    return Caller(
        key, name, (phone.phone if phone else "") or "", email or "", link or "", phone.hours if phone else None
    )


def _joined(found: Sequence[Caller]) -> Caller:
    """What several entries know of the same organisation: the first of each."""
    first = found[0]
    for one in found[1:]:
        hours = first.hours if first.phone else one.hours
        known = (first.phone or one.phone, first.email or one.email, first.link or one.link)
        first = Caller(first.key, first.name, *known, hours)
    return first
