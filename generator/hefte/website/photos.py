"""The photos of an entry on its page: two sizes to choose between, and the room they take before they come."""

from collections.abc import Iterator
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.model import Entry
from hefte.picture import Look, Published, copies
from hefte.website.site import Site


class Photo(NamedTuple):
    """A photo on a page: its copies with the largest first, paths from the site's root, and what it shows in words."""

    copies: tuple[Published, ...]
    alt: str

    @property
    def large(self) -> Published:
        """The copy that a browser takes which cannot choose; its size is the shape of all copies."""
        return self.copies[0]


def photos_of(site: Site, entry: Entry) -> Iterator[Photo]:
    """The photos of an entry in its own order; one that cannot be published is not shown."""
    for picture in entry.pictures:
        seen = site.catalogue.looks.get(picture.file)
        if isinstance(seen, Look):
            yield Photo(copies(picture.file, seen), site.plain(picture.alt))


def smallest_copy(catalogue: Catalogue, entry: Entry) -> str:
    """The path of an entry's first photo for a card; empty where it has none that can be published."""
    seen = catalogue.looks.get(entry.pictures[0].file) if entry.pictures else None
    return copies(entry.pictures[0].file, seen)[-1].path if isinstance(seen, Look) else ""
