"""One answer for each thing: what is measured at the start of a walk overrules what somebody ticked."""

from collections.abc import Iterable, Mapping

from hefte.assessment.amenities import PARKING, Assessed, amenities_at_the_start, class_for
from hefte.assessment.rules import Rules
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Walk
from hefte.model.choices import YesNoPartly
from hefte.model.texts import Text
from hefte.model.walk_choices import Profile, Verdict
from hefte.telling.facts import Fact
from hefte.telling.people import Answer, Known, counted_on, known_in, tell_answers, yes_no_facts
from hefte.telling.sources import is_unsure

_ANSWERS: Mapping[Verdict, YesNoPartly] = {
    Verdict.ACCESSIBLE: YesNoPartly.YES,
    Verdict.PARTLY: YesNoPartly.PARTLY,
    Verdict.NOT: YesNoPartly.NO,
}
TOILET, SPACES = "accessible_toilet", "accessible_parking"


def settled(entry: Entry, catalogue: Catalogue, rules: Rules) -> Mapping[str, Known | None]:
    """What one can count on, by the names of the fields; None is «vet ikke». Only the start of a walk is measured.

    Measures that fall short without deciding the class leave nobody knowing; measures that are only incomplete leave
    the answer that was given.
    """
    found = counted_on(entry, catalogue)
    return {**found, **_ticked(entry), **dict(_measured(entry, rules))} if isinstance(entry, Walk) else found


def _ticked(walk: Walk) -> Mapping[str, Known]:
    if walk.toilet is None or walk.toilet.accessible is None:
        return {}
    unsure = is_unsure(walk, "toalett")
    return {TOILET: known_in(walk.toilet.season, walk.toilet.accessible, unsure=unsure)}


def _measured(walk: Walk, rules: Rules) -> Iterable[tuple[str, Known | None]]:
    for one in amenities_at_the_start(walk, rules):
        is_parking = one.kind == PARKING
        if one.measured and not is_unsure(walk, "parkering" if is_parking else "toalett"):
            season = None if is_parking or walk.toilet is None else walk.toilet.season
            yield from ((SPACES if is_parking else TOILET, answer) for answer in _answer(one, season))


def _answer(one: Assessed, season: Text | None) -> tuple[Known | None, ...]:
    """What the measures answer; nothing where they leave what was said."""
    manual = class_for(one, Profile.MANUAL_WHEELCHAIR)
    if manual is None or (manual.verdict is Verdict.NOT_ASSESSED and not manual.reasons):
        return ()
    if manual.verdict is Verdict.NOT_ASSESSED:
        return (None,)
    return (known_in(season, _ANSWERS[manual.verdict], unsure=False),)


def settled_answers(entry: Entry, catalogue: Catalogue, rules: Rules, words: Words) -> tuple[Answer, ...]:
    """What one can count on in words, as every page and paper tells it."""
    if isinstance(entry, Walk):
        return tell_answers(settled(entry, catalogue, rules), words)
    return yes_no_facts(entry, catalogue, words)


def settled_facts(
    entry: Entry, told: Iterable[Fact], catalogue: Catalogue, rules: Rules, words: Words
) -> tuple[Fact, ...]:
    """The facts of an entry, with the toilet of a walk answered as its mark answers it."""
    facts = tuple(told)
    stated = entry.toilet.accessible if isinstance(entry, Walk) and entry.toilet else None
    if stated is None:
        return facts
    known = settled(entry, catalogue, rules)[TOILET]
    answer = words.say(f"choice.YesNoPartly.{_as_told(known)}") if known else words.say("tell.dont_know")
    said = words.say(f"choice.YesNoPartly.{stated.value}")
    return tuple(
        fact._replace(answer=answer + fact.answer.removeprefix(said)) if fact.name == TOILET else fact for fact in facts
    )


def _as_told(known: Known) -> str:
    """The answer where its season stands beside it."""
    return YesNoPartly.YES.value if known.season else known.value.value
