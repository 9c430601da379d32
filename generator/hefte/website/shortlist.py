"""The page of the shortlist: what its script fills, and the pictograms that stand for what has no picture."""

from collections.abc import Iterator, Mapping

from hefte.output import fingerprint
from hefte.website.search import ROWS_A_FILE
from hefte.website.site import Page, Site

_OF_CARDS = "calendar-event clock map-pin ticket route check tilde x question-mark gift walk sparkles phone bus".split()  # noqa: SIM905


def pages(site: Site) -> Iterator[Page]:
    """`utvalg.html`, the same for every reader: the choices are on the reader's own device."""
    icons = tuple(sorted({*_OF_CARDS, *_of_categories(site)}))
    yield Page(
        path="utvalg.html",
        section="utvalg",
        title=site.words.say("shortlist.title"),
        description=site.words.say("shortlist.description"),
        template="shortlist.html",
        view=lambda: _view(site, icons),
        made_of=(fingerprint(*icons),),
        head=f'<link rel="stylesheet" href="{site.assets("utvalg.html")}assets/shortlist.css">',
    )


def _view(site: Site, icons: tuple[str, ...]) -> Mapping[str, object]:
    settings = site.catalogue.settings
    return {
        "icons": icons,
        "rows": ROWS_A_FILE,
        "home": site.address_of(""),
        "host": site.address.partition("://")[2],
        "service": site.plain(settings.name),
        "owner": site.plain(settings.service),
    }


def _of_categories(site: Site) -> Iterator[str]:
    for entry in site.catalogue.shown:
        top = site.catalogue.main_category(entry)
        if top and top.icon:
            yield top.icon
