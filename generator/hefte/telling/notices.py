"""What must be known before anybody leaves home for something: what its venue says of itself."""

from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Event
from hefte.telling.facts import said


def venue_notice(entry: Entry, catalogue: Catalogue, words: Words) -> str:
    """«Utvika strand: Rampa ligger på land til mai.»; nothing of the venue that an event is moved away from."""
    venue = catalogue.venue(entry)
    if venue is None or venue.notice is None or (isinstance(entry, Event) and entry.elsewhere):
        return ""
    return f"{said(venue.title, words)}: {said(venue.notice, words)}"
