"""What leads back into a booklet: the free page, lists of who something suits, the table of access, A–Å."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from hefte import norwegian
from hefte.booklet.press import COLOURS, TINTS, Press, label_of
from hefte.booklet.prose import paragraph
from hefte.booklet.volume import AccessRow, AccessTable, FreePage, Group, Pointer, Register
from hefte.booklet.walks import toilet_chip, wheelchair_chip
from hefte.model import Entry, Walk
from hefte.model.choices import Adapted, People
from hefte.telling.entry import first_facts
from hefte.telling.people import yes_no_facts
from hefte.telling.price import is_free
from hefte.telling.sources import is_unsure

_OLD_AGE = 60
_YOUNG_AGE = 18


def free_page(entries: Iterable[Entry], press: Press) -> FreePage:
    """Everything that costs nothing, on one page; a price that is not sure is not promised."""
    return FreePage(
        items=tuple(_card(entry, press) for entry in entries if _surely_free(entry)),
        note=(paragraph(press.say("free_note")),),
        rest=press.say("free_rest", count="{count}"),
    )


def _surely_free(entry: Entry) -> bool:
    return is_free(entry) and not is_unsure(entry, "pris")


def _card(entry: Entry, press: Press) -> Pointer:
    colour = press.colour_of(entry.categories[0])
    facts = first_facts(entry, press.catalogue, press.words)
    when = next((fact.answer for fact in facts if fact.name in {"when", "opening_hours"} and fact.known), None)
    return _pointer(entry, press)._replace(
        when=when,
        icon=press.icon_of(entry.categories, "star"),
        colour=COLOURS[colour],
        tint=TINTS[colour],
    )


def _pointer(entry: Entry, press: Press) -> Pointer:
    return Pointer(entry.title.said(press.language).text, label_of(entry), free=_surely_free(entry))


def alphabet(entries: Iterable[Entry], press: Press) -> Register:
    """All titles under their letters, A–Å."""
    pointers = (_pointer(entry, press) for entry in entries)
    ordered = sorted(pointers, key=lambda pointer: (norwegian.sort_key(pointer.title), pointer.target))
    letters = groupby(ordered, key=lambda pointer: norwegian.initial(pointer.title))
    return Register(tuple(Group(letter, tuple(found)) for letter, found in letters))


class Suits(NamedTuple):
    """A list by whom something suits: its words and the question it answers."""

    name: str
    holds: Callable[[Entry, Press], bool]


def _adapted(entry: Entry, press: Press) -> bool:  # noqa: ARG001
    fits = entry.adapted is not None and entry.adapted.degree in {Adapted.YES, Adapted.OWN_OFFER}
    return fits and not is_unsure(entry, "tilrettelagt")


def _wheelchair(entry: Entry, press: Press) -> bool:
    if isinstance(entry, Walk) or is_unsure(entry, "egnet"):
        return False
    return ("wheelchair_in", "ja") in {(row[0], row[2]) for row in yes_no_facts(entry, press.catalogue, press.words)}


def _elderly(entry: Entry, press: Press) -> bool:  # noqa: ARG001
    audience = entry.audience
    old = bool(audience and audience.ages and (audience.ages[0] or 0) >= _OLD_AGE)
    return old or bool(audience and People.ELDERLY in audience.people)


def _young(entry: Entry, press: Press) -> bool:  # noqa: ARG001
    audience = entry.audience
    ages = audience.ages if audience else None
    young = bool(ages and ages[1] is not None and ages[1] <= _YOUNG_AGE)
    return young or bool(audience and {People.CHILDREN, People.YOUTH} & set(audience.people))


SUITS = (
    Suits("adapted", _adapted),
    Suits("with_wheelchair", _wheelchair),
    Suits("elderly", _elderly),
    Suits("young", _young),
)


def lists_by_whom(entries: Iterable[Entry], press: Press) -> Register:
    """Titles under «Tilrettelagt», «Med rullestol», «For eldre» and «For barn og unge»; empty lists are left out."""
    entries = sorted(entries, key=lambda entry: norwegian.sort_key(entry.title.said(press.language).text))
    found: Mapping[str, tuple[Pointer, ...]] = {
        suits.name: tuple(_pointer(entry, press) for entry in entries if suits.holds(entry, press)) for suits in SUITS
    }
    return Register(tuple(Group(press.say(f"list.{name}"), items) for name, items in found.items() if items))


def access_table(entries: Iterable[Entry], press: Press) -> AccessTable:
    """Every walk with how far a wheelchair gets, and whether there is a toilet for it."""
    columns = ("walk", "wheelchair", "toilet", "page")
    rows = tuple(_row(entry, press) for entry in entries if isinstance(entry, Walk))
    return AccessTable(tuple(press.say(f"column.{name}") for name in columns), rows)


def _row(walk: Walk, press: Press) -> AccessRow:
    length = norwegian.distance(walk.length, press.language) if walk.length else None
    pointer = _pointer(walk, press)
    return AccessRow(pointer.title, pointer.target, length, wheelchair_chip(walk, press), toilet_chip(walk, press))
