"""From an issue to a letter in one language, true on the day that it is written: nothing paused, unsure or over."""

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from zlib import crc32

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.model import Entry, Happening, Newsletter, Organisation, Walk
from hefte.model.newsletter import Ended
from hefte.model.newsletter import News as Told
from hefte.model.times import DaySpan
from hefte.news.issues import title_of_issue
from hefte.news.letter import Ask, Cluster, Item, Letter, Section
from hefte.news.lines import Desk, item_of, title_of, walk_of_the_month
from hefte.news.month import days_of
from hefte.occurrences import month_from
from hefte.telling.changes import changes
from hefte.telling.newsworthy import entry_named, is_newsworthy, is_proposable
from hefte.telling.sample import sample_notice
from hefte.telling.themes import is_surely_free

MOST = 200
"""More things than this in one part of a letter nobody reads to the end."""

FREE_MOST = 8
"""So many of what is free are named; the page of all of them is one link away."""


def letter_of(issue: Newsletter, desk: Desk, most: int = MOST) -> Letter:
    """The letter, with at most so many things in each part; of a month that is over only what the editor told."""
    settings, language = desk.catalogue.settings, desk.language
    inside = "" if language == settings.languages[0] else f"{language}/"
    return Letter(
        id=issue.id,
        language=language,
        title=title_of_issue(issue, language),
        site=desk.said(settings.name),
        service=desk.said(settings.service),
        sample=sample_notice(settings, desk.words),
        greeting=issue.greeting.said(language) if issue.greeting else None,
        sections=tuple(_short(section, most, desk) for section in _sections(issue, desk, most) if section.items),
        ask=_ask(desk),
        address=f"{settings.address.rstrip('/')}/{inside}" if settings.address else "",
        month=issue.month,
        sent=issue.sent,
    )


def _sections(issue: Newsletter, desk: Desk, most: int) -> Iterator[Section]:
    month, today = month_from(issue.month), desk.catalogue.today
    is_over = month.last < today
    ahead = DaySpan(max(month.first, today), month.last)
    if not is_over:
        yield _section("changes", _cluster(_called_off(DaySpan(today, month.last), desk)), desk)
    yield _section("new", _cluster(_news(issue.new, "nye", desk)), desk)
    yield _section("changed", _cluster(_news(issue.changed, "endret", desk)), desk)
    yield _section("ended", _cluster(_ended(one, desk) for one in issue.ended), desk)
    if not is_over:
        yield _days(ahead, desk, most)
    yield _section("walk", _cluster(_walk(issue, desk)), desk)
    if not is_over:
        yield _free(issue, ahead, desk)


def _section(name: str, clusters: tuple[Cluster, ...], desk: Desk) -> Section:
    return Section(name, desk.say(name), clusters)


def _cluster(items: Iterable[Item]) -> tuple[Cluster, ...]:
    found = tuple(items)
    return (Cluster("", found),) if found else ()


def _called_off(within: DaySpan, desk: Desk) -> Iterator[Item]:
    """What somebody may set out for in vain, between today and the end of the month."""
    for entry in desk.catalogue.shown:
        if isinstance(entry, Happening) and _is_touched(entry, within) and is_newsworthy(entry, within.first):
            told = tuple(change.told for change in changes(entry, desk.words, within.first))
            if told:
                yield Item(title_of(entry, desk), entry.page, lines=told)


def _is_touched(entry: Happening, within: DaySpan) -> bool:
    """Whether all of it is called off, or a day within is called off, moved from or moved to."""
    off = entry.cancelled
    spans = [
        *(off.days if off else ()),
        *(DaySpan(day, day) for row in entry.moved for day in (row.day, row.to) if day),
    ]
    return bool(off and off.is_whole) or any(span.first <= within.last and span.last >= within.first for span in spans)


def _news(rows: Iterable[Told], anchor: str, desk: Desk) -> Iterator[Item]:
    for row in rows:
        entry = entry_named(row.entry, desk.catalogue)
        if entry is not None and is_newsworthy(entry, desk.catalogue.today):
            made = item_of(entry, desk, desk.said(row.what))
            yield made._replace(anchor=f"{anchor}-{row.entry.replace('/', '-')}")


def _ended(ended: Ended, desk: Desk) -> Item:
    last = (desk.say("last_day", day=norwegian.day(ended.last, desk.language)),) if ended.last else ()
    return Item(
        ended.title.said(desk.language), lines=last, anchor=f"slutt-{norwegian.slug(ended.title.said('nb').text)}"
    )


def _days(ahead: DaySpan, desk: Desk, most: int) -> Section:
    found = days_of(ahead, desk, most)
    title = desk.say("days", month=norwegian.month(ahead.last, desk.language))
    more = desk.say("days_more")
    return Section("days", title, found.clusters, desk.say("days_lead"), out=found.out, more=more, path="kalender.html")


def _walk(issue: Newsletter, desk: Desk) -> Iterator[Item]:
    found = entry_named(f"turer/{issue.walk}", desk.catalogue) if issue.walk else None
    if isinstance(found, Walk) and is_proposable(found, desk.catalogue.today):
        yield walk_of_the_month(found, desk)


def _free(issue: Newsletter, ahead: DaySpan, desk: Desk) -> Section:
    found = _cluster(item_of(entry, desk) for entry in _free_entries(issue, ahead, desk))
    made = _section("free", found, desk)
    return made._replace(more=desk.say("free_more"), path="gratis.html")


def _free_entries(issue: Newsletter, ahead: DaySpan, desk: Desk) -> list[Entry]:
    """First what has a time in the month, walks last; among equals other ones each month."""
    on = {one.entry for one in desk.series(ahead) if one.is_on and one.days_in(ahead)}
    free = (entry for entry in desk.catalogue.shown if _is_free_to_do(entry, desk.catalogue))
    return nsmallest(
        FREE_MOST, free, key=lambda entry: (entry not in on, isinstance(entry, Walk), _drawn(entry, issue))
    )


def _is_free_to_do(entry: Entry, catalogue: Catalogue) -> bool:
    return is_surely_free(entry) and not isinstance(entry, Organisation) and is_proposable(entry, catalogue.today)


def _drawn(entry: Entry, issue: Newsletter) -> int:
    return crc32(f"{issue.month.isoformat()} {entry.folder}/{entry.id}".encode())


def _ask(desk: Desk) -> Ask:
    contact = desk.catalogue.settings.contact
    email, digits = (contact.email or "", contact.phone or "") if contact else ("", "")
    name = "wrong" if email or digits else "wrong_ask"
    text = desk.say(name, service=desk.said(desk.catalogue.settings.service))
    return Ask(desk.say("wrong_title"), text, email, norwegian.phone(digits), digits)


def shortened(letter: Letter, most: int, desk: Desk) -> Letter:
    """The letter with at most so many things in each part, and told how many there was no room for."""
    return letter._replace(sections=tuple(_short(section, most, desk) for section in letter.sections))


def _short(section: Section, most: int, desk: Desk) -> Section:
    left, clusters = most, []
    for cluster in section.clusters:
        items = cluster.items[:left]
        left -= len(items)
        if items:
            clusters.append(cluster._replace(items=items))
    out = section.out + max(0, len(section.items) - most)
    rest = desk.words.say_count("newsletter.rest", out) if out else ""
    return section._replace(clusters=tuple(clusters), rest=rest, out=out)
