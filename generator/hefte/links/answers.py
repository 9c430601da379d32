"""What came of asking for an address: what the net said, and what we make of it from one day to the next."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class How(StrEnum):
    """How an asking went: somebody answered, or why nobody did."""

    ANSWERED = "answered"
    SILENT = "silent"
    UNTRUSTED = "untrusted"
    UNSAFE = "unsafe"
    CLOSED = "closed"
    LATER = "later"


class Answer(NamedTuple):
    """What the net said; `moved_to` is where it has moved for good, and `why` a word of the languages.

    `final` is the address that answered in the end, and `title` what its page calls itself.
    """

    how: How
    status: int = 0
    final: str = ""
    moved_to: str = ""
    title: str = ""
    why: str = ""


class Verdict(StrEnum):
    """What a link is found to be, by the word that stands in the record."""

    FINE = "ok"
    GONE = "borte"
    START_PAGE = "forsiden"
    NOT_FOUND = "ikke_funnet"
    SILENT = "svarer_ikke"
    UNTRUSTED = "sertifikat"
    UNSAFE = "utrygg"
    CLOSED = "vil_ikke"


class Known(NamedTuple):
    """What is known of an address since it was last asked for.

    `days` counts the days in a row on which nobody answered. `title` is what its page was called when it was found
    right, and `new_title` what it is called now, where that is something else.
    """

    verdict: Verdict
    asked: date
    days: int = 0
    why: str = ""
    status: int = 0
    moved_to: str = ""
    title: str = ""
    new_title: str = ""
