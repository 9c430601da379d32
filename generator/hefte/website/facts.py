"""The facts of an entry in words."""

from typing import NamedTuple

from hefte.model import Entry
from hefte.telling.entry import first_facts, other_facts
from hefte.telling.facts import Fact
from hefte.telling.people import Answer
from hefte.telling.settled import settled_answers, settled_facts
from hefte.website.once import once
from hefte.website.site import Site


class Facts(NamedTuple):
    """What has a teller of its own, and every other field."""

    first: tuple[Fact, ...]
    others: tuple[Fact, ...]


@once
def facts(site: Site, entry: Entry) -> Facts:
    """All facts of an entry in the site's language but what one can count on."""
    told = first_facts(entry, site.catalogue, site.words)
    first = settled_facts(entry, told, site.catalogue, site.rules, site.words)
    return Facts(first, other_facts(entry, site.words))


@once
def counted(site: Site, entry: Entry) -> tuple[Answer, ...]:
    """What one can count on."""
    return settled_answers(entry, site.catalogue, site.rules, site.words)
