"""What the municipality's settings and words say in the frame of every page."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.guides import OVERVIEW, guides_of, page_of
from hefte.language import Words
from hefte.model import ENTRY_TYPES, Happening, Page
from hefte.model.settings import Colours, TileSource
from hefte.news.issues import ARCHIVE, issues_sent
from hefte.picture import Look, copies
from hefte.telling.sample import sample_notice
from hefte.website.frame import DRAWN_LOGO, TABS, FrameSettings, Link

_ALWAYS = ("hjem", "finn", "hefter")
_COLOURS = {"topp": "main", "knapp": "main", "overskrift": "main"}
"""The tokens of the style sheet that the municipality's own colours stand for."""


def frame_settings(catalogue: Catalogue, words: Mapping[str, Words]) -> FrameSettings:
    """The frame's settings; a tab without entries behind it is left out."""
    settings = catalogue.settings
    filled = {kind.folder for kind in ENTRY_TYPES if catalogue.shown_of(kind)}
    filled |= {"kalender"} if any(isinstance(entry, Happening) for entry in catalogue.shown) else set()
    contact = settings.contact
    return FrameSettings(
        service={code: settings.name.said(code).text for code in words},
        languages=tuple(words),
        words={
            code: {key.removeprefix("frame."): text for key, text in spoken.table.items() if key.startswith("frame.")}
            for code, spoken in words.items()
        },
        tabs=tuple(tab for tab in TABS if tab in _ALWAYS or tab in filled),
        links=_links(catalogue, words),
        help={code: _help(catalogue, code, words[code]) for code in words},
        phone=norwegian.phone(contact.phone) if contact and contact.phone else "",
        sample=_sample(catalogue, words),
        address=settings.address or "",
        colours=_colours(settings.colours),
        logo=logo_of(catalogue),
        tiles=tile_host(settings.tiles),
        feed=_feed(catalogue, words),
    )


def tile_host(tiles: TileSource | None) -> str:
    """The one other host that the page of the map may ask, once its reader has said yes; empty where there is none."""
    return "https://" + urlsplit(tiles.tile_address).netloc.lower() if tiles else ""


def logo_of(catalogue: Catalogue) -> str:
    """The municipality's own logo where it can be published, else the service's mark."""
    name = catalogue.settings.logo or ""
    seen = catalogue.looks.get(name)
    return copies(name, seen)[-1].path if isinstance(seen, Look) else DRAWN_LOGO


def _links(catalogue: Catalogue, words: Mapping[str, Words]) -> tuple[Link, ...]:
    pages = (page for page in catalogue.pages if page.in_menu is not False)
    codes = catalogue.settings.languages
    links = [Link({code: page.title.said(code).text for code in codes}, page.page) for page in pages]
    if OVERVIEW in guides_of(catalogue) and catalogue.get(Page.folder, OVERVIEW) is None:
        links.append(Link({code: spoken.say("guides.link") for code, spoken in words.items()}, page_of(OVERVIEW)))
    if issues_sent(catalogue):
        links.append(Link({code: spoken.say("newsletter.archive") for code, spoken in words.items()}, ARCHIVE))
    if catalogue.settings.declaration:
        titles = {code: spoken.say("field.declaration") for code, spoken in words.items()}
        links.append(Link(titles, catalogue.settings.declaration))
    return tuple(links)


def _feed(catalogue: Catalogue, words: Mapping[str, Words]) -> Mapping[str, str]:
    """The title of the feed of news; nothing where no issue is sent, or the site knows no address of its own."""
    if not catalogue.settings.address or not issues_sent(catalogue):
        return {}
    name = catalogue.settings.name
    return {code: spoken.say("newsletter.feed", site=name.said(code).text) for code, spoken in words.items()}


def _help(catalogue: Catalogue, code: str, words: Words) -> str:
    contact = catalogue.settings.contact
    service = catalogue.settings.service.said(code).text
    if contact is None or not contact.phone:
        return words.say("frame_help.no_phone", service=service)
    hours = contact.hours.said(code).text if contact.hours else ""
    return (
        words.say("frame_help.call_hours", service=service, hours=hours)
        if hours
        else words.say("frame_help.call", service=service)
    )


def _sample(catalogue: Catalogue, words: Mapping[str, Words]) -> Mapping[str, str]:
    told = {code: sample_notice(catalogue.settings, spoken) for code, spoken in words.items()}
    return {code: notice for code, notice in told.items() if notice}


def _colours(colours: Colours | None) -> Mapping[str, str]:
    if colours is None:
        return {}
    stated = {token: getattr(colours, name) for token, name in _COLOURS.items()}
    return {token: value for token, value in stated.items() if value}
