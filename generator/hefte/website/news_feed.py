"""`nytt.xml`: each issue and all that it told, as an Atom feed (RFC 4287) whose ids never change."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from hefte.model import Newsletter
from hefte.news.issues import ARCHIVE, FEED, issues_sent
from hefte.news.letter import Item, Letter
from hefte.news.writing import letter_of
from hefte.output import Output, fingerprint
from hefte.website.digests import Digests
from hefte.website.newsletters import desk_of
from hefte.website.site import Site

ISSUES = 12
"""The feed reaches back a year."""

_ATOM = "http://www.w3.org/2005/Atom"
_TOLD = ("new", "changed", "ended")


class _Entry(NamedTuple):
    id: str
    title: str
    link: str
    summary: str
    day: date


def feed(site: Site, digests: Digests) -> Iterator[Output]:
    """The feed of the site's language, once an issue is sent; only a site that knows its own address has one."""
    issues = issues_sent(site.catalogue)[:ISSUES]
    if site.address and issues:
        key = fingerprint(site.key, site.language, *sorted(digests.values()))
        yield Output(site.prefix + FEED, key, partial(_feed, site, issues))


def _feed(site: Site, issues: tuple[Newsletter, ...]) -> str:
    entries = tuple(entry for issue in issues for entry in _entries(site, issue))
    own = site.address_of(FEED)
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": site.language})
    _text(root, "id", own)
    _text(root, "title", site.words.say("newsletter.feed", site=site.plain(site.catalogue.settings.name)))
    _text(root, "updated", _moment(max(entry.day for entry in entries)))
    _text(SubElement(root, "author"), "name", site.plain(site.catalogue.settings.service))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": site.address_of(ARCHIVE)})
    for entry in entries:
        _put(root, entry)
    indent(root, "")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + str(tostring(root, encoding="unicode")) + "\n"


def _put(root: Element, entry: _Entry) -> None:
    row = SubElement(root, "entry")
    _text(row, "id", entry.id)
    _text(row, "title", entry.title)
    _text(row, "updated", _moment(entry.day))
    SubElement(row, "link", {"rel": "alternate", "type": "text/html", "href": entry.link})
    _text(row, "summary", entry.summary)


def _text(parent: Element, name: str, said: str) -> None:
    SubElement(parent, name).text = said


def _moment(day: date) -> str:
    """The day as RFC 3339 asks; noon is the same day everywhere in Europe."""
    return f"{day.isoformat()}T12:00:00Z"


def _entries(site: Site, issue: Newsletter) -> Iterator[_Entry]:
    """The issue first, then what it told; an item is known for ever by the issue's page and its own anchor there."""
    letter, day = letter_of(issue, desk_of(site)), issue.sent
    if day is None:
        return
    page = letter.address_of(letter.path)
    title = site.words.say("newsletter.title", title=letter.title)
    yield _Entry(page, title, page, _summary(letter), day)
    for section in letter.sections:
        if section.name in _TOLD:
            yield from (_told(item, section.title, page, letter, day) for item in section.items)


def _told(item: Item, heading: str, page: str, letter: Letter, day: date) -> _Entry:
    known = f"{page}#{item.anchor}"
    told = " · ".join(item.lines) or item.title.text
    return _Entry(known, f"{heading}: {item.title.text}", letter.address_of(item.path) or known, told, day)


def _summary(letter: Letter) -> str:
    """What is in the issue, by the headings of its parts."""
    return " · ".join(section.title for section in letter.sections) or letter.title
