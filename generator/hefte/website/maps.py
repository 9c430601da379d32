"""The map and the height profile of a walk, as the page shows them: narrow and wide, with the same words."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from hefte.assessment.reach import Ground, Reach
from hefte.drawing.map import draw_map, line_sample
from hefte.drawing.profile import draw_profile, tell_profile
from hefte.drawing.reach import bar_sample, scale_marks
from hefte.drawing.route import ways_of
from hefte.drawing.sights import pins_of
from hefte.model import Walk
from hefte.norwegian import distance
from hefte.track import Track, levels
from hefte.website.site import Site

NARROW, WIDE = 390.0, 760.0


class Figure(NamedTuple):
    """A drawing for narrow and for wide screens, its legend and the sentence beneath it."""

    svg: Markup
    legend: Markup
    words: str


class Drawing(NamedTuple):
    """The section «Kart og høyde»; without heights it is only a map, and says so."""

    title: str
    figures: tuple[Figure, ...]


def drawings(site: Site, walk: Walk, track: Track, reach: Reach, *, sketch: bool) -> Drawing:
    """Draw the track in the classes of a manual wheelchair; a sketch has no heights and no slopes."""
    heights = None if sketch else levels(track)
    ways = ways_of(reach, None if sketch or heights is None else track)
    if not ways or not walk.stretches:
        ways = ways_of(reach, track)
    pins, title = pins_of(walk, site.language), site.plain(walk.title)
    size = {"narrow": NARROW, "wide": WIDE}
    maps = {
        name: draw_map(track, ways, pins, site.words, site.icon, title=title, width=width, id=f"kart-{name}")
        for name, width in size.items()
    }
    sketched = site.words.say("walk_page.sketch") if sketch else ""
    figures = [Figure(_both(maps), legend({way.ground for way in ways}, site), sketched)]
    if heights:
        charts = {
            name: draw_profile(
                heights, ways, pins, site.words, site.icon, title=title, width=width, id=f"profil-{name}"
            )
            for name, width in size.items()
        }
        figures.append(Figure(_both(charts), Markup(), tell_profile(heights, ways, site.words)))
    return Drawing(site.words.say("walk_page.map_and_height" if heights else "walk_page.map"), tuple(figures))


def _both(drawn: dict[str, str]) -> Markup:
    """Both drawings, of which the style sheet shows the one that fits."""
    return Markup("".join(svg.replace("<svg ", f'<svg class="figure__{name}" ', 1) for name, svg in drawn.items()))  # noqa: S704  # our own drawings


def legend(grounds: set[Ground], site: Site) -> Markup:
    """The lines of a map with their words, in the order of the classes."""
    rows = (f"<li>{line_sample(ground)}{_word(ground, site)}</li>" for ground in Ground if ground in grounds)
    return Markup(f'<ul class="legend">{"".join(rows)}</ul>')  # noqa: S704  # our own words and drawings


def _word(ground: Ground, site: Site) -> str:
    return site.words.say(f"assessment.ground.{ground.value}")


def scale(reach: Reach, site: Site) -> Markup:
    """The metres under the bars, and what the bars' looks mean."""
    marks = "".join(f"<span>{text}</span>" for text in _marks(reach, site))
    rows = (f"<li>{bar_sample(ground, f'prove-{ground.value}')}{_word(ground, site)}</li>" for ground in Ground)
    return Markup(f'<div class="reach__scale" aria-hidden="true">{marks}</div><ul class="legend">{"".join(rows)}</ul>')  # noqa: S704


def _marks(reach: Reach, site: Site) -> Iterator[str]:
    for at in scale_marks(reach.length_m):
        yield distance(at, site.language) if at else site.words.say("walk_page.start")
