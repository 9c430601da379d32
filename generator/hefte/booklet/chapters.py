"""The parts of a booklet in order: its chapters as the editor lists them, or as its entries suggest."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hefte.booklet.agenda import agenda, month, month_title
from hefte.booklet.elsewhere import also_in
from hefte.booklet.entries import item_of, notice_of
from hefte.booklet.matter import colophon, emergency, how_to_use, legend, page_prose
from hefte.booklet.pictures import chapter_picture
from hefte.booklet.places import by_place
from hefte.booklet.press import COLOURS, Press, label_of
from hefte.booklet.prose import blocks_of
from hefte.booklet.registers import access_table, alphabet, free_page, free_sheet, lists_by_whom, new_entries
from hefte.booklet.setting import is_sheet
from hefte.booklet.volume import Chapter, Content, Group, Item, Part, Prose, Register, Section
from hefte.booklet.walks import item_of_walk, trip_of
from hefte.booklet.weekly import by_weekday
from hefte.model import Entry, Page, Walk
from hefte.model.booklet import Chapter as Wanted
from hefte.model.booklet import Selection
from hefte.selection import booklet_entries, selected

Entries = Sequence[Entry]


class Fixed(NamedTuple):
    """A fixed part: the kind of page, its mark, and what fills it from the entries that are printed."""

    kind: str
    icon: str
    colour: str
    tab: bool
    fill: Callable[[Entries, Press], Content]


FIXED: Mapping[str, Fixed] = {
    "slik_bruker_du": Fixed("prose", "book", "skifer", False, how_to_use),
    "slik_leser_du": Fixed("legend", "info-circle", "skifer", False, legend),
    "nødnumre": Fixed("prose", "alert-triangle", "rust", False, lambda _, press: emergency(press)),
    "gratis": Fixed("free", "gift", "oker", True, free_page),
    "hvem": Fixed("lists", "users", "fjord", True, lists_by_whom),
    "fast": Fixed("lists", "calendar-event", "gran", True, by_weekday),
    "måned": Fixed("month", "calendar", "gran", True, month),
    "dager": Fixed("agenda", "calendar", "gran", True, agenda),
    "nytt": Fixed("lists", "sparkles", "rust", True, new_entries),
    "tilgjengelighet": Fixed("access", "wheelchair", "rust", True, access_table),
    "steder": Fixed("lists", "map-pin", "fjord", True, by_place),
    "register": Fixed("index", "list", "skifer", True, alphabet),
    "kolofon": Fixed("colophon", "info-circle", "skifer", False, colophon),
}
"""The words for `del` of a chapter; any other is the id of a page in content/sider."""

_YEAR, _MANY = re.compile(r"\b(?:19|20)\d\d\b"), 3
"""A year in a notice, and how many entries of a chapter must share it to be told above them all."""

_SENTENCE = re.compile(r"(?<=\.)\s(?=[A-ZÆØÅ])")
"""Where a sentence of a notice ends: before a capital, so that «ca. 2011» is not cut."""

_BEFORE, _AFTER = ("slik_bruker_du",), ("register", "kolofon")
_OF_WALKS = ("slik_leser_du",), ("tilgjengelighet",)
_OF_OTHERS = ("ledsagerbevis",), ("gratis", "hvem")


def parts_of(press: Press) -> tuple[Part, ...]:
    """All parts after the table of contents; an entry stands in the first chapter that selects it."""
    left = [
        entry
        for entry in booklet_entries(press.booklet, press.catalogue, press.language)
        if label_of(entry) not in press.left_out
    ]
    if is_sheet(press.booklet):
        return (_sheet(press.booklet.chapters[0], left, press),)
    wanted = _completed(press.booklet.chapters, press) or _suggested(left, press)
    chosen = [(one, _taken(one, left, press)) for one in wanted]
    printed = [entry for _, entries in chosen for entry in entries]
    if not printed and any(one.selection for one in wanted):
        chosen.insert(-1, (_nothing(press), ()))
    made = (_part(one, entries, printed, number, press) for number, (one, entries) in enumerate(chosen))
    return _tabbed(part for part in made if part is not None)


def _sheet(wanted: Wanted, entries: Entries, press: Press) -> Part:
    """The one part of a sheet for the wall."""
    if wanted.part == "gratis":
        title = _title(wanted, "gratis", press)
        return Part("free", title, free_sheet(entries, press), press.say("part.gratis.lead"), "gift")
    return Part("month", press.said(wanted.title) or month_title(press), month(entries, press), icon="calendar")


def _nothing(press: Press) -> Wanted:
    """An empty booklet says that it is, before its colophon."""
    return Wanted.model_validate({"tittel": press.say("nothing"), "tekst": press.say("nothing_means")})


def _completed(chapters: Sequence[Wanted], press: Press) -> tuple[Wanted, ...]:
    """An editor may leave out the preface and the colophon; every booklet has both all the same."""
    named = {chapter.part for chapter in chapters}
    before = [name for name in _BEFORE if name not in named and press.booklet.preface]
    after = [name for name in _AFTER[-1:] if name not in named]
    return (*map(_fixed_part, before), *chapters, *map(_fixed_part, after)) if chapters else ()


def _fixed_part(name: str) -> Wanted:
    return Wanted.model_validate({"del": name})


def _taken(wanted: Wanted, left: list[Entry], press: Press) -> Entries:
    """Take the entries of a chapter out of what is left."""
    if wanted.selection is None or wanted.part in FIXED:
        return ()
    fitting = {entry.id for entry in selected(wanted.selection, press.catalogue, press.language)}
    taken = [entry for entry in left if entry.id in fitting]
    left[:] = [entry for entry in left if entry.id not in fitting]
    return taken


def _suggested(entries: Entries, press: Press) -> tuple[Wanted, ...]:
    """The chapters of a booklet whose editor lists none: one per category, then organisations."""
    walks = all(isinstance(entry, Walk) for entry in entries)
    before, after = _OF_WALKS if walks else _OF_OTHERS
    fixed = map(_fixed_part, (*_BEFORE, *before))
    last = map(_fixed_part, (*after, *_AFTER))
    if walks:
        return (*fixed, Wanted.model_validate({"tittel": press.say("walks"), "utvalg": {"type": ["turer"]}}), *last)
    tops = [one for one in press.catalogue.categories.values() if one.parent is None]
    offers = ["aktiviteter", "arrangementer", "grupper", "steder", "turer"]
    middle = [Wanted.model_validate({"utvalg": {"type": offers, "kategorier": [top.code]}}) for top in tops]
    rest = Wanted.model_validate({"tittel": press.say("organisations"), "utvalg": {"type": ["organisasjoner"]}})
    return (*fixed, *middle, rest, *last)


def _part(wanted: Wanted, entries: Entries, printed: Entries, number: int, press: Press) -> Part | None:
    if wanted.part and wanted.part in FIXED:
        return _fixed(wanted.part, wanted, printed, press)
    if wanted.selection is not None:
        return _told_once(wanted, entries, printed, number, press)
    page = press.catalogue.get("sider", wanted.part) if wanted.part else None
    if isinstance(page, Page):
        return Part(
            "prose", press.said(wanted.title or page.title) or "", page_prose(page, press), press.said(page.lead)
        )
    if wanted.text:
        return Part("prose", press.said(wanted.title) or "", Prose(blocks_of(press.said(wanted.text) or "")))
    return None


def _told_once(wanted: Wanted, entries: Entries, printed: Entries, number: int, press: Press) -> Part | None:
    """A chapter, and where else to look; of a chapter whose entries all stand elsewhere, only that."""
    own = {entry.id for entry in entries}
    first = next((at for at, entry in enumerate(printed) if entry.id in own), len(printed))
    also = also_in(wanted.selection, printed[:first], press)
    if entries:
        return _chapter(wanted, entries, printed, number, press)._replace(also=also)
    code = _category_of(wanted.selection, press)
    title = press.said(wanted.title) or _named(code, press)
    lists = Register((Group(press.say("found_there"), also),))
    icon = press.icon_of((code,) if code else (), "list")
    return (
        Part("lists", title, lists, press.said(wanted.text), icon, COLOURS[press.colour_of(code)], tab=0)
        if also
        else None
    )


def _fixed(name: str, wanted: Wanted, printed: Entries, press: Press) -> Part | None:
    fixed = FIXED[name]
    content = fixed.fill(printed, press)
    if _is_empty(content):
        return None
    title = _title(wanted, name, press)
    lead = press.said(wanted.text) or _lead_of(name, content, press)
    tab = 0 if fixed.tab else None
    return Part(fixed.kind, title, content, lead, fixed.icon, COLOURS[fixed.colour], tab=tab)


def _title(wanted: Wanted, name: str, press: Press) -> str:
    by_month = f": {month_title(press).lower()}" if name in {"måned", "dager"} else ""
    return press.said(wanted.title) or press.say(f"part.{name}") + by_month


def _lead_of(name: str, content: Content, press: Press) -> str | None:
    """What a fixed part says of itself; a register without anything free does not explain the gift."""
    gifts = not isinstance(content, Register) or any(item.free for group in content.letters for item in group.items)
    told = press.words.has(f"booklet.part.{name}.lead") and (gifts or name != "register")
    return press.say(f"part.{name}.lead") if told else None


def _is_empty(content: Content) -> bool:
    return any(getattr(content, name, True) == () for name in ("items", "rows", "letters", "days"))


def _chapter(wanted: Wanted, entries: Entries, printed: Entries, number: int, press: Press) -> Part:
    code = _category_of(wanted.selection, press)
    title = press.said(wanted.title) or _named(code, press)
    walks = all(isinstance(entry, Walk) for entry in entries)
    colour = COLOURS["gran" if walks and code is None else press.colour_of(code)]
    icon = press.icon_of((code,) if code else (), _icon_for(entries))
    if walks:
        first = 1 + next(at for at, entry in enumerate(_walks(printed)) if entry is entries[0])
        trips = tuple(trip_of(walk, at, press) for at, walk in enumerate(_walks(entries), first))
        return Part(
            "walks", title, Chapter((Section(None, colour, trips),)), press.said(wanted.text), icon, colour, tab=0
        )
    sections = tuple(_sections(entries, code, colour, press, _told_above(wanted, entries, press)))
    picture = chapter_picture(number, f"{press.booklet.id}/{number}")
    return Part("entries", title, Chapter(sections), press.said(wanted.text), icon, colour, picture, 0)


def _item_of(entry: Entry, press: Press) -> Item:
    return item_of_walk(entry, press) if isinstance(entry, Walk) else item_of(entry, press)


def _walks(entries: Entries) -> Iterator[Walk]:
    return (entry for entry in entries if isinstance(entry, Walk))


def _named(code: str | None, press: Press) -> str:
    category = press.catalogue.categories.get(code or "")
    return category.name.said(press.language).text if category else press.said(press.booklet.title) or ""


def _category_of(selection: Selection | None, press: Press) -> str | None:
    codes = selection.categories if selection else ()
    return next((code for code in codes if code in press.catalogue.categories), None)


def _icon_for(entries: Entries) -> str:
    icons = {"turer": "route", "organisasjoner": "users-group", "grupper": "users", "steder": "map-pin"}
    return icons.get(entries[0].folder, "star")


def _told_above(wanted: Wanted, entries: Entries, press: Press) -> frozenset[str]:
    """The notices that many entries share and whose years the chapter's own text tells already."""
    above = set(_YEAR.findall(press.said(wanted.text) or ""))
    counts = Counter(filter(None, (notice_of(entry, press) for entry in entries)))
    return frozenset(
        notice for notice, count in counts.items() if count >= _MANY and above.issuperset(_YEAR.findall(notice) or "-")
    )


def _with_year(notice: str) -> str:
    """What dates an entry stands on its own page too, wherever the book is opened; the advice is told once, above."""
    return " ".join(sentence for sentence in _SENTENCE.split(notice) if _YEAR.search(sentence))


def _sections(
    entries: Entries, code: str | None, colour: str, press: Press, told_above: frozenset[str]
) -> Iterator[Section]:
    """First what belongs to the chapter itself, then one section per subcategory."""
    below = [one for one in press.catalogue.categories.values() if code and one.parent == code]
    families = {one.code: press.catalogue.family(one.code) for one in below}
    placed = {
        entry: next((sub for sub in families if not families[sub].isdisjoint(entry.categories)), None)
        for entry in entries
    }
    for sub in (None, *families):
        items = (_item_of(entry, press) for entry in entries if placed[entry] == sub)
        found = tuple(
            item._replace(notice=_with_year(item.notice)) if item.notice and item.notice in told_above else item
            for item in items
        )
        if found:
            title = _named(sub, press) if sub else None
            yield Section(title, COLOURS[press.colour_of(sub)] if sub else colour, found)


def _tabbed(parts: Iterator[Part]) -> tuple[Part, ...]:
    """Number the thumb tabs from the top of the page."""
    found: list[Part] = []
    for part in parts:
        tabs = sum(one.tab is not None for one in found)
        found.append(part._replace(tab=tabs) if part.tab is not None else part)
    return tuple(found)
