"""A stretch of a walk in a line: what one walks on, how wide and steep it is, what is in the way."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from hefte import norwegian
from hefte.language import Words
from hefte.model.choices import YesNoPartly
from hefte.model.walk import Obstacle, Stretch
from hefte.model.walk_choices import Evenness, Firmness
from hefte.telling.facts import said
from hefte.telling.values import tell_percent, tell_slope

Percents = Mapping[str, float]
NO_PERCENTS: Percents = MappingProxyType({})


def tell_surface(stretch: Stretch, words: Words) -> str:
    """The surface, or that nobody knows it."""
    if stretch.surface is None:
        return words.say("walk_page.surface_unknown")
    return words.say(f"choice.Surface.{stretch.surface.value}")


def tell_ground(stretch: Stretch, words: Words, percents: Percents = NO_PERCENTS) -> str:
    """The rest of what is known: «ujevnt · 300 cm bred · høyst 2,5 %».

    `percents` are slopes as the reasons beside them tell them, by the key in the file.
    """
    return " · ".join(
        filter(
            None,
            (
                *_hard_going(stretch, words),
                *_measures(stretch, words, percents),
                *_signs(stretch, words),
                *_rest(stretch, words),
            ),
        )
    )


def _hard_going(stretch: Stretch, words: Words) -> Iterator[str]:
    if stretch.firmness is Firmness.LOOSE:
        yield words.say(f"choice.Firmness.{stretch.firmness.value}").lower()
    if stretch.evenness is Evenness.UNEVEN:
        yield words.say(f"choice.Evenness.{stretch.evenness.value}").lower()


def _measures(stretch: Stretch, words: Words, percents: Percents) -> Iterator[str]:
    if stretch.width_cm:
        yield words.say("walk_page.wide", width=norwegian.number(stretch.width_cm, 0, words.language))
    if stretch.passing_places is not None:
        yield words.say(f"walk_page.passing_places.{'ja' if stretch.passing_places else 'nei'}")
    if stretch.slope_degrees is not None:
        yield words.say("walk_page.at_most", slope=tell_stretch_slope(stretch, words.language, percents))
    if stretch.cross_slope_degrees is not None:
        yield words.say(
            "walk_page.cross_slope", slope=_told("tverrfall", stretch.cross_slope_degrees, words.language, percents)
        )
    if stretch.plank_gap_cm is not None:
        yield words.say("walk_page.planks", size=norwegian.number(stretch.plank_gap_cm, 1, words.language))
    if stretch.bench_gap_m:
        yield words.say("walk_page.bench_gap", distance=norwegian.metres(stretch.bench_gap_m, words.language))


def tell_stretch_slope(stretch: Stretch, language: str, percents: Percents = NO_PERCENTS) -> str:
    """The slope of a stretch that has one, as the reason beside it tells it."""
    return _told("stigning", stretch.slope_degrees or 0.0, language, percents)


def _told(alias: str, degrees: float, language: str, percents: Percents) -> str:
    return tell_percent(percents[alias], language) if alias in percents else tell_slope(degrees, language)


def _signs(stretch: Stretch, words: Words) -> Iterator[str]:
    """What matters most to those who see little: light, guide lines, and room for the head."""
    if stretch.lighting is not None:
        yield words.say(f"walk_page.lighting.{stretch.lighting.value}")
    if stretch.guide_line is not None:
        yield words.say(f"walk_page.guide_line.{stretch.guide_line.value}")
    if stretch.headroom_cm:
        yield words.say("walk_page.headroom", size=norwegian.number(stretch.headroom_cm, 0, words.language))


def _rest(stretch: Stretch, words: Words) -> Iterator[str]:
    yield from (tell_obstacle(one, words) for one in stretch.obstacles or ())
    yield said(stretch.note, words).rstrip(".")


def tell_obstacle(one: Obstacle, words: Words) -> str:
    """«trapp som stopper hjul 620 m fra start (Ni trinn. Gå Tollbugata utenom)»: all that is known of it."""
    name = words.say(f"choice.ObstacleType.{one.type.value}").lower()
    size = words.say("walk_page.of_cm", size=norwegian.number(one.size_cm, 1, words.language)) if one.size_cm else ""
    is_told = one.passable not in {None, YesNoPartly.YES}
    passes = words.say(f"walk_page.passable.{one.passable}") if is_told else ""
    note = said(one.note, words).rstrip(".")
    return " ".join(filter(None, (name, size, passes, _where(one, words), f"({note})" if note else "")))


def _where(one: Obstacle, words: Words) -> str:
    if one.at_m is None:
        return ""
    if one.at_m == 0:
        return words.say("walk_page.at_start")
    return words.say("walk_page.from_start", distance=norwegian.distance(one.at_m, words.language))
