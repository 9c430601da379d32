"""The reach bar: the whole way to scale, 16 pixels high, one bar per profile."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from hefte.assessment.reach import Ground, Part, Reach
from hefte.drawing.paint import BROKEN, escaped
from hefte.drawing.shapes import element, number
from hefte.language import Words
from hefte.norwegian import metres
from hefte.norwegian import number as say_number

HIGH = 16


def draw_reach(reach: Reach, words: Words, *, id: str, width: float | None = None) -> str:  # noqa: A002  # its id
    """Draw a reach to scale: solid, hatched, thin line, outline or dashed by the class of the part.

    Without a width the bar fills its box, whatever that is; with one (print) it is that wide.
    """
    profile = words.say(f"choice.Profile.{reach.profile}")
    says = ", ".join(_say(part, words) for part in _joined(reach.parts))
    title = escaped(words.say("drawing.reach", profile=profile, parts=says))
    parts = tuple(_joined(reach.parts))
    gaps = "".join(_gap(part, reach.length_m) for part in parts[1:])
    inside = _hatch(id) + "".join(_BARS[part.ground](*_span(part, reach.length_m), id) for part in parts) + gaps
    name = element("title", title, id=f"{id}-t")
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="reach__bar" role="img" aria-labelledby="{id}-t"'
    if width is None:
        return f"{head}>{name}{inside}</svg>"
    box = f'viewBox="-1 0 {number(width + 2)} {HIGH}" width="{number(width + 2)}" height="{HIGH}"'
    bar = f'<svg width="{number(width)}" height="{HIGH}" overflow="visible">{inside}</svg>'
    return f"{head} {box}>{name}{bar}</svg>"


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Draw neighbours of one look as one; what differs between them stands in the table."""
    for _, alike in groupby(parts, key=lambda part: part.ground):
        first, *rest = alike
        yield first._replace(to_m=(rest or [first])[-1].to_m)


def _say(part: Part, words: Words) -> str:
    ground = words.say(f"assessment.ground.{part.ground}").lower()
    start, end = say_number(part.from_m, 0, words.language), metres(part.to_m, words.language)
    return words.say("drawing.part", ground=ground, from_m=start, to_m=end)


def _span(part: Part, length_m: float) -> tuple[float, float]:
    return 100 * part.from_m / length_m, 100 * part.metres / length_m


def _per_cent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def _hatch(id: str) -> str:  # noqa: A002  # its id
    stripe = element("path", d="M-2 2L2 -2M-1 9L9 -1M6 10L10 6", class_="d-tyngre", stroke_width=3)
    return element("pattern", stripe, id=f"{id}-s", width=8, height=8, patternUnits="userSpaceOnUse")


def _rect(start: float, wide: float, inset: float, kind: str | None = None, fill: str | None = None) -> str:
    x, width = _per_cent(start), _per_cent(wide)
    return element("rect", x=x, width=width, y=inset, height=HIGH - 2 * inset, class_=kind, fill=fill)


def _easy(start: float, wide: float, _: str) -> str:
    return _rect(start, wide, 0, kind="d-fill-lett")


def _heavier(start: float, wide: float, id: str) -> str:  # noqa: A002  # its id
    return _rect(start, wide, 0, kind="d-fill-tyngre") + _rect(start, wide, 0, fill=f"url(#{id}-s)")


def _stops(start: float, wide: float, _: str) -> str:
    x1, x2, y = _per_cent(start), _per_cent(start + wide), HIGH / 2
    return element("line", x1=x1, x2=x2, y1=y, y2=y, class_="d-stopper", stroke_width=3, stroke_dasharray=BROKEN)


def _beyond(start: float, wide: float, _: str) -> str:
    return _rect(start, wide, 1, kind="d-fill-forbi")


def _unknown(start: float, wide: float, _: str) -> str:
    return _rect(start, wide, 1, kind="d-fill-vet-ikke")


_BARS: dict[Ground, Callable[[float, float, str], str]] = {
    Ground.EASY: _easy,
    Ground.HEAVIER: _heavier,
    Ground.STOPS: _stops,
    Ground.BEYOND: _beyond,
    Ground.UNKNOWN: _unknown,
}


def _gap(part: Part, length_m: float) -> str:
    """A sliver of the ground's colour between two parts, so that they are told apart without colour."""
    at = _per_cent(100 * part.from_m / length_m)
    return element("line", x1=at, x2=at, y1=0, y2=HIGH, class_="d-gap")


def bar_sample(ground: Ground, id: str) -> str:  # noqa: A002  # its id
    """A bar of 30 × 12 for the legend."""
    content = (_hatch(id) if ground is Ground.HEAVIER else "") + _BARS[ground](0, 100, id)
    return f'<svg viewBox="0 0 30 {HIGH}" aria-hidden="true">{content}</svg>'


def scale_marks(length_m: float) -> Iterator[float]:
    """The metres to write under the bars: round ones, evenly spaced, and the end."""
    step = next((step for step in (50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000) if length_m / step <= 4), 25_000)
    yield from (float(at) for at in range(0, int(length_m), step) if length_m - at > length_m / 10)
    yield length_m
