"""Chips: a status in colour, icon and word; a bare name may only mean yes."""

from collections.abc import Iterator

from hefte import norwegian
from hefte.language import Words
from hefte.model import Activity, Entry, Group, Organisation, Walk
from hefte.model.choices import Places
from hefte.occurrences import is_cancelled
from hefte.telling.access import wheelchair_in_short
from hefte.telling.people import Answer
from hefte.telling.settled import TOILET
from hefte.telling.themes import is_surely_free
from hefte.telling.values import begun_small
from hefte.website.facts import counted
from hefte.website.site import Site

Chip = tuple[str, str] | tuple[str, str, str]
"""Status, words, and an icon where the status' own does not serve."""

_ON_CARDS = frozenset(("wheelchair_in", "accessible_toilet"))


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
    if is_surely_free(entry) and not isinstance(entry, Walk | Group):
        yield ("ja", words.say("tell.free"), "gift")
    if isinstance(entry, Activity) and entry.places_left is Places.NO:
        yield ("nei", words.say("choice.Places.nei"))
    if isinstance(entry, Group) and entry.has_room is not None:
        yield ("ja" if entry.has_room else "nei", words.say("card.room" if entry.has_room else "card.no_room"))


def _of_a_walk(site: Site, walk: Walk) -> Iterator[Chip]:
    yield wheelchair_chip(site, walk)
    yield from (answer_chip(one) for one in counted(site, walk) if one.name == TOILET)


def _answers(site: Site, entry: Entry) -> Iterator[Chip]:
    """What nobody knows of either is one chip, so that lists are not filled with what is not known."""
    found = [one for one in counted(site, entry) if one.name in _ON_CARDS]
    if not all(answer.status == "vet_ikke" for answer in found):
        yield from map(answer_chip, found)
        return
    first, *rest = (answer.label for answer in found)
    both = norwegian.joined([first, *map(begun_small, rest)], site.words.say("tell.and"))
    yield ("vet-ikke", f"{both}: {site.words.say('tell.dont_know_small')}")


def answer_chip(answer: Answer) -> Chip:
    """A chip for a yes/no fact; all but a sure yes is told in words, and what is not sure looks unknown."""
    if answer.status == "ja":
        return ("ja", answer.label)
    status = answer.status if answer.status in {"delvis", "nei"} else "vet-ikke"
    return (status, f"{answer.label}: {answer.word.lower()}")


def wheelchair_chip(site: Site, walk: Walk) -> Chip:
    """How far a manual wheelchair gets, in a chip."""
    return wheelchair_in_short(walk, site.rules, site.words)
