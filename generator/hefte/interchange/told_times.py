"""Days and hours as people write them in a cell or a booklet, as rows of `når`; what cannot be read is no row.

«Tirsdager kl. 18–19.30», «Man-fre 10-15, lør 11-14», «Annenhver torsdag kl. 17», «Første tirsdag i måneden kl. 11».
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from hefte.edits import Value
from hefte.model.texts import MAX_LINE
from hefte.problem import Rule
from hefte.reading.meant import value_meant

WEEK = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_NYNORSK = {"måndag": "mandag", "tysdag": "tirsdag", "laurdag": "lørdag", "sundag": "søndag"}
_SEVERAL = {
    "hverdag": "hverdager", "kvardag": "hverdager", "ukedag": "hverdager", "vekedag": "hverdager", "helg": "helg",
    "alle dager": "alle_dager", "alle dagar": "alle_dager", "hver dag": "alle_dager", "kvar dag": "alle_dager",
    "daglig": "alle_dager", "dagleg": "alle_dager",
}  # fmt: skip
_ONE = r"(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)(?:dag(?:er|ar|ene|ane)?)?\.?(?![a-zæøå])"
_MANY = r"(?:hverdag|kvardag|ukedag|vekedag)(?:er|ar)?|helg(?:er|ene)?|alle daga?e?r|hver dag|kvar dag|daglig|dagleg"
_DAYS = rf"(?:{_MANY}|{_ONE}(?:\s*(?:,|og|&|/|\+|-|–|til)\s*{_ONE})*)"
_CLOCK = r"\d{1,2}(?:[.:]?\d{2})?"
_HOURS = (
    rf"(?:klokk?[ae]n?|kl\.?)?\s*(?P<from>{_CLOCK})(?:\s*(?:-|–|—|til)\s*(?:kl\.?\s*)?(?P<to>{_CLOCK}))?(?![.\d]?\d)"
)
_BEFORE = (
    r"(?P<before>annenhver|annahver|annankvar|hver andre|kvar andre|hver 2\.|hver 3\.|"
    r"første|fyrste|andre|tredje|fjerde|siste|[1-4]\.|hver|kvar)"
)
_AFTER = (
    r"(?P<after>(?:i )?partallsuker|(?:i )?oddetallsuker|(?:i )?partalsveker|(?:i )?oddetalsveker|partall|oddetall|"
    r"annenhver uke|hver uke|kvar veke|(?:hver |i |kvar )?(?:måneden|måned|månaden|månad))"
)
_ROW = re.compile(
    rf"(?:{_BEFORE}\s+)?(?P<days>{_DAYS})(?:\s+{_AFTER})?(?:[\s,:]*{_HOURS})?"
    rf"(?:[\s,]*{_AFTER.replace('after', 'later')})?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\(([^()]*)\)")
_CHANGES = re.compile(
    rf"\b{_ONE}|{_MANY}|\bkl\b|\bklokk|\d\s*(?:-|–|—)\s*\d|\b(?:hver|kvar|annenhver|annahver|annankvar)\b|"
    r"partall|partal|oddetall|oddetal|måned|månad|avlyst|innstilt|nedlagt|flytt|\?",
    re.IGNORECASE,
)
"""What may change the days and hours that stand before it: such a cell is not understood."""

_MAY_BE_A_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])")
"""«Mandag 5.10» may be a day in October, and «18.00» not."""

_BETWEEN = re.compile(r"(?:[\s,;.]|\bog\b)*", re.IGNORECASE)
_OFTEN = {
    "annenhver": "2. uke", "annahver": "2. uke", "annankvar": "2. uke", "hver andre": "2. uke", "kvar andre": "2. uke",
    "hver 2.": "2. uke", "hver 3.": "3. uke", "annenhver uke": "2. uke",
    "partallsuker": "partallsuker", "partalsveker": "partallsuker", "partall": "partallsuker",
    "oddetallsuker": "oddetallsuker", "oddetalsveker": "oddetallsuker", "oddetall": "oddetallsuker",
}  # fmt: skip
_NTH = {"første": 1, "fyrste": 1, "1.": 1, "andre": 2, "2.": 2, "tredje": 3, "3.": 3, "fjerde": 4, "4.": 4}
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of spreadsheets, from the first of March 1900 on."""

_MONTH = re.compile(r"\W*(?:jan|feb|mars|apr|mai|jun|jul|aug|sep|okt|nov|des)", re.IGNORECASE)
"""«Søndag 14. desember» is a day, and 14 no hour."""

_DATED = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{1,2}\.\s?(?:\d{1,2}\.\s?\d{2,4}|[a-zæøå]+\.? \d{4})|"
    r"[a-zæøå]+dag\w*,? \d{1,2}\.\s?(?:\d{1,2}\.\s?|[a-zæøå]+ )\d{4})"
    rf"(?:[\s,T]*{_HOURS})?",
    re.IGNORECASE,
)


def rows_told(text: str) -> list[Value] | None:
    """The rows of `når`; None where the whole is not understood. What only tells more is a remark."""
    rows: list[dict[str, Value]] = []
    at, bare = 0, " ".join(_ASIDE.sub(" ", text).split())
    while match := _ROW.match(bare, at):
        row = _row(match)
        if row is None:
            break
        rows.append(row)
        at = _BETWEEN.match(bare, match.end()).end()  # type: ignore[union-attr]  # it matches nothing, too
    rest = ", ".join(filter(None, (bare[at:].strip(" ,;."), *(said.strip() for said in _ASIDE.findall(text)))))
    is_of_all = len(rows) == 1 or not _ASIDE.search(text)
    if not rows or not is_of_all or not _only_tells_more(rest, rows[-1]):
        return None
    if rest:
        rows[-1]["merknad"] = rest
    return list(rows)


def _only_tells_more(rest: str, row: Mapping[str, Value]) -> bool:
    """Whether words change nothing of the days and hours before them."""
    if len(rest) > MAX_LINE or re.search(r"[()]", rest) or _MONTH.match(rest) or _CHANGES.search(rest):
        return False
    return "kl" in row or not re.search(r"\d", rest)


def _row(match: re.Match[str]) -> dict[str, Value] | None:
    days = days_told(match["days"])
    before = (match["before"] or "").lower()
    after = re.sub(r"^i ", "", (match["after"] or match["later"] or "").lower())
    if days is None or (match["from"] and not _hours(match)):
        return None
    if before == "siste" or (before in _NTH and "må" in after):
        nth = f"{_NTH[before]}." if before in _NTH else "siste"
        return {"hver": f"{nth} {days}", **_hours(match)} if isinstance(days, str) and days in WEEK else None
    if before in _NTH:
        return None
    often = _OFTEN.get(after) or _OFTEN.get(before)
    return {"dag": days, **({"hver": often} if often else {}), **_hours(match)}


def _hours(match: re.Match[str]) -> dict[str, Value]:
    """The hours of a row; none where one is no hour, or where all may be days of a month."""
    told = [part for part in (match["from"], match["to"]) if part]
    clocks = [clock_told(part) for part in told]
    says_clock = re.search(r"\bkl", match[0], re.IGNORECASE)
    if not clocks or not all(clocks) or (not says_clock and all(map(_MAY_BE_A_DATE.fullmatch, told))):
        return {}
    return {"kl": "-".join(clocks)}


def days_told(text: str) -> Value | None:
    """A day, days, or a word for several of them; None for what is none."""
    words = text.lower().strip(" .")
    if re.fullmatch(_MANY, words):
        return next((code for word, code in _SEVERAL.items() if words.startswith(word)), None)
    days: dict[str, None] = {}
    for part in re.split(r"\s*(?:,|\bog\b|&|/|\+)\s*", words):
        found = _span(part)
        if not found:
            return None
        days |= dict.fromkeys(found)
    known = {WEEK[:5]: "hverdager", WEEK[5:]: "helg", WEEK: "alle_dager"}.get(tuple(days))
    return known or (next(iter(days)) if len(days) == 1 else list(days))


def _span(words: str) -> tuple[str, ...]:
    """One day, or all from one to another; none where one is no day, or the week ends between them."""
    days = [_day(part) for part in re.split(r"\s*(?:-|–|\btil\b)\s*", words)]
    if not all(days) or len(days) > 2:
        return ()
    return WEEK[WEEK.index(days[0]) : WEEK.index(days[-1]) + 1]


def _day(word: str) -> str:
    stem = re.sub(r"(?<=dag)(?:er|ar|ene|ane)$", "", word.strip(" ."))
    stem = _NYNORSK.get(stem, stem)
    short = {"mån": "man", "tys": "tir", "lau": "lør", "sun": "søn"}.get(stem[:3], stem[:3])
    return next((day for day in WEEK if day == stem or (day[:3] == short and "dag" not in stem)), "")


def clock_told(text: str) -> str:
    """An hour as `18:30`, of `18.30`, `1830`, `18` or the part of a day that a spreadsheet has; empty for no hour."""
    if match := re.fullmatch(r"0[.,](\d+)", text):
        minutes = round(float(f"0.{match[1]}") * 1440)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    match = re.fullmatch(r"(?:klokk?[ae]n?|kl\.?)?\s*(\d{1,2})(?:[.:]?(\d{2}))?(?:[.:]\d\d)?", text.strip().lower())
    is_clock = match and int(match[1]) < 24 and int(match[2] or 0) < 60
    return f"{int(match[1]):02}:{match[2] or '00'}" if match and is_clock else ""


def hours_told(text: str) -> str:
    """`18:00-19:30` of «kl. 18–19.30»; empty for what is no hours."""
    parts = [clock_told(part) for part in re.split(r"\s*(?:-|–|—|til)\s*", text.strip())]
    return "-".join(parts) if len(parts) in (1, 2) and all(parts) else ""


def day_told(text: str) -> str:
    """A day as `2026-10-14`, also of the number that a spreadsheet has for it; empty for what is no day."""
    if text.isdecimal() and 36_526 <= int(text) <= 73_050:
        return (_FIRST_DAY + timedelta(days=int(text))).isoformat()
    if re.fullmatch(r"\d{4}-\d\d-\d\d(?: 00:00)?", text):
        return text[:10]
    return value_meant(Rule.NOT_A_DATE, text)


def moments_told(text: str) -> Mapping[str, Value]:
    """`start`, and `slutt` where an end stands, of «14.10.2026 kl. 18–20»; nothing where no day is told."""
    match = _DATED.fullmatch(text.strip(" ."))
    day = day_told(match["day"]) if match else day_told(text)
    if not day:
        return {}
    clocks = list(_clocks(match))
    found: dict[str, Value] = {"start": f"{day} {clocks[0]}" if clocks else day}
    return found | ({"slutt": f"{day} {clocks[1]}"} if len(clocks) > 1 and clocks[1] > clocks[0] else {})


def _clocks(match: re.Match[str] | None) -> Iterator[str]:
    for part in (match["from"], match["to"]) if match else ():
        if part and (clock := clock_told(part)):
            yield clock
