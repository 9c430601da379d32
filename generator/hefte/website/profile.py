"""«Min profil»: the page where a reader sets her own limits, and what the script on her device needs to use them."""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from math import radians, tan
from typing import NamedTuple

from hefte import norwegian
from hefte.assessment.limits import ANGLE, CODE, Limit, OwnLimits, Suggestion
from hefte.language import Words
from hefte.model import Walk
from hefte.output import Output, fingerprint
from hefte.search.scripts import call
from hefte.website.digests import Digests, of_cards
from hefte.website.profile_facts import walk_row
from hefte.website.site import Page, Site

_NEAR_M = 40.0
_MOST_WALKS = 300
"""More walks than this are not listed on the page itself; it then leads to their list."""

_ICONS = (("ja", "check"), ("delvis", "tilde"), ("nei", "x"), ("vet-ikke", "question-mark"))
_GROUPS = {"vei": "road", "krefter": "bench", "start": "flag"}


class Row(NamedTuple):
    """One limit in the form; with a single choice it is a need, yes or no."""

    name: str
    label: str
    hint: str
    choices: tuple[tuple[int, str], ...]


class Preset(NamedTuple):
    """A suggestion as a button: whose it is, and its limits as JSON."""

    label: str
    source: str
    icon: str
    limits: str


def pages(site: Site) -> Iterator[Page]:
    """`profil.html`, where there are walks to compare with."""
    walks = site.catalogue.shown_of(Walk)
    if site.own is None or not walks:
        return
    title, lead, own = site.words.say("profile.title"), site.words.say("profile.lead"), site.own
    made_of = tuple(f"{walk.page}|{site.say(walk.title)}" for walk in walks)
    yield Page("profil.html", "oversikt", title, lead, "profile.html", lambda: view(site, own), made_of)


def view(site: Site, own: OwnLimits) -> Mapping[str, object]:
    """What the form shows: suggestions, the limits in their groups, and the walks by their titles."""
    walks = site.catalogue.shown_of(Walk)
    groups = groupby(own.limits, key=lambda limit: limit.group)
    return {
        "presets": tuple(_preset(one, site.words) for one in own.suggestions),
        "groups": tuple(_group(name, tuple(limits), site.words) for name, limits in groups),
        "walks": tuple((site.say(walk.title), walk.page) for walk in walks[:_MOST_WALKS]),
        "count": len(walks),
    }


def _group(name: str, limits: tuple[Limit, ...], words: Words) -> tuple[str, str, str, tuple[Row, ...]]:
    return name, words.say(f"profile.group.{name}"), _GROUPS[name], tuple(_row(one, words) for one in limits)


def _preset(one: Suggestion, words: Words) -> Preset:
    source = words.say("profile.official" if one.official else "profile.ours")
    return Preset(words.say(f"profile.suggestion.{one.name}"), source, one.icon, json.dumps(dict(one.limits)))


def _row(limit: Limit, words: Words) -> Row:
    key = f"profile.limit.{limit.name}"
    choices = tuple((value, _choice(limit, value, words)) for value in limit.choices)
    return Row(limit.name, words.say(key), words.say(f"{key}.hint"), choices)


def _choice(limit: Limit, value: int, words: Words) -> str:
    if limit.unit == CODE:
        return words.say(f"profile.choice.{limit.name}.{value}")
    told = _slope(value, words) if limit.unit == ANGLE else _measure(value, limit.unit, words)
    return words.say("profile.choice.most" if limit.sign > 0 else "profile.choice.least", value=told)


def _measure(value: int, unit: str, words: Words) -> str:
    if unit == "m":
        return norwegian.distance(value, words.language)
    return f"{norwegian.number(value, 0, words.language)}{norwegian.NBSP}{unit}"


def _slope(hundredths: int, words: Words) -> str:
    """A slope in the three ways in which people say it: 1:15 · 6,7 % · 3,8°."""
    rise = tan(radians(hundredths / 100))
    run = norwegian.number(1 / rise, 0 if rise <= 0.1 or abs(1 / rise - round(1 / rise)) < 0.05 else 1, words.language)
    percent = norwegian.number(100 * rise, 1, words.language)
    return f"1:{run} · {percent}{norwegian.NBSP}% · {norwegian.number(hundredths / 100, 1, words.language)}°"


def data(site: Site, digests: Digests) -> Iterator[Output]:
    """The scripts that are fetched once there are limits: the table with its words, and the facts without any."""
    own, walks = site.own, site.catalogue.shown_of(Walk)
    if own is None or not walks:
        return
    yield Output(f"assets/profile-{site.language}.js", site.key, lambda: call("hefteProfileWords", _words(site, own)))
    if not site.prefix:
        key = fingerprint(site.key, *of_cards(site.catalogue, walks, digests))
        yield Output("assets/walks.js", key, lambda: call("hefteWalks", _rows(site, walks, own)))


def _rows(site: Site, walks: tuple[Walk, ...], own: OwnLimits) -> str:
    return "\n".join(sorted(walk_row(walk, site.catalogue, own, site.rules) for walk in walks))


_SAY = "profile.say."


def _words(site: Site, own: OwnLimits) -> Mapping[str, object]:
    """The table of limits and the words of the marks; numbers are written as the language writes them."""
    english = site.language == "en"
    return {
        "decimal": "." if english else ",",
        "thousands": "," if english else norwegian.NBSP,
        "icons": {mark: site.icon(name) for mark, name in _ICONS},
        "rules": [_rule(limit) for limit in own.limits],
        "say": {key.removeprefix(_SAY): text for key, text in site.words.table.items() if key.startswith(_SAY)},
    }


def _rule(limit: Limit) -> Mapping[str, object]:
    enough = limit.passing[1] if limit.passing else None
    names = {"name": limit.name, "place": limit.place, "fact": limit.fact, "sign": limit.sign, "unit": limit.unit}
    return {**names, "slack": limit.slack, "instead": limit.instead, "least": limit.at_least, "enough": enough}


def places(site: Site, walk: Walk) -> str:
    """Where each stretch of a walk ends, as JSON from metres to words: `{"800": "til utsikten"}`."""
    found = {f"{stretch.to_m:.0f}": _place(site, walk, stretch.to_m) for stretch in walk.stretches}
    return json.dumps({metres: place for metres, place in found.items() if place}, ensure_ascii=False)


def _place(site: Site, walk: Walk, metres: float) -> str:
    """The name of the stretch that ends there, or a sight close by."""
    named = (one.name for one in walk.stretches if one.to_m == metres and one.name)
    if name := next(named, None):
        return site.plain(name)
    sights = (one.name for one in walk.sights if one.at_m is not None and abs(one.at_m - metres) <= _NEAR_M)
    name = next(sights, None)
    return site.words.say("assessment.to_sight", sight=site.plain(name)) if name else ""
