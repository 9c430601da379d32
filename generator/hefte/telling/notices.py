"""What must be known before anybody leaves home for something, whoever wrote it: its age, and its venue's message."""

import re
from collections.abc import Iterator
from datetime import date

from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Event
from hefte.telling.age import tell_years
from hefte.telling.facts import said

_YEAR = re.compile(r"\b20\d\d\b")


def notices(entry: Entry, catalogue: Catalogue, words: Words) -> Iterator[str]:
    """What stands beside the entry's own message: that its facts are old, and what its venue says of itself."""
    yield from filter(None, (_of_its_age(entry, catalogue.today, words), _of_its_venue(entry, catalogue, words)))


def _of_its_age(entry: Entry, today: date, words: Words) -> str:
    """«Noe av det som står her, er fra 2013.», where the author's own message names no year."""
    if entry.notice and _YEAR.search(said(entry.notice, words)):
        return ""
    years = tell_years(entry, today, words)
    return words.say("fact.dated", years=years) if years else ""


def _of_its_venue(entry: Entry, catalogue: Catalogue, words: Words) -> str:
    """«Utvika strand: Rampa ligger på land til mai.»; nothing of the venue that an event is moved away from."""
    venue = catalogue.venue(entry)
    if venue is None or venue.notice is None or (isinstance(entry, Event) and entry.elsewhere):
        return ""
    return f"{said(venue.title, words)}: {said(venue.notice, words)}"
