"""Reach and reasons in words: the answer first, then why; every sentence stands in the languages."""

import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from itertools import groupby
from math import floor, radians, tan
from typing import NamedTuple, cast

from hefte.assessment.reach import Part, Reach
from hefte.assessment.rules import Measure, Rules, Test
from hefte.assessment.stretch import Reason
from hefte.language import Words
from hefte.model.choices import YesNoPartly
from hefte.model.walk import Sight, Stretch
from hefte.model.walk_choices import Profile, Verdict
from hefte.norwegian import distance, joined, number, percent_of

NEAR_M = 40.0
"""A sight within so many metres names the spot."""

_SLOPES = {"stigning": "slope_degrees", "tverrfall": "cross_slope_degrees", "rampe_stigning": "", "helning": ""}
"""Angles, and the field of a stretch that holds the one that was written."""

_HALF_A_TENTH = 0.05
_FEW = 3
"""More names than this in a sentence are left out: «og mer»."""


class Told(NamedTuple):
    """A sentence that is enough alone, and what comes after it («» where there is no more)."""

    answer: str
    reason: str


class Badge(NamedTuple):
    """The status of a chip and its words; None is «vet ikke»."""

    status: YesNoPartly | None
    words: str


def tell_reach(reach: Reach, sights: Sequence[Sight], words: Words) -> Told:
    """Say how far one gets and what then happens: «De første 800 m, til utsikten.» «Så stopper det: …»."""
    if not any(part.stretch for part in reach.parts):
        return Told(words.say("assessment.unknown"), words.say("assessment.nothing_measured"))
    if reach.is_whole:
        return Told(words.say("assessment.whole"), "")
    if reach.easy_m > 0:
        after = (_heavier(reach, words, start=False), _ending(reach, words, start=False))
        return Told(_the_first(reach, sights, words), _sentences(after))
    return _from_the_start(reach, words)


def _from_the_start(reach: Reach, words: Words) -> Told:
    verdict = reach.parts[0].verdict
    if verdict is Verdict.NOT_ASSESSED and reach.stop:
        far = distance(reach.unknown_m, words.language)
        first = words.say("assessment.unknown_the_first", distance=far)
        return Told(_sentences((first, _sure_stop(reach, words))), _unknown(reach.parts[0], words, start=True))
    answer = {
        Verdict.PARTLY: "assessment.heavier_from_the_start",
        Verdict.NOT: "assessment.stops_at_the_start",
    }.get(verdict, "assessment.unknown")
    after = (_heavier(reach, words, start=True), _ending(reach, words, start=reach.heavier_m == 0))
    return Told(words.say(answer), _sentences(after))


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)


def _the_first(reach: Reach, sights: Sequence[Sight], words: Words) -> str:
    far = tell_far(reach.easy_m, words)
    place = _place(reach, sights, words)
    key = "assessment.the_first_to" if place else "assessment.the_first"
    return words.say(key, distance=far, place=place)


def tell_far(metres: float, words: Words) -> str:
    """Round a reach down: it must not promise the last metres."""
    return distance(metres if metres < 1000 else metres - metres % 100, words.language)


def _place(reach: Reach, sights: Sequence[Sight], words: Words) -> str:
    """Name the spot where the reach ends: the stretch's own name, or a sight close by."""
    last = next((part for part in reversed(reach.parts) if part.to_m == reach.easy_m), None)
    if last and last.stretch and last.stretch.name:
        return last.stretch.name.said(words.language).text
    close = [sight for sight in sights if sight.at_m is not None and abs(sight.at_m - reach.easy_m) <= NEAR_M]
    return words.say("assessment.to_sight", sight=close[0].name.said(words.language).text) if close else ""


def _heavier(reach: Reach, words: Words, *, start: bool) -> str:
    """Name the «delvis» part after its metres and its reasons, and what is easy again behind it."""
    if reach.heavier_m <= reach.easy_m:
        return ""
    heavy = [part for part in reach.parts if reach.easy_m <= part.from_m < reach.heavier_m]
    because = _because(heavy, Verdict.PARTLY, words)
    if any(part.verdict is Verdict.ACCESSIBLE for part in heavy):
        key = "assessment.heavier_first" if start else "assessment.heavier_then"
        path = words.say(key, parts=_taking_turns(reach, heavy, words))
        return f"{path} {words.say('assessment.because', reasons=because)}"
    if start:
        return words.say("assessment.because", reasons=because)
    if reach.heavier_m == reach.length_m:
        return words.say("assessment.then_heavier_to_the_end", reasons=because)
    far = distance(reach.heavier_m - reach.easy_m, words.language)
    return words.say("assessment.then_heavier", distance=far, reasons=because)


def _taking_turns(reach: Reach, parts: Sequence[Part], words: Words) -> str:
    """«tyngre i 700 m, så lett helt fram»; of more than a few turns only that they change."""
    runs = [(verdict, tuple(those)) for verdict, those in groupby(parts, key=lambda part: part.verdict)]
    if len(runs) > _FEW:
        runs = [(Verdict.NOT_ASSESSED, tuple(parts))]
    return words.say("assessment.turn.so").join(_turn(verdict, run, reach, words) for verdict, run in runs)


def _turn(verdict: Verdict, run: Sequence[Part], reach: Reach, words: Words) -> str:
    key = {Verdict.PARTLY: "heavier", Verdict.ACCESSIBLE: "easy"}.get(verdict, "both")
    if run[-1].to_m == reach.length_m:
        return words.say(f"assessment.turn.{key}_to_the_end")
    return words.say(f"assessment.turn.{key}", distance=distance(run[-1].to_m - run[0].from_m, words.language))


def _ending(reach: Reach, words: Words, *, start: bool) -> str:
    """Say what stops, or that nobody knows; an unmeasured part is never called a stop."""
    part = reach.at(reach.heavier_m)
    if part is None:
        return ""
    if part.verdict is Verdict.NOT:
        key = "assessment.because" if start else "assessment.then_stops"
        return words.say(key, reasons=_because([part], Verdict.NOT, words))
    return _sentences((_unknown(part, words, start=start), _sure_stop(reach, words)))


def _sure_stop(reach: Reach, words: Words) -> str:
    """Say where it surely stops behind what nobody knows; nothing where it does not."""
    stop = reach.stop
    if stop is None or stop.from_m <= reach.heavier_m:
        return ""
    reasons = _because([stop], Verdict.NOT, words)
    if stop.from_m == reach.unknown_m:
        return words.say("assessment.stops_there", reasons=reasons)
    return words.say("assessment.stops_at", distance=distance(stop.from_m, words.language), reasons=reasons)


def _unknown(part: Part, words: Words, *, start: bool) -> str:
    if part.assessment and not part.assessment.reasons and not part.assessment.missing:
        return words.say("assessment.no_limits")
    if start and part.assessment is None:
        return words.say("assessment.first_not_measured", distance=distance(part.to_m, words.language))
    missing = tell_missing(part.assessment.missing if part.assessment else (), words)
    return words.say("assessment.not_measured" if start else "assessment.then_unknown", missing=missing)


def tell_missing(missing: Sequence[str], words: Words) -> str:
    """List what nobody has measured: «bredde og tverrfall»; nothing known is «noe her»."""
    names = [words.say(f"assessment.fact.{fact}") for fact in missing]
    if not names:
        return words.say("assessment.anything")
    if len(names) > _FEW + 1:
        names = [*names[:_FEW], words.say("assessment.and_more")]
    return joined(names, words.say("assessment.and"))


def tell_reasons(part: Part, words: Words) -> str:
    """List all that is not of the best class in a part, the worst first."""
    reasons = part.assessment.reasons if part.assessment else ()
    return joined([tell_reason(reason, part.stretch, words) for reason in reasons], words.say("assessment.and"))


def told_percents(part: Part) -> Mapping[str, float]:
    """The slopes in per cent as the reasons of a part tell them, by the key in the file."""
    reasons = part.assessment.reasons if part.assessment else ()
    return {
        reason.fact: _measured(reason, getattr(part.stretch, _SLOPES[reason.fact], None))[0]
        for reason in reasons
        if reason.fact in _SLOPES and not isinstance(reason.value, str)
    }


def _because(parts: Iterable[Part], verdict: Verdict, words: Words) -> str:
    found = [
        (reason, part.stretch)
        for part in parts
        if part.assessment
        for reason in part.assessment.reasons
        if reason.verdict is verdict
    ]
    said = [tell_reason(reason, stretch, words) for reason, stretch in _worst_of_each(found)]
    return joined(tuple(dict.fromkeys(said)), words.say("assessment.and"))


_Found = tuple[Reason, Stretch | None]


def _worst_of_each(found: Iterable[_Found]) -> Iterable[_Found]:
    """Of several measures of the same thing the worst, in the place of the first."""
    worst: dict[object, _Found] = {}
    for reason, stretch in found:
        is_measure = not isinstance(reason.value, str)
        thing = reason.fact if is_measure else (reason, stretch)
        if thing not in worst or (is_measure and _beyond(reason) > _beyond(worst[thing][0])):
            worst[thing] = (reason, stretch)
    return worst.values()


def _beyond(reason: Reason) -> float:
    return abs(float(reason.value) - (reason.limit or 0.0))


_LIMIT = re.compile(r" \([^()]*\{limit\}[^()]*\)")
"""« (grensen er {limit} %)» in the words of a reason."""


def without_limits(words: Words, rules: Rules) -> Words:
    """The same words, but of measures no limit is said: for where the limits are told once for all."""
    measures = {test.fact for tests in rules.tests.values() for test in _measures(tests)}
    bare = {key: _LIMIT.sub("", words.table[key]) for key in (f"assessment.reason.{fact}" for fact in measures)}
    return Words(words.language, ChainMap(bare, cast("MutableMapping[str, str]", words.table)))


def _measures(tests: Iterable[Test]) -> Iterator[Measure]:
    return (test for test in tests if isinstance(test, Measure))


def tell_limits(rules: Rules, words: Words) -> str:
    """The limits of a manual wheelchair: «bakke 6,7 % og 8,6 %», for the best class and for the one after it."""
    tests = _measures(rules.tests[Profile.MANUAL_WHEELCHAIR])
    told = [_limits_of(test, words) for test in tests if len(test.limits) > 1]
    return words.say("assessment.limits", limits="; ".join(told))


def _limits_of(test: Measure, words: Words) -> str:
    limits = [test.limits[verdict] for verdict in (Verdict.ACCESSIBLE, Verdict.PARTLY)]
    shown = [_highest_percent(limit) if test.fact in _SLOPES else limit for limit in limits]
    best, heavier = (number(value, 1, words.language) for value in shown)
    return words.say(f"assessment.limits.{test.fact}", best=best, heavier=heavier)


def tell_reason(reason: Reason, stretch: Stretch | None, words: Words, stated: float | None = None) -> str:
    """Say one reason: «ujevn brostein», «bakke på 7,3 % (grensen er 6,7 %)», «trapp».

    `stated` are the degrees as they were written, where a stretch does not hold them.
    """
    key = f"assessment.reason.{reason.fact}"
    if not isinstance(reason.value, str):
        written = getattr(stretch, _SLOPES.get(reason.fact, ""), stated)
        value, limit = _measured(reason, written)
        return words.say(key, value=number(value, 1, words.language), limit=number(limit, 1, words.language))
    surface = f"{key}.{reason.value}.{stretch.surface}" if stretch and stretch.surface else ""
    if words.has(surface):
        return words.say(surface)
    return words.say(f"{key}.{reason.value}")


def _measured(reason: Reason, stated: float | None) -> tuple[float, float]:
    """A value and its limit as people say them: slopes in per cent, and what is too steep is never told as the limit.

    The limits are degrees that are compared by tenths; the highest per cent that is within is told.
    """
    value, limit = float(reason.value), reason.limit or 0.0
    if reason.fact not in _SLOPES:
        return value, limit
    highest = _highest_percent(limit)
    return max(percent_of(stated or value), highest + 0.1), highest


def _highest_percent(limit: float) -> float:
    return floor(1000 * tan(radians(limit + _HALF_A_TENTH))) / 10


def badge(reach: Reach, words: Words) -> Badge:
    """Say the walk's status in a few words: «Hele turen», «Et stykke», «Stopper senest etter 900 m», «Vet ikke»."""
    if reach.is_whole:
        return Badge(YesNoPartly.YES, words.say("assessment.badge.whole"))
    if reach.easy_m > 0:
        return Badge(YesNoPartly.PARTLY, words.say("assessment.badge.part"))
    if reach.heavier_m > 0:
        return Badge(YesNoPartly.PARTLY, words.say("assessment.badge.heavier"))
    if reach.parts and reach.parts[0].verdict is Verdict.NOT:
        return Badge(YesNoPartly.NO, words.say("assessment.badge.none"))
    if reach.stop:
        far = distance(reach.stop.from_m, words.language)
        return Badge(YesNoPartly.NO, words.say("assessment.badge.stops_by", distance=far))
    return Badge(None, words.say("assessment.badge.unknown"))


def in_short(reach: Reach, words: Words) -> Badge:
    """Say the status in a few words, with the metres: «Hele turen», «De første 800 m», «Tyngre fra start»."""
    found = badge(reach, words)
    if found.status is not YesNoPartly.PARTLY:
        return found
    key = "assessment.the_first" if reach.easy_m else "assessment.heavier_from_the_start"
    return found._replace(words=words.say(key, distance=tell_far(reach.easy_m, words)).rstrip("."))
