"""A page per entry, and whose words stand on it: what is near, what is alike, who refers to it."""

from collections.abc import Iterator, Sequence

from hefte.model import Entry
from hefte.near import Near
from hefte.website.alike import alike
from hefte.website.digests import Digests
from hefte.website.entry_view import Neighbours, offers, view
from hefte.website.site import Page, Site

NEAR_M, NEAR_MOST, ALIKE_MOST = 5000.0, 3, 3
_ASKED_FOR = 60
"""At most so many neighbours beyond those shown: a hall may have hundreds of activities of its own."""


def pages(site: Site, digests: Digests) -> Iterator[Page]:
    """A page for every entry that is shown today, in the order of the rows."""
    for entry in site.catalogue.rows:
        yield entry_page(site, entry, digests)


def entry_page(site: Site, entry: Entry, digests: Digests) -> Page:
    """The page of one entry, remade when its own or a related entry's text changes."""
    kin = alike(site, entry, ALIKE_MOST)
    beside = Neighbours(tuple(near(site, entry, _shown_with(site, entry, kin))), kin)
    made_of = (digests[other.folder, other.id] for other in (entry, *_related(site, entry, beside)))
    return Page(
        path=entry.page,
        section=entry.folder,
        title=site.plain(entry.title),
        description=site.plain(entry.lead),
        template="entry.html",
        view=lambda: view(site, entry, beside),
        made_of=tuple(made_of),
    )


def _shown_with(site: Site, entry: Entry, kin: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that a page names already."""
    named = (site.catalogue.organiser(entry), site.catalogue.venue(entry))
    return (*offers(site.catalogue, entry), *kin, *filter(None, named))


def _related(site: Site, entry: Entry, beside: Neighbours) -> Iterator[Entry]:
    """Every other entry whose words stand on this entry's page."""
    catalogue = site.catalogue
    others = (catalogue.organiser(entry), catalogue.venue(entry), *catalogue.referrers(entry))
    for other in (*others, *(one for one, _ in beside.near), *beside.alike):
        if other is not None:
            yield other
            venue = catalogue.venue(other)
            if venue is not None:
                yield venue


def near(site: Site, entry: Entry, seen: Sequence[Entry] = ()) -> Iterator[tuple[Entry, float]]:
    """The nearest entries within 5 km with their metres, but those that the page shows already."""
    here = site.catalogue.position(entry)
    if here is None:
        return
    known = {f"{one.folder}/{one.id}" for one in (entry, *seen)}
    found = site.neighbourhood.nearest(here, NEAR_MOST + min(len(known), _ASKED_FOR), NEAR_M)
    others = tuple(one for one in found if one.id not in known)[:NEAR_MOST]
    yield from ((other, one.metres) for one in others for other in _named(site, one))


def _named(site: Site, one: Near) -> Iterator[Entry]:
    folder, _, identity = one.id.partition("/")
    found = site.catalogue.get(folder, identity)
    if isinstance(found, Entry):
        yield found
