"""Whether there is room for more in a group or an activity, as paper that lies for months must tell it."""

from hefte import norwegian
from hefte.booklet.pieces import Line
from hefte.booklet.press import Press
from hefte.model import Activity, Entry, Group
from hefte.model.choices import Places, Status
from hefte.telling.sources import is_unsure
from hefte.telling.values import begun_small


def room_of(entry: Entry, press: Press) -> Line | None:
    """«Plass: Fullt – spør om venteliste (kontrollert 10. august 2026)»; None where nobody has said.

    The day stands beside every answer but «Ja»: what is full today need not be full when somebody reads it. What has a
    pause has no room, whatever was said before.
    """
    places = _places(entry)
    if places is None or (places is Places.YES and entry.status is Status.PAUSED):
        return None
    say, is_group = press.words.say, isinstance(entry, Group)
    if is_group:
        label = say("field.has_room" if places is Places.YES else "groups.column.room")
    else:
        label = say("field.places_left")
    doubt = say("tell.unsure") if is_unsure(entry, "ledig" if is_group else "ledige_plasser") else ""
    beside = ", ".join(filter(None, (doubt, "" if places is Places.YES else _checked(entry, press))))
    told = _answer(places, press)
    return Line(label, f"{told} ({beside})" if beside else told)


def is_full(entry: Entry) -> bool:
    """Whether somebody has said that there is no room now, or only on a waiting list."""
    return _places(entry) in {Places.NO, Places.WAITING_LIST}


def _places(entry: Entry) -> Places | None:
    if isinstance(entry, Activity):
        return entry.places_left
    if isinstance(entry, Group) and entry.has_room is not None:
        return Places.YES if entry.has_room else Places.NO
    return None


def _answer(places: Places, press: Press) -> str:
    told = press.words.say(f"choice.Places.{places.value}")
    return press.say("full", full=told) if places is Places.NO else told


def _checked(entry: Entry, press: Press) -> str:
    """«kontrollert 10. august 2026», or «ikke kontrollert»."""
    if entry.checked is None:
        return begun_small(press.words.say("fact.not_checked"))
    day = norwegian.day(entry.checked.day, press.language)
    return begun_small(press.words.say("fact.checked_on", day=day))
