"""A small website in memory: sound samples, frames without MkDocs, and pages as text and as trees."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from jinja2 import Environment
from lxml import html

from booklet_samples import TODAY, taxonomy, words
from hefte.assessment.rules import Rules, read_rules
from hefte.catalogue import Catalogue
from hefte.doors.package import templates
from hefte.doors.site import environment_of, icons, near_of
from hefte.model import Document, Entry, Settings
from hefte.output import Output
from hefte.picture import Look
from hefte.track import Track
from hefte.website.digests import digests_of
from hefte.website.drawn import furnish
from hefte.website.frame import MARKERS, SECTIONS, Frames, cut
from hefte.website.make import website
from hefte.website.site import Site

SETTINGS: Mapping[str, object] = {
    "navn": "Ut i Vik",
    "tjeneste": "Tjenesten",
    "kommune": "9999",
    "språk": ["nb", "nn", "en"],
    "kontakt": {"tlf": "69 00 00 00"},
    "kategorier": [{"kode": "idrett", "navn": {"nb": "Idrett", "nn": "Idrett", "en": "Sports"}}],
}
_PAGE = (
    '<!doctype html><html><head><title>{title}</title><meta name="description" content="{description}">{head}</head>'
)
FRAME = cut((_PAGE + "<body>{body}<p>{built}</p></body></html>").format_map(MARKERS))


@cache
def rules() -> Rules:
    """The rules for walks as they are in the templates."""
    return read_rules((templates() / "rules/turvei.yaml").read_text(encoding="utf-8"))


@cache
def environment(language: str) -> Environment:
    """The website's templates in one language, read once for all tests."""
    return environment_of(words(language), icons())


def catalogue_of(*documents: Document, **settings: object) -> Catalogue:
    """A catalogue of the given documents, with other settings where they are given."""
    named = (picture.file for one in documents if isinstance(one, Entry) for picture in one.pictures)
    looks = dict.fromkeys(named, Look(1200, 800))
    return Catalogue(documents, Settings.model_validate({**SETTINGS, **settings}), TODAY, taxonomy(), looks=looks)


def site_of(
    *documents: Document, language: str = "nb", tracks: Mapping[str, Track] | None = None, **settings: object
) -> Site:
    """The site of the given documents in one language, in frames that hold nothing but the page."""
    catalogue = replace(catalogue_of(*documents, **settings), tracks=tracks or {})
    languages = catalogue.settings.languages
    frames = Frames({(code, section): FRAME for code in languages for section in SECTIONS}, ())
    found = environment(language)
    site = Site(
        catalogue, words(language), frames, found, rules(), near_of(catalogue), tracks or {}, languages, "key", icons()
    )
    furnish(site)
    return site


def outputs_of(site: Site) -> Mapping[str, Output]:
    """Every output of the site's language, by its path."""
    return {output.path: output for output in website(site, digests_of(site.catalogue))}


def made(output: Output) -> str:
    """What an output makes, as text."""
    content = output.make()
    return content if isinstance(content, str) else content.decode()


def page_of(site: Site, path: str) -> str:
    """One page as it is published."""
    return made(outputs_of(site)[path])


def text_of(page: str) -> str:
    """What a page says, in one line, with plain blanks."""
    tree = html.fromstring(page)
    for unseen in tree.xpath("//style | //script"):
        unseen.drop_tree()
    return plain(" ".join(tree.itertext()))


def plain(text: str) -> str:
    """A text without the marks that only keep words together on a line."""
    return re.sub(r"\s+", " ", text.replace("\u2060", "")).strip()


def links_of(page: str) -> Iterator[str]:
    """Every address that a page links to or loads."""
    for element in html.fromstring(page).iter():
        yield from (element.get(name) for name in ("href", "src", "action") if element.get(name))


def facts_of(page: str) -> Mapping[str, str]:
    """The facts of an entry's page: label to what stands beside it."""
    rows = html.fromstring(page).xpath("//div[contains(concat(' ', @class, ' '), ' fact ')]")
    return {
        plain(row.findtext(".//dt") or "".join(row.find(".//dt").itertext())): plain(
            " ".join(" ".join(dd.itertext()) for dd in row.findall(".//dd"))
        )
        for row in rows
    }
