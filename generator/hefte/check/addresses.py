"""Web addresses in fields: whoever follows one shall come where it says."""

import re
from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.check.prose import host_of, is_lookalike
from hefte.model.fields import values_of
from hefte.model.kinds import Record
from hefte.problem import Problem, Rule

# Most files are written in letters that cannot be mistaken: a-z, æøå and the accents of Latin-1.
_UNUSUAL = re.compile(r"[\u0100-\u1fff\u2c00-\u2dff\ua640-\uab6f]")

Location = tuple[str | int, ...]


def hosts_are_what_they_seem(catalogue: Catalogue) -> Iterator[Problem]:
    """Letters of another alphabet that look like ours lead to somebody else's pages."""
    for document in catalogue.documents:
        if not _may_mislead(document.source.text):
            continue
        for location, link in _links(document, ()):
            if is_lookalike(host_of(link)):
                values = {"value": link, "host": host_of(link)}
                yield Problem(document.where(*location), Rule.LOOKALIKE_WEB_ADDRESS, values)


def _may_mislead(text: str) -> bool:
    if "xn--" in text:
        return True
    try:
        text.encode("latin-1")  # a search takes ten times as long
    except UnicodeEncodeError:
        return _UNUSUAL.search(text) is not None
    return False


def _links(record: Record, location: Location) -> Iterator[tuple[Location, str]]:
    for row, value in values_of(record):
        place = (*location, row.alias)
        if row.kind == "link":
            yield place, value
        elif isinstance(value, Record):
            yield from _links(value, place)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            for index, part in enumerate(value):
                yield from _links(part, (*place, index))
