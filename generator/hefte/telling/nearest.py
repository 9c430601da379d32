"""The nearest accessible toilet and parking that we know of, where a walk has none of its own."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Place, Walk
from hefte.model.choices import YesNoPartly
from hefte.model.places import Facility
from hefte.near import Neighbourhood, Position, neighbourhood
from hefte.telling.facts import said
from hefte.telling.people import Known, counted_on
from hefte.telling.sources import is_unsure
from hefte.telling.values import begun_small

WITHIN_M = 5000.0
"""Further away than this is not near."""


_FIELDS = {"hc_toalett": "accessible_toilet", "hc_parkering": "accessible_parking"}
"""The key that a source may be unsure of, and the field."""

_SAME_PLACE_M = 10.0
"""Nearer than this is where the walk begins."""


def nearest(walk: Walk, key: str, catalogue: Catalogue) -> tuple[Place, float] | None:
    """The nearest place that surely has it, with metres from the start as the crow flies; none within 5 km is None."""
    here = catalogue.position(walk)
    found = _known(catalogue)[key].nearest(here, 1, WITHIN_M) if here else ()
    place = catalogue.get(Place.folder, found[0].id) if found else None
    return (place, found[0].metres) if isinstance(place, Place) else None


@lru_cache(maxsize=1)
def _known(catalogue: Catalogue) -> Mapping[str, Neighbourhood]:
    """The places that have the one and the other, ready to be asked what is near."""
    return {key: neighbourhood(dict(_places(catalogue, key))) for key in _FIELDS}


def _places(catalogue: Catalogue, key: str) -> Iterator[tuple[str, Position]]:
    """What its own page counts on, so that the two never say different things."""
    for place in catalogue.shown_of(Place):
        position = catalogue.position(place)
        if position and counted_on(place, catalogue).get(_FIELDS[key]) == Known(YesNoPartly.YES):
            yield place.id, position


def needs(walk: Walk, catalogue: Catalogue) -> Iterator[str]:
    """What one must look for elsewhere: neither the walk nor its venue surely has it."""
    toilet = walk.toilet.accessible if walk.toilet else None
    has_toilet = toilet is YesNoPartly.YES and not is_unsure(walk, "toalett")
    has_parking = bool(walk.parking and walk.parking.accessible_spaces) and not is_unsure(walk, "parkering")
    counted = counted_on(walk, catalogue)
    for key, stated, has in (("hc_toalett", walk.toilet, has_toilet), ("hc_parkering", walk.parking, has_parking)):
        if not has and (stated or counted.get(_FIELDS[key]) != Known(YesNoPartly.YES)):
            yield key


def tell_nearest(walk: Walk, key: str, catalogue: Catalogue, words: Words) -> str:
    """«Nærmeste HC-toalett vi vet om: Biblioteket, 450 m fra start i luftlinje.», or nothing."""
    found = nearest(walk, key, catalogue) if key in needs(walk, catalogue) else None
    if found is None:
        return ""
    place, metres = found
    name, far = said(place.title, words), norwegian.distance(metres, words.language)
    elsewhere = catalogue.area_of(place) != catalogue.area_of(walk)
    facility: Facility | None = getattr(place, _FIELDS[key])
    note = said(facility.note, words).rstrip(".") if facility else ""
    named = f"{name} ({begun_small(note)})" if note else name
    return words.say(f"fact.nearest.{key}", name=named, where=_where(metres, far, words, elsewhere=elsewhere))


def _where(metres: float, far: str, words: Words, *, elsewhere: bool) -> str:
    """Water may lie between two areas, and a line knows nothing of it."""
    if metres < _SAME_PLACE_M:
        return words.say("fact.nearest.here")
    return words.say("fact.nearest.crow_elsewhere" if elsewhere else "fact.nearest.crow", distance=far)


def places_named(walk: Walk, catalogue: Catalogue) -> Iterator[Place]:
    """The places whose names stand on a walk's page for this."""
    for key in needs(walk, catalogue):
        if found := nearest(walk, key, catalogue):
            yield found[0]
