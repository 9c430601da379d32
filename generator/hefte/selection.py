"""Which entries a booklet holds: keys are joined by «and», the values of a list by «or»."""

from collections.abc import Iterable, Iterator

from hefte.catalogue import Catalogue
from hefte.model import Booklet, Entry, Walk
from hefte.model.booklet import Selection
from hefte.norwegian import sort_key
from hefte.telling.freshness import is_left_out, limit_of_booklets
from hefte.telling.people import Known, counted_on
from hefte.telling.themes import is_surely_free


def selected(selection: Selection, catalogue: Catalogue, language: str) -> tuple[Entry, ...]:
    """The shown entries of a selection, those of `ta_med` always, in the order of print."""
    return in_print_order(_chosen(selection, catalogue, catalogue.shown), language)


def booklet_entries(booklet: Booklet, catalogue: Catalogue, language: str) -> tuple[Entry, ...]:
    """What a booklet may hold; an entry's own `hefte: {med: nei}` keeps it out."""
    return in_print_order(_of_booklet(booklet, catalogue), language)


def left_out(booklet: Booklet, catalogue: Catalogue, language: str) -> tuple[Entry, ...]:
    """What a booklet would hold, had somebody checked it since the limit that the settings state."""
    wanted = tuple(_wanted(booklet, catalogue))
    kept = frozenset(_of_booklet(booklet, catalogue))
    return in_print_order((entry for entry in wanted if entry not in kept), language)


def holds_something(booklet: Booklet, catalogue: Catalogue, chapter: Selection | None = None) -> bool:
    """Whether a booklet, or a chapter of it, has anything to print; no further than to the first that fits."""
    entries = _of_booklet(booklet, catalogue)
    return any(True for _ in (_chosen(chapter, catalogue, entries) if chapter else entries))


def _of_booklet(booklet: Booklet, catalogue: Catalogue) -> Iterator[Entry]:
    """What is wanted and not too old; who is left out stays on the website."""
    today = catalogue.today
    limit = limit_of_booklets(catalogue.settings, today)
    return (entry for entry in _wanted(booklet, catalogue) if not is_left_out(entry, limit, today))


def _wanted(booklet: Booklet, catalogue: Catalogue) -> Iterator[Entry]:
    chosen = _chosen(booklet.selection, catalogue, catalogue.shown)
    return (entry for entry in chosen if entry.in_booklets is None or entry.in_booklets.included is not False)


def _chosen(selection: Selection, catalogue: Catalogue, entries: Iterable[Entry]) -> Iterator[Entry]:
    families = frozenset(code for top in selection.categories for code in catalogue.family(top))
    for entry in entries:
        is_wanted = entry.id in selection.include or _fits(entry, selection, families, catalogue)
        if is_wanted and entry.id not in selection.leave_out:
            yield entry


def in_print_order(entries: Iterable[Entry], language: str) -> tuple[Entry, ...]:
    """Walks from short to long, those whose length nobody has stated last; all else by the alphabet."""
    return tuple(
        sorted(entries, key=lambda entry: (_length(entry), sort_key(entry.title.said(language).text), entry.id))
    )


def _length(entry: Entry) -> tuple[bool, float]:
    """By the stated number, sure of or not: the page prints it, and 9 km among the short looks like a mistake."""
    length = entry.length if isinstance(entry, Walk) else 0.0
    return length is None, length or 0.0


def _fits(entry: Entry, selection: Selection, families: frozenset[str], catalogue: Catalogue) -> bool:
    return all(_answers(entry, selection, families, catalogue))


def _answers(entry: Entry, selection: Selection, families: frozenset[str], catalogue: Catalogue) -> Iterator[bool]:
    yield not selection.types or entry.folder in selection.types
    yield not families or not families.isdisjoint(entry.categories)
    yield not selection.areas or catalogue.area_of(entry) in selection.areas
    yield not selection.municipalities or not set(selection.municipalities).isdisjoint(entry.municipalities)
    yield selection.free is None or is_surely_free(entry)
    yield _short_enough(entry, selection.longest)
    if selection.wheelchair is not None:
        yield counted_on(entry, catalogue).get("wheelchair_in") == Known(selection.wheelchair)


def _short_enough(entry: Entry, longest: float | None) -> bool:
    """A walk whose length nobody has stated is not left out; it stands last and says so."""
    length = entry.length if isinstance(entry, Walk) else None
    return longest is None or length is None or length <= longest
