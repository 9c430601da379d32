"""What is like an entry: of the same kind, in the same part of town, as long; never what is closed or called off."""

from collections.abc import Callable
from math import log2

from hefte.model import Entry, Walk
from hefte.model.choices import YesNoPartly
from hefte.occurrences import is_stopped
from hefte.telling.walk import is_known_easy, stated_wheelchair, wheelchair_reach
from hefte.website.site import Site

_ASIDE = 3
"""So many on each side are compared in each order, so that a large catalogue takes no longer for each entry."""

_UNKNOWN_LENGTH = 2.0
"""A length that nobody knows is as unlike as one of four times as much."""


def alike(site: Site, entry: Entry, most: int) -> tuple[Entry, ...]:
    """At most so many entries, the most alike first; of two that are equally alike the next in the alphabet."""
    found = [one for one in site.catalogue.near_kin(entry, _ASIDE) if not is_stopped(one)]
    if isinstance(entry, Walk) and _takes_a_wheelchair(site, entry):
        found = [one for one in found if not _stops_a_wheelchair(site, one)] or found
    return tuple(sorted(found, key=_unlikeness(site, entry)))[:most]


def _takes_a_wheelchair(site: Site, walk: Walk) -> bool:
    stated = stated_wheelchair(walk)
    return is_known_easy(walk, site.rules) or (stated is not None and stated.value is YesNoPartly.YES)


def _stops_a_wheelchair(site: Site, entry: Entry) -> bool:
    """Whether a wheelchair surely gets nowhere on a walk, measured or stated."""
    if not isinstance(entry, Walk):
        return False
    if not entry.stretches:
        stated = stated_wheelchair(entry)
        return stated is not None and stated.value is YesNoPartly.NO
    reach = wheelchair_reach(entry, site.rules)
    return reach.heavier_m == 0 and reach.stop is not None and reach.stop.from_m == 0


def _unlikeness(site: Site, entry: Entry) -> Callable[[Entry], tuple[bool, int, bool, int, float]]:
    categories, area = frozenset(entry.categories), site.catalogue.area_of(entry)
    stops = _stops_a_wheelchair(site, entry)

    def unlikeness(other: Entry) -> tuple[bool, int, bool, int, float]:
        apart = _lengths_apart(entry, other)
        is_elsewhere = area is None or site.catalogue.area_of(other) != area
        shared = len(categories.intersection(other.categories))
        return not stops and _stops_a_wheelchair(site, other), round(apart), is_elsewhere, -shared, apart

    return unlikeness


def _lengths_apart(entry: Entry, other: Entry) -> float:
    """How many times one must double the shorter of two walks; no other type has a length."""
    if not isinstance(entry, Walk) or not isinstance(other, Walk):
        return 0.0
    return abs(log2(entry.length / other.length)) if entry.length and other.length else _UNKNOWN_LENGTH
