"""Which drawn picture stands above an entry that has none of its own: told by its words, varied by its id."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import blake2b

from hefte.drawing.scenes import Kind, scene
from hefte.model import Entry
from hefte.output import Output

_WORD = re.compile(r"\w+")
VARIANTS = 5
WIDTH, HEIGHT = 760, 300

_SAYS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.RAMPART, ("festning", "voll", "fort", "borg", "slott")),
    (Kind.WINTER, ("skiløype", "skispor", "vinter")),
    (Kind.BEACH, ("strand", "bade", "sandvika")),
    (Kind.TARN, ("tjern", "vann", "dam", "sjø", "vatn")),
    (Kind.RIVER, ("elv", "foss", "bru", "glomma", "alna")),
    (Kind.COAST, ("kyst", "skjær", "øy", "fjord", "odde", "fyr", "hvaler", "brygge", "havn", "våg")),
    (Kind.FARM, ("gård", "åker", "jord", "kulturlandskap", "prestegård")),
    (Kind.PARK, ("park", "hage", "arboret")),
    (Kind.HARBOUR, ("sentrum", "by", "promenade", "gata", "torg")),
    (Kind.VIEW, ("utsikt", "topp", "ås", "fjell", "kollen", "høyde", "haug")),
    (Kind.WOOD, ("skog", "mark", "lysløype", "sti")),
)
"""The first kind one of whose words stands in the title, the tags or the introduction."""

_OTHERWISE = (Kind.WOOD, Kind.VIEW, Kind.TARN, Kind.FARM)


def _number(text: str, below: int) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big") % below


def _says(word: str, sign: str) -> bool:
    """Whether a word is the sign, is compounded with it, or ends in its definite form."""
    ends = tuple(sign + ending for ending in ("", "a", "en", "et", "n"))
    return word.endswith(ends) or (len(sign) > 2 and word.startswith(sign))


def kind_of(entry: Entry) -> Kind:
    """The landscape that an entry's own words name, else one chosen by its id."""
    title = (entry.title.said("nb").text + " " + " ".join(entry.tags)).lower()
    for text in (title, entry.lead.said("nb").text.lower()):
        words = _WORD.findall(text)
        for kind, signs in _SAYS:
            if any(_says(word, sign) for word in words for sign in signs):
                return kind
    return _OTHERWISE[_number(entry.id, len(_OTHERWISE))]


def picture_of(entry: Entry) -> str:
    """The path of the picture below the site's root: the entry's own, or a drawn scene."""
    if entry.pictures:
        return f"bilder/{entry.pictures[0].file}"
    return f"assets/scenes/{kind_of(entry).value}-{_number(entry.id, VARIANTS)}.svg"


def scenes(engine: str) -> Iterator[Output]:
    """Every drawn picture that an entry may stand under; `engine` names the version that draws."""
    for kind in Kind:
        for variant in range(VARIANTS):
            path = f"assets/scenes/{kind.value}-{variant}.svg"
            draw: Callable[[], str] = partial(scene, kind, f"{kind.value}-{variant}", WIDTH, HEIGHT)
            yield Output(path, f"{engine} {kind.value} {variant} {WIDTH}x{HEIGHT}", draw)
