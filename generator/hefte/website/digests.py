"""A key for every document: by it an output knows whether something that it shows has changed."""

from collections.abc import Iterable, Iterator, Mapping

from hefte.catalogue import Catalogue
from hefte.model import Document, Entry, Walk
from hefte.output import fingerprint

Digests = Mapping[tuple[str, str], str]
"""Folder and id to the key of the document."""


def digests_of(catalogue: Catalogue) -> Digests:
    """A key for every document: the text of its file, its place in it, the shapes of its photos, and its track."""
    return {(one.folder, one.id): fingerprint(*one.made_of, *_files(catalogue, one)) for one in catalogue.documents}


def _files(catalogue: Catalogue, document: Document) -> Iterator[str]:
    for picture in document.pictures if isinstance(document, Entry) else ():
        yield repr(catalogue.looks.get(picture.file))
    if isinstance(document, Walk) and document.track:
        yield repr(catalogue.tracks.get(document.track))


def of_cards(catalogue: Catalogue, entries: Iterable[Entry], digests: Digests) -> Iterator[str]:
    """What the cards of entries are made of: their own text and their venues'."""
    for entry in entries:
        venue = catalogue.venue(entry)
        yield digests[entry.folder, entry.id] + (digests[venue.folder, venue.id] if venue else "")


def of_rows(catalogue: Catalogue, entries: Iterable[Entry], digests: Digests) -> Iterator[str]:
    """What the rows of a month are made of: the cards, and the hours in which organisers say that they are closed."""
    entries = tuple(entries)
    yield from of_cards(catalogue, entries, digests)
    organisers = dict.fromkeys(filter(None, map(catalogue.organiser, entries)))
    yield from (digests[one.folder, one.id] for one in organisers)
