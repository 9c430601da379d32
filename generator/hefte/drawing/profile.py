"""The height profile of a walk: class by colour, slope by thickness, pins on stems."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hefte.assessment.reach import Ground
from hefte.drawing.paint import BROKEN, drawing, written
from hefte.drawing.route import PIN, Icon, Pin, Way, along, disc, scale_of, steepest_way
from hefte.drawing.shapes import element, number, numbers
from hefte.language import Words
from hefte.norwegian import distance
from hefte.norwegian import number as say_number
from hefte.track import Level

NOTICEABLE, STEEP = 5.0, 8.0
"""Per cent from which a slope is drawn thicker: 1:20 and about 1:12 (Kartverket 2015 and 2021)."""

_AT_THE_START_M = 25.0
"""A slope that begins so soon comes at the start."""

_LEFT, _RIGHT, _BELOW = 42.0, 20.0, 34.0
_ROW = 2 * PIN + 5
_PLOT, _WIDE_PLOT, _WIDE = 96.0, 120.0, 500.0
_CLEAR, _LETTER = 10.0, 0.6
"""Pixels between the middle of a line and what is written beside it; a letter's width, as a share of its size."""

_LEAST_SPAN = 40
"""Metres from the lowest line to the highest at least, so that a path along a river does not look like a mountain."""

_HEIGHT_STEPS = (5, 10, 20, 50, 100, 200, 500)
_WAY_STEPS = (50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)


class Chart(NamedTuple):
    """The paper and its two scales: metres along to x, metres above the sea to y."""

    width: float
    height: float
    top: float
    length_m: float
    low: float
    high: float
    step: int

    def x(self, at_m: float) -> float:
        """Where a distance from the start lies."""
        return _LEFT + (self.width - _LEFT - _RIGHT) * at_m / self.length_m

    def y(self, height: float) -> float:
        """Where a height lies."""
        return self.floor - (self.floor - self.top) * (height - self.low) / (self.high - self.low)

    @property
    def floor(self) -> float:
        """The y of the lowest line."""
        return self.height - _BELOW


def draw_profile(
    levels: Sequence[Level],
    ways: Sequence[Way],
    pins: Sequence[Pin],
    words: Words,
    icon: Icon,
    *,
    title: str,
    width: float = 390,
    id: str = "profil",  # noqa: A002  # it is the id of the drawing
    size: float = 15,
    plot: float | None = None,
) -> str:
    """Draw the heights of a whole track along its ways; pins without a distance are left out.

    The ways are as `ways_of` gives them, and `tell_profile` is the description; `plot` is how high the hill
    may be, in pixels.
    """
    ways = along(ways, levels[-1].at_m)
    levels = _in_metres_of(ways, levels)
    chart = _fitted_chart(levels, pins, width, size, plot)
    content = _content(chart, levels, ways, pins, words, icon, size)
    says = tell_profile(levels, ways, words)
    return drawing(id, chart.width, chart.height, words, words.say("drawing.profile", title=title), says, content)


def _content(
    chart: Chart,
    levels: Sequence[Level],
    ways: Sequence[Way],
    pins: Sequence[Pin],
    words: Words,
    icon: Icon,
    size: float,
) -> str:
    return (
        _rules(chart, words, size)
        + _hill(levels, chart)
        + "".join(_way(way, levels, chart) for way in ways)
        + _numbers(ways, levels, chart, words, size)
        + _stops(pins, levels, chart, icon)
    )


def _fitted_chart(levels: Sequence[Level], pins: Sequence[Pin], width: float, size: float, plot: float | None) -> Chart:
    """The paper, no higher than its pins need."""
    chart = _chart(levels, pins, width, size, plot or (_PLOT if width < _WIDE else _WIDE_PLOT))
    return _trimmed(chart, tuple(_placed(pins, levels, chart)))


def _in_metres_of(ways: Sequence[Way], levels: Sequence[Level]) -> tuple[Level, ...]:
    """Let the chart count the walk's own metres, as the words do."""
    scale = scale_of(ways, levels[-1].at_m) or 1.0
    return tuple(Level(level.at_m / scale, level.height) for level in levels)


def _chart(levels: Sequence[Level], pins: Iterable[Pin], width: float, size: float, plot: float) -> Chart:
    lowest, highest = min(level.height for level in levels), max(level.height for level in levels)
    span = max(highest - lowest, _LEAST_SPAN)
    step = next(step for step in _HEIGHT_STEPS if span / step <= 4 or step == _HEIGHT_STEPS[-1])
    low = math.floor(lowest / step) * step
    high = max(highest, low + _LEAST_SPAN)
    rows = 2 if any(pin.at_m is not None for pin in pins) else 0
    top = 14 + rows * _ROW if rows else 18
    return Chart(width, round(top + plot + _BELOW + size - 15), float(top), max(levels[-1].at_m, 1.0), low, high, step)


def _rules(chart: Chart, words: Words, size: float) -> str:
    heights = range(int(chart.low), int(chart.high) + 1, chart.step)
    lines = "".join(f"M{number(_LEFT)} {number(chart.y(h))}H{number(chart.width - _RIGHT)}" for h in heights)
    labels = "".join(written(str(h), _LEFT - 8, chart.y(h) + size / 3, "d-text", size - 1, "end") for h in heights)
    ticks = tuple(_ticks(chart.length_m))
    marks = "".join(f"M{number(chart.x(at))} {number(chart.floor)}v5" for at in (*ticks, chart.length_m))
    return (
        element("path", d=lines, class_="d-rule")
        + labels
        + element("path", d=marks, class_="d-axis")
        + "".join(_tick_label(at, chart, words, size) for at in ticks)
        + _end_label(chart, words, size)
    )


def _ticks(length_m: float) -> Iterator[float]:
    """Round distances, none so near the end that the two labels would touch."""
    step = next((step for step in _WAY_STEPS if length_m / step <= 4.2), _WAY_STEPS[-1])
    yield from (float(at) for at in range(0, math.ceil(length_m), step) if length_m - at > length_m / 6 or at == 0)


def _tick_label(at_m: float, chart: Chart, words: Words, size: float) -> str:
    text = say_number(at_m / 1000, 2, words.language) if chart.length_m >= 1000 else say_number(at_m, 0)
    return written(text, chart.x(at_m), chart.floor + 8 + size, "d-text", size - 1, "middle")


def _end_label(chart: Chart, words: Words, size: float) -> str:
    text = distance(chart.length_m, words.language)
    return written(text, chart.width - 4, chart.floor + 8 + size, "d-text", size - 1, "end")


def _hill(levels: Sequence[Level], chart: Chart) -> str:
    line = "L".join(numbers(chart.x(level.at_m), chart.y(level.height)) for level in levels)
    floor = number(chart.floor)
    shape = f"M{line}L{number(chart.x(levels[-1].at_m))} {floor}H{number(chart.x(levels[0].at_m))}Z"
    return element("path", d=shape, class_="d-hill")


def _way(way: Way, levels: Sequence[Level], chart: Chart) -> str:
    """Thicker is steeper; what stops is broken as on the map, and what nobody has measured is a dashed thin line."""
    path = "M" + "L".join(numbers(chart.x(at), chart.y(height)) for at, height in _along(levels, way))
    thick = thickness(way.percent)
    kind = "lett" if way.ground is Ground.BEYOND else way.ground.value
    if way.ground is Ground.UNKNOWN:
        return element("path", d=path, class_="d-vet-ikke", stroke_width=thick, stroke_dasharray="9 6")
    broken, cap = (BROKEN, "butt") if way.ground is Ground.STOPS else (None, "round")
    line = element("path", d=path, class_=f"d-{kind}", stroke_width=thick, stroke_dasharray=broken, stroke_linecap=cap)
    if way.ground is Ground.HEAVIER:
        line += element("path", d=path, class_="d-ticks", stroke_width=thick, stroke_dasharray="1.3 11")
    if way.ground is Ground.BEYOND:
        line += element("path", d=path, class_="d-inside", stroke_width=thick * 0.4)
    return line


def thickness(slope: float | None) -> int:
    """Pixels of a line: 4 below 5 % or where the slope is not known, 6 to 8 %, 8 above."""
    if slope is None or slope < NOTICEABLE:
        return 4
    return 6 if slope <= STEEP else 8


def _along(levels: Sequence[Level], way: Way) -> Iterator[Level]:
    yield Level(way.from_m, height_at(levels, way.from_m))
    yield from (level for level in levels if way.from_m < level.at_m < way.to_m)
    yield Level(way.to_m, height_at(levels, way.to_m))


def height_at(levels: Sequence[Level], at_m: float) -> float:
    """The height at a distance from the start, straight between the levels."""
    after = next((index for index, level in enumerate(levels) if level.at_m >= at_m), len(levels) - 1)
    before, behind = levels[max(after - 1, 0)], levels[after]
    across = behind.at_m - before.at_m
    share = min(1.0, max(0.0, (at_m - before.at_m) / across)) if across else 1.0
    return before.height + share * (behind.height - before.height)


def _numbers(ways: Iterable[Way], levels: Sequence[Level], chart: Chart, words: Words, size: float) -> str:
    """Write the slope under what is noticeably steep, where there is room for it."""
    return "".join(
        _slope_label(way, way.percent, levels, chart, words, size)
        for way in ways
        if way.percent is not None and way.percent >= NOTICEABLE and chart.x(way.to_m) - chart.x(way.from_m) > 2 * size
    )


def _slope_label(way: Way, percent: float, levels: Sequence[Level], chart: Chart, words: Words, size: float) -> str:
    text = f"{say_number(percent, 1, words.language)} %"
    half_m = len(text) * size * _LETTER / 2 * chart.length_m / (chart.width - _LEFT - _RIGHT)
    at, y = _clear_of_the_line(way, levels, chart, half_m, size)
    return written(text, chart.x(at), y, "d-strong", size - 1, "middle")


def _clear_of_the_line(
    way: Way, levels: Sequence[Level], chart: Chart, half_m: float, size: float
) -> tuple[float, float]:
    """Where a label stands: metres along and the y of its foot, under the line; over it where no paper is left."""
    spots = tuple(way.from_m + share * (way.to_m - way.from_m) for share in (0.5, 0.35, 0.65, 0.2, 0.8))
    lines = tuple((at, *_highest_and_lowest(levels, chart, at - half_m, at + half_m)) for at in spots)
    over = lines[0][0], lines[0][1] - _CLEAR
    under = ((at, lowest + size + _CLEAR - 4) for at, _, lowest in lines if lowest + size + _CLEAR + 1 <= chart.floor)
    return next(under, over)


def _highest_and_lowest(levels: Sequence[Level], chart: Chart, from_m: float, to_m: float) -> tuple[float, float]:
    """The y of the line's top and foot between two distances, the whole line and not only its ends."""
    inside = (level.height for level in levels if from_m < level.at_m < to_m)
    found = tuple(chart.y(height) for height in (height_at(levels, from_m), *inside, height_at(levels, to_m)))
    return min(found), max(found)


_Placed = tuple[Pin, float, float]


def _placed(pins: Iterable[Pin], levels: Sequence[Level], chart: Chart) -> Iterator[_Placed]:
    """Stand each pin over its spot, in the upper row where it would cover the one before."""
    last: tuple[float, float] = (-100.0, 0.0)
    rows = (14 + PIN + _ROW * 0.5, 14 + PIN)
    for pin in sorted((pin for pin in pins if pin.at_m is not None), key=lambda pin: pin.at_m or 0.0):
        x = min(max(chart.x(pin.at_m or 0.0), PIN + 2), chart.width - PIN - 2)
        spot = chart.y(height_at(levels, pin.at_m or 0.0))
        y = max(rows[1], spot - 2 * PIN - 8)
        if abs(x - last[0]) < 2 * PIN + 3 and abs(y - last[1]) < 2 * PIN + 3:
            y = max(rows[1] - 2, last[1] - _ROW)
        last = (x, y)
        yield pin, x, y


def _stops(pins: Sequence[Pin], levels: Sequence[Level], chart: Chart, icon: Icon) -> str:
    """Each pin on its stem."""
    placed = _placed(pins, levels, chart)
    return "".join(_stem(pin.at_m or 0.0, y, levels, chart) + disc(pin, x, y, icon) for pin, x, y in placed)


def _trimmed(chart: Chart, placed: Iterable[_Placed]) -> Chart:
    """Take away the paper above the highest pin."""
    free = min(min((y - PIN for _, _, y in placed), default=14.0) - 14, chart.top - 18)
    return chart._replace(top=chart.top - free, height=chart.height - round(free))


def _stem(at_m: float, y: float, levels: Sequence[Level], chart: Chart) -> str:
    x = number(chart.x(at_m))
    return element("path", d=f"M{x} {number(y + PIN)}V{number(chart.y(height_at(levels, at_m)))}", class_="d-stem")


def tell_profile(levels: Sequence[Level], ways: Sequence[Way], words: Words) -> str:
    """Say the heights and the steepest part: «Start 2 moh, høyest 32 moh. Bratteste bakke er 10 % …»."""
    lowest, highest = (round(pick(level.height for level in levels)) for pick in (min, max))
    if highest - lowest < 5:
        said = words.say("drawing.flat", lowest=lowest, highest=highest)
    else:
        said = words.say("drawing.heights", start=round(levels[0].height), highest=highest)
    return f"{said} {tell_steepest(ways, words)}"


def tell_steepest(ways: Sequence[Way], words: Words) -> str:
    """Say how steep it gets and where, or between what it is; that nobody has measured it is said too."""
    way = steepest_way(ways)
    if way is None or way.percent is None:
        return words.say("drawing.slope_unknown")
    slope = say_number(way.percent, 1, words.language)
    key = "drawing.steepest" if all(one.percent is not None for one in ways) else "drawing.steepest_known"
    if way.steep_m is None:
        if len(ways) == 1:
            return words.say("drawing.steepest_somewhere", percent=slope)
        start, end = (distance(at, words.language) for at in (way.from_m, way.to_m))
        return words.say(f"{key}_between", percent=slope, start=start, end=end)
    if way.steep_m < _AT_THE_START_M:
        return words.say(f"{key}_at_start", percent=slope)
    return words.say(key, percent=slope, distance=distance(way.steep_m - way.steep_m % 10, words.language))
