"""How Norwegian is written and sorted: slugs, alphabet, numbers, money, phones, dates.

Every function takes the language code ("nb", "nn" or "en") where the three differ. Numbers and
their units are joined by a no-break space, so that they are never parted at the end of a line.
"""

import math
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, time
from functools import cache

NBSP = "\u00a0"
DASH = "\u2060–\u2060"
"""A dash between two numbers, at which no line is broken."""
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ð": "d", "þ": "th", "ß": "ss", "đ": "d", "ŋ": "n", "ŧ": "t"})
_ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyzæøå")
_SAME = str.maketrans({"ä": "æ", "ö": "ø", "đ": "d", "ŋ": "n", "ŧ": "t", "ü": "y", "ð": "d"})


@cache
def slug(text: str) -> str:
    """Make the ASCII id of a title: æ→ae, ø→o, å→a, the rest to hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("å", "a").translate(_LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")


@cache
def sort_key(text: str) -> tuple[str, str]:
    """Sort by the Norwegian alphabet: æ, ø, å last, aa as å, numbers by value, accents ignored."""
    lowered = text.casefold().translate(_SAME).replace("aa", "å")
    kept = "".join(_plain_letter(letter) for letter in lowered)
    return _PIECE.sub(_weight, kept).translate(_LAST_LETTERS), text


_PIECE = re.compile(r"\d+|[^a-zæøå\d]+")
_LAST_LETTERS = str.maketrans("æøå", "{|}")  # what follows z in ASCII


def _weight(piece: re.Match[str]) -> str:
    """What is no letter stands before numbers, and a number with fewer digits before one with more."""
    if not piece[0][0].isdecimal():
        return " "
    digits = piece[0].lstrip("0")
    return chr(ord("!") + min(len(digits), 60)) + digits


def _plain_letter(letter: str) -> str:
    return letter if letter in _ALPHABET else unicodedata.normalize("NFKD", letter)[0]


def initial(text: str) -> str:
    """The letter under which a title stands in a register: A–Å, or # for what is not a letter."""
    lowered = text.casefold().translate(_SAME)
    first = "å" if lowered.startswith("aa") else _plain_letter(lowered[:1] or "#")
    return first.upper() if first in _ALPHABET else "#"


def percent_of(degrees: float) -> float:
    """A slope in per cent to the nearest tenth, a half upwards: the one figure for it everywhere."""
    return _half_up(1000 * math.tan(math.radians(abs(degrees))), 3) / 10


def _half_up(value: float, exact: int) -> int:
    """To the nearest whole number, a half upwards; what lies behind so many decimals is the computer's own."""
    return math.floor(round(value, exact) + 0.5)


def number(value: float, decimals: int = 1, language: str = "nb") -> str:
    """Write 1200.5 as «1 200,5» (or 1,200.5), without decimals that are zero."""
    written = f"{_rounded(value, decimals):,.{decimals}f}"
    written = written.rstrip("0").rstrip(".") if decimals else written
    if language == "en":
        return written
    return written.translate(str.maketrans(",.", NBSP + ","))


def _rounded(value: float, decimals: int) -> float:
    """As people do: 8,85 is 8,9, whatever a computer makes of it."""
    tens: float = 10.0**decimals
    return _half_up(value * tens, 6) / tens


def distance(metres: float, language: str = "nb") -> str:
    """Write «800 m» below a kilometre, «1,9 km» above."""
    if round(metres) < 1000:
        return f"{number(metres, 0, language)}{NBSP}m"
    return f"{number(metres / 1000, 1, language)}{NBSP}km"


def metres(value: float, language: str = "nb") -> str:
    """Write «1 420 m», always in metres."""
    return f"{number(value, 0, language)}{NBSP}m"


def kroner(amount: float, language: str = "nb") -> str:
    """Write «60 kr» or «62,50 kr»."""
    rounded = round(amount, 2)
    written = number(rounded, 0, language) if rounded == int(rounded) else _with_ore(rounded, language)
    return f"NOK{NBSP}{written}" if language == "en" else f"{written}{NBSP}kr"


def _with_ore(amount: float, language: str) -> str:
    written = number(amount, 2, language)
    return written if written[-3] in ",." else f"{written}0"


def phone(digits: str) -> str:
    """Group eight digits in pairs, as landlines and the pictures have them; leave others be."""
    if len(digits) == 8 and digits.isdigit():
        return NBSP.join(digits[at : at + 2] for at in range(0, 8, 2))
    return digits


def joined(parts: Sequence[str], word: str) -> str:
    """Join «a, b og c»; `word` is the language's own «og»."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def duration(minutes: int, language: str = "nb") -> str:
    """Write «57 min», «1 t 30 min» or «2 t»."""
    hours, rest = divmod(minutes, 60)
    hour = {"en": "h"}.get(language, "t")
    parts = [f"{hours}{NBSP}{hour}"] if hours else []
    return " ".join(parts + ([f"{rest}{NBSP}min"] if rest or not hours else []))


def clock(at: time, language: str = "nb") -> str:
    """Write «18.30», and «18» on the hour; English «18:30»."""
    if language == "en":
        return f"{at:%H:%M}"
    return f"{at.hour}.{at.minute:02d}" if at.minute else f"{at.hour}"


def clock_span(start: time, end: time | None, language: str = "nb") -> str:
    """Write «kl. 16–17.30»."""
    said = clock(start, language) + (f"{DASH}{clock(end, language)}" if end else "")
    return said if language == "en" else f"kl.{NBSP}{said}"


_MONTHS = {
    "nb": (
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ),
    "nn": (
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
_DAYS = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def month(day: date, language: str = "nb") -> str:
    """The name of a day's month."""
    return _MONTHS[language][day.month - 1]


def weekday(day: date, language: str = "nb") -> str:
    """The name of a day's weekday."""
    return _DAYS[language][day.weekday()]


def weekday_name(index: int, language: str = "nb") -> str:
    """The name of a weekday counted from Monday = 0."""
    return _DAYS[language][index]


def day(on: date, language: str = "nb", *, year: bool = True) -> str:
    """Write «14. oktober 2026» or “14 October 2026”."""
    dot = "" if language == "en" else "."
    return f"{on.day}{dot}{NBSP}{month(on, language)}" + (f" {on.year}" if year else "")


_NUMBERED = re.compile(r"(?P<indent> {0,3}(?:[-*+] +)?)(?P<number>\d+)\.(?=[ \t])")


def keep_ordinals(markdown: str) -> str:
    """Keep «17. mai» at the start of a line as text: a list is 1, then 1 or 2, with the same indent.

    The full stop of every other number there is escaped, as Markdown would drop or renumber it.
    """
    lines = markdown.split("\n")
    for run in _numbered_runs(lines):
        numbers = [int(found["number"]) for _, found in run]
        if len(run) > 1 and numbers[0] == 1 and numbers[1] in {1, 2}:
            continue
        for line, found in run:
            lines[line] = f"{lines[line][: found.end() - 1]}\\{lines[line][found.end() - 1 :]}"
    return "\n".join(lines)


def _numbered_runs(lines: Sequence[str]) -> list[list[tuple[int, re.Match[str]]]]:
    """Numbered lines that one list would hold: of one indent, with no paragraph of its own between."""
    runs: list[list[tuple[int, re.Match[str]]]] = []
    indent, blank = None, True
    for line, text in enumerate(lines):
        found = _NUMBERED.match(text)
        if found and found["indent"] == indent and not found["indent"].strip():
            runs[-1].append((line, found))
        elif found:
            runs.append([(line, found)])
            indent = found["indent"]
        elif blank and text.strip() and not text[0].isspace():
            indent = None
        blank = not text.strip()
    return runs
