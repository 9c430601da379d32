"""The newsletters on the web: a page for each issue that is sent, true as of today, and the list of them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.model import Newsletter
from hefte.news.issues import ARCHIVE, FEED, issues_sent, title_of_issue
from hefte.news.letter import Letter
from hefte.news.lines import Desk
from hefte.news.month import near
from hefte.news.writing import letter_of
from hefte.output import fingerprint
from hefte.website.calendar import calendar_of
from hefte.website.digests import Digests
from hefte.website.prose import marked
from hefte.website.site import Page, Site


class IssueView(NamedTuple):
    """An issue on the list; `href` is from the language's root."""

    title: str
    href: str
    sent: str


def desk_of(site: Site) -> Desk:
    """What the letters of a site's language are written from."""
    return Desk(
        site.catalogue, site.words, site.rules, lambda ahead: near((one for _, one in calendar_of(site)), ahead)
    )


def pages(site: Site, digests: Digests) -> Iterator[Page]:
    """The list and the issues; nothing where none is sent."""
    issues = issues_sent(site.catalogue)
    if not issues:
        return
    key = fingerprint(*sorted(digests.values()), repr(sorted(site.printed)))
    say = site.words.say
    title, lead = say("newsletter.archive"), say("newsletter.archive_lead")
    yield Page(ARCHIVE, "nyhetsbrevene", title, lead, "newsletters.html", lambda: _archive(site), (key,))
    for issue in issues:
        yield _page(site, issue, key)


def _page(site: Site, issue: Newsletter, key: str) -> Page:
    title = title_of_issue(issue, site.language)
    told = site.words.say("newsletter.description", title=title, site=site.plain(site.catalogue.settings.name))
    heading = site.words.say("newsletter.title", title=title)
    return Page(issue.page, Newsletter.folder, heading, told, "newsletter.html", lambda: _issue(site, issue), (key,))


def _archive(site: Site) -> Mapping[str, object]:
    feed = site.address_of(FEED)
    return {"issues": tuple(_view(site, issue) for issue in issues_sent(site.catalogue)), "feed": feed}


def _view(site: Site, issue: Newsletter) -> IssueView:
    sent = norwegian.day(issue.sent, site.language) if issue.sent else ""
    return IssueView(title_of_issue(issue, site.language), issue.page, sent)


def _issue(site: Site, issue: Newsletter) -> Mapping[str, object]:
    letter = letter_of(issue, desk_of(site))
    file = f"nyhetsbrev/{issue.id}.pdf"
    return {
        "letter": letter,
        "greeting": _greeting(letter),
        "sent": norwegian.day(issue.sent, site.language) if issue.sent else "",
        "pdf": file.rpartition("/")[2] if site.prefix + file in site.printed else "",
    }


def _greeting(letter: Letter) -> Markup:
    said = letter.greeting
    return Markup(marked(said, letter.language, first=2)) if said else Markup()  # noqa: S704  # cleaned there
