"""What is called off or moved, told first wherever somebody may be about to leave home."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hefte import norwegian
from hefte.instances import State
from hefte.language import Words
from hefte.model import Entry, Happening
from hefte.model.offers import Cancelled, Moved
from hefte.telling.when import capital, tell_days, tell_hours, tell_weekday


class Change(NamedTuple):
    """A change as it is told: whether nothing happens then, the word that stands first, and the rest."""

    is_off: bool
    word: str
    rest: str

    @property
    def told(self) -> str:
        """The word and the rest on one line."""
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


def _changes(entry: Happening, words: Words, today: date) -> Iterator[Change]:
    cancelled = entry.cancelled
    if cancelled is not None and cancelled.is_partly and not _is_over(cancelled, today):
        yield Change(is_off=True, word=words.say("change.cancelled"), rest=_called_off(cancelled, words, today))
    for move in entry.moved:
        if max(move.day, move.to or move.day) >= today:
            yield Change(is_off=False, word=words.say("change.moved"), rest=_moved(move, words))


def _is_over(cancelled: Cancelled, today: date) -> bool:
    return bool(cancelled.days) and all(span.last < today for span in cancelled.days)


def _called_off(cancelled: Cancelled, words: Words, today: date) -> str:
    days = [tell_days(span, words.language) for span in cancelled.days if span.last >= today]
    listed = norwegian.joined(days, words.say("tell.and"))
    reason = cancelled.reason.said(words.language).text if cancelled.reason else ""
    return " ".join(filter(None, (f"{listed}." if listed else "", reason)))


def _moved(move: Moved, words: Words) -> str:
    day = capital(tell_weekday(move.day, words.language))
    is_elsewhen = move.to is not None and move.to != move.day
    new_day = tell_weekday(move.to, words.language) if move.to and is_elsewhen else ""
    hours = tell_hours(move.hours, words) if move.hours else ""
    when = " ".join(filter(None, (new_day, hours)))
    place = move.place.said(words.language).text.rstrip(".") if move.place else ""
    to = ", ".join(filter(None, (when, place))) or words.say("change.other")
    reason = move.reason.said(words.language).text if move.reason else ""
    told = words.say("change.to" if is_elsewhen else "change.stays", day=day, to=to)
    return " ".join(filter(None, (told, reason)))
