"""Whom an offer is for, as people write it in a cell: ages and groups of people."""

import re
from collections.abc import Mapping

from hefte.edits import Value

_AGES = re.compile(
    r"(?P<from>fra\s*|frå\s*|over\s*)?(?P<low>\d{1,3})\s*(?:års?)?\s*"
    r"(?:(?:-|–|til)\s*(?P<high>\d{1,3})|(?P<up>\+|(?:og|eller) (?:oppover|opp|over|eldre|mer|meir)\b)|"
    r"(?P<down>(?:og|eller) (?:nedover|under|yngre)\b))?"
    r"\s*(?P<years>år(?:ing\w*)?)?|(?:under|inntil|opptil|til)\s*(?P<under>\d{1,3})\s*(?:år)?",
    re.IGNORECASE,
)
_PEOPLE = {
    "barn": r"\bborna?\b|\bbarna?\b",
    "ungdom": r"\bungdom\w*|\bunge?\b",
    "voksne": r"\bvoksn\w*|\bvaksn\w*|\badults?\b",
    "eldre": r"\beldre\b|\bsenior\w*|\bpensjonist\w*",
    "familier": r"\bfamili\w*",
}
_FILLING = re.compile(
    r"\b(?:og|for|i|alderen|alder|fra|frå|til|år|mellom|med|passer|aldersgruppen?|de|på)\b|[\s,;:/()&.+–-]"
)
_EXCEPT = re.compile(r"\b(?:ikke|ikkje|unntatt|unnateke|uten|utan|ingen)\b", re.IGNORECASE)
_EVERYBODY = re.compile(r"(?:for |åpent for |ope for )?(?:alle(?: aldre| aldrar| aldersgrupper)?)\W*", re.IGNORECASE)


def audience_told(text: str) -> Mapping[str, Value] | None:
    """Ages and groups of people; words beside them are for the editor to read."""
    if _EVERYBODY.fullmatch(text.strip()):
        return {"målgruppe.for": ["barn", "ungdom", "voksne", "eldre"]}
    if _EXCEPT.search(text):
        return None
    ages = _ages(text)
    rest = _AGES.sub(" ", text)
    people = [code for code, pattern in _PEOPLE.items() if re.search(pattern, rest, re.IGNORECASE)]
    if not ages and not people:
        return None
    return {**({"målgruppe.alder": ages} if ages else {}), **({"målgruppe.for": people} if people else {})}


def _ages(text: str) -> str:
    """The one range of ages in a text; empty where there is none, or several."""
    found = [match for match in _AGES.finditer(text) if match[0].strip() and any(match.groups())]
    if len(found) != 1:
        return ""
    match = found[0]
    if match["under"] or match["down"]:
        return f"til {match['under'] or match['low']}"
    if match["high"]:
        return f"{match['low']}-{match['high']}"
    # A number by itself may be the least age, the most, or a class at school.
    return f"{match['low']}+" if match["from"] or match["up"] else ""


def audience_is_whole(text: str) -> bool:
    """Whether ages and groups are all that is said of whom it is for."""
    if re.search(r"\d", text) and not _ages(text):
        return False
    rest = text
    for pattern in (_EVERYBODY, _AGES, *(re.compile(one, re.IGNORECASE) for one in _PEOPLE.values())):
        rest = pattern.sub(" ", rest)
    return not _FILLING.sub("", rest)
