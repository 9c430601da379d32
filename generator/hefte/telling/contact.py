"""Whom to call: the one who answers for the entry, else somebody who knows."""

from hefte.catalogue import Catalogue
from hefte.model import Entry
from hefte.model.parts import Contact
from hefte.telling.sources import is_unsure


def contact_of(entry: Entry, catalogue: Catalogue) -> Contact | None:
    """The entry's own contact, its organiser's, its venue's, or the service's."""
    owner = _owner(entry, catalogue)
    return owner.contact if owner else catalogue.settings.contact


def is_somebodys(entry: Entry, catalogue: Catalogue) -> bool:
    """Whether the entry, its organiser or its venue says whom to call, not the service for want of others."""
    return _owner(entry, catalogue) is not None


def is_contact_unsure(entry: Entry, catalogue: Catalogue) -> bool:
    """Whether the source of the one that is called is unsure of the number."""
    owner = _owner(entry, catalogue)
    return owner is not None and is_unsure(owner, "kontakt")


def _owner(entry: Entry, catalogue: Catalogue) -> Entry | None:
    """The entry whose contact answers; None where only the service's is left."""
    venue = catalogue.venue(entry)
    open_venue = venue if venue is not None and not venue.is_closed else None
    owners = (entry, catalogue.organiser(entry), open_venue)
    return next((one for one in owners if one is not None and one.contact is not None), None)
