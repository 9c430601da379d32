"""What leads back into a booklet: the free page, lists of who something suits, the table of access, A–Å."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from hefte import norwegian
from hefte.booklet.codes import code_of
from hefte.booklet.entries import closed_mark, marked
from hefte.booklet.press import COLOURS, TINTS, Press, address_in, label_of
from hefte.booklet.prose import paragraph
from hefte.booklet.volume import AccessRow, AccessTable, FreePage, Group, Pointer, Register
from hefte.booklet.walks import toilet_chip, wheelchair_chip
from hefte.model import Entry, Walk
from hefte.telling.entry import first_facts
from hefte.telling.promised import is_promised, reservation, tell_age, tell_time_of_year
from hefte.telling.themes import THEMES, is_surely_free
from hefte.telling.values import tell_link
from hefte.telling.when import capital, stated_as


def free_page(entries: Iterable[Entry], press: Press) -> FreePage:
    """Everything that costs nothing, on one page; a price that is not sure is not promised."""
    return FreePage(
        items=tuple(_card(entry, press) for entry in _free(entries, press)),
        note=(paragraph(press.say("free_note")),),
        rest=press.say("free_rest", count="{count}"),
    )


def _free(entries: Iterable[Entry], press: Press) -> Iterator[Entry]:
    for entry in by_title(entries, press):
        if _is_shown_as_free(entry, press):
            yield entry


def _is_shown_as_free(entry: Entry, press: Press) -> bool:
    return is_surely_free(entry) and is_promised(entry, press.catalogue.today)


def free_sheet(entries: Iterable[Entry], press: Press) -> FreePage:
    """The same on a sheet for the wall, with where it is; the code leads to the whole list."""
    address = address_in("gratis.html", press)
    return FreePage(
        items=tuple(_card(entry, press, press.catalogue.area_of(entry) or "") for entry in _free(entries, press)),
        note=(paragraph(press.say("free_note")),),
        rest=press.say("sheet_rest", count="{count}"),
        url=address,
        qr=code_of(address) if address else None,
        address=tell_link(address, press.words) if address else None,
    )


def by_title(entries: Iterable[Entry], press: Press) -> list[Entry]:
    """The entries in the order of the alphabet."""
    return sorted(entries, key=lambda entry: norwegian.sort_key(entry.title.said(press.language).text))


def _card(entry: Entry, press: Press, where: str = "") -> Pointer:
    """When it is and where, as sure as anybody is of it; its months and its age stand beside a bare title."""
    colour = press.colour_of(entry.categories[0])
    facts = first_facts(entry, press.catalogue, press.words)
    hours = next((fact for fact in facts if fact.name in {"when", "opening_hours"} and fact.known), None)
    today, words = press.catalogue.today, press.words
    months = tell_time_of_year(entry, today, words)
    when = ", ".join(filter(None, (hours.answer if hours else "", months)))
    when = marked(entry, stated_as(entry), when, press) if when else ""
    first = ", ".join(filter(None, (when, where)))
    told = ". ".join(filter(None, (first, capital(reservation(entry, today, words)))))
    return pointer_to(entry, press)._replace(
        when=told or None,
        short=", ".join(filter(None, (months, tell_age(entry, today, words)))),
        icon=press.icon_of(entry.categories, "star"),
        colour=COLOURS[colour],
        tint=TINTS[colour],
    )


def pointer_to(entry: Entry, press: Press) -> Pointer:
    """The title of an entry, leading to its page; a walk that is closed says so, and only what is promised is free."""
    title = " ".join(filter(None, (entry.title.said(press.language).text, closed_mark(entry, press))))
    return Pointer(title, label_of(entry), free=_is_shown_as_free(entry, press))


def alphabet(entries: Iterable[Entry], press: Press) -> Register:
    """All titles under their letters, A–Å."""
    pointers = (pointer_to(entry, press) for entry in entries)
    ordered = sorted(pointers, key=lambda pointer: (norwegian.sort_key(pointer.title), pointer.target))
    letters = groupby(ordered, key=lambda pointer: norwegian.initial(pointer.title))
    return Register(tuple(Group(letter, tuple(found)) for letter, found in letters))


_OF_USE = 4
"""A table of access is printed where something is known of every fourth walk; each walk's page tells it anyway."""

SUITS: Mapping[str, str] = {
    "adapted": "tilrettelagt",
    "with_wheelchair": "med-rullestol",
    "elderly": "for-eldre",
    "young": "for-barn-og-unge",
}
"""The lists by whom something suits, and the theme that each shows."""


def lists_by_whom(entries: Iterable[Entry], press: Press) -> Register:
    """Titles under «Tilrettelagt», «Med rullestol», «For eldre» and «For barn og unge»; empty lists are left out."""
    entries = by_title(entries, press)
    found: Mapping[str, tuple[Pointer, ...]] = {
        name: tuple(pointer_to(entry, press) for entry in entries if _suits(entry, theme, press))
        for name, theme in SUITS.items()
    }
    return Register(tuple(Group(press.say(f"list.{name}"), items) for name, items in found.items() if items))


def new_entries(entries: Iterable[Entry], press: Press) -> Register:
    """What came into the booklets on its `nytt_siden` or later; an entry that does not say since when is never new."""
    since = press.booklet.new_since
    if since is None:
        return Register(())
    new = tuple(pointer_to(entry, press) for entry in by_title(entries, press) if _came(entry) >= since)
    day = norwegian.day(since, press.language)
    return Register((Group(press.say("new_since", day=day), new),) if new else ())


def _came(entry: Entry) -> date:
    """The day on which an entry came into the booklets; long ago where nobody says."""
    return (entry.in_booklets.since if entry.in_booklets else None) or date.min


def _suits(entry: Entry, theme: str, press: Press) -> bool:
    """Walks have a table of their own for wheelchairs, with how far one gets."""
    has_a_table = isinstance(entry, Walk) and theme == "med-rullestol"
    return not has_a_table and THEMES[theme](entry, press.catalogue, press.rules)


def access_table(entries: Iterable[Entry], press: Press) -> AccessTable:
    """Every walk with how far a wheelchair gets, and whether there is a toilet; no row where hardly any is known."""
    columns = ("walk", "wheelchair", "toilet", "page")
    rows = tuple(_row(entry, press) for entry in entries if isinstance(entry, Walk))
    known = sum({row.wheelchair.state, row.toilet.state} != {"unknown"} for row in rows)
    is_of_use = known and known * _OF_USE >= len(rows)
    return AccessTable(tuple(press.say(f"column.{name}") for name in columns), rows if is_of_use else ())


def _row(walk: Walk, press: Press) -> AccessRow:
    far = norwegian.distance(walk.length, press.language) if walk.length else None
    length = marked(walk, "lengde", far, press) if far else None
    pointer = pointer_to(walk, press)
    wheelchair = wheelchair_chip(walk, press)
    if wheelchair.state == "no":
        wheelchair = wheelchair._replace(text=press.words.say("assessment.ground.stopper"))
    return AccessRow(pointer.title, pointer.target, length, wheelchair, toilet_chip(walk, press, short=True))
