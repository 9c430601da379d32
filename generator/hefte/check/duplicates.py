"""The same offer written twice: entries of one type whose titles are nearly the same, and that nothing tells apart.

All pairs of 10,000 entries take a minute. So only entries that share a telephone, a web page, an organisation with a
postal code, or the beginning of a word of the title are compared (blocking).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from rapidfuzz import fuzz, process

from hefte.catalogue import Catalogue
from hefte.model import Entry, Event
from hefte.model.choices import Status
from hefte.model.parts import Spot
from hefte.problem import Problem, Rule

ALIKE = 92
"""How much of a hundred two titles share, their words in any order (rapidfuzz, token_sort_ratio)."""

ALIKE_WITH_A_SIGN = 85
"""Where they have a telephone or a web page in common as well."""

_SIGNS = ("tlf", "nett")

SAME_VENUE = 70
"""Below it the names of two venues are those of two houses."""

_LETTERS = 5
_WORD = re.compile(r"\w+")
_TELLING = re.compile(
    r"\d+|\b(?:man|tirs|ons|tors|fre|lør|søn|mån|tys|laur)dag|\b(?:jente|gutt|dame|kvinne|mann|herre|barn|ungdom|voks|vaks|eldre|senior|nybegynner|øve|vår|høst|haust|sommer|sumar|vinter)"
)
"""Beginnings of words by which titles tell their offers apart, though they share all other letters."""

_ENDING = re.compile(r"(?<=\w{4})(?:ene|ane|en|et|er|ar|a|e)$")
"""What «barna» has more than «barn»."""


class Signs(NamedTuple):
    """What an entry is compared by: the words of its title in order, and what it must share or not deny.

    `bare` is the title without spaces and endings: «Senior dans» and «Seniordans» are one.
    """

    entry: Entry
    title: str
    phone: str
    page: str
    organiser: str
    postal_code: str
    spot: Spot | None
    bare: str = ""

    @property
    def blocks(self) -> Iterator[tuple[str, ...]]:
        """The heaps that it lies in; only entries of one heap are compared."""
        folder = self.entry.folder
        yield from (("tlf", folder, self.phone),) if self.phone else ()
        yield from (("nett", folder, self.page),) if self.page else ()
        yield from (("hos", folder, self.organiser, self.postal_code),) if self.organiser else ()
        longest = sorted(set(self.title.split()), key=lambda word: (-len(word), word))[:2]
        for municipality in self.entry.municipalities:
            yield from (("ord", folder, municipality, word[:_LETTERS]) for word in longest)


Heaps = Mapping[tuple[str, ...], Sequence[Signs]]
"""Entries by what they share."""


class Likeness(NamedTuple):
    """An entry that is likely the same, why (`phone`, `page` or `title`), and how much alike the titles are."""

    entry: Entry
    reason: str
    score: float


def duplicates_are_told(catalogue: Catalogue) -> Iterator[Problem]:
    """A reader who meets an offer twice, with two telephone numbers, does not know which to call."""
    signs = [signs_of(entry, catalogue) for entry in catalogue.entries if entry.status not in _GONE]
    for one, other in sorted(set(_pairs(signs)), key=lambda pair: (pair[0].path, pair[0].id, pair[1].path)):
        values = {"title": _title(one), "other": other.path, "twin": _title(other)}
        yield Problem(one.where("tittel"), Rule.LIKELY_DUPLICATE, values, (other.where("tittel"),))


_GONE = (Status.DEFUNCT, Status.INACTIVE)


def signs_of(entry: Entry, catalogue: Catalogue | None) -> Signs:
    """What an entry is compared by; without a catalogue its venue is known by what it says itself."""
    contact = entry.contact
    spot = catalogue.spot(entry) if catalogue else entry.place
    place = spot if isinstance(spot, Spot) else None
    words = _WORD.findall(_title(entry).casefold())
    return Signs(
        entry,
        " ".join(sorted(words)),
        (contact.phone or "") if contact else "",
        _page(contact.link) if contact and contact.link else "",
        entry.organiser or "",
        (place.postal_code or "") if place else "",
        place,
        "".join(_ENDING.sub("", word) for word in words),
    )


def _venue(signs: Signs) -> str:
    place, spot = signs.entry.place, signs.spot
    return (
        place.replace("-", " ") if isinstance(place, str) else ((spot and (spot.name or spot.address)) or "").casefold()
    )


def _start(signs: Signs) -> str:
    start = signs.entry.start if isinstance(signs.entry, Event) else None
    return start.date().isoformat() if start else ""


def _title(entry: Entry) -> str:
    return entry.title.said("nb").text


def _page(link: str) -> str:
    """A page without what is different from one visit to the next; the front page of a site is no sign of an offer."""
    parts = urlsplit(link.casefold())
    path = parts.path.rstrip("/")
    return f"{(parts.hostname or '').removeprefix('www.')}{path}?{parts.query}" if path else ""


def _pairs(signs: Sequence[Signs]) -> Iterator[tuple[Entry, Entry]]:
    for block, heap in heaps_of(signs).items():
        if len(heap) > 1:
            has_sign = block[0] in _SIGNS
            yield from _pairs_of(heap, [one.title for one in heap], ALIKE_WITH_A_SIGN if has_sign else ALIKE)
            yield from _pairs_of(heap, [one.bare for one in heap], ALIKE) if has_sign else ()


def heaps_of(signs: Iterable[Signs]) -> Heaps:
    """Entries that may be the same, by what they share."""
    heaps: dict[tuple[str, ...], list[Signs]] = defaultdict(list)
    for one in signs:
        for block in one.blocks:
            heaps[block].append(one)
    return heaps


def _pairs_of(heap: Sequence[Signs], titles: Sequence[str], least: int) -> Iterator[tuple[Entry, Entry]]:
    """The pairs of a heap that are likely the same; equal titles are told of by a rule of their own."""
    for at, one in enumerate(heap[:-1]):
        near = process.extract(titles[at], titles[at + 1 :], scorer=fuzz.ratio, score_cutoff=least, limit=None)
        for _, _, index in near:
            other = heap[at + 1 + index]
            is_equal = _title(one.entry).casefold() == _title(other.entry).casefold()
            if not is_equal and _reason(one, other, fuzz.ratio(one.title, other.title)):
                first, second = sorted((one.entry, other.entry), key=lambda entry: (entry.path, entry.id))
                yield second, first


def likeness(one: Signs, heaps: Heaps) -> Likeness | None:
    """The entry that is most likely the same as one that is to come; None where there is none."""
    found = []
    for other in {id(other): other for block in one.blocks for other in heaps.get(block, ())}.values():
        score = fuzz.ratio(one.title, other.title)
        if reason := _reason(one, other, score):
            found.append(Likeness(other.entry, reason, score))
    return max(found, key=lambda like: like.score, default=None)


def _reason(one: Signs, other: Signs, score: float) -> str:
    """Why two entries are likely the same; empty where they are not."""
    if _are_told_apart(one, other):
        return ""
    is_like = score >= ALIKE_WITH_A_SIGN or fuzz.ratio(one.bare, other.bare) >= ALIKE
    for reason in ("phone", "page"):
        if is_like and getattr(one, reason) and getattr(one, reason) == getattr(other, reason):
            return reason
    is_near = (
        one.postal_code == other.postal_code
        if one.postal_code and other.postal_code
        else _share_a_municipality(one, other)
    )
    return "title" if score >= ALIKE and is_near else ""


def _share_a_municipality(one: Signs, other: Signs) -> bool:
    return not set(one.entry.municipalities).isdisjoint(other.entry.municipalities)


def _are_told_apart(one: Signs, other: Signs) -> bool:
    """Whether something that both say is not the same: a number in the title, the organisation, the day, the venue."""
    if sorted(_TELLING.findall(one.title)) != sorted(_TELLING.findall(other.title)):
        return True
    for here, there in ((one.organiser, other.organiser), (_start(one), _start(other))):
        if here and there and here != there:
            return True
    venues = (_venue(one), _venue(other))
    return bool(all(venues) and fuzz.token_set_ratio(*venues) < SAME_VENUE)
