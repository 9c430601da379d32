"""What a walk has along it, and its grade: facts that say more than their field alone."""

from collections.abc import Callable

from hefte import norwegian
from hefte.language import Words
from hefte.model import Walk
from hefte.model.choices import YesNoPartly
from hefte.model.walk import Sight
from hefte.model.walk_choices import Experience
from hefte.telling.facts import Fact, known, said


def drinking_water(walk: Walk, words: Words) -> Fact | None:
    """Whether there is drinking water along a walk, and where."""
    return _along(walk, "drinking_water", Experience.WATER, words)


def shelter(walk: Walk, words: Words) -> Fact | None:
    """Whether there is a roof to stand under along a walk, and where."""
    return _along(walk, "shelter", Experience.SHELTER, words)


_ALONG = {"drinking_water": "drikkevann", "shelter": "ly"}


def _along(walk: Walk, name: str, kind: Experience, words: Words) -> Fact | None:
    """What the editor says, with the sights of that kind; nothing where neither says anything."""
    stated: YesNoPartly | None = getattr(walk, name)
    sights = [sight for sight in walk.sights if sight.type is kind]
    if stated is None and not sights:
        return None
    told = words.say(f"choice.YesNoPartly.{(stated or YesNoPartly.YES).value}")
    places = tuple(_place(sight, words) for sight in sights)
    return known(walk, name, _ALONG[name] if stated else "opplevelser", words, told, *places)


def _place(sight: Sight, words: Words) -> str:
    name = said(sight.name, words)
    if sight.at_m is None:
        return name
    return f"{name}, {tell_at(sight, words)}"


def tell_at(sight: Sight, words: Words) -> str:
    """«etter 420 m», «ved start», or nothing where nobody knows."""
    if sight.at_m is None:
        return ""
    if sight.at_m == 0:
        return words.say("walk_page.at_start")
    return words.say("fact.along", distance=norwegian.distance(sight.at_m, words.language))


def grade(walk: Walk, words: Words) -> Fact | None:
    """The grade with its limits of length and climb (Merkehåndboka 2019), which say nothing of wheelchairs."""
    if walk.grade is None:
        return None
    told = words.say(f"choice.Grade.{walk.grade.value}")
    return known(walk, "grade", "gradering", words, told, words.say(f"grade.means.{walk.grade.value}"))


ALONG: tuple[Callable[[Walk, Words], Fact | None], ...] = (grade, drinking_water, shelter)
"""The facts of this module, in their order."""
