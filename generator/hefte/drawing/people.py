"""People out together, of all skins and ages: a figure is 100 units high with feet at 0, looking right."""

from typing import NamedTuple

from hefte.drawing.chance import Seed
from hefte.drawing.colours import shade, tint
from hefte.drawing.shapes import disc, fill, group, line

SKINS = ("#f1cdab", "#e6b48c", "#c98f63", "#9c643f", "#6f432c")
COATS = ("#b8482c", "#e5ad45", "#2b6a8a", "#2f7a5b", "#7d4560", "#d97f3a", "#4e7f8f", "#efe3c8")
TROUSERS = ("#263640", "#3c4d5c", "#54443c", "#2f4a4a", "#6b5a4a")
HAIR = ("#2b211d", "#4a2f22", "#7a4a2a", "#b5793f", "#dccdb4", "#c9c7c2", "#e9e6df")
SCARVES = ("#f0c463", "#b8482c", "#f6f0e2", "#5c94ad", "#d98a5c")

_SHORT = "M-6.6-88Q-8-99.4 2-99.6Q10.4-99.4 10.6-92.4Q5-91.6 1.8-95Q-.6-91-2-86Q-5.6-85-6.6-88Z"
_BOB = "M-7-81Q-10-99.8 2.4-99.8Q10.6-99.4 10.8-92.6Q5-92 2-95.6Q0-90 .8-82Q-3.6-79-7-81Z"
_HIJAB = "M-9-74Q-10.6-100.4 2.4-100.4Q11.4-99.6 11-93Q5-96.6 3-90Q2.6-83 8.4-81Q7-72.6 0-72.6Q-5.6-72.6-9-74Z"
_BEANIE = "M-6.8-90Q-7.4-101.6 2-101.6Q11-101.6 10.8-91.4Q2-94-6.8-90Z"
_CAP = "M-6.6-91Q-7-100.4 2-100.4Q9.4-100.4 10.4-94L15-92.4Q9-91 -6.6-91Z"


class Look(NamedTuple):
    """What one person looks like."""

    skin: str
    hair: str
    style: str
    coat: str
    trousers: str
    scarf: str | None
    long_coat: bool


def person(seed: Seed, coats: tuple[str, ...] = COATS, cold: bool = False) -> Look:
    """A person drawn by lot; in the cold with cap and scarf."""
    skin = seed.choice("skin", SKINS)
    dark = skin in SKINS[3:]
    styles = (
        ("beanie", "beanie", "beanie", "bob", "short")
        if cold
        else ("short", "bob", "bun", "short", "cap", "bob", "short", "hijab")
    )
    return Look(
        skin,
        seed.choice("hair", HAIR[:2] + HAIR[5:6] if dark else HAIR),
        seed.choice("style", styles),
        seed.choice("coat", coats),
        seed.choice("trousers", TROUSERS),
        seed.choice("scarf", SCARVES) if seed.yes("wears", 0.8 if cold else 0.3) else None,
        seed.yes("long", 0.35),
    )


def strangers(seed: Seed, cold: bool = False) -> tuple[Look, Look]:
    """Two people who do not wear the same coat or hat."""
    coats = seed.order("coats", COATS)
    one, two = person(seed.under(1), coats[:4], cold), person(seed.under(2), coats[4:], cold)
    same = one.style == two.style
    return one, two._replace(style="short" if same and not cold else "bob" if same else two.style)


def head(look: Look) -> str:
    """Neck, head and hair, where a standing person has them."""
    face = line("M0-79L1-85", shade(look.skin, 0.12), 6) + disc(2, -90, 8, look.skin)
    scarf = line("M-5.4-77.5Q1-74 7-77.5M-3-76L-6-66", look.scarf, 4.6) if look.scarf else ""
    return face + _HATS[look.style](look) + scarf


def _bun(look: Look) -> str:
    return disc(-7.4, -97, 4, look.hair) + fill(_SHORT, look.hair)


def _beanie(look: Look) -> str:
    wool = look.scarf or "#b8482c"
    back = fill("M-6.6-91L-7-85Q-3-83-1-88L0-92Z", look.hair)
    band = line("M-6.4-91.2Q2-94.4 10.4-92.4", tint(wool, 0.35), 3)
    return back + fill(_BEANIE, wool) + band + disc(1.6, -102.6, 2.6, tint(wool, 0.35))


def _cap(look: Look) -> str:
    return fill("M-6.6-92L-7-85Q-3-83-1-88L0-92Z", look.hair) + fill(_CAP, shade(look.coat, 0.3))


_HATS = {
    "short": lambda look: fill(_SHORT, look.hair),
    "bob": lambda look: fill(_BOB, look.hair),
    "bun": _bun,
    "hijab": lambda look: fill(_HIJAB, look.scarf or "#5c7f8c"),
    "beanie": _beanie,
    "cap": _cap,
}


def standing(look: Look, near_hand: str = "M2-71Q8-61 9-50", far_hand: str = "M-1-71Q-8-61-8-50") -> str:
    """A person walking at an easy pace; the hands are paths from shoulder to hand."""
    hem = -32 if look.long_coat else -41
    torso = f"M-8-77Q0-81.5 8-77Q11.5-62 10.5{hem}Q0{hem + 4}-10.5{hem}Q-11.5-62-8-77Z"
    back, front = shade(look.trousers, 0.22), look.trousers
    return (
        line(far_hand, shade(look.coat, 0.3), 6.4)
        + line("M-2-44L-5-24L-12-6", back, 8)
        + line("M-13-2.8L-6.5-2.5", "#1c2528", 5)
        + line("M2-44L7-24L8.5-5", front, 8)
        + line("M8-2.6L15-2.5", "#1c2528", 5)
        + fill(torso, look.coat)
        + head(look)
        + line(near_hand, shade(look.coat, 0.12), 6.6)
        + _hand(near_hand, look)
    )


def _hand(arm: str, look: Look) -> str:
    x, y = _end(arm)
    return disc(x, y + 0.8, 3.5, look.skin)


def _end(arm: str) -> tuple[float, float]:
    tail = arm.replace("-", " -").replace("Q", " ").replace("L", " ").split()
    return float(tail[-2]), float(tail[-1])


def sitting(look: Look, arm: str = "M-4-64Q-1-54 9-47") -> str:
    """The upper body, legs and arm of a person in a chair whose seat is at height 38."""
    legs = line("M-4-41L18-41L24-15", look.trousers, 8) + line("M24-9L30.5-8.6", "#1c2528", 5)
    torso = fill("M-11-68Q-3-72.5 5-68Q8-55 7-38Q-3-35-11.5-37Q-14-55-11-68Z", look.coat)
    return legs + torso + group(head(look), -3.5, 9) + line(arm, shade(look.coat, 0.12), 6.4) + _hand(arm, look)
