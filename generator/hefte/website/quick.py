"""The quick choices under the field of the first page: each opens the finder as the reader would have chosen there."""

from collections.abc import Iterator
from typing import NamedTuple

from hefte.website.finder import number_with
from hefte.website.site import Site


class Quick(NamedTuple):
    """A quick choice; `live` names a count that the device works out, `number` is None where nothing is counted."""

    label: str
    href: str
    icon: str
    number: int | None = None
    live: str = ""


_DAYS = (("i-dag", "sun"), ("i-helga", "calendar-event"))
_FACTS = (("pris", "gratis", "gift", "finder.pris.gratis"), ("rullestol", "ja", "wheelchair", "finder.rullestol"))


def quick_choices(site: Site) -> tuple[Quick, ...]:
    """The six choices, without those that nothing answers to."""
    return tuple(_choices(site)) if site.catalogue.shown else ()


def _choices(site: Site) -> Iterator[Quick]:
    say = site.words.say
    for code, icon in _DAYS:
        yield Quick(say(f"finder.nar.{code}"), f"finn.html?nar={code}", icon, live=code)
    for filter_, choice, icon, label in _FACTS:
        if number := number_with(site, filter_, choice):
            yield Quick(say(label), f"finn.html?{filter_}={choice}", icon, number)
    if any(site.catalogue.position(entry) for entry in site.catalogue.shown):
        yield Quick(say("home.near_me"), "finn.html?gjor=naer", "map-pin")
    yield Quick(say("finder.suggest_long"), "finn.html?gjor=forslag", "dice-5")
