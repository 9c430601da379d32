"""A page per entry, and whose words stand on it: what is near, what is alike, who refers to it."""

from collections.abc import Iterator, Sequence

from hefte.model import Entry, Walk
from hefte.model.walk_choices import Course
from hefte.near import Near, Position, metres_between
from hefte.telling.nearest import places_named
from hefte.website.alike import alike
from hefte.website.digests import Digests
from hefte.website.entry_view import Neighbours, offers, view
from hefte.website.group import plan_sheet
from hefte.website.site import Page, Site

NEAR_M, NEAR_MOST, ALIKE_MOST = 5000.0, 3, 3
APART_M, END_M, END_MOST = 300.0, 1000.0, 2
"""A walk's ends are two places when they are so far apart; by the other one, what is so near, and so many at most."""

_ASKED_FOR = 60
"""At most so many neighbours beyond those shown: a hall may have hundreds of activities of its own."""


def pages(site: Site, digests: Digests) -> Iterator[Page]:
    """A page for every entry that is shown today, in the order of the rows."""
    for entry in site.catalogue.rows:
        yield entry_page(site, entry, digests)


def entry_page(site: Site, entry: Entry, digests: Digests) -> Page:
    """The page of one entry, remade when its own or a related entry's text changes."""
    kin = alike(site, entry, ALIKE_MOST)
    named = _shown_with(site, entry, kin)
    around = tuple(near(site, entry, named))
    beside = Neighbours(around, kin, tuple(near_the_end(site, entry, (*named, *(one for one, _ in around)))))
    made_of = (digests[other.folder, other.id] for other in (entry, *_related(site, entry, beside)))
    return Page(
        path=entry.page,
        section=entry.folder,
        title=site.plain(entry.title),
        description=site.plain(entry.lead),
        template="entry.html",
        view=lambda: view(site, entry, beside),
        made_of=(*made_of, plan_sheet(site, entry)),
    )


def _shown_with(site: Site, entry: Entry, kin: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that a page names already."""
    named = (site.catalogue.organiser(entry), site.catalogue.venue(entry))
    return (*offers(site.catalogue, entry), *kin, *filter(None, named))


def _related(site: Site, entry: Entry, beside: Neighbours) -> Iterator[Entry]:
    """Every other entry whose words stand on this entry's page."""
    catalogue = site.catalogue
    owners = (catalogue.organiser(entry), catalogue.parent(entry))
    others = (*owners, catalogue.venue(entry), *catalogue.referrers(entry))
    named = places_named(entry, catalogue) if isinstance(entry, Walk) else ()
    near_by = (one for one, _ in (*beside.near, *beside.at_the_end))
    for other in (*others, *near_by, *beside.alike, *named):
        if other is not None:
            yield other
            venue = catalogue.venue(other)
            if venue is not None:
                yield venue


def near(site: Site, entry: Entry, seen: Sequence[Entry] = ()) -> Iterator[tuple[Entry, float]]:
    """The nearest entries within 5 km with their metres, but those that the page shows already."""
    here = site.catalogue.position(entry)
    if here is not None:
        yield from _around(site, here, (entry, *seen), NEAR_M, NEAR_MOST)


def near_the_end(site: Site, walk: Entry, seen: Sequence[Entry]) -> Iterator[tuple[Entry, float]]:
    """The nearest entries of the other end of a walk, where that is another place than its start."""
    start, end = site.catalogue.position(walk), end_of(site, walk)
    if start is not None and end is not None and metres_between(start, end) >= APART_M:
        yield from _around(site, end, (walk, *seen), END_M, END_MOST)


def end_of(site: Site, entry: Entry) -> Position | None:
    """Where a walk ends or turns: as it is stated, else where the track of a walk one way ends."""
    if not isinstance(entry, Walk):
        return None
    if entry.end and entry.end.latitude is not None and entry.end.longitude is not None:
        return entry.end.latitude, entry.end.longitude
    track = site.track_of(entry)
    return track.segments[-1][-1][:2] if track and entry.course is Course.ONE_WAY else None


def _around(
    site: Site, here: Position, seen: Sequence[Entry], within_m: float, most: int
) -> Iterator[tuple[Entry, float]]:
    known = {f"{one.folder}/{one.id}" for one in seen}
    found = site.neighbourhood.nearest(here, most + min(len(known), _ASKED_FOR), within_m)
    others = tuple(one for one in found if one.id not in known)[:most]
    yield from ((other, one.metres) for one in others for other in _named(site, one))


def _named(site: Site, one: Near) -> Iterator[Entry]:
    folder, _, identity = one.id.partition("/")
    found = site.catalogue.get(folder, identity)
    if isinstance(found, Entry):
        yield found
