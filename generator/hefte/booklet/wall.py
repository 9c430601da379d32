"""What hangs on a wall alone: which entries get a poster, and which of their facts are read from three steps away."""

from hefte.booklet.entries import alone
from hefte.booklet.pieces import Chip, Line
from hefte.booklet.press import Press
from hefte.booklet.room import is_full, room_of
from hefte.booklet.volume import Item
from hefte.model import Activity, Entry, Event, Group
from hefte.telling.age import years_of
from hefte.telling.promised import is_promised
from hefte.telling.sources import is_unsure
from hefte.telling.when import schedule_of, stated_as

OFFERS = (Activity, Event, Group)
MOST_FACTS, FEWEST_CHIPS = 5, 4
"""Facts beside whom to contact first; and chips, where there are not more that say no."""

_IN_ORDER = ("no", "partly", "unknown", "yes")
"""What keeps somebody at home is read first."""


def is_for_the_wall(entry: Entry, press: Press) -> bool:
    """Whether an entry gets a poster: it is not over or paused, and either its hours are sure or its facts not old.

    Old facts are those that the entry's own words date to an earlier year, and nobody has checked since.
    """
    today = press.catalogue.today
    if not isinstance(entry, OFFERS) or not is_promised(entry, today):
        return False
    return _has_sure_hours(entry) or not years_of(entry, today)


def _has_sure_hours(entry: Entry) -> bool:
    """Whether a day is stated at all, and by a source that is sure of it; «sist 2022» is a remark, and no day."""
    if is_unsure(entry, stated_as(entry)):
        return False
    if isinstance(entry, Event) and entry.start:
        return True
    rows = (entry.when or ()) if isinstance(entry, Event) else schedule_of(entry)
    return any(row.always or row.days or row.every or row.extra_days or row.follows for row in rows)


def for_the_wall(item: Item, entry: Entry, press: Press) -> Item:
    """The item with what must not be cut away: whom to contact first, and every «nei» before any «ja»."""
    shown = alone(item, entry, press)
    return shown._replace(facts=_facts(shown, entry, press), chips=_chips(shown))


def _facts(item: Item, entry: Entry, press: Press) -> tuple[Line, ...]:
    """Hours that end on a day tell the season too, in letters as large as there is room for.

    Whom to contact first, and that it is full, stand last and are never cut away; the latter is one of the most facts.
    """
    sign_up, season = (press.words.say(f"field.{name}") for name in ("sign_up", "season"))
    is_dated = any(row.last for row in schedule_of(entry))
    full = room_of(entry, press) if is_full(entry) else None
    last = [line for line in item.facts if line == full or line.label == sign_up]
    others = [line for line in item.facts if line not in last and not (is_dated and line.label == season)]
    return (*others[: MOST_FACTS - 1 if full else MOST_FACTS], *last)


def _chips(item: Item) -> tuple[Chip, ...]:
    ordered = sorted(item.chips, key=lambda chip: _IN_ORDER.index(chip.state))
    against = sum(chip.state in {"no", "partly"} for chip in ordered)
    return tuple(ordered[: max(FEWEST_CHIPS, against + 1)])
