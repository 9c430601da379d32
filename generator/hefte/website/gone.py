"""Pages for what is no longer offered: a code on paper may still lead there, so an address lives on."""

from collections.abc import Iterator, Mapping

from hefte.catalogue import has_page, is_shown
from hefte.model import Entry
from hefte.website.digests import Digests, of_cards
from hefte.website.site import Page, Site


def pages(site: Site, digests: Digests) -> Iterator[Page]:
    """«Ikke lenger i heftet» for what has ended, and a sign to the new page for every former id."""
    today = site.catalogue.today
    for entry in site.catalogue.entries:
        if not is_shown(entry, today) and has_page(entry, today):
            yield _ended(site, entry, digests)
        for former in entry.former_ids:
            if site.catalogue.get(entry.folder, former) is None and is_shown(entry, today):
                yield _moved(site, entry, former)


def _ended(site: Site, entry: Entry, digests: Digests) -> Page:
    alike = site.catalogue.kindred(entry)[:6]
    title = site.words.say("gone.title")

    def view() -> Mapping[str, object]:
        return {"entry": entry, "alike": alike, "moved": ""}

    made_of = tuple(of_cards(site.catalogue, (entry, *alike), digests))
    return Page(entry.page, entry.folder, f"{site.plain(entry.title)}: {title}", title, "gone.html", view, made_of)


def _moved(site: Site, entry: Entry, former: str) -> Page:
    title = site.plain(entry.title)

    def view() -> Mapping[str, object]:
        return {"entry": entry, "alike": (), "moved": f"{entry.id}.html"}

    head = f'<meta http-equiv="refresh" content="0; url={entry.id}.html">'
    made_of = (entry.id, site.say(entry.title), site.words.say("gone.moved"))
    return Page(f"{entry.folder}/{former}.html", entry.folder, title, title, "gone.html", view, made_of, head)
