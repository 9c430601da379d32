"""Events of somebody's calendar as drafts of ours: when, where and in which words; never who is asked to come.

The address of a feed may be a secret of its owner's, so only the name of the calendar and an event's own page are kept.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from hefte.check.people import holds_birth_number
from hefte.edits import Value
from hefte.interchange.calendar_file import CalendarEvent, CalendarFile
from hefte.interchange.calendar_series import EndsBeforeStartError, NeverError, When, when_of
from hefte.interchange.calendar_times import TooOftenError, told_rule
from hefte.interchange.drafts import Draft, Row
from hefte.interchange.plain_words import cut, one_line, plain_text
from hefte.language import Words
from hefte.model.texts import MAX_LEAD, MAX_LINE, MAX_MARKDOWN, MAX_TITLE
from hefte.norwegian import slug
from hefte.problem import Problem, Rule, Where

HIDDEN_UNTIL = "2099-01-01"
"""A draft has no page before its editor takes the day away."""

_TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION", "URL", "UID")
_WEB = re.compile(r"https?://[^\s@<>\"]+", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_NORWAY = ((57.0, 72.0), (4.0, 32.0))


class Taker(NamedTuple):
    """What the site says of what it takes in: municipality, categories by the slugs of their names, words, the day.

    The first category is for events that name none of them.
    """

    municipality: str
    categories: Mapping[str, str]
    words: Words
    today: date


class Taken(NamedTuple):
    """The drafts by the UIDs of their events, what is wrong with the others, and how many are over."""

    drafts: tuple[tuple[str, Draft], ...]
    problems: tuple[Problem, ...]
    over: int


def drafts_of(path: str, file: CalendarFile, taker: Taker) -> Taken:
    """Make a draft of every event that is to come; `path` names the file in the problems."""
    drafts: dict[str, Draft] = {}
    problems = list(file.problems)
    over = 0
    for event, changed in _together(file.events):
        where = Where(path, event.line)
        refused = _refused(event)
        when = refused or _when(event, changed, taker.today)
        if isinstance(when, Rule):
            problems.append(Problem(where, when, _named(event, when)))
        elif not when.rows:
            over += 1
        else:
            if when.last:
                told = {"number": when.written_out, "last": when.last.isoformat()}
                problems.append(
                    Problem(where, Rule.EVENT_WRITTEN_OUT, {**_named(event, Rule.EVENT_WRITTEN_OUT), **told})
                )
            drafts[uid_of(event)] = _draft(event, when, file.name or path, taker)
    return Taken(tuple(drafts.items()), tuple(problems), over)


def uid_of(event: CalendarEvent) -> str:
    """The name that the event has in its own calendar, as we keep it."""
    return one_line(event.text("UID"))


def _together(events: Iterable[CalendarEvent]) -> Iterator[tuple[CalendarEvent, list[CalendarEvent]]]:
    """Each event in its last version, with those of its times that were changed; a change of nothing is an event."""
    found: dict[str, dict[str, CalendarEvent]] = {}
    for number, event in enumerate(events):
        versions = found.setdefault(event.text("UID") or f"\n{number}", {})
        planned = str(event.moment("RECURRENCE-ID") or "")
        if planned not in versions or _version(event) >= _version(versions[planned]):
            versions[planned] = event
    for versions in found.values():
        event = versions.pop(min(versions))
        yield event, list(versions.values())


def _version(event: CalendarEvent) -> int:
    text = event.text("SEQUENCE")
    return int(text) if text.isdecimal() else 0


def _refused(event: CalendarEvent) -> Rule | None:
    """Why an event is not taken in, whenever it is."""
    if event.text("CLASS").upper() in {"PRIVATE", "CONFIDENTIAL"}:
        return Rule.EVENT_IS_PRIVATE
    if any(holds_birth_number(event.text(name)) for name in _TEXTS):
        return Rule.EVENT_TELLS_A_BIRTH_NUMBER
    if not event.text("UID"):
        return Rule.EVENT_WITHOUT_UID
    if event.moment("DTSTART") is None:
        return Rule.EVENT_WITHOUT_START
    if not plain_text(event.text("SUMMARY")):
        return Rule.EVENT_WITHOUT_TITLE
    return Rule.EVENT_RULE_UNKNOWN if event.has_broken_rule else None


def _when(event: CalendarEvent, changed: list[CalendarEvent], today: date) -> When | Rule:
    try:
        return when_of(event, changed, today)
    except TooOftenError:
        return Rule.EVENT_TOO_OFTEN
    except NeverError:
        return Rule.EVENT_NEVER
    except EndsBeforeStartError:
        return Rule.EVENT_ENDS_BEFORE_START
    except (ValueError, TypeError, OverflowError, KeyError, AttributeError):
        return Rule.EVENT_RULE_UNKNOWN


def _named(event: CalendarEvent, rule: Rule) -> Mapping[str, object]:
    """Which event it is; nothing of what is private."""
    if rule in {Rule.EVENT_IS_PRIVATE, Rule.EVENT_TELLS_A_BIRTH_NUMBER}:
        return {}
    title = plain_text(event.text("SUMMARY"))[:60] or event.text("UID")[:60] or "?"
    rules = " + ".join(map(told_rule, event.rules))[:120]
    return {"title": title, "rule": rules or event.text("RRULE")[:120]} if rule in _OF_RULES else {"title": title}


_OF_RULES = {Rule.EVENT_TOO_OFTEN, Rule.EVENT_NEVER, Rule.EVENT_RULE_UNKNOWN, Rule.EVENT_WRITTEN_OUT}


def _draft(event: CalendarEvent, when: When, calendar: str, taker: Taker) -> Draft:
    title = cut(plain_text(event.text("SUMMARY")), MAX_TITLE)
    say = taker.words.say
    is_off = event.text("STATUS").upper() == "CANCELLED"
    rows = (
        Row("tittel", title),
        *_prose(event, say),
        Row("kategorier", list(_categories(event, taker))),
        Row("kommune", taker.municipality),
        Row("vis_fra", HIDDEN_UNTIL, say("import.calendar.hidden")),
        *(row for row in when.rows if row.key != "avlyst" or not is_off),
        *((Row("avlyst", "ja"),) if is_off else ()),
        *_place(event),
        *_source(event, calendar, taker),
    )
    return Draft(slug(title)[:60].strip("-") or "arrangement", rows, None, (say("import.calendar.head"),))


def _prose(event: CalendarEvent, say: Callable[..., str]) -> Iterator[Row]:
    """The first words as the line under the title, and all of them below, where there are more."""
    text = plain_text(event.text("DESCRIPTION"))
    first = _SENTENCE.split(text.split("\n", 1)[0])[0]
    lead = cut(first, MAX_LEAD) or cut(plain_text(event.text("SUMMARY")), MAX_LEAD)
    yield Row("ingress", lead, "" if first else say("import.calendar.lead"))
    if text and text != lead:
        yield Row("beskrivelse", cut(text, MAX_MARKDOWN))


def _categories(event: CalendarEvent, taker: Taker) -> Iterator[str]:
    named = getattr(event.event.get("CATEGORIES"), "cats", ())
    found = dict.fromkeys(taker.categories[slug(str(name))] for name in named if slug(str(name)) in taker.categories)
    yield from found or [next(iter(taker.categories.values()))]


def _place(event: CalendarEvent) -> Iterator[Row]:
    """Where it is; a meeting on the net is nowhere."""
    said = one_line(plain_text(event.text("LOCATION")))
    spot: dict[str, Value] = {"navn": said} if said and not _WEB.match(said) else {}
    at = event.event.get("GEO")
    position = (getattr(at, "latitude", None), getattr(at, "longitude", None))
    degrees = [float(part) for part in position if isinstance(part, int | float)]
    if spot and len(degrees) == 2 and all(low < one < high for one, (low, high) in zip(degrees, _NORWAY, strict=True)):
        spot |= {"lat": f"{degrees[0]:.5f}", "lon": f"{degrees[1]:.5f}"}
    if spot:
        yield Row("sted", spot)


def _source(event: CalendarEvent, calendar: str, taker: Taker) -> Iterator[Row]:
    page = event.text("URL")
    link: dict[str, Value] = {"nett": page} if _WEB.fullmatch(page) and len(page) <= MAX_LINE else {}
    if link:
        yield Row("kontakt", link)
    name = one_line(plain_text(calendar))
    read = {"navn": name, "uid": uid_of(event), "lest": taker.today.isoformat(), "sikkerhet": "trolig"}
    yield Row("kilde", [{**link, **read}])
