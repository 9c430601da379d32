"""The issues of the newsletter: which of them everybody may read, and what they are called."""

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.model import Newsletter
from hefte.telling.when import capital

ARCHIVE = "nyhetsbrev.html"
FEED = "nytt.xml"
"""The page that lists them, and the feed of what they told, from the language's root."""


def issues_sent(catalogue: Catalogue) -> tuple[Newsletter, ...]:
    """What everybody may read, the newest first; drafts are not among them."""
    sent = (issue for issue in catalogue.all(Newsletter) if issue.is_sent(catalogue.today))
    return tuple(sorted(sent, key=lambda issue: (issue.month, issue.id), reverse=True))


def title_of_issue(issue: Newsletter, language: str) -> str:
    """Its own title, or «Desember 2026»."""
    if issue.title:
        return issue.title.said(language).text
    return capital(f"{norwegian.month(issue.month, language)} {issue.month.year}")
