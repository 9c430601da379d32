"""The editions of a booklet: what each is made of, and which of them a booklet has."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from hefte.booklet.pictures import offer_picture
from hefte.booklet.plans import has_plan, plan_sheets
from hefte.booklet.press import Press
from hefte.booklet.setting import is_sheet
from hefte.booklet.volume import Chapter, Item, Part, Section, Trip, Volume, item_in
from hefte.booklet.walks import card_map, large_map, trip_of
from hefte.booklet.wall import OFFERS, for_the_wall, is_for_the_wall
from hefte.model import Document, Entry, Walk
from hefte.model.choices import EditionKind
from hefte.selection import booklet_entries

LARGE_POINTS, ENLARGED = 12.75, 2**0.5
"""Large print is set on A5 and enlarged to A4, drawings and all: 18 points, and nothing under 14."""

_WORDS = ("notes", "scan", "plan_day", "plan_what")
_ICONS = ("phone", "scissors", "calendar-event", "map-pin")


Fit = Callable[[Item | Trip, Document | None, Press], Item | Trip | None]
"""Makes an entry of a booklet fit to stand alone, or None where it is not; the document is what it was written from."""


class Edition(NamedTuple):
    """One form of a booklet: which entries it can be made of, and how a volume becomes it."""

    holds: Callable[[Sequence[Entry], Press], bool]
    made: Callable[[Volume, Press], Volume]


def _always(_entries: Sequence[Entry], _press: Press) -> bool:
    return True


def _has_walks(entries: Sequence[Entry], _press: Press) -> bool:
    return any(isinstance(entry, Walk) for entry in entries)


def _has_offers(entries: Sequence[Entry], press: Press) -> bool:
    return any(is_for_the_wall(entry, press) for entry in entries)


def _has_plans(entries: Sequence[Entry], _press: Press) -> bool:
    return any(has_plan(entry) for entry in entries)


def _large(volume: Volume, press: Press) -> Volume:
    """Everything larger, and the maps as wide as the text."""
    parts = tuple(_with_large_maps(part, press) for part in volume.parts)
    return volume._replace(
        edition="large", paper="stor", size=LARGE_POINTS, spacing=1.0, columns=1, notes=0, parts=parts
    )


def _with_large_maps(part: Part, press: Press) -> Part:
    if not isinstance(part.content, Chapter):
        return part
    sections = (_section(section, press, None, _in_large_print) for section in part.content.sections)
    return part._replace(content=part.content._replace(sections=tuple(sections)))


def _filled(edition: str) -> Callable[[Volume, Press], Volume]:
    def made(volume: Volume, press: Press) -> Volume:
        return volume._replace(edition=edition, words={**volume.words, "notes": press.say("notes")})

    return made


def _carded(edition: str) -> Callable[[Volume, Press], Volume]:
    """One card for each walk that the booklet prints."""

    def made(volume: Volume, press: Press) -> Volume:
        return _sheets(volume, press, edition, tuple(_kept(volume, press, (Walk.folder,), _for_a_card)))

    return made


def _posters(volume: Volume, press: Press) -> Volume:
    """One poster for each activity, event and group that may hang on a wall; posters that hang together differ."""
    folders = tuple(kind.folder for kind in OFFERS)
    posters = chain.from_iterable(map(_one_by_one, _kept(volume, press, folders, _for_a_poster)))
    pictured = (part._replace(picture=offer_picture(number, volume.id)) for number, part in enumerate(posters))
    return _sheets(volume, press, "posters", tuple(pictured))


def _one_by_one(part: Part) -> Iterator[Part]:
    """A chapter as one part for each of its entries."""
    for section in part.content.sections if isinstance(part.content, Chapter) else ():
        yield from (part._replace(content=Chapter((section._replace(entries=(one,)),))) for one in section.entries)


def _plans(volume: Volume, press: Press) -> Volume:
    """One sheet for the fridge for each group whose plan is approved."""
    part = Part("plans", press.say("edition.halvårsplaner"), plan_sheets(press))
    return _sheets(volume, press, "plans", (part,))


def _sheets(volume: Volume, press: Press, edition: str, parts: tuple[Part, ...]) -> Volume:
    kind = EDITION_NAMES[edition]
    title = f"{volume.title}: {press.say(f'edition.{kind.value}').lower()}"
    drawn = {name: press.icons[name] for name in _ICONS}
    words = {**volume.words} | {name: press.say(name) for name in _WORDS}
    icons = {**volume.icons, **drawn}
    return volume._replace(edition=edition, title=title, size=12.0, parts=parts, icons=icons, words=words, notes=0)


def _kept(volume: Volume, press: Press, folders: Sequence[str], fit: Fit) -> Iterator[Part]:
    """The chapters with only the entries of some folders, without those that become empty."""
    for part in volume.parts:
        if isinstance(part.content, Chapter):
            sections = tuple(_section(section, press, folders, fit) for section in part.content.sections)
            kept = tuple(section for section in sections if section.entries)
            if kept:
                yield part._replace(content=Chapter(kept))


def _section(section: Section, press: Press, folders: Sequence[str] | None, fit: Fit) -> Section:
    """The entries of some folders, or of all, each made fit."""
    named = ((shown, item_in(shown).label.partition("/")) for shown in section.entries)
    kept = (
        (shown, press.catalogue.get(name[0], name[2])) for shown, name in named if folders is None or name[0] in folders
    )
    made = (fit(shown, entry, press) for shown, entry in kept)
    return section._replace(entries=tuple(one for one in made if one is not None))


def _in_large_print(shown: Item | Trip, entry: Document | None, press: Press) -> Item | Trip:
    if isinstance(shown, Trip) and shown.map and isinstance(entry, Walk):
        return shown._replace(map=large_map(entry, press))
    return shown


def _for_a_card(shown: Item | Trip, entry: Document | None, press: Press) -> Item | Trip:
    """A walk's map is drawn anew, with letters as large as its text; among activities a walk has no number."""
    if not isinstance(entry, Walk):
        return shown
    trip = shown if isinstance(shown, Trip) else trip_of(entry, 0, press)._replace(kicker=_area(entry, press))
    return trip._replace(map=card_map(entry, press)) if trip.map else trip


def _area(walk: Walk, press: Press) -> str:
    return press.catalogue.area_of(walk) or ""


def _for_a_poster(shown: Item | Trip, entry: Document | None, press: Press) -> Item | Trip | None:
    if isinstance(shown, Item) and isinstance(entry, Entry) and is_for_the_wall(entry, press):
        return for_the_wall(shown, entry, press)
    return None


EDITIONS: Mapping[EditionKind, Edition] = {
    EditionKind.LARGE: Edition(_always, _large),
    EditionKind.FOLDED: Edition(_always, _filled("folded")),
    EditionKind.PRESS: Edition(_always, _filled("press")),
    EditionKind.CARDS: Edition(_has_walks, _carded("cards")),
    EditionKind.POCKET_CARDS: Edition(_has_walks, _carded("pocket-cards")),
    EditionKind.POSTERS: Edition(_has_offers, _posters),
    EditionKind.PLANS: Edition(_has_plans, _plans),
}
"""Every edition beside the one for the screen."""

EDITION_NAMES = {
    "cards": EditionKind.CARDS,
    "pocket-cards": EditionKind.POCKET_CARDS,
    "posters": EditionKind.POSTERS,
    "plans": EditionKind.PLANS,
}


def editions_of(press: Press) -> tuple[EditionKind, ...]:
    """The editions that the booklet asks for and has something to show in."""
    entries = booklet_entries(press.booklet, press.catalogue, press.language)
    wanted = frozenset(() if is_sheet(press.booklet) else press.booklet.editions)
    return tuple(kind for kind, one in EDITIONS.items() if kind in wanted and one.holds(entries, press))
