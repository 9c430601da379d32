"""The map and the height profile of a walk on paper: the website's drawings in literal colours."""

import re
from typing import NamedTuple

from hefte.assessment.reach import Reach
from hefte.booklet.pieces import Drawing
from hefte.booklet.press import Press
from hefte.drawing.map import draw_map
from hefte.drawing.paint import in_print
from hefte.drawing.profile import draw_profile, tell_profile
from hefte.drawing.route import Icon, Pin, Way, ways_of
from hefte.drawing.sights import pins_of
from hefte.model import Walk
from hefte.model.walk_choices import TrackSource
from hefte.track import Track, levels

WIDTH = 390.0
"""Pixels across a column of print; letters of 15 become 12 points on A5."""

MAP_WIDTH = 212.0
"""Pixels across a map that has short facts beside it; its letters are as large as the text."""

TALLEST, NARROWEST = 230.0, 210.0
"""A map of a long and narrow walk is drawn narrower, so that its letters stay as large as the text."""

PLOT = 66.0
"""The hill of a height profile is lower than on a screen, where there is room to scroll."""

_VIEW = re.compile(r'viewBox="0 0 [\d.]+ ([\d.]+)"')
_DESCRIPTION = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&"))


class Route(NamedTuple):
    """What both drawings are made from; a track drawn by hand has no heights and no slopes."""

    track: Track
    ways: tuple[Way, ...]
    pins: tuple[Pin, ...]
    measured: bool


def route_of(walk: Walk, reach: Reach | None, press: Press) -> Route | None:
    """The route of a walk in the classes of a manual wheelchair, where there is a track."""
    track = press.tracks.get(walk.track) if walk.track else None
    if track is None or reach is None:
        return None
    measured = walk.track_source is TrackSource.MEASURED
    ways = ways_of(reach, track if measured or not walk.stretches else None)
    return Route(track, ways or ways_of(reach, track), pins_of(walk, press.language), measured)


def drawn_map(walk: Walk, route: Route, press: Press, full: float = MAP_WIDTH, tallest: float = TALLEST) -> Drawing:
    """The map, with all that it shows in words; a sketch says that it is one. `full` pixels fill the column."""
    title = walk.title.said(press.language).text
    svg, width = _map(route, title, full, press), full
    if (height := _height(svg)) > tallest:
        width = max(NARROWEST, round(full * tallest / height))
        svg = _map(route, title, width, press)
        height = _height(svg)
    sketch = None if route.measured else press.words.say("walk_page.sketch")
    return Drawing(in_print(svg), _described(svg, title), sketch, width, height)


def _map(route: Route, title: str, width: float, press: Press) -> str:
    return draw_map(route.track, route.ways, route.pins, press.words, _icon(press), title=title, width=width)


def _height(svg: str) -> float:
    found = _VIEW.search(svg)
    return float(found[1]) if found else 0.0


def drawn_profile(walk: Walk, route: Route, press: Press) -> Drawing | None:
    """The heights along the way with the sentence beneath; None for a sketch or a track without heights."""
    heights = levels(route.track) if route.measured else None
    if not heights:
        return None
    title = walk.title.said(press.language).text
    svg = draw_profile(heights, route.ways, route.pins, press.words, _icon(press), title=title, width=WIDTH, plot=PLOT)
    return Drawing(in_print(svg), _described(svg, title), tell_profile(heights, route.ways, press.words))


def _icon(press: Press) -> Icon:
    return lambda name: press.icons.get(name, press.icons["star"])


def _described(svg: str, otherwise: str) -> str:
    """The drawing's own description, for those who hear the booklet."""
    found = _DESCRIPTION.search(svg)
    text = found[1] if found else otherwise
    for entity, letter in _ENTITIES:
        text = text.replace(entity, letter)
    return text
