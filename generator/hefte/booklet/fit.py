"""A booklet in the number of pages that its editor asks for: type, spacing, columns, then what matters least."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from hefte.booklet.make import volume_of
from hefte.booklet.press import Press, label_of
from hefte.booklet.setting import Setting, is_sheet, most_notes, natural, roomier, tighter
from hefte.booklet.volume import Chapter, Volume, item_in
from hefte.model import Entry
from hefte.problem import Problem, Rule

Count = Callable[[Volume], int]
"""A print engine that only counts the pages."""

USUAL_PRIORITY, ALWAYS_IN = 3, 1
"""An entry without `prioritet` counts as 3; one of priority 1 is never left out."""


_TRIES = 2
"""Settings that are tried to save pages for notes; each takes as long as to print the booklet once."""


class Fitted(NamedTuple):
    """How a booklet is printed: `press` holds setting, notes and what is left out, the least important first.

    Where the goal could not be met, `problem` says why, and the press is as if nobody had asked.
    """

    press: Press
    pages: int
    setting: Setting
    left_out: tuple[Entry, ...] = ()
    problem: Problem | None = None


class _Tried(NamedTuple):
    press: Press
    pages: int


def fitted(press: Press, count: Count) -> Fitted | None:
    """Set a booklet so that it has the pages it shall have; None where it may be as long as it needs."""
    goal = press.booklet.page_count
    if goal is None or is_sheet(press.booklet):
        return None
    usual = _tried(press, natural(press.booklet), count)
    if goal.is_multiple:
        return _nearest_multiple(usual, goal.number, count)
    if usual.pages <= goal.number:
        return _filled(_roomiest(usual, goal.number, count), goal.number, usual)
    tight = _gentlest(usual, goal.number, count)
    return _done(tight, goal.number) if tight.pages <= goal.number else _shortened(tight, goal.number, usual, count)


def _tried(press: Press, setting: Setting, count: Count) -> _Tried:
    press = press._replace(setting=setting)
    return _Tried(press, count(volume_of(press)))


def _done(tried: _Tried, pages: int, left_out: tuple[Entry, ...] = ()) -> Fitted:
    press = tried.press._replace(notes=pages - tried.pages)
    return Fitted(press, pages, press.setting or natural(press.booklet), left_out)


def _refused(usual: _Tried, rule: Rule, **values: object) -> Fitted:
    where = usual.press.booklet.where("sidetall")
    return Fitted(usual.press, usual.pages, natural(usual.press.booklet), problem=Problem(where, rule, values))


def _nearest_multiple(usual: _Tried, number: int, count: Count) -> Fitted:
    """Down where hardly a page is too many and the type need not shrink for it; else up, with pages for notes."""
    over = usual.pages % number
    if 0 < over <= number // 4 and usual.pages > number:
        for setting in tighter(usual.press.booklet)[:_TRIES]:
            tight = _tried(usual.press, setting, count)
            if tight.pages <= usual.pages - over:
                return _done(tight, usual.pages - over)
    return _done(usual, usual.pages + -usual.pages % number)


def _roomiest(usual: _Tried, most: int, count: Count) -> _Tried:
    """The largest type that still fits; not tried where a few pages for notes fill up."""
    if most - usual.pages <= most_notes(0):
        return usual
    ladder = (*reversed(roomier(usual.press.booklet)),)
    return _last_that_fits(usual, ladder, most, count)


def _last_that_fits(usual: _Tried, ladder: Sequence[Setting], most: int, count: Count) -> _Tried:
    """Halve a ladder of settings whose pages grow, of which the one before the first fits."""
    found, low, high = usual, 0, len(ladder)
    while low < high:
        middle = (low + high) // 2
        tried = _tried(usual.press, ladder[middle], count)
        if tried.pages <= most:
            found, low = tried, middle + 1
        else:
            high = middle
    return found


def _gentlest(usual: _Tried, most: int, count: Count) -> _Tried:
    """The first setting that saves room enough, or the tightest."""
    ladder = tighter(usual.press.booklet)
    tightest = _tried(usual.press, ladder[-1], count)
    if tightest.pages > most:
        return tightest
    return _last_that_fits(tightest, ladder[-2::-1], most, count)


def _filled(tried: _Tried, goal: int, usual: _Tried) -> Fitted:
    """Fill up with pages for notes; a booklet of hardly anything else is refused."""
    if goal - tried.pages > most_notes(goal):
        most = max(pages for pages in range(tried.pages, goal) if pages - tried.pages <= most_notes(pages))
        return _refused(usual, Rule.BOOKLET_TOO_SHORT, value=str(goal), pages=tried.pages, most=most)
    return _done(tried, goal)


def _shortened(tight: _Tried, goal: int, usual: _Tried, count: Count) -> Fitted:
    """Leave out as few entries as it takes, those that matter least."""
    may_go = least_important(tight.press)
    setting = tight.press.setting or natural(tight.press.booklet)

    def without(number: int) -> _Tried:
        gone = frozenset(map(label_of, may_go[:number]))
        return _tried(tight.press._replace(left_out=gone), setting, count)

    least = without(len(may_go))
    if least.pages > goal:
        return _refused(usual, Rule.BOOKLET_TOO_LONG, value=str(goal), pages=least.pages)
    number, best = _fewest(without, _Bounds(0, tight.pages, len(may_go), least), goal)
    return _done(best, goal, may_go[:number])


class _Bounds(NamedTuple):
    """So many entries too few to leave out and their pages, and so many that are enough."""

    low: int
    low_pages: int
    high: int
    best: _Tried


def _fewest(without: Callable[[int], _Tried], bounds: _Bounds, goal: int) -> tuple[int, _Tried]:
    """How few must go: guessed from how many pages they took so far, then halved."""
    while bounds.high - bounds.low > 1:
        number = _guess(bounds, goal)
        tried = without(number)
        if tried.pages <= goal:
            bounds = bounds._replace(high=number, best=tried)
        else:
            bounds = bounds._replace(low=number, low_pages=tried.pages)
    return bounds.high, bounds.best


def _guess(bounds: _Bounds, goal: int) -> int:
    low, low_pages, high, best = bounds
    pages = low_pages - best.pages
    guess = low + -(-(low_pages - goal) * (high - low) // pages) if pages > 1 else (low + high) // 2
    return min(max(guess, low + 1), high - 1)


def least_important(press: Press) -> tuple[Entry, ...]:
    """What may be left out, the first to go first: by priority, then what nobody has checked, or long ago."""
    printed = [entry for entry in _printed(press) if _priority(entry, press) > ALWAYS_IN]
    places = {label_of(entry): at for at, entry in enumerate(printed)}
    return tuple(
        sorted(
            printed,
            key=lambda entry: (
                -_priority(entry, press),
                entry.checked.day.toordinal() if entry.checked else 0,
                -places[label_of(entry)],
            ),
        )
    )


def _priority(entry: Entry, press: Press) -> int:
    own = entry.in_booklets.priority if entry.in_booklets else None
    if own is not None:
        return own
    return ALWAYS_IN if entry.id in press.booklet.selection.include else USUAL_PRIORITY


def _printed(press: Press) -> list[Entry]:
    parts = (part.content for part in volume_of(press).parts if isinstance(part.content, Chapter))
    rows = (row for chapter in parts for section in chapter.sections for row in section.entries)
    labels = (item_in(row).label for row in rows)
    found = (press.catalogue.get(*label.split("/", 1)) for label in labels)
    return [entry for entry in found if isinstance(entry, Entry)]
