"""Whom to call: the one who answers for the entry, else somebody who knows."""

from hefte.catalogue import Catalogue
from hefte.model import Entry
from hefte.model.parts import Contact


def contact_of(entry: Entry, catalogue: Catalogue) -> Contact | None:
    """The entry's own contact, its organiser's, its venue's, or the service's."""
    for one in (entry, catalogue.organiser(entry), catalogue.venue(entry)):
        if one is not None and one.contact is not None:
            return one.contact
    return catalogue.settings.contact
