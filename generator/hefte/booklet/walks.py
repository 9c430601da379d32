"""A walk in print: what is known of it, and how far one gets where somebody has measured."""

from collections.abc import Iterable, Iterator, Mapping

from hefte import norwegian
from hefte.assessment.other_way import tell_other_way
from hefte.assessment.reach import Part
from hefte.assessment.reach import Reach as Found
from hefte.assessment.telling import badge, tell_far, tell_reach, without_limits
from hefte.booklet.drawings import TALLEST, WIDTH, drawn_map, drawn_profile, route_of
from hefte.booklet.entries import framed, item_of, line_of, marked
from hefte.booklet.photos import LARGE, photo_of
from hefte.booklet.pictures import pictures_of
from hefte.booklet.pieces import Chip, Drawing, Line
from hefte.booklet.press import Press, chips_of
from hefte.booklet.prose import blocks_of
from hefte.booklet.stretches import STATES, ground_of
from hefte.booklet.volume import Item, Reach, Segment, Trip
from hefte.booklet.whereabouts import municipality_beside
from hefte.model import Walk
from hefte.model.choices import YesNoPartly
from hefte.model.walk import Judgement
from hefte.model.walk_choices import Profile
from hefte.telling.amenities import tell_amenities
from hefte.telling.bare_ground import tell_bare_ground
from hefte.telling.entry import first_facts, other_facts
from hefte.telling.facts import Fact
from hefte.telling.people import tell_answer
from hefte.telling.settled import TOILET, settled, settled_answers, settled_facts
from hefte.telling.sources import is_unsure
from hefte.telling.values import begun_small
from hefte.telling.walk import along_the_way, is_known_easy, pace_key, reaches_of, slow_minutes, stated_wheelchair

CARD_WIDTH, CARD_TALLEST = 270.0, 262.0
"""Pixels across the column of a card, and down to its picture."""

_CHIP_STATES = {"ja": "yes", "delvis": "partly", "nei": "no"}
_FIRST = ("start", "place", "parking", "accessible_toilet", "transport")
_NOT_IN_PRINT = (
    "ut_no",
    "route_register",
    "indoors",
    "weather",
    "energy",
    "minutes",
    "leisure_card",
    "climb_m",
    "inspections",
)
"""What a page of paper does without: it is on the net, or stands with the key facts or the date of checking."""


def trip_of(walk: Walk, number: int, press: Press) -> Trip:
    """One walk as it is printed."""
    found = found_reaches(walk, press)
    route = route_of(walk, _manual(walk, press), press)
    facts = tuple(_facts(walk, press))
    first, rest = _divided(facts, measured=bool(found or route))
    return Trip(
        item=_item(walk, press, first),
        kicker=_kicker(walk, number, press),
        pictures=pictures_of(walk, wheels=is_known_easy(walk, press.rules), tall=press.paper),
        key_facts=tuple(_key_facts(walk, press)),
        access_text=" ".join(_what_people_say(walk, press, measured=bool(found))) or None,
        bare_ground=tell_bare_ground(walk, press.words) if found else "",
        measured=bool(found or route),
        map=drawn_map(walk, route, press) if route else None,
        profile=drawn_profile(walk, route, press) if route else None,
        reaches=_told_once(_reach(reach, walk, press) for reach in found.values()),
        stretches=tuple(ground_of(part, press) for part in _parts(found)),
        more_facts=rest,
    )


def item_of_walk(walk: Walk, press: Press) -> Item:
    """A walk among other offers: its length and how far a wheelchair gets, then what is said of every offer."""
    item, (length, *_) = item_of(walk, press), _key_facts(walk, press)
    return item._replace(icon="route", facts=(length._replace(icon=""), *item.facts), chips=_chips(walk, press))


def card_map(walk: Walk, press: Press) -> Drawing | None:
    """The map for a narrow column, with letters as large as the text beside it."""
    return _map_of(walk, press, CARD_WIDTH, CARD_TALLEST)


def large_map(walk: Walk, press: Press) -> Drawing | None:
    """The map across a whole column."""
    return _map_of(walk, press, WIDTH, TALLEST)


def _map_of(walk: Walk, press: Press, width: float, tallest: float) -> Drawing | None:
    route = route_of(walk, _manual(walk, press), press)
    return drawn_map(walk, route, press, width, tallest) if route else None


def found_reaches(walk: Walk, press: Press) -> Mapping[Profile, Found]:
    """How far one gets on each profile; empty where nothing is measured."""
    return reaches_of(walk, press.rules) if walk.stretches else {}


def _manual(walk: Walk, press: Press) -> Found | None:
    """The way for a manual wheelchair; all of it is «vet ikke» where nobody has measured."""
    return reaches_of(walk, press.rules).get(Profile.MANUAL_WHEELCHAIR)


def wheelchair_chip(walk: Walk, press: Press) -> Chip:
    """How far a manual wheelchair gets, in a few words: «De første 800 m», «Hele turen», «Vet ikke»."""
    reach = found_reaches(walk, press).get(Profile.MANUAL_WHEELCHAIR)
    if stated := stated_wheelchair(walk):
        answer = tell_answer("wheelchair_in", stated, press.words)
        return Chip("unknown" if stated.unsure else _CHIP_STATES[answer.status], answer.word)
    if reach is None or not walk.stretches:
        return Chip("unknown", press.words.say("tell.dont_know"))
    told = badge(reach, press.words)
    state = _CHIP_STATES[told.status.value] if told.status else "unknown"
    is_part = 0 < reach.easy_m < reach.length_m
    return _chip(walk, "strekninger", state, tell_far(reach.easy_m, press.words) if is_part else told.words, press)


def toilet_chip(walk: Walk, press: Press, *, short: bool = False) -> Chip:
    """Whether a wheelchair gets into the toilet; in a part of the year: which, or in short that it is only that."""
    known = settled(walk, press.catalogue, press.rules).get(TOILET)
    if known is None:
        return Chip("unknown", press.words.say("tell.dont_know"))
    answer = tell_answer(TOILET, known, press.words)
    told = press.say("part_of_year") if short and known.season and not known.unsure else answer.word
    return Chip("unknown" if known.unsure else _CHIP_STATES[answer.status], told)


def _chip(walk: Walk, alias: str, state: str, told: str, press: Press) -> Chip:
    """A chip that looks unknown, and says why, where the source is unsure."""
    return Chip("unknown" if is_unsure(walk, alias) else state, marked(walk, alias, told, press))


def _item(walk: Walk, press: Press, facts: tuple[Line, ...]) -> Item:
    blocks = blocks_of(walk.body.said(press.language).text) if walk.body else ()
    item = framed(walk, press, icon="route", blocks=blocks, facts=facts)
    photo = photo_of(walk, press, LARGE)
    return item._replace(chips=_chips(walk, press), photo=photo)


def _chips(walk: Walk, press: Press) -> tuple[Chip, ...]:
    """Wheelchair and toilet always; what else is known after them."""
    wheelchair, toilet = wheelchair_chip(walk, press), toilet_chip(walk, press)
    say = press.words.say
    rows = [
        ("wheelchair", press.say("wheelchair"), "vet_ikke" if wheelchair.state == "unknown" else "ja", ""),
        ("toilet", say("field.accessible_toilet"), _status(toilet), toilet.text),
    ]
    told = [row for row in rows if row[2] == "vet_ikke" or row[0] == "toilet"]
    known = {"wheelchair_in", "accessible_toilet"}
    more = [row for row in settled_answers(walk, press.catalogue, press.rules, press.words) if row[0] not in known]
    first = (
        []
        if wheelchair.state == "unknown"
        else [wheelchair._replace(text=f"{press.say('wheelchair')}: {begun_small(wheelchair.text)}")]
    )
    return (*first, *chips_of((*told, *more), press))


def _status(chip: Chip) -> str:
    return {"yes": "ja", "partly": "delvis", "no": "nei"}.get(chip.state, "vet_ikke")


def _kicker(walk: Walk, number: int, press: Press) -> str:
    area = press.catalogue.area_of(walk) or ""
    beside = municipality_beside(walk, f"{area} {walk.title.said(press.language).text}", press)
    return " · ".join(filter(None, (press.say("walk_number", number=number), area, beside)))


def _key_facts(walk: Walk, press: Press) -> Iterator[Line]:
    """The length always, known or not; pace and climb where they are known."""
    say, language = press.words.say, press.language
    length = marked(walk, "lengde", norwegian.distance(walk.length, language), press) if walk.length else ""
    yield Line(say("field.length"), length or say("tell.dont_know"), bool(length), "route")
    if minutes := slow_minutes(walk):
        pace = marked(walk, pace_key(walk), norwegian.duration(minutes, language), press)
        yield Line(say("field.slow_minutes"), pace, icon="clock")
    if walk.climb_m is not None:
        climb = marked(walk, "høydemeter", norwegian.metres(walk.climb_m, language), press)
        yield Line(say("field.climb_m"), climb, icon="trending-up")


def _facts(walk: Walk, press: Press) -> Iterator[tuple[str, Line]]:
    told = first_facts(walk, press.catalogue, press.words)
    for fact in settled_facts(walk, told, press.catalogue, press.rules, press.words):
        if fact.known and fact.name != "price":
            yield fact.name, line_of(_in_print(fact, walk, press), press)
    yield from _along(walk, press)
    for fact in other_facts(walk, press.words):
        if fact.name not in _NOT_IN_PRINT:
            yield fact.name, line_of(_in_print(fact, walk, press), press)


def _along(walk: Walk, press: Press) -> Iterator[tuple[str, Line]]:
    """What one walks on, what lies along the way, and whether a wheelchair can use it."""
    say, language = press.words.say, press.language
    if walk.surfaces:
        names = [say(f"choice.Surface.{surface.value}") for surface in walk.surfaces]
        told = norwegian.joined([names[0], *map(begun_small, names[1:])], say("tell.and"))
        yield "surfaces", Line(say("field.surfaces"), marked(walk, "underlag", told, press))
    if walk.sights:
        sights = [_sight(sight.name.said(language).text, sight.at_m, press) for sight in along_the_way(walk)]
        told = norwegian.joined(sights, say("tell.and"))
        yield "sights", Line(say("field.sights"), marked(walk, "opplevelser", told, press))
    if told := " ".join(_amenities(walk, press)):
        yield "amenities", Line(say("amenity.in_print"), told)


def _in_print(fact: Fact, walk: Walk, press: Press) -> Fact:
    """The rules of times and grades stand once, where the booklet explains its marks."""
    if fact.name == "pace" and walk.slow_minutes is None:
        return fact._replace(answer=press.words.say("pace.worked_out", times=fact.answer), more=())
    return fact._replace(more=()) if fact.name in {"pace", "grade"} else fact


def _amenities(walk: Walk, press: Press) -> Iterator[str]:
    """«HC-toalett: lett.», with the reasons where it is not; what nobody has measured takes no room on paper."""
    for one in tell_amenities(walk, press.catalogue, press.rules, press.words).rows:
        yield f"{one.name}: {begun_small(one.word)}. {one.reasons}".strip()


def _sight(name: str, at_m: float | None, press: Press) -> str:
    return name if at_m is None else f"{name} ({norwegian.distance(at_m, press.language)})"


def _divided(facts: tuple[tuple[str, Line], ...], *, measured: bool) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """A measured walk has a second page; there stands what is not needed to get going."""
    first = tuple(line for name, line in facts if not measured or name in _FIRST)
    return first, tuple(line for name, line in facts if measured and name not in _FIRST)


def _what_people_say(walk: Walk, press: Press, *, measured: bool) -> Iterator[str]:
    """What owners and others say of it stands beside what is measured, and beside that nobody has measured it.

    Where somebody says no, nothing more is said of what nobody has measured.
    """
    if not measured and not _is_surely_stopped(walk):
        yield press.say("not_measured_but_surface" if walk.surfaces else "not_measured")
    for one in walk.judgements:
        yield from filter(None, (_judged(one, press), press.said(one.reason)))
    if measured and walk.judgements:
        yield press.say("worked_out")
    if walk.stretches and (told := tell_bare_ground(walk, press.words)):
        yield told


def _is_surely_stopped(walk: Walk) -> bool:
    stated = stated_wheelchair(walk)
    return stated is not None and stated.value is YesNoPartly.NO and not stated.unsure


def _judged(one: Judgement, press: Press) -> str:
    """«Vurdert av turlaget, manuell rullestol: delvis tilgjengelig.»: of a person, beside what is worked out."""
    say = press.words.say
    profile, verdict = say(f"choice.Profile.{one.profile.value}").lower(), say(f"choice.Verdict.{one.verdict.value}")
    who = press.said(one.by)
    if who:
        return press.say("judged_by", who=who, profile=profile, verdict=verdict.lower())
    return say("walk_page.judged", profile=profile, verdict=verdict.lower())


def _reach(found: Found, walk: Walk, press: Press) -> Reach:
    words = without_limits(press.words, press.rules)
    parts = (*tell_reach(found, walk.sights, words), tell_other_way(found, walk, words))
    return Reach(
        profile=press.words.say(f"choice.Profile.{found.profile.value}"),
        sentence=marked(walk, "strekninger", " ".join(filter(None, parts)), press),
        segments=tuple(Segment(STATES[part.ground], part.metres) for part in found.parts),
    )


def _told_once(reaches: Iterable[Reach]) -> tuple[Reach, ...]:
    """Profiles of which the very same is said and shown stand together."""
    found: dict[Reach, list[str]] = {}
    for reach in reaches:
        found.setdefault(reach._replace(profile=""), []).append(reach.profile)
    return tuple(
        reach._replace(profile=", ".join((names[0], *map(begun_small, names[1:])))) for reach, names in found.items()
    )


def _parts(found: Mapping[Profile, Found]) -> tuple[Part, ...]:
    manual = found.get(Profile.MANUAL_WHEELCHAIR)
    return manual.parts if manual else ()
