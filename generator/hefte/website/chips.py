"""Chips: a status in colour, icon and word; a bare name may only mean yes."""

from collections.abc import Iterator

from hefte.assessment.telling import badge, tell_reach
from hefte.language import Words
from hefte.model import Activity, Entry, Event, Group, Organisation, Walk
from hefte.model.choices import Places
from hefte.model.walk_choices import Profile
from hefte.telling.people import yes_no_facts
from hefte.telling.price import is_free
from hefte.telling.sources import is_unsure
from hefte.telling.walk import reaches_of
from hefte.website.site import Site

Chip = tuple[str, str] | tuple[str, str, str]
"""Status, words, and an icon where the status' own does not serve."""

_ON_CARDS = frozenset(("wheelchair_in", "accessible_toilet"))


def is_cancelled(entry: Entry) -> bool:
    """Whether an event as a whole does not happen."""
    cancelled = entry.cancelled if isinstance(entry, Event) else None
    return cancelled is not None and cancelled.answer and not cancelled.days


def chips_of(site: Site, entry: Entry) -> Iterator[Chip]:
    """The chips of a card, the most important first."""
    yield from _state(site.words, entry)
    if isinstance(entry, Walk):
        yield from _of_a_walk(site, entry)
    elif not isinstance(entry, Organisation):
        yield from _answers(site, entry)


def _state(words: Words, entry: Entry) -> Iterator[Chip]:
    if is_cancelled(entry):
        yield ("nei", words.say("card.cancelled"))
    if is_free(entry) and not is_unsure(entry, "pris") and not isinstance(entry, Walk | Group):
        yield ("ja", words.say("tell.free"), "gift")
    if isinstance(entry, Activity) and entry.places_left is Places.NO:
        yield ("nei", words.say("choice.Places.nei"))
    if isinstance(entry, Group) and entry.has_room is not None:
        yield ("ja" if entry.has_room else "nei", words.say("card.room" if entry.has_room else "card.no_room"))


def _of_a_walk(site: Site, walk: Walk) -> Iterator[Chip]:
    yield wheelchair_chip(site, walk)
    if walk.toilet and walk.toilet.accessible:
        yield status_chip(site.words.say("field.accessible_toilet"), walk.toilet.accessible.value, site.words)


def _answers(site: Site, entry: Entry) -> Iterator[Chip]:
    for answer in yes_no_facts(entry, site.catalogue, site.words):
        if answer.name in _ON_CARDS and not is_unsure(entry, "egnet"):
            yield status_chip(answer.label, answer.status, site.words)


def status_chip(label: str, status: str, words: Words) -> Chip:
    """A chip for a yes/no fact; all but yes is told in words."""
    if status == "ja":
        return ("ja", label)
    is_known = status != "vet_ikke"
    word = words.say(f"choice.YesNoPartly.{status}").lower() if is_known else words.say("tell.dont_know_small")
    return (status.replace("_", "-"), f"{label}: {word}")


def wheelchair_chip(site: Site, walk: Walk) -> Chip:
    """How far a manual wheelchair gets, in a chip."""
    reach = reaches_of(walk, site.rules)[Profile.MANUAL_WHEELCHAIR]
    found = badge(reach, site.words)
    status = found.status.value if found.status else "vet-ikke"
    told = (
        tell_reach(reach, walk.sights, site.words).answer.split(",")[0].rstrip(".")
        if status == "delvis"
        else found.words
    )
    return (status, site.words.say("card.wheelchair", answer=told[:1].lower() + told[1:]))
