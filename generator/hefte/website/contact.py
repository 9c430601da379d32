"""Whom to call and where we have it from, as a page shows them."""

from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.language import Words
from hefte.model import Entry
from hefte.model.fields import field_named
from hefte.model.parts import Origin
from hefte.telling.contact import contact_of, is_contact_unsure
from hefte.telling.facts import said
from hefte.telling.values import begun_small, field_label, tell_link
from hefte.telling.when import capital
from hefte.website.once import once
from hefte.website.site import Site


class ContactView(NamedTuple):
    """Whom to call, as the page shows it."""

    role: Markup
    name: str
    phone: str
    phone_link: str
    email: str
    link: str
    link_text: str
    hours: Markup
    is_service: bool
    unsure: bool


class SourceView(NamedTuple):
    """A source with how sure it is, and of what, in words: «Usikker: pris og åpningstider»."""

    text: str
    link: str
    read: str
    certainty: str


@once
def contact_view(site: Site, entry: Entry) -> ContactView | None:
    """Whom to call: with a name only where consent is written down."""
    contact = contact_of(entry, site.catalogue)
    if contact is None:
        return None
    is_service = contact is site.catalogue.settings.contact
    return ContactView(
        role=site.say(contact.role or (site.catalogue.settings.service if is_service else None)),
        name=(contact.name or "") if contact.consent else "",
        phone=norwegian.phone(contact.phone or ""),
        phone_link=contact.phone or "",
        email=contact.email or "",
        link=contact.link or "",
        link_text=tell_link(contact.link or "", site.words),
        hours=site.say(contact.hours),
        is_service=is_service,
        unsure=is_contact_unsure(entry, site.catalogue),
    )


def source_view(site: Site, entry: Entry, source: Origin) -> SourceView:
    """A source as a line of text, with the names of the facts that it holds for."""
    text = said(source.title, site.words) or tell_link(source.link or "", site.words)
    read = norwegian.day(source.read, site.language) if source.read else ""
    certainty = site.words.say(f"choice.Certainty.{source.certainty.value}") if source.certainty else ""
    told = ": ".join(filter(None, (certainty, _covered(entry, source, site.words))))
    return SourceView(text, source.link or "", read, capital(told))


def _covered(entry: Entry, source: Origin, words: Words) -> str:
    rows = filter(None, (field_named(type(entry), alias) for alias in source.covers))
    return norwegian.joined([begun_small(field_label(type(entry), row, words)) for row in rows], words.say("tell.and"))
