"""What every page of a booklet needs to know, and the small words that all of them say."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from hefte import norwegian
from hefte.assessment.rules import Rules
from hefte.booklet.pieces import Chip, Seen
from hefte.booklet.setting import Setting
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Booklet, Entry
from hefte.model.texts import Text
from hefte.telling.freshness import is_overdue, last_checked
from hefte.track import Track

COLOURS = {"gran": "#155339", "fjord": "#1c5270", "oker": "#6b4500", "rust": "#842b15", "skifer": "#434d4f"}
"""The taxonomy's colours as ink: white text on them, and they on sand, have at least 7:1."""

TINTS = {"gran": "#e4f1e6", "fjord": "#e6f0f4", "oker": "#fdf0d2", "rust": "#fbe6df", "skifer": "#f6efe0"}
DEFAULT_COLOUR = "skifer"

_STATES = {"ja": "yes", "delvis": "partly", "nei": "no", "vet_ikke": "unknown", "usikker": "unknown"}


_NO_TRACKS: Mapping[str, Track] = MappingProxyType({})


def no_photo(_name: str, _longest: int) -> bytes | None:
    """Draw all pictures: no photo can be had."""
    return None


class Press(NamedTuple):
    """A booklet in one language and what it is made from.

    `icons` are the inside of each icon's SVG by name, `tracks` are by the name of their file.
    Without `paper` it is made for a screen: what only paper needs is not drawn.
    Without a `setting` it is set as its type size asks for; `left_out` are labels of entries.
    `photo` gives the copy of a photo by the name of its file and its longest side in pixels.
    """

    booklet: Booklet
    catalogue: Catalogue
    words: Words
    rules: Rules
    icons: Mapping[str, str]
    tracks: Mapping[str, Track] = _NO_TRACKS
    paper: bool = True
    setting: Setting | None = None
    notes: int = 0
    left_out: frozenset[str] = frozenset()
    photo: Callable[[str, int], bytes | None] = no_photo

    @property
    def language(self) -> str:
        """The language of the booklet."""
        return self.words.language

    def say(self, key: str, **values: object) -> str:
        """Say a sentence of the booklet's own words."""
        return self.words.say(f"booklet.{key}", **values)

    def said(self, text: Text | None) -> str | None:
        """The words of a text in the booklet's language, or None."""
        return text.said(self.language).text if text else None

    def colour_of(self, code: str | None) -> str:
        """The name of a category's colour; one that is not ours is slate."""
        category = self.catalogue.categories.get(code or "")
        return category.colour if category and category.colour in COLOURS else DEFAULT_COLOUR

    def icon_of(self, codes: Iterable[str], otherwise: str) -> str:
        """The icon of the first category that has one we can draw."""
        found = (self.catalogue.categories.get(code) for code in codes)
        named = (category.icon for category in found if category and category.icon)
        return next((icon for icon in named if icon in self.icons), otherwise)


def address_of(entry: Entry, press: Press) -> str | None:
    """The entry's own page on the net, or None where the site has no address."""
    return address_in(entry.page, press)


def address_in(path: str, press: Press) -> str | None:
    """The address of a page in the booklet's language, or None where the site has none."""
    base = press.catalogue.settings.address
    if base is None:
        return None
    inside = "" if press.language == press.catalogue.settings.languages[0] else f"{press.language}/"
    return f"{base.rstrip('/')}/{inside}{path}"


def label_of(entry: Entry) -> str:
    """What other pages of the booklet point to."""
    return f"{entry.folder}/{entry.id}"


def seen(entry: Entry, press: Press) -> Seen:
    """Who checked the entry and when, or that nobody has; what is overdue says so."""
    today = press.catalogue.today
    return Seen(entry.checked is not None, last_checked(entry, press.words, today), is_overdue(entry, today))


def chips_of(answers: Iterable[tuple[str, str, str, str]], press: Press) -> tuple[Chip, ...]:
    """Status chips; what nobody knows is named in one chip, after what is known."""
    answers = tuple(answers)
    known = [_chip(label, status, word) for _, label, status, word in answers if status != "vet_ikke"]
    unknown = [label for _, label, status, _ in answers if status == "vet_ikke"]
    if unknown:
        names = [unknown[0], *(_inside(label) for label in unknown[1:])]
        listed = norwegian.joined(names, press.words.say("tell.and"))
        known.append(Chip("unknown", f"{listed}: {press.words.say('tell.dont_know_small')}"))
    return tuple(known)


def _chip(label: str, status: str, word: str) -> Chip:
    return Chip(_STATES[status], label if status == "ja" else f"{label}: {word.lower()}")


def _inside(label: str) -> str:
    """A label within a sentence; HC-toalett keeps its capitals."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
