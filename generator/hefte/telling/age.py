"""How old the facts are, by the years that the entry's own words date them to: the year decides, not the author."""

import re
from collections.abc import Iterator
from datetime import date

from hefte import norwegian
from hefte.language import Words
from hefte.model import Entry

_MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    "january|february|march|may|june|july|october|december"
)
_TIMES = f"{_MONTHS}|romjula|(?:sommer|sommar|vinter|vår|høst|haust)(?:en)?|(?:jula|påska)|summer|winter|spring|autumn"
_SAID = "er|var|is|kartbok|artikkel|article"
_DATED = re.compile(
    r"(?P<before>\b\w+ )?"
    rf"(?:\b(?:i|in|per|(?:{_SAID}) (?:fra|frå|from)) (?:omtrent |om lag |about |(?:{_TIMES}) )*"
    rf"|(?:\b\d{{1,2}}\.?[ \N{{NO-BREAK SPACE}}])?\b(?:{_TIMES})[ \N{{NO-BREAK SPACE}}])"
    r"(?P<first>20\d\d)(?:[–-](?P<last>20\d\d))?\b",
    re.IGNORECASE,
)
"""«I 2022 kostet det», «er fra 2017–2018», «Sommeren 2023», «12. oktober 2025»."""

_FOUNDED = frozenset(
    (
        *("stiftet", "stifta", "fredet", "freda", "etablert", "grunnlagt", "bygd", "bygget", "bygt", "reist", "åpnet"),
        *("opna", "startet", "starta", "siden", "sidan", "since", "founded", "opened", "built", "protected"),
    )
)
"""What comes right before a year that says how old the thing is, not how old the facts are."""


def years_of(entry: Entry, today: date) -> tuple[int, ...]:
    """The years before this one that the entry's words date its facts to; none that somebody has checked since."""
    since = entry.checked.day.year if entry.checked else 0
    return tuple(sorted({year for year in _years(entry) if since <= year < today.year}))


def tell_years(entry: Entry, today: date, words: Words) -> str:
    """«2013», «2017 og 2018», or nothing."""
    return norwegian.joined(list(map(str, years_of(entry, today))), words.say("tell.and"))


def _years(entry: Entry) -> Iterator[int]:
    for text in filter(None, (entry.notice, entry.lead, entry.body)):
        said = text.said("nb").text
        for found in _DATED.finditer(said) if "20" in said else ():
            if (found["before"] or "").strip().lower() not in _FOUNDED:
                yield from (int(year) for year in (found["first"], found["last"]) if year)
