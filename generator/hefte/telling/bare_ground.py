"""What a reach does not count: snow, ice, and seasons that a walk is not for."""

from collections.abc import Iterator

from hefte.language import Words
from hefte.model import Walk
from hefte.model.choices import Season, YesNoPartly
from hefte.telling.sources import is_unsure
from hefte.telling.values import begun_small, tell_choices

_FOUR = frozenset(Season) - {Season.ALL_YEAR}


def tell_bare_ground(walk: Walk, words: Words) -> str:
    """«Gjelder vår, sommer og høst. Snø og is er ikke regnet med. Vinter: ikke brøytet.».

    Nothing where it is for every season and surely cleared, or where nobody has said anything of the matter.
    """
    return " ".join(_told(walk, words))


def _told(walk: Walk, words: Words) -> Iterator[str]:
    seasons = () if is_unsure(walk, "sesong") else walk.season
    is_limited = bool(seasons) and Season.ALL_YEAR not in seasons and not set(seasons) >= _FOUR
    ploughed = walk.winter.ploughed if walk.winter and not is_unsure(walk, "vinter") else None
    is_snowy = ploughed in {YesNoPartly.NO, YesNoPartly.PARTLY}
    if is_limited:
        yield words.say("bare_ground.season", seasons=begun_small(tell_choices(seasons, words)))
    if is_snowy or (is_limited and Season.WINTER not in seasons):
        yield words.say("bare_ground.no_snow")
    if is_snowy and ploughed:
        yield words.say("bare_ground.winter", ploughed=words.say(f"tell.part.ploughed.{ploughed.value}"))
