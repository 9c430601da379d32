"""People: no name, private number or private mailbox is published without the person's consent."""

from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.model import Entry, Settings
from hefte.model.parts import Contact
from hefte.problem import Problem, Rule

MOBILE = ("4", "9")
"""Norwegian mobile numbers have eight digits and begin with one of these."""

PRIVATE_MAIL = (
    "gmail.com",
    "hotmail.com",
    "hotmail.no",
    "outlook.com",
    "live.no",
    "yahoo.no",
    "yahoo.com",
    "online.no",
    "icloud.com",
    "me.com",
)


def persons_have_consented(catalogue: Catalogue) -> Iterator[Problem]:
    """A person's name or mobile needs `samtykke` with the date it was given."""
    for placed in (catalogue.settings, *catalogue.documents):
        contact = placed.contact if isinstance(placed, Entry | Settings) else None
        key = None if contact is None or contact.consent else next(_personal(contact), None)
        if key:
            yield Problem(placed.where("kontakt", key), Rule.PERSON_WITHOUT_CONSENT)


def _personal(contact: Contact) -> Iterator[str]:
    if contact.name:
        yield "navn"
    if contact.phone and len(contact.phone) == 8 and contact.phone.startswith(MOBILE):
        yield "tlf"
    if contact.email and contact.email.lower().rpartition("@")[2] in PRIVATE_MAIL:
        yield "epost"
