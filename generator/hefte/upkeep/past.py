"""How it stood at an earlier time, read line by line from files as they were: a year of them is read in a moment.

A test holds these few lines against the real reader. A file that cannot be understood so says «never checked».
Events are not counted: they pass, and what is over is no longer to be checked.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

import yaml

from hefte.model import ENTRY_TYPES, Entry, Event
from hefte.telling.freshness import later, months_between_checks
from hefte.upkeep.due import State
from hefte.upkeep.standing import Standing, counted, standing_of

Read = dict[str, tuple[Mapping[str, str], ...]]
"""What the texts of files said of their entries, by the text: from month to month most files are the same."""

_KINDS = {kind.folder: kind for kind in ENTRY_TYPES if kind is not Event}
_ROW = re.compile(r"^- ", re.MULTILINE)
_LINES_BEFORE = r"\A(?:[ \t]*(?:#[^\n]*)?\n)*"
_COMMENTS, _FLOW = re.compile(rf"{_LINES_BEFORE}-\s"), re.compile(rf"{_LINES_BEFORE}[ \t]*[\[{{]")
_KEYS = ("kontrollert", "status", "vis_fra", "vis_til")
_FIELD = re.compile(rf"^({'|'.join(_KEYS)}):[ \t]*([^\n]*(?:\n(?:[ \t]+[^\n]*|[}}\]][^\n]*))*)", re.MULTILINE)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{1,2})\.(\d{1,2})\.(\d{4})")
_DONE, _NEXT = re.compile(r"\bdato:([^,}\n]*)"), re.compile(r"\bneste:([^,}\n]*)")
_GONE = re.compile(r"[\"']?(?:nedlagt|inaktiv)\b")


def month_ends(today: date, months: int) -> tuple[date, ...]:
    """The last days of so many months before this one, the earliest first."""
    first = today.replace(day=1)
    return tuple(later(first, -back) - timedelta(days=1) for back in range(months - 1, -1, -1))


def standing_then(texts: Mapping[str, str], day: date, read: Read | None = None) -> Standing:
    """How the entries of a folder stood on a day, by the texts of its files; `read` keeps what is read for the next."""
    known: Read = {} if read is None else read
    of_entries = {path: text for path, text in texts.items() if _is_of_entries(path)}
    for text in of_entries.values():
        if text not in known:
            known[text] = tuple(_entries(text))
    found = (_state(path, fields, day) for path, text in of_entries.items() for fields in known[text])
    return counted(state for state in found if state)


def standing_now(entries: Iterable[Entry], day: date) -> Standing:
    """The same of the entries as they are read today."""
    return standing_of((entry for entry in entries if not isinstance(entry, Event)), day)


def _is_of_entries(path: str) -> bool:
    return path.partition("/")[0] in _KINDS and path.endswith((".yaml", ".yml"))


def _entries(text: str) -> Iterator[Mapping[str, str]]:
    """What each entry of a file said of its check and its showing."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    for part in _parts(plain):
        yield from _in_flow_form(part) if _FLOW.match(part) else (dict(_FIELD.findall(part)),)


def _in_flow_form(text: str) -> Iterator[Mapping[str, str]]:
    """The same of what stands within braces, which only a reader of YAML can take apart; few files are written so."""
    try:
        read = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # BaseLoader makes only text
    except (yaml.YAMLError, RecursionError):
        read = None
    for entry in read if isinstance(read, list) else (read,):
        known = entry if isinstance(entry, dict) else {}
        yield {key: _as_text(known[key]) for key in _KEYS if key in known}


def _as_text(value: object) -> str:
    return ", ".join(f"{key}: {said}" for key, said in value.items()) if isinstance(value, dict) else str(value)


def _parts(text: str) -> Iterable[str]:
    """A file of one entry as it is; of a list each entry with its lines moved to the margin."""
    if not _COMMENTS.match(text):
        return (text,)
    rows = _ROW.split(text)[1:]
    return (re.sub(r"^ {2}", "", row, flags=re.MULTILINE) for row in rows)


def _state(path: str, fields: Mapping[str, str], day: date) -> State | None:
    """How an entry stood; None where it was not shown."""
    kind = _KINDS[path.partition("/")[0]]
    shown_from, shown_until = _day(fields.get("vis_fra")), _day(fields.get("vis_til"))
    if _GONE.match(fields.get("status", "")) or (shown_from and day < shown_from):
        return None
    if shown_until and shown_until < day:
        return None
    return _checked(fields.get("kontrollert", ""), months_between_checks(kind), day)


def _checked(written: str, months: int, day: date) -> State:
    done = _day(_group(_DONE, written)) or _day(written)
    if done is None:
        return State.NEVER
    due = _day(_group(_NEXT, written)) or later(done, months)
    return State.OVERDUE if due < day else State.FRESH


def _group(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _day(text: str | None) -> date | None:
    found = _DAY.search(text or "")
    if not found:
        return None
    iso, norwegian = found.groups()[:3], found.groups()[:2:-1]
    try:
        return date(*(int(part) for part in (iso if iso[0] else norwegian)))
    except ValueError:
        return None
