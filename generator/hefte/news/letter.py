"""A letter before it has a form: sections of short lines, the same for a mailbox, a page, paper and a feed."""

from datetime import date
from typing import NamedTuple

from hefte.model.texts import Said


class Item(NamedTuple):
    """One thing: `path` is its page from the language's root, empty where it has none.

    `hours` stands first where it is one time of a day; `word` says what is not as planned.
    """

    title: Said
    path: str = ""
    hours: str = ""
    word: str = ""
    is_off: bool = False
    lines: tuple[str, ...] = ()
    anchor: str = ""


class Cluster(NamedTuple):
    """Items under a heading of their own; without a title they follow that of their section."""

    title: str
    items: tuple[Item, ...]
    note: str = ""


class Section(NamedTuple):
    """A part of a letter; `rest` says that `out` had no room, `more` and `path` lead to all of them."""

    name: str
    title: str
    clusters: tuple[Cluster, ...]
    lead: str = ""
    rest: str = ""
    out: int = 0
    more: str = ""
    path: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in order."""
        return tuple(item for cluster in self.clusters for item in cluster.items)


class Ask(NamedTuple):
    """How to tell the service of a mistake; without a mailbox and a phone only the sentence is left."""

    title: str
    text: str
    email: str = ""
    phone: str = ""
    digits: str = ""


class Letter(NamedTuple):
    """An issue in one language; `address` is the site's, to the language's root with a slash, or empty."""

    id: str
    language: str
    title: str
    site: str
    service: str
    sample: str
    greeting: Said | None
    sections: tuple[Section, ...]
    ask: Ask
    address: str
    month: date
    sent: date | None

    @property
    def path(self) -> str:
        """Its own page, from the language's root."""
        return f"nyhetsbrev/{self.id}.html"

    def address_of(self, path: str) -> str:
        """The whole address of a page; empty where there is no page, or the site knows no address."""
        return f"{self.address}{path}" if self.address and path else ""
