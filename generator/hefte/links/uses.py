"""Every link out of the site, and where it is written: in fields for web addresses, and in texts."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain
from typing import NamedTuple
from urllib.parse import urlsplit

from hefte.catalogue import Catalogue
from hefte.model import Entry, Settings
from hefte.model.choices import Status
from hefte.model.entry import Placed
from hefte.model.leaves import Leaf, Location, leaves
from hefte.model.texts import FORMS, Text
from hefte.positions import bounds_of, locate
from hefte.problem import Where

_ADDRESS = re.compile(r"https?://(?:\[[0-9a-f:.]+\])?[^\s<>\"\[\]«»|\\^`{}]*", re.IGNORECASE)
_AFTER = ".,;:!?*_'»”…"
"""What stands behind an address in a text and is no part of it."""

_PROSE = ("line", "markdown")
_FOR_EDITORS = ("edit_link",)
"""Where content is kept may be a place that only colleagues reach."""


class Use(NamedTuple):
    """A link at its place; `written` is how it stands there, and `nth` which of the same in that text (from 0)."""

    document: Placed
    location: Location
    written: str
    address: str
    nth: int = 0

    @property
    def at(self) -> Location:
        """The keys and indexes that lead to its text from the beginning of the file."""
        return (*self.document.stand.at, *self.location)

    @property
    def span(self) -> tuple[int, int] | None:
        """From which character of its file to which it stands; None where the file writes it with escapes."""
        text = self.document.source.text
        bounds = bounds_of(text, self.at)
        if bounds is None:
            return None
        found = [at for at, written in addresses_in(text[slice(*bounds)]) if written == self.written]
        if not found and (bare := text.find(self.written, *bounds)) >= 0:
            return bare, bare + len(self.written)
        start = bounds[0] + found[self.nth] if self.nth < len(found) else -1
        return (start, start + len(self.written)) if start >= 0 else None

    @property
    def where(self) -> Where:
        """The place of the address itself, or else of its field."""
        source, span = self.document.source, self.span
        return Where.of(source.path, source.text, span[0]) if span else locate(source, self.at)


class Owners(NamedTuple):
    """Which hosts are the municipality's own, by its settings: the site's, its contact page's, its mailboxes'."""

    hosts: frozenset[str]

    def has(self, address: str) -> bool:
        """Whether an address leads to one of them, or to a host below it."""
        host = host_of(address)
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)


def uses_of(catalogue: Catalogue) -> tuple[Use, ...]:
    """All links out of the site, file by file; those of entries that have closed down lead nobody anywhere."""
    found = chain.from_iterable(map(_uses_in, (catalogue.settings, *catalogue.documents)))
    return tuple(sorted(found, key=lambda use: use.document.path))


def uses_of_any(catalogue: Catalogue, addresses: Iterable[str]) -> Iterator[Use]:
    """The links to some addresses; only the files that speak of one of them are looked through."""
    wanted = frozenset(addresses)
    parts = [address.partition("://")[2].partition("&")[0] for address in wanted]
    for document in (catalogue.settings, *catalogue.documents):
        if any(part in document.source.text for part in parts):
            yield from (use for use in _uses_in(document) if use.address in wanted)


def owners_of(settings: Settings) -> Owners:
    """Whose hosts are the municipality's own."""
    contact = settings.contact
    addresses = (settings.address, contact.link if contact else None)
    mailbox = contact.email.partition("@")[2] if contact and contact.email else ""
    hosts = {host_of(address) for address in addresses if address} | {mailbox.lower()}
    return Owners(frozenset(host.removeprefix("www.") for host in hosts if host))


def host_of(address: str) -> str:
    """The host in small letters; empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _uses_in(document: Placed) -> Iterator[Use]:
    if isinstance(document, Entry) and document.status is Status.DEFUNCT:
        return
    for leaf in leaves(document):
        if leaf.row.kind == "link" and leaf.row.name not in _FOR_EDITORS:
            yield _of_field(document, leaf)
        elif leaf.row.kind in _PROSE and isinstance(leaf.value, Text):
            for form in FORMS:
                if text := getattr(leaf.value, form):
                    yield from _of_text(document, (*leaf.location, form), text)


def _of_field(document: Placed, leaf: Leaf) -> Use:
    """A field may be written without its scheme."""
    bare = leaf.value.removeprefix("https://")
    is_whole = leaf.value in document.source.text
    return Use(document, leaf.location, leaf.value if is_whole else bare, leaf.value)


def _of_text(document: Placed, location: Location, text: str) -> Iterator[Use]:
    if "://" not in text:
        return
    seen: dict[str, int] = {}
    for _, written in addresses_in(text):
        yield Use(document, location, written, unescape(written), seen.get(written, 0))
        seen[written] = seen.get(written, 0) + 1


def addresses_in(text: str) -> Iterator[tuple[int, str]]:
    """The web addresses that stand in a text, as links of Markdown or bare: from which character, and as written."""
    for match in _ADDRESS.finditer(text):
        whole = match[0].rstrip(_AFTER)
        while whole.endswith(")") and whole.count(")") > whole.count("("):
            whole = whole[:-1].rstrip(_AFTER)
        if host_of(whole):
            yield match.start(), whole
