"""What is called off or moved, told first wherever somebody may be about to leave home."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hefte import norwegian
from hefte.instances import State
from hefte.language import Words
from hefte.model import Entry, Happening
from hefte.model.choices import Status
from hefte.model.offers import Cancelled, Moved
from hefte.model.times import DaySpan
from hefte.occurrences import is_stopped
from hefte.telling.facts import said
from hefte.telling.when import tell_days, tell_hours, tell_weekday

_A_YEAR = 300
"""So many days ahead a day and its month cannot be mistaken for those of another year."""


class Change(NamedTuple):
    """A change as it is told: whether nothing happens then, what has changed and when, and why."""

    is_off: bool
    word: str
    rest: str

    @property
    def told(self) -> str:
        """What has changed and why, on one line."""
        return " ".join(filter(None, (self.word, self.rest)))


def changes(entry: Entry, words: Words, today: date) -> tuple[Change, ...]:
    """What is called off and moved from today on, the calling off first; without what is over."""
    return tuple(_changes(entry, words, today)) if isinstance(entry, Happening) else ()


def tell_state(state: State, other: date | None, words: Words) -> str:
    """What one time is that is not as planned: «Avlyst», «Flyttet til 9. desember»; empty where it is."""
    if state is State.CANCELLED:
        return words.say("card.cancelled")
    if state is State.MOVED_AWAY and other:
        return words.say("entry_page.moved_to", day=norwegian.day(other, words.language, year=False))
    return words.say("calendar_page.state.moved_here") if state is State.MOVED_HERE else ""


def has_untold_pause(entry: Entry, words: Words) -> bool:
    """Whether it has a pause, and its own message does not say already that it has, or is closed."""
    if entry.status is not Status.PAUSED:
        return False
    told = said(entry.notice, words).casefold()
    return not any(word in told for word in words.say("change.closed_words").split())


def is_told_closed(entry: Entry, words: Words) -> bool:
    """Whether it is closed as a whole: put forward to nobody, paused, or with a message that begins with that."""
    if not is_stopped(entry):
        return False
    told = said(entry.notice, words).casefold()
    return entry.status is Status.PAUSED or told.startswith(tuple(words.say("change.closed_words").split()))


def _changes(entry: Happening, words: Words, today: date) -> Iterator[Change]:
    cancelled = entry.cancelled
    if cancelled is not None and cancelled.is_partly and not _is_over(cancelled, today):
        yield _called_off(cancelled, words, today)
    for move in entry.moved:
        if max(move.day, move.to or move.day) >= today:
            yield Change(is_off=False, word=_moved(move, words), rest=said(move.reason, words))


def _is_over(cancelled: Cancelled, today: date) -> bool:
    return bool(cancelled.days) and all(span.last < today for span in cancelled.days)


def _called_off(cancelled: Cancelled, words: Words, today: date) -> Change:
    """«Avlyst 8. desember: Salen er leid ut.»: the days stand with the word, or all of it seems to be off."""
    days = [_days(span, words, today) for span in cancelled.days if span.last >= today]
    told = " ".join(filter(None, (words.say("change.cancelled"), norwegian.joined(days, words.say("tell.and")))))
    reason = said(cancelled.reason, words)
    return Change(is_off=True, word=f"{told}:" if reason and days else f"{told}.", rest=reason)


def _days(span: DaySpan, words: Words, today: date) -> str:
    """A day of the coming year needs no year."""
    if span.first != span.last or (span.last - today).days > _A_YEAR:
        return tell_days(span, words.language)
    return norwegian.day(span.last, words.language, year=False)


def _moved(move: Moved, words: Words) -> str:
    is_elsewhen = move.to is not None and move.to != move.day
    new_day = tell_weekday(move.to, words.language) if move.to and is_elsewhen else ""
    hours = tell_hours(move.hours, words) if move.hours else ""
    when = " ".join(filter(None, (new_day, hours)))
    to = ", ".join(filter(None, (when, said(move.place, words).rstrip(".")))) or words.say("change.other")
    return words.say("change.to" if is_elsewhen else "change.stays", day=tell_weekday(move.day, words.language), to=to)
