"""`404.html`: what a reader gets whose address leads nowhere, from whatever folder it was asked for."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from hefte.output import Output, fingerprint
from hefte.website.site import Page, Site, render

_RELATIVE = re.compile(r'(\s(?:href|src|action)=")(?![a-z][a-z0-9+.-]*:|[#/])')


def missing(site: Site) -> Output:
    """The page in the site's frame where its address is known, else a plain one that needs no other file."""
    key = fingerprint(site.key, site.language, "404.html", site.catalogue.settings.address or "")
    return Output("404.html", key, lambda: _page(site))


def _page(site: Site) -> str:
    address = site.catalogue.settings.address
    if not address:
        return site.templates.get_template("missing.html").render(plain=True, site=site, say=site.words.say)
    title, why = site.words.say("list.missing_title"), site.words.say("list.missing_why")
    # Under the first page's name, so that the ways to the other languages lead to theirs.
    page = Page("index.html", "oversikt", title, why, "missing.html", _view, ())
    return rooted(render(site, page).decode(), address)


def _view() -> Mapping[str, object]:
    return {"plain": False}


def rooted(page: str, address: str) -> str:
    """The page with every link from the root of its host: `/` or `/hefte/`, by the site's address."""
    root = urlsplit(address).path.rstrip("/") + "/"
    return _RELATIVE.sub(lambda found: found[1] + root, page)
