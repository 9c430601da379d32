"""Answers in a person's own words as values of YAML: «tirsdag 18-20», «69 00 00 00, post@eksempel.no», «1 og 3»."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from hefte.edits import Value, flow, scalar
from hefte.problem import Rule
from hefte.reading.meant import value_meant
from hefte.spelling import days_meant, plain

_SPLIT = re.compile(r"\s*[,;]\s*")
_LISTED = re.compile(r"\s*(?:[,;]|\s(?:og|and)\s)\s*|\s+(?=\d+(?:\s|$))")
_TOWN = re.compile(r"(?P<number>\d{4})\s+(?P<town>\D+)")
_STREET = re.compile(r"\D+\s\d+\s*[a-zA-Z]?")
_PHONE = re.compile(r"\+?[\d\s()/-]{3,}")
_ADDRESS = re.compile(r"https?://\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_FROM_DAY = re.compile(r"(?P<days>.+?),?\s+(?:fra|frå|from)\s+(?P<first>\d.*)", re.IGNORECASE)
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?"
_UNTIL = re.compile(
    rf"(?P<start>(?P<day>.*\d{{4}}),?\s+(?:kl\.?\s*)?{_CLOCK})\s*(?:[-–]|til)\s*(?:kl\.?\s*)?(?P<end>{_CLOCK})",
    re.IGNORECASE,
)
_WHOLE_SCHEDULES = ("alltid", "åpningstider")

Choices = Mapping[str, str]
"""What may be answered, each value with what people call it, in the order of its numbers."""


def text(answer: str, _choices: Choices) -> str:
    """Words as they are."""
    return scalar(answer)


def codes(answer: str, choices: Choices) -> str:
    """Numbers, names or codes of a list as a list of codes; what is none of them stays, for its reader to refuse."""
    meant = [_chosen(one, choices) for one in _LISTED.split(answer.strip()) if one]
    return f"[{', '.join(_number_as_text(one) for one in dict.fromkeys(meant))}]"


def schedule(answer: str, _choices: Choices) -> str:
    """Days and hours as rows of `når`, with the first day of what does not come every week."""
    words = plain(answer)
    if match := _FROM_DAY.fullmatch(answer):
        row = days_meant(match["days"])
        day = value_meant(Rule.NOT_A_DATE, match["first"]) or match["first"]
        if row.startswith("{"):
            return f"{row[:-1]}, fra: {day}}}"
    return next((whole for whole in _WHOLE_SCHEDULES if plain(whole) == words), days_meant(answer) or scalar(answer))


def moment(answer: str, _choices: Choices) -> str:
    """When it begins; where an end is told too, that is one more field on its own line."""
    match = _UNTIL.fullmatch(answer)
    if match is None:
        return scalar(answer)
    return f"{scalar(match['start'])}\nslutt: {scalar(match['day'] + ' ' + match['end'])}"


def venue(answer: str, choices: Choices) -> str:
    """A place that has an entry, by its number, its name or its id; else a place described on the spot."""
    parts = _parts(answer)
    chosen = _chosen(parts[0] if all(map(str.isdecimal, parts)) and parts else answer, choices)
    return chosen if chosen in choices else spot(answer, choices)


def spot(answer: str, _choices: Choices) -> str:
    """A place in words: its name, the street with its number, the postal code with its town."""
    return flow(_first_of_each(_parts_of_spot(answer)))


def contact(answer: str, _choices: Choices) -> str:
    """Phone, e-mail and address of a site by their look; what is none of them is a role."""
    return flow(_first_of_each(_parts_of_contact(answer)))


def left_out(key: str, answer: str, choices: Choices) -> tuple[str, ...]:
    """The parts of an answer that its field has no room for: a second phone number, a second place."""
    if key == "sted" and choices and all(map(str.isdecimal, _parts(answer))):
        return _parts(answer)[1:]
    told = {"kontakt": _parts_of_contact, "sted": _parts_of_spot, "besøksadresse": _parts_of_spot}.get(key)
    seen: set[str] = set()
    left = []
    for name, part in told(answer) if told else ():
        left += [str(part)] if name in seen else []
        seen.add(name)
    return tuple(left)


def _first_of_each(parts: Iterator[tuple[str, Value]]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, part in parts:
        found.setdefault(name, part)
    return found


def _parts(answer: str) -> tuple[str, ...]:
    return tuple(part for part in _SPLIT.split(answer.strip()) if part)


def _chosen(answer: str, choices: Choices) -> str:
    values = tuple(choices)
    if answer.isdecimal() and 0 < int(answer) <= len(values) and answer not in choices:
        return values[int(answer) - 1]
    return next((value for value, called in choices.items() if plain(answer) in (plain(value), plain(called))), answer)


def _number_as_text(code: str) -> str:
    return f'"{code}"' if code.isdecimal() else scalar(code)


def _parts_of_spot(answer: str) -> Iterator[tuple[str, Value]]:
    for number, part in enumerate(_parts(answer)):
        if match := _TOWN.fullmatch(part):
            yield from (("postnr", match["number"]), ("poststed", match["town"].strip()))
        else:
            yield ("adresse" if number or _STREET.fullmatch(part) else "navn"), part


def _parts_of_contact(answer: str) -> Iterator[tuple[str, Value]]:
    for part in _parts(answer):
        if "@" in part:
            yield "epost", part
        elif _PHONE.fullmatch(part):
            yield "tlf", part
        elif _ADDRESS.fullmatch(part):
            yield "nett", part
        else:
            yield "rolle", part


Write = Callable[[str, Choices], str]

WRITERS: Mapping[str, Write] = MappingProxyType(
    {
        "kategorier": codes,
        "kommune": codes,
        "når": schedule,
        "Event.start": moment,
        "møtes": schedule,
        "åpningstider": schedule,
        "sted": venue,
        "besøksadresse": spot,
        "kontakt": contact,
        "Walk.start": spot,
    }
)
"""How the answer to a field is written, `Class.key` where one key holds two things; all others are words."""
