"""What one can do with an entry's page beyond reading it: calendar, simpler words, report a mistake, edit."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple
from urllib.parse import quote

from hefte import norwegian
from hefte.form.page import page_name
from hefte.model import Entry
from hefte.model.choices import GitService
from hefte.website.site import Site
from hefte.website.structured import structured
from hefte.website.subscribe import own_calendar
from hefte.website.times import times


class Report(NamedTuple):
    """How to tell the service of a mistake: a link to write or to call by; `phone` is empty where it is to write."""

    href: str
    phone: str


def extras(site: Site, entry: Entry) -> Mapping[str, object]:
    """What `entry_extras.html` shows; the words stand there."""
    return {
        "times": times(site, entry),
        "calendar": own_calendar(site, entry),
        "plain_lead": entry.lead.lettlest or "",
        "report": report(site, entry),
        "edit_link": edit_link(site, entry),
        "structured": structured(site, entry),
    }


def report(site: Site, entry: Entry) -> Report | None:
    """A letter to the service that names the page and nothing of the reader; else its phone; else None."""
    contact = site.catalogue.settings.contact
    if contact is None:
        return None
    if contact.email:
        subject = _quoted(site.words.say("entry_page.report_subject")).format(title=quote(site.plain(entry.title)))
        page = site.address_of(entry.page) or f"/{site.prefix}{entry.page}"
        body = _quoted(site.words.say("entry_page.report_body")).format(link=quote(page))
        return Report(f"mailto:{quote(contact.email, safe='@+')}?subject={subject}&body={body}", "")
    return Report(f"tel:{contact.phone}", norwegian.phone(contact.phone)) if contact.phone else None


@cache
def _quoted(text: str) -> str:
    """Words for a link, whose places for values are kept."""
    return quote(text, safe="/{}")


def edit_link(site: Site, entry: Entry) -> str:
    """The entry in the form, else its file in the municipality's own web editor; empty where neither is set up."""
    form, base = site.catalogue.settings.web_form, site.catalogue.settings.edit_link
    if form and form.host is not GitService.LOCAL and entry.path == f"{entry.folder}/{entry.id}.yaml":
        page = page_name(site.language, is_main=not site.prefix)
        return f"{site.assets(entry.page)}{page}#/collections/{entry.folder}/entries/{entry.id}"
    return f"{base.rstrip('/')}/{quote(entry.path)}" if base and entry.path else ""
