"""The call sheet of a week as plain text: whom to call, what to read out, what to ask, and how to stamp it after."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.upkeep.calls import Call, Caller
from hefte.upkeep.due import Due, State
from hefte.upkeep.named import named
from hefte.upkeep.today import facts_today, first_missing, stands, why

A_WEEK = 10
"""So many entries are a week's work beside everything else that a caseworker does."""

COLUMNS = 88
"""A terminal is 80 columns or more, and a sheet on paper has room for so many."""

_INDENT, _BOX = " " * 6, "  [ ] "


def call_sheet(calls: Sequence[Call], every: Sequence[Due], catalogue: Catalogue, words: Words) -> str:
    """The whole sheet; `every` is all that is due, of which the calls may be the first."""
    blocks = ("\n".join(block) for block in _blocks(calls, every, catalogue, words))
    return "\n\n".join(blocks) + "\n"


def title_of(calls: Iterable[Call], catalogue: Catalogue, words: Words) -> str:
    """What a sheet, a list or an issue is called: its day stands in it; more than a week's work is not «this week»."""
    name = "due.title" if _listed(calls) <= A_WEEK else "due.title_of_all"
    return words.say(name, day=norwegian.day(catalogue.today, words.language))


def _listed(calls: Iterable[Call]) -> int:
    return sum(len(call.dues) for call in calls)


def summary(calls: Iterable[Call], every: Sequence[Due], words: Words) -> str:
    """How many entries must be checked, how they stand, and how many of them are listed."""
    if not every:
        return words.say("due.nothing")
    counts = Counter(due.state for due in every)
    listed = [words.say_count(f"due.count.{state}", counts[state]) for state in State if counts[state]]
    joined = norwegian.joined(listed, words.say("tell.and"))
    only = f"due.only.{every[0].state}" if len(counts) == 1 else "due.count"
    told = words.say_count(only, len(every), listed=joined)
    shown = _listed(calls)
    return told if shown == len(every) else f"{told} {words.say_count('due.first', shown)}"


def caller_title(caller: Caller, words: Words) -> str:
    """The name of who is called, else the number, else that there is nobody."""
    if caller.name:
        return caller.name.said(words.language).text
    return norwegian.phone(caller.phone) or caller.email or words.say("due.nobody")


def stamp_hint(dues: Iterable[Due], catalogue: Catalogue, words: Words) -> str:
    """The command that stamps the entries when all is right; whoever pastes it unfilled is asked for the role."""
    return f'hefte verify {" ".join(named(due.entry, catalogue) for due in dues)} --by "{words.say("due.your_role")}"'


def _blocks(calls: Sequence[Call], every: Sequence[Due], catalogue: Catalogue, words: Words) -> Iterator[Iterable[str]]:
    title = title_of(calls, catalogue, words).replace(norwegian.NBSP, " ")
    yield (title, "=" * len(title), *_wrapped(summary(calls, every, words), ""))
    last = ""
    for call in calls:
        head = caller_title(call.caller, words)
        if call.caller.is_there or head != last:
            yield _head(call, head, words)
        last = head
        for due in call.dues:
            yield _entry(due, call.caller, catalogue, words)
        if call.caller.is_there and len(call.dues) > 1:
            yield (f"{_INDENT}{words.say('due.stamp_all')}", f"{_INDENT}{stamp_hint(call.dues, catalogue, words)}")
    if calls:
        yield _wrapped(words.say("due.after"), "")


def _head(call: Call, title: str, words: Words) -> Iterator[str]:
    count = f"  ({len(call.dues)})" if len(call.dues) > 1 and call.caller.is_there else ""
    yield f"{title.upper()}{count}"
    yield "-" * len(title)
    if not call.caller.is_there:
        yield from _wrapped(words.say("due.nobody_means"), "")
        return
    if told := reached(call.caller, words):
        yield told


def reached(caller: Caller, words: Words) -> str:
    """How the caller is reached, on one line; the number is not said twice."""
    title = caller_title(caller, words)
    phone = norwegian.phone(caller.phone)
    hours = caller.hours.said(words.language).text if caller.hours else ""
    parts = (words.say("due.phone", phone=phone) if phone and phone != title else "", hours)
    email = caller.email if caller.email != title else ""
    return " · ".join(filter(None, (*parts, email))).replace(norwegian.NBSP, " ")


def _entry(due: Due, caller: Caller, catalogue: Catalogue, words: Words) -> Iterator[str]:
    name = named(due.entry, catalogue)
    yield f"{_BOX}{due.entry.title.said(words.language).text}  ({name})"
    yield from _wrapped(" ".join(filter(None, (stands(due, words), why(due, words)))), _INDENT)
    for line in facts_today(due.entry, catalogue, words):
        yield from _wrapped(f"{line.label}: {line.text}", _INDENT)
    if asked := first_missing(due.entry, catalogue, words):
        yield from _wrapped(asked, _INDENT)
    if caller.link and not caller.is_there:
        yield f"{_INDENT}{words.say('due.look_up', link=caller.link)}"
    yield f"{_INDENT}{stamp_hint((due,), catalogue, words)}"


def _wrapped(text: str, indent: str) -> list[str]:
    more = f"{indent}  " if indent else ""
    lines = wrap(text, COLUMNS, initial_indent=indent, subsequent_indent=more, break_on_hyphens=False)
    return [line.replace(norwegian.NBSP, " ") for line in lines]
