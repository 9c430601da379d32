"""What stands along a walk in words: where it is, whether a wheelchair can use it, and why not."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hefte import norwegian
from hefte.assessment.amenities import PARKING, Assessed, amenities, class_for
from hefte.assessment.reach import Ground
from hefte.assessment.rules import Rules
from hefte.assessment.stretch import Assessment
from hefte.assessment.telling import tell_missing, tell_reason
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Walk
from hefte.model.choices import YesNoPartly
from hefte.model.fields import values_of
from hefte.model.kinds import Record
from hefte.model.places import Ramp
from hefte.model.walk_choices import Profile, Verdict
from hefte.telling.people import Known
from hefte.telling.settled import SPACES, TOILET, settled
from hefte.telling.sources import is_unsure
from hefte.telling.values import begun_small, tell_part, tell_value
from hefte.telling.when import capital

_GROUNDS: Mapping[Verdict, Ground] = {
    Verdict.ACCESSIBLE: Ground.EASY,
    Verdict.PARTLY: Ground.HEAVIER,
    Verdict.NOT: Ground.STOPS,
    Verdict.NOT_ASSESSED: Ground.UNKNOWN,
}
_OF_ANSWERS = {
    YesNoPartly.YES: Ground.EASY,
    YesNoPartly.PARTLY: Ground.HEAVIER,
    YesNoPartly.NO: Ground.STOPS,
}
_ELSEWHERE = {"navn", "plasser", "hc_plasser", "hc", "avstand_m", "sesong", "nøkkel", "åpent", "avgift", "merknad"}
"""Keys of parking and toilets that stand in their own place."""


class ToldAmenity(NamedTuple):
    """One of them as it is told: the plain word and the official one, what is measured, and the reasons."""

    name: str
    where: str
    ground: Ground
    word: str
    official: str
    facts: str
    reasons: str


class ToldAmenities(NamedTuple):
    """Those that somebody has measured, and a sentence that names the others; both may be empty."""

    rows: tuple[ToldAmenity, ...]
    unmeasured: str


def tell_amenities(walk: Walk, catalogue: Catalogue, rules: Rules, words: Words) -> ToldAmenities:
    """Tell what stands at the start and along the way; what a source is unsure of is as good as unmeasured."""
    found = amenities(walk, rules)
    known = settled(walk, catalogue, rules)
    told = tuple(_told(one, walk, known, words) for one in found if _counts(one, walk))
    others = [begun_small(_name(one, words)) for one in found if not _counts(one, walk)]
    names = norwegian.joined(others, words.say("tell.and"))
    return ToldAmenities(told, words.say("amenity.unmeasured", names=names) if others else "")


def _counts(one: Assessed, walk: Walk) -> bool:
    return one.measured and not is_unsure(walk, _alias(one))


def _alias(one: Assessed) -> str:
    if one.sight:
        return "opplevelser"
    return "parkering" if one.kind == PARKING else "toalett"


def _told(one: Assessed, walk: Walk, known: Mapping[str, Known | None], words: Words) -> ToldAmenity:
    manual = class_for(one, Profile.MANUAL_WHEELCHAIR)
    verdict = manual.verdict if manual else Verdict.NOT_ASSESSED
    ground, word = _answer(one, verdict, known, words)
    return ToldAmenity(
        name=_name(one, words),
        where=_where(one, walk, words),
        ground=ground,
        word=word,
        official=words.say(f"choice.Verdict.{verdict.value}"),
        facts=_facts(one, walk, words),
        reasons=" ".join(_reasons(one, manual, words)),
    )


def _answer(one: Assessed, verdict: Verdict, known: Mapping[str, Known | None], words: Words) -> tuple[Ground, str]:
    """How it is, and in a word; of parking and toilet the very answer that the walk's marks give."""
    if one.sight:
        ground = _GROUNDS[verdict]
        return ground, words.say(f"amenity.ground.{ground.value}")
    answer = known.get(SPACES if one.kind == PARKING else TOILET)
    if answer is None or answer.unsure:
        return Ground.UNKNOWN, words.say("tell.dont_know")
    return _OF_ANSWERS[answer.value], words.say(f"choice.YesNoPartly.{answer.value.value}")


def _name(one: Assessed, words: Words) -> str:
    if one.sight:
        return one.sight.name.said(words.language).text
    return words.say("field.accessible_parking" if one.kind == PARKING else "field.accessible_toilet")


def _where(one: Assessed, walk: Walk, words: Words) -> str:
    if one.sight:
        at, key = one.sight.at_m, "fact.along"
    else:
        record = walk.parking if one.kind == PARKING else walk.toilet
        at, key = record.distance if record else None, "fact.from_start"
    return "" if at is None else words.say(key, distance=norwegian.distance(at, words.language))


def _facts(one: Assessed, walk: Walk, words: Words) -> str:
    at_the_start = walk.parking if one.kind == PARKING else walk.toilet
    record = one.sight.amenity if one.sight else at_the_start
    return " · ".join(map(begun_small, _parts(record, words))) if record else ""


def _parts(record: Record, words: Words) -> Iterator[str]:
    for row, value in values_of(record):
        if row.alias in _ELSEWHERE:
            continue
        if isinstance(value, Ramp):
            yield tell_value(row, value, words).lower()
        else:
            yield tell_part(type(record), row, value, words)


def _reasons(one: Assessed, manual: Assessment | None, words: Words) -> Iterator[str]:
    """Why it is not of the best class, what is not measured, and a powered wheelchair where it is another class."""
    if manual and manual.reasons:
        stated = (tell_reason(reason, None, words, _degrees(one, reason.fact)) for reason in manual.reasons)
        yield f"{capital(norwegian.joined(tuple(dict.fromkeys(stated)), words.say('tell.and')))}."
    if manual and manual.missing:
        yield words.say("walk_page.measure_next", missing=tell_missing(manual.missing, words))
    powered = class_for(one, Profile.POWERED_WHEELCHAIR)
    if powered and manual and powered.verdict is not manual.verdict:
        yield words.say("amenity.powered", verdict=words.say(f"choice.Verdict.{powered.verdict.value}").lower())


def _degrees(one: Assessed, fact: str) -> float | None:
    written = one.facts.get(fact)
    return written if isinstance(written, float) else None
