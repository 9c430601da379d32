"""One page of each kind of the sample municipality, and what axe says of it, for tests and for `make bench-pages`."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from everyone import Scheme, hindrances
from settled import visit

SHORTLIST = "turer/strandpromenaden,aktiviteter/bowling-tirsdag,turer/vannverksdammen"
LIVELY = (
    "index.html",
    "finn.html",
    "finn.html?q=bade&pris=gratis",
    "finn.html?q=dans&hc-toalett=nei&energi=rolig",
    "kart.html",
    "kart.html#turer/strandpromenaden",
    "profil.html",
    "kalender.html",
    "kalender.html?visning=maned&rullestol=ja",
    "hefter.html",
    "turer/strandpromenaden.html",
    "aktiviteter/bowling-tirsdag.html",
    "aktiviteter/index.html",
)
"""Pages that a script fills or marks while they come."""

PAGES = (
    *LIVELY,
    "utvalg.html",
    f"utvalg.html#{SHORTLIST}",
    "turer/index.html",
    "kategori/bading.html",
    "omrade/sentrum.html",
    "a-a.html",
    "gratis.html",
    "med-rullestol.html",
    "404.html",
    "offline.html",
    "sider/ledsagerbevis.html",
    "sider/om.html",
    "sider/veiledning.html",
    "sider/veiledning-stottekontakt.html",
    "sider/felt.html",
    "sider/felt-turer.html",
    "en/sider/veiledning-redaktor.html",
    "nyhetsbrev.html",
    "nyhetsbrev/2026-12.html",
    "turer/vannverksdammen.html",
    "arrangementer/julegrantenning.html",
    "grupper/torsdagsklubben.html",
    "grupper-oversikt.html",
    "status.html",
    "kalender/2026-12.html",
    "kalender.html?dato=2026-12-25",
    "steder/biblioteket.html",
    "organisasjoner/eksempelvik-kulturskole.html",
    "nn/index.html",
    "nn/turer/strandpromenaden.html",
    "en/finn.html?q=swim",
    "en/kalender.html",
    "en/turer/strandpromenaden.html",
    "en/aktiviteter/bowling-tirsdag.html",
)
"""Paths under the site's root, with what a reader has chosen."""


class View(NamedTuple):
    """What a page is looked at through, in CSS pixels; 400 % of a PC of 1280 by 1024 is 320 by 256."""

    name: str
    width: int
    height: int


VIEWS = (
    View("320", 320, 568),
    View("390", 390, 844),
    View("768", 768, 1024),
    View("1280", 1280, 900),
    View("400 %", 320, 256),
)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def seen(browser: Browser, address: str, views: Iterable[View], schemes: Iterable[Scheme]) -> Iterator[str]:
    """What is wrong with a page through each view: axe's findings, and what sticks out at the side."""
    schemes = tuple(schemes)
    for view in views:
        page = browser.new_page(
            viewport={"width": view.width, "height": view.height},
            reduced_motion="reduce",
            bypass_csp=True,
            service_workers="block",
        )
        visit(page, address)
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            yield from (f"{address} {view.name} {scheme}: {found}" for found in _wrong(page, view))
        page.close()


def _wrong(page: Page, view: View) -> Iterator[str]:
    yield from hindrances(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > view.width:
        yield f"sticks out to {wide}"
