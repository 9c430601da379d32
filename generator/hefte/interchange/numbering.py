"""The numbers that rows are known by next year: of their source, their sheet, and themselves."""

import re
from collections.abc import Iterable, Iterator

from hefte.interchange.given import Given
from hefte.interchange.organisers import UID, is_organiser
from hefte.norwegian import slug

_OF_A_YEAR = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:kopi(?: av)?|copy(?: of)?|versjon|ny|endelig|v)\s*\d*\b|\(\d+\)", re.IGNORECASE
)


def without_year(name: str) -> str:
    """A name that is the same next year: without years and «kopi»; the name itself where nothing else is in it."""
    bare = " ".join(_OF_A_YEAR.sub(" ", name.replace("_", " ")).split()).strip(" -–.")
    return bare or name


def of_sheet(given: Iterable[Given], source: str, sheet: str) -> Iterator[Given]:
    """Entries of a sheet, each with its name in the number; what it was before, it is still known by."""
    whole = f"{slug(source)}/"
    for one in given:
        if not sheet or is_organiser(one):
            yield one
        else:
            rest = one.uid.removeprefix(whole)
            yield one._replace(uid=f"{whole}{_sheet_slug(sheet)}/{rest}", old_uid=one.uid)


def is_of_sheet(uid: str, source: str, sheet: str, *, is_only: bool) -> bool:
    """Whether a remembered number is one of this source and sheet; an old one without sheet only where it is alone.

    An organisation that is known by now is not named anew, so its number never tells that it is gone.
    """
    whole = f"{slug(source)}/"
    if not uid.startswith(whole) or f"/{UID}/" in uid:
        return False
    rest = uid.removeprefix(whole)
    return not sheet or rest.startswith(f"{_sheet_slug(sheet)}/") or (is_only and "/" not in rest)


def _sheet_slug(sheet: str) -> str:
    return slug(without_year(sheet)) or "ark"
