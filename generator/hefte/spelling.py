"""«mente du …?»: the known words that come nearest to what was written."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "é": "e", "ü": "u", "ö": "o", "ä": "a", "-": "_", " ": "_"})


def nearest(written: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The known words most like the written one, best first; none where nothing is near.

    `arrangor` finds `arrangør`, `kort tittel` finds `kort_tittel`, `prs` finds `pris`.
    """
    words = {word: plain(word) for word in known}
    found = process.extract(plain(written), words, scorer=fuzz.ratio, limit=limit, score_cutoff=65)
    if not found:
        return ()
    best = found[0][1]
    return tuple(word for _, score, word in found if score >= best - 12)


def plain(word: str) -> str:
    """Small letters of a to z, with spaces and hyphens as `_`: what two spellings share."""
    return word.strip().lower().translate(_LETTERS)


_DAY = r"(?:man|tirs|ons|tors|fre|lør|søn)dag"
_DAYS = {"daglig": "alle_dager", "hver dag": "alle_dager", "alle dager": "alle_dager", "helger": "helg"}
_SPAN = re.compile(r"(?:mandag(?:er)?\s*(?:-|–|til)\s*fredag(?:er)?|man\s*[-–]\s*fre)")
_EVERY_OTHER = re.compile(
    rf"(?:annenhver|annahver|annankvar|hver andre|hver 2\.?) ({_DAY})(?:,? (?:kl\.? ?)?([0-9][0-9.: –-]*))?"
)
_SHORT = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_HOURS = re.compile(r"(\w{3})\w*\.?(?:\s*[-–]\s*(\w{3})\w*\.?)?:?\s*(?:kl\.? ?)?(\d[\d.:]*\s*[-–]\s*\d[\d.:]*)")
_CLOCK = re.compile(rf"({_DAY})(?:er|ar)?,? kl\.? ?([0-9][0-9.: –-]*)")
_MINUTES = re.compile(rf"({_DAY})(?:er|ar)?,? (?:kl\.? ?)?(\d{{1,2}})[.:](\d\d)")
_SAME_HOURS = re.compile(
    rf"(?P<days>{_DAY}(?:(?:er|ar)?(?:, ?| og | & ){_DAY})+)(?:er|ar)?,? (?:kl\.? ?)?(?P<hours>\d.*)"
)
_TOLD_TIME = re.compile(rf"({_DAY})(?:er|ar)?,? (?:klokka |kl\.? ?)?\S.*")


def days_meant(written: str) -> str:
    """How `dag` is written for days that were said in another way; empty where nobody can tell.

    `daglig` is `alle_dager`, `mandag og onsdag` is `[mandag, onsdag]`, `mandager kl 11` is a row.
    """
    text = re.sub(r"^(?:hver|kvar) (?=\w+dag)", "", written.strip().lower())
    if found := _EVERY_OTHER.fullmatch(text):
        hours = f", kl: {found[2].strip()}" if found[2] else ""
        return f"{{dag: {found[1]}, hver: 2. uke{hours}}}"
    if hours := _hours_meant(text):
        return hours
    if row := _MINUTES.fullmatch(text):
        return f'{{dag: {row[1]}, kl: "{int(row[2]):02}:{row[3]}"}}'
    if row := _CLOCK.fullmatch(text):
        return f"{{dag: {row[1]}, kl: {row[2].strip()}}}"
    if same := _SAME_HOURS.fullmatch(text):
        hours = re.sub(r"\s", "", same["hours"])
        return f"{{dag: {days_meant(same['days'])}, kl: {hours}}}" if _HOURS.fullmatch(f"man {hours}") else ""
    return "hverdager" if _SPAN.fullmatch(text) else _bare_days(text)


def row_begun(written: str) -> str:
    """A row for a day with a time that nobody but its writer can tell: «torsdag halv sju»."""
    match = _TOLD_TIME.fullmatch(written.strip().lower())
    return f"{{dag: {match[1]}, kl: …}}" if match else ""


def _bare_days(text: str) -> str:
    """Days without hours: «mandag og onsdag», «daglig»."""
    parts = [re.sub(r"(?<=dag)(?:er|ar)$", "", part) for part in re.split(r"\s*(?:,| og |&|/)\s*", text)]
    if not all(re.fullmatch(_DAY, part) for part in parts):
        return _DAYS.get(text, "")
    return parts[0] if len(parts) == 1 else f"[{', '.join(parts)}]"


def _hours_meant(text: str) -> str:
    """Opening hours in a row of words as rows: «man-fre 10-16, lør 11-14»."""
    parts = [_HOURS.fullmatch(part) for part in re.split(r"\s*(?:[,;&]|\bog\b)\s*", text)]
    rows = [(_span_meant(part[1], part[2] or part[1]), re.sub(r"\s", "", part[3])) for part in parts if part]
    if len(rows) < len(parts) or not all(days for days, _ in rows):
        return ""
    told = [f"{{dag: {days}, kl: {hours}}}" for days, hours in rows]
    return told[0] if len(told) == 1 else f"[{', '.join(told)}]"


def _span_meant(first: str, last: str) -> str:
    """Days from one to another by their first letters; empty for what is no day."""
    starts = [day[:3] for day in _SHORT]
    if first not in starts or last not in starts[starts.index(first) :]:
        return ""
    days = _SHORT[starts.index(first) : starts.index(last) + 1]
    known = {_SHORT[:5]: "hverdager", _SHORT[5:]: "helg", _SHORT: "alle_dager"}
    return known.get(days) or (days[0] if len(days) == 1 else f"[{', '.join(days)}]")
