"""What the worker shows where the device has no page: a frame with words and icons, and the rows of every list."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise

from hefte.model import ENTRY_TYPES
from hefte.output import Output, fingerprint
from hefte.search.scripts import call
from hefte.website.digests import all_but_prose
from hefte.website.fact_icons import ICONS
from hefte.website.lists import Listings
from hefte.website.offline import SHELL
from hefte.website.site import Page, Site, output

_ICONS = """alert-triangle building-community calendar-check chevron-left check circle-dashed clock info-circle mail
    map-pin phone question-mark route sparkles ticket tilde users walk wheelchair world x"""
_WORDS = ("broken_title", "broken_why", "composed", "show_more")


def offline_data(site: Site, every: Listings) -> Iterator[Output]:
    """`offline.html`, the frame of a language, and `assets/lists-nb.js`, the rows of every list."""
    page = Page(
        path=SHELL,
        section="oversikt",
        title=site.words.say("offline.title"),
        description=site.words.say("offline.missing_why"),
        template="offline.html",
        view=lambda: _view(site),
        made_of=(),
        head='<meta name="robots" content="noindex">',
    )
    yield output(site, page)
    key = fingerprint(site.key, site.language, all_but_prose(site.catalogue))
    yield Output(f"assets/lists-{site.language}.js", key, lambda: call("hefteLists", _rows(site, every)))


def _view(site: Site) -> Mapping[str, object]:
    said = {name: site.words.say(f"offline.{name}") for name in _WORDS}
    said |= {name: site.words.say(f"entry_page.{name}") for name in ("call", "more", "no_contact", "side", "actions")}
    said |= {"contact": site.words.say("field.contact"), "how_far": site.words.say("walk_page.how_far")}
    said["unsure"] = site.words.say("tell.unsure")
    for kind in ENTRY_TYPES:
        said[f"about.{kind.folder}"] = site.words.say(f"entry_page.about.{kind.folder}")
        said[f"many.{kind.folder}"] = site.words.say(f"type.{kind.folder}.many")
    return {"words": json.dumps(said, ensure_ascii=False), "names": dict(ICONS), "icons": _icons(site)}


def _icons(site: Site) -> tuple[str, ...]:
    """The names of the icons that a row may ask for."""
    of_categories = (category.icon for category in site.catalogue.categories.values() if category.icon)
    return tuple(sorted({*_ICONS.split(), *ICONS.values(), *of_categories}))


def _rows(site: Site, every: Listings) -> Mapping[str, tuple[str, str, str]]:
    """The path of a list to its title, its introduction and its rows, each as the step from the one before."""
    row = {(entry.folder, entry.id): number for number, entry in enumerate(site.catalogue.rows)}
    lists = {
        one.path: (one.title, one.lead, _steps([row[entry.folder, entry.id] for entry in one.entries])) for one in every
    }
    everything = (site.words.say("list.title.a-a"), site.words.say("list.lead.a-a"), _steps(sorted(row.values())))
    return {**lists, "a-a.html": everything}


def _steps(rows: list[int]) -> str:
    return " ".join(str(after - before) for before, after in pairwise(chain((0,), rows)))
