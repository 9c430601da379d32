"""Walking together with what one may need: wheelchair, rollator, white cane, kick sled, a dog."""

from collections.abc import Sequence
from math import cos, pi, sin

from hefte.drawing.chance import Seed
from hefte.drawing.colours import tint
from hefte.drawing.people import Look, sitting, standing, strangers
from hefte.drawing.shapes import disc, element, fill, group, line, numbers

STEEL = "#28343a"
_TO_HANDLE = "M2-71Q6-61 15-60"


def ring(x: float, y: float, radius: float, width: float, colour: str = STEEL) -> str:
    """A wheel's rim."""
    return element("circle", cx=float(x), cy=float(y), r=float(radius), stroke=colour, stroke_width=float(width))


def wheelchair(look: Look, arm: str = "M-4-64Q-1-54 9-47", powered: bool = False) -> str:
    """A person sitting upright in a wheelchair; the axle of the large wheel is at x 0."""
    frame = line("M-19.5-62H-13L-11-37H17L25-7L32-6", STEEL, 2.8)
    if powered:
        motor = fill("M-15-31H17Q19-20 12-17H-12Q-17-22-15-31Z", "#3d4f58") + line("M8-38L13-50", STEEL, 2.4)
        small = _wheel(-9, 10.5) + _wheel(17, 8.5)
        return frame + sitting(look, "M-4-64Q-1-54 11-52") + motor + small
    spokes = "".join(f"M0-19l{numbers(17 * cos(n * pi / 4), 17 * sin(n * pi / 4))}" for n in range(8))
    wheel = (
        line(spokes, "#8d979a", 0.7) + ring(0, -19, 18, 3) + ring(0, -19, 15, 1, "#8d979a") + disc(0, -19, 2.6, STEEL)
    )
    return frame + sitting(look, arm) + wheel + ring(22.5, -5, 4.4, 2.6)


def _wheel(x: float, radius: float) -> str:
    return disc(x, -radius, radius, STEEL) + disc(x, -radius, radius * 0.45, "#9aa3a4")


def rollator(colour: str) -> str:
    """A four-wheeled walker with seat and bag; its handles are at (15, -57)."""
    tubes = line("M12-57.5L17-57L30-7M19-48L12-7M20-35H31", STEEL, 2.6)
    bag = fill("M20-34H30L28.5-22H22Z", colour)
    return tubes + bag + ring(30, -5, 4, 2.4) + ring(12, -5, 4, 2.4)


def _pushed(pair: tuple[Look, Look], _: Seed) -> str:
    return standing(pair[0], _TO_HANDLE, "M0-71Q3-62 13-60") + group(wheelchair(pair[1]), 36)


def _side_by_side(pair: tuple[Look, Look], seed: Seed) -> str:
    arm = "M-4-64Q-10-54-4-42"
    chair = wheelchair(pair[1], arm, powered=seed.yes("powered", 0.4))
    return standing(pair[0]) + group(chair, 34)


def _with_rollator(pair: tuple[Look, Look], _: Seed) -> str:
    held = standing(pair[0], "M2-71Q5-61 14-58", "M0-71Q3-62 13-58")
    return group(standing(pair[1]), -27, -2) + held + rollator(tint(pair[0].coat, 0.35))


def _strolling(pair: tuple[Look, Look], _: Seed) -> str:
    return standing(pair[0]) + group(standing(pair[1], "M2-71Q9-63 11-52"), 27, 1)


def _arm_in_arm(pair: tuple[Look, Look], _: Seed) -> str:
    cane = line("M12-52L31-3", "#fbf7ec", 2) + line("M28.5-9L31-3", "#c0432c", 2.2)
    return (
        standing(pair[0], "M2-71Q11-64 16-57")
        + group(standing(pair[1], "M2-71Q8-61 12-53"), 22, 1.5)
        + group(cane, 22, 1.5)
    )


def _with_dog(pair: tuple[Look, Look], seed: Seed) -> str:
    coat = seed.choice("dog", ("#8a5a3c", "#e8dcc4", "#4a3a33", "#c98f4f"))
    lead = line("M36-52Q46-34 55-25", "#6d4632", 1.2)
    return _strolling(pair, seed) + lead + group(_dog(coat), 52)


def _dog(coat: str) -> str:
    legs = line("M-8-12L-9-2M-5-12L-3-2M9-12L8-2M12-13L14-2", coat, 3.2)
    return (
        legs
        + line("M-7-15H10", coat, 9)
        + line("M-11-17Q-17-20-17-27", coat, 2.8)
        + fill("M8-18L12-30Q17-33 20-28L25-25Q25-21 19-21L14-12Z", coat)
        + fill("M11-29L9-21L14-24Z", "#3d2c24")
    )


def _kick_sled(pair: tuple[Look, Look], _: Seed) -> str:
    runners = line("M-16-1.5H50Q56-2 57-9", STEEL, 2.2)
    frame = line("M10-1L14-60H9M40-1L38-28M12-27H39M18-28L19-52", "#a3714c", 2.8)
    rider = group(sitting(pair[1]), 26, 9)
    return standing(pair[0], "M2-71Q4-62 11-59", "M0-71Q2-62 10-59") + rider + frame + runners


GROUPS = {
    "pushed": _pushed,
    "side by side": _side_by_side,
    "rollator": _with_rollator,
    "strolling": _strolling,
    "arm in arm": _arm_in_arm,
    "dog": _with_dog,
    "kick sled": _kick_sled,
}


_WHEELED = frozenset(("pushed", "side by side", "rollator"))


def companions(kinds: Sequence[str], wheels: bool) -> tuple[str, ...]:
    """The groups that a place may show: without wheels only those on foot, repeated to as many."""
    on_foot = tuple(kind for kind in kinds if wheels or kind not in _WHEELED) or ("strolling",)
    return tuple(on_foot[n % len(on_foot)] for n in range(len(kinds)))


_SHADOWS = {"strolling": 44, "arm in arm": 56, "rollator": 36}


def company(kind: str, x: float, y: float, size: float, seed: Seed, cold: bool = False) -> str:
    """Two people out together, size units high, their middle at x, standing on y."""
    pair = strangers(seed, cold)
    end, turned = _SHADOWS.get(kind, 66), seed.yes("turned", 0.4)
    shadow = line(f"M-16 0H{end}", "#1f2a2e", 4, 0.16)
    left = x + (end / 2 - 8) * size / 100 * (1 if turned else -1)
    return group(shadow + GROUPS[kind](pair, seed), left, y, size / 100, turned)
