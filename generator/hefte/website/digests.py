"""A key for every document: by it an output knows whether something that it shows has changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

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
    yield from _track(catalogue, document)


def _track(catalogue: Catalogue, document: Document) -> Iterator[str]:
    if isinstance(document, Walk) and document.track:
        yield repr(catalogue.tracks.get(document.track))


PROSE = frozenset(("lead", "body", "contact", "gear", "pictures", "memo"))
"""The fields of entries that no calendar, count or map tells of: a mended sentence makes none of them again."""


@lru_cache(maxsize=1)
def but_prose(catalogue: Catalogue) -> Digests:
    """A key of what each document says beside its prose; made once for all languages."""
    return {(one.folder, one.id): _but_prose(catalogue, one) for one in catalogue.documents}


def _but_prose(catalogue: Catalogue, document: Document) -> str:
    untold = PROSE if isinstance(document, Entry) else ()
    said = {name: value for name, value in vars(document).items() if name not in untold}
    return fingerprint(document.folder, repr(said), *_track(catalogue, document))


@lru_cache(maxsize=1)
def all_but_prose(catalogue: Catalogue) -> str:
    """A key of what the whole catalogue says beside its prose."""
    return fingerprint(*but_prose(catalogue).values())


def of_cards(catalogue: Catalogue, entries: Iterable[Entry], digests: Digests) -> Iterator[str]:
    """What the cards of entries are made of: their own text and their venues'."""
    for entry in entries:
        venue = catalogue.venue(entry)
        yield digests[entry.folder, entry.id] + (digests[venue.folder, venue.id] if venue else "")


def of_times(catalogue: Catalogue) -> Callable[[Entry], str]:
    """What an entry's rows in a calendar are made of: itself, its venue, and who may say that they are closed then."""
    keys = but_prose(catalogue)

    @cache  # it is on in most months
    def made_of(entry: Entry) -> str:
        beside = filter(None, (catalogue.venue(entry), catalogue.organiser(entry)))
        return "".join(keys[one.folder, one.id] for one in (entry, *beside))

    return made_of
