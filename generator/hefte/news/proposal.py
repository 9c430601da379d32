"""The draft of an issue: what is new since the last one, a walk to put forward, and room for the editor's own word."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hefte import norwegian
from hefte.assessment.rules import Rules
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Newsletter, Walk
from hefte.model.choices import Season, YesNoPartly
from hefte.model.fields import FieldRow
from hefte.news.differences import Changed, Differences, Gone
from hefte.source import File
from hefte.telling.newsworthy import is_proposable
from hefte.telling.themes import is_measured
from hefte.telling.values import begun_small, field_label
from hefte.telling.walk import stated_wheelchair, sure_length, wheelchair_reach

RECENT = 12
"""The walk of an issue is not put forward again in as many issues, where there is another."""

_LONGEST_M = 5000.0
_SEASONS = {Season.WINTER: (12, 1, 2, 3), Season.SPRING: (4, 5), Season.SUMMER: (6, 7, 8), Season.AUTUMN: (9, 10, 11)}


class Spoken(NamedTuple):
    """In which languages the draft is written, the editor's own first, and with which words."""

    words: Mapping[str, Words]

    @property
    def own(self) -> Words:
        """The words of the comments."""
        return next(iter(self.words.values()))


def since_of(month: date, issues: Iterable[Newsletter]) -> date:
    """The day from which things are new: when the issue before was sent, else a month before this one."""
    sent = [issue.sent for issue in issues if issue.sent is not None and issue.month < month]
    return max(sent) if sent else (month - timedelta(days=1)).replace(day=1)


def not_told_before(found: Differences, issues: Iterable[Newsletter]) -> Differences:
    """The same without what an issue has told as new: it may have come on the very day that one was sent."""
    told = {row.entry for issue in issues for row in issue.new}
    return found._replace(new=tuple(entry for entry in found.new if f"{entry.folder}/{entry.id}" not in told))


def walk_to_propose(month: date, catalogue: Catalogue, rules: Rules) -> Walk | None:
    """An open walk that fits the season and no recent issue had: the best known access first, then the shortest."""
    issues = sorted(catalogue.all(Newsletter), key=lambda issue: issue.month, reverse=True)
    recent = [issue.walk for issue in issues if issue.month < month][:RECENT]
    walks = (walk for walk in catalogue.shown_of(Walk) if is_proposable(walk, catalogue.today))
    in_season = [walk for walk in walks if _is_in_season(walk, month)]
    return min(in_season, key=lambda walk: _worth(walk, recent, rules), default=None)


def _is_in_season(walk: Walk, month: date) -> bool:
    named = set(walk.season) - {Season.ALL_YEAR}
    return not named or Season.ALL_YEAR in walk.season or any(month.month in _SEASONS[season] for season in named)


def _worth(walk: Walk, recent: Sequence[str | None], rules: Rules) -> tuple[bool, int, int, float, str]:
    """Smallest first: not used lately, or longest ago; then how far a wheelchair surely gets; then how short."""
    ago = recent.index(walk.id) if walk.id in recent else RECENT
    length = sure_length(walk) or _LONGEST_M
    return length > _LONGEST_M, -ago, _access(walk, rules), length, walk.id


def _access(walk: Walk, rules: Rules) -> int:
    if is_measured(walk):
        reach = wheelchair_reach(walk, rules)
        return 0 if reach.is_whole else 1 if reach.easy_m > 0 else 3
    stated = stated_wheelchair(walk)
    return 2 if stated and not stated.unsure and stated.value is YesNoPartly.YES else 4


def draft(month: date, since: date | None, found: Differences, walk: Walk | None, spoken: Spoken) -> File:
    """The file of an issue as it is first written; without `since` nobody knows what is new, and it says so."""
    text = "\n".join(_lines(month, since, found, walk, spoken)) + "\n"
    return File(f"nyhetsbrev/{month:%Y-%m}.yaml", text)


def _lines(month: date, since: date | None, found: Differences, walk: Walk | None, spoken: Spoken) -> Iterator[str]:
    words = spoken.own
    named = f"{norwegian.month(month, words.language)} {month.year}"
    yield from _comment(words, "about", month=named)
    yield f"måned: {month:%Y-%m}"
    yield from _comment(words, "greeting")
    yield "hilsen:"
    yield from _comment(words, "since" if since else "no_history")
    yield f"fra: {since.isoformat()}" if since else "fra:"
    yield from _listed("nye", (_path(entry, spoken) for entry in found.new))
    yield from _comment(words, "changed")
    yield from _listed("endret", (_changed(one, spoken) for one in found.changed))
    yield from _listed("slutt", (_gone(one) for one in found.ended))
    yield from _comment(words, "walk")
    yield f"månedens_tur: {walk.id}  # {_plain(walk, words)}" if walk else "månedens_tur:"
    yield from _comment(words, "sent")
    yield "sendt:"


def _comment(words: Words, name: str, **values: object) -> Iterator[str]:
    yield from (f"# {line}" for line in words.say(f"newsletter.draft.{name}", **values).splitlines())


def _listed(key: str, rows: Iterable[str]) -> Iterator[str]:
    yield f"{key}:"
    yield from (f"  - {row}" for row in rows)


def _path(entry: Entry, spoken: Spoken) -> str:
    return f"{entry.folder}/{entry.id}  # {_plain(entry, spoken.own)}"


def _plain(entry: Entry, words: Words) -> str:
    return " ".join(entry.title.said(words.language).text.split())


def _changed(one: Changed, spoken: Spoken) -> str:
    """The entry with what has changed in it; a notice speaks for itself, and stands first in the letter."""
    rows = tuple(row for row in one.rows if row.name != "notice")
    if not rows:
        return _path(one.entry, spoken)
    told = {code: _what(one.entry, rows, words) for code, words in spoken.words.items()}
    said = ", ".join(f"{code}: {_quoted(text)}" for code, text in told.items())
    return f"{{post: {one.entry.folder}/{one.entry.id}, hva: {{{said}}}}}  # {_plain(one.entry, spoken.own)}"


def _what(entry: Entry, rows: Sequence[FieldRow], words: Words) -> str:
    """«Endret: pris og når.»."""
    labels = tuple(dict.fromkeys(begun_small(field_label(type(entry), row, words)) for row in rows))
    return words.say("newsletter.what", fields=norwegian.joined(labels, words.say("tell.and")))


def _gone(one: Gone) -> str:
    title = one.entry.title
    forms = {code: text for code, text in zip(title._fields, title, strict=True) if text}
    said = ", ".join(f"{code}: {_quoted(text)}" for code, text in forms.items())
    last = f", sist: {one.last.isoformat()}" if one.last else ""
    return f"{{tittel: {{{said}}}{last}}}"


def _quoted(text: str) -> str:
    """Text between quotes as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)
