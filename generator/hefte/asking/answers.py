"""Answers in a person's own words as values of YAML: «tirsdag 18-20», «69 00 00 00, post@eksempel.no», «1 og 3»."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from hefte.edits import Value, flow, scalar
from hefte.spelling import days_meant, plain

_SPLIT = re.compile(r"\s*[,;]\s*")
_LISTED = re.compile(r"\s*(?:[,;]|\s(?:og|and)\s)\s*|\s+(?=\d+(?:\s|$))")
_TOWN = re.compile(r"(?P<number>\d{4})\s+(?P<town>\D+)")
_STREET = re.compile(r"\D+\s\d+\s*[a-zA-Z]?")
_PHONE = re.compile(r"\+?[\d\s()/-]{3,}")
_ADDRESS = re.compile(r"https?://\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
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
    """Days and hours as rows of `når`."""
    words = plain(answer)
    return next((whole for whole in _WHOLE_SCHEDULES if plain(whole) == words), days_meant(answer) or scalar(answer))


def venue(answer: str, choices: Choices) -> str:
    """A place that has an entry, by its number, its name or its id; else a place described on the spot."""
    chosen = _chosen(answer, choices)
    return chosen if chosen in choices else spot(answer, choices)


def spot(answer: str, _choices: Choices) -> str:
    """A place in words: its name, the street with its number, the postal code with its town."""
    return flow(dict(_parts_of_spot(answer)))


def contact(answer: str, _choices: Choices) -> str:
    """Phone, e-mail and address of a site by their look; what is none of them is a role."""
    return flow(dict(_parts_of_contact(answer)))


def _chosen(answer: str, choices: Choices) -> str:
    values = tuple(choices)
    if answer.isdecimal() and 0 < int(answer) <= len(values) and answer not in choices:
        return values[int(answer) - 1]
    return next((value for value, called in choices.items() if plain(answer) in (plain(value), plain(called))), answer)


def _number_as_text(code: str) -> str:
    return f'"{code}"' if code.isdecimal() else scalar(code)


def _parts_of_spot(answer: str) -> Iterator[tuple[str, Value]]:
    for number, part in enumerate(part for part in _SPLIT.split(answer) if part):
        if match := _TOWN.fullmatch(part):
            yield from (("postnr", match["number"]), ("poststed", match["town"].strip()))
        else:
            yield ("adresse" if number or _STREET.fullmatch(part) else "navn"), part


def _parts_of_contact(answer: str) -> Iterator[tuple[str, Value]]:
    for part in _SPLIT.split(answer):
        if "@" in part:
            yield "epost", part
        elif _PHONE.fullmatch(part):
            yield "tlf", part
        elif _ADDRESS.fullmatch(part):
            yield "nett", part
        elif part:
            yield "rolle", part


Write = Callable[[str, Choices], str]

WRITERS: Mapping[str, Write] = MappingProxyType(
    {
        "kategorier": codes,
        "kommune": codes,
        "når": schedule,
        "møtes": schedule,
        "åpningstider": schedule,
        "sted": venue,
        "besøksadresse": spot,
        "kontakt": contact,
        "Walk.start": spot,
    }
)
"""How the answer to a field is written, `Class.key` where one key holds two things; all others are words."""
