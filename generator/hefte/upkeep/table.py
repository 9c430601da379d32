"""The list as a table for a spreadsheet: UTF-8 with a byte order mark and semicolons, which Norwegian Excel opens."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.upkeep.calls import Call, Caller
from hefte.upkeep.due import Due
from hefte.upkeep.named import named
from hefte.upkeep.sheet import caller_title
from hefte.upkeep.tasklist import edit_address
from hefte.upkeep.today import facts_today, missing_today, why

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # Excel reads the wide ones too
_BETWEEN = " · "


def table(calls: Iterable[Call], catalogue: Catalogue, words: Words) -> bytes:
    """One row per entry, in the order of the calls."""
    rows = [_row(due, call.caller, catalogue, words) for call in calls for due in call.dues]
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(words.say(f"due.column.{name}") for name in _COLUMNS)
    writer.writerows([cell(row[name]) for name in _COLUMNS] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula; an apostrophe stands before what would be one."""
    plain = text.replace("\r\n", "\n").replace("\n", " ").strip(" ")
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def phone_cell(digits: str) -> str:
    """A number that keeps its zeros and is no sum: in pairs, and 00 for + before a country."""
    local = digits.removeprefix("+47")
    return norwegian.phone(local) if not local.startswith("+") else f"00{norwegian.NBSP}{local.removeprefix('+')}"


_IN_ORDER = "call phone email title type id state due checked by why stands missing file edit"
_COLUMNS = tuple(_IN_ORDER.split())


def _row(due: Due, caller: Caller, catalogue: Catalogue, words: Words) -> Mapping[str, str]:
    entry, done = due.entry, due.entry.checked
    return {
        "call": caller_title(caller, words) if caller.name or not caller.phone else phone_cell(caller.phone),
        "phone": phone_cell(caller.phone),
        "email": caller.email,
        "title": entry.title.said(words.language).text,
        "type": words.say(f"type.{entry.folder}.one"),
        "id": named(entry, catalogue),
        "state": words.say(f"due.short.{due.state}"),
        "due": due.day.isoformat() if due.day else "",
        "checked": done.day.isoformat() if done else "",
        "by": done.by.said(words.language).text if done and done.by else "",
        "why": why(due, words),
        "stands": _BETWEEN.join(_stands(due, catalogue, words)),
        "missing": _BETWEEN.join(missing_today(entry, catalogue, words)),
        "file": entry.path,
        "edit": edit_address(entry, catalogue),
    }


def _stands(due: Due, catalogue: Catalogue, words: Words) -> Iterator[str]:
    return (f"{line.label}: {line.text}" for line in facts_today(due.entry, catalogue, words))
