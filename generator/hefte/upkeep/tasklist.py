"""The same list in Markdown, with a box to tick for each entry: for an issue, a wiki or a note."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry
from hefte.upkeep.calls import Call
from hefte.upkeep.due import Due
from hefte.upkeep.named import named
from hefte.upkeep.sheet import caller_title, reached, stamp_hint, summary, title_of
from hefte.upkeep.today import facts_today, first_missing, stands, why

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def task_list(calls: Sequence[Call], every: Sequence[Due], catalogue: Catalogue, words: Words) -> str:
    """A heading, a sentence, and per call a heading with its tasks; nobody is mentioned and no issue is named by it."""
    lines = [f"## {title_of(calls, catalogue, words)}", "", plain(summary(calls, every, words))]
    last = ""
    for call in calls:
        head = caller_title(call.caller, words)
        lines += _head(call, head, words) if call.caller.is_there or head != last else ()
        last = head
        lines += [line for due in call.dues for line in _task(due, call, catalogue, words)]
    lines += (
        ["", plain(words.say("due.after")), "", f"    {stamp_hint(_listed(calls), catalogue, words)}"] if calls else []
    )
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """Words as they are, whatever marks they hold; `@` names nobody and `#` no issue."""
    escaped = _MARKS.sub(r"\\\1", " ".join(text.replace(norwegian.NBSP, " ").split()))
    return escaped.replace("@", "&#64;")


def edit_address(entry: Entry, catalogue: Catalogue) -> str:
    """Where the entry's file is edited, else its page; empty where the settings know neither."""
    edit, site = catalogue.settings.edit_link, catalogue.settings.address
    if edit and entry.path:
        return f"{edit.rstrip('/')}/{quote(entry.path)}"
    return f"{site.rstrip('/')}/{entry.page}" if site else ""


def _listed(calls: Sequence[Call]) -> Iterator[Due]:
    return (due for call in calls for due in call.dues)


def _head(call: Call, head: str, words: Words) -> Iterator[str]:
    phone = call.caller.phone
    yield from ("", f"### {plain(head)}", "")
    if not call.caller.is_there:
        yield from (plain(words.say("due.nobody_means")), "")
    elif told := reached(call.caller, words):
        number = norwegian.phone(phone).replace(norwegian.NBSP, " ")
        linked = plain(told)
        yield from (linked.replace(number, f"[{number}](tel:{phone})") if phone else linked, "")


def _task(due: Due, call: Call, catalogue: Catalogue, words: Words) -> Iterator[str]:
    title, address = plain(due.entry.title.said(words.language).text), edit_address(due.entry, catalogue)
    linked = f"[{title}](<{address}>)" if address else title
    told = " ".join(filter(None, (stands(due, words), why(due, words))))
    yield f"- [ ] **{linked}** (`{named(due.entry, catalogue)}`): {plain(told)}"
    for line in facts_today(due.entry, catalogue, words):
        yield f"  - {plain(line.label)}: {plain(line.text)}"
    if asked := first_missing(due.entry, catalogue, words):
        yield f"  - **{plain(asked)}**"
    if call.caller.link and not call.caller.is_there:
        yield f"  - {plain(words.say('due.look_up', link=''))} <{call.caller.link}>".replace("  <", " <")
