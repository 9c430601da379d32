"""What lies along a walk as pins for its map and its chart, the same on screen and on paper."""

from hefte.drawing.route import Pin
from hefte.model import Walk
from hefte.model.walk_choices import Experience

_ICONS = {
    Experience.VIEW: "binoculars",
    Experience.SIGHT: "building-castle",
    Experience.CAFE: "coffee",
    Experience.BENCH: "bench",
    Experience.SEATING: "picnic-shelter",
    Experience.SHELTER: "picnic-shelter",
    Experience.BONFIRE: "campfire",
    Experience.BATHING: "swimming",
    Experience.FISHING: "fish-hook",
    Experience.PLAYGROUND: "horse-toy",
    Experience.TOILET: "toilet-paper",
    Experience.WATER: "droplet",
    Experience.ANIMALS: "paw",
    Experience.BUS: "bus",
}


def icon_of(kind: Experience | None) -> str:
    """The icon of a kind of sight; a star for what has none of its own."""
    return _ICONS.get(kind, "star") if kind else "star"


def pins_of(walk: Walk, language: str) -> tuple[Pin, ...]:
    """What lies along the walk at a stated distance from the start."""
    return tuple(
        Pin(icon_of(sight.type), sight.name.said(language).text, sight.at_m)
        for sight in walk.sights
        if sight.at_m is not None
    )
