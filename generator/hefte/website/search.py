"""What the search field looks through: the index of the words, and the cards it shows, as classic scripts."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from markupsafe import Markup

from hefte.model import Entry
from hefte.output import Output, fingerprint
from hefte.search.index import index
from hefte.search.said import said_of
from hefte.search.scripts import BLOCKS, ENTRIES_IN_ONE, Scripts, call, scripts, trimmed
from hefte.search.synonyms import synonym_groups
from hefte.website.card import card
from hefte.website.digests import Digests, all_but_prose, of_cards
from hefte.website.finder import table_script
from hefte.website.site import Site

ROWS_A_FILE = 50
"""So few that twenty hits from all over the catalogue are still a small download."""


def search_data(site: Site, digests: Digests) -> Iterator[Output]:
    """The index of the site's language, `assets/search-nb.js` with its blocks; and the table of the filters."""
    shown = site.catalogue.rows
    key = fingerprint(site.key, site.language, *digests.values())
    made = cache(lambda: _index(site))
    yield Output(f"assets/search-{site.language}.js", key, lambda: made().first)
    for number in range(BLOCKS if len(shown) > ENTRIES_IN_ONE else 0):
        yield Output(f"assets/search-{site.language}-{number}.js", key, partial(_block, made, number))
    yield from table_script(site, fingerprint(site.key, all_but_prose(site.catalogue)))


def rows_data(site: Site, digests: Digests) -> Iterator[Output]:
    """The cards that the search shows, `assets/rows-nb-0.js` and on."""
    shown = site.catalogue.rows
    for number, start in enumerate(range(0, len(shown), ROWS_A_FILE)):
        part = shown[start : start + ROWS_A_FILE]
        made_of = fingerprint(site.key, site.language, str(number), *of_cards(site.catalogue, part, digests))
        yield Output(f"assets/rows-{site.language}-{number}.js", made_of, partial(_rows, site, number, part))


def _block(made: Callable[[], Scripts], number: int) -> str:
    return made().blocks[number]


def _index(site: Site) -> Scripts:
    shown, words = site.catalogue.rows, site.words
    lines = index((said_of(entry, site.catalogue, words, site.rules) for entry in shown), site.synonyms)
    return scripts(lines, synonym_groups(site.synonyms), len(shown))


def _rows(site: Site, number: int, entries: tuple[Entry, ...]) -> str:
    return call("hefteRows", {"number": number, "rows": [_row(site, entry) for entry in entries]})


def _row(site: Site, entry: Entry) -> list[object]:
    """A card: [page, title, lead, lines, chips, icon, colour, picture, cancelled, notice, languages of title and lead].

    What stands empty at the end is left out; a line is [icon, bold, plain], a chip [status, words, icon].
    """
    seen = card(site, entry)
    title = (entry.short_title or entry.title).said(site.language)
    lead = entry.lead.said(site.language)
    languages = [one.language if one.language != site.language else "" for one in (title, lead)]
    row: list[object] = [
        seen.href,
        title.text,
        lead.text if seen.lead else "",
        seen.lines,
        seen.chips,
        seen.icon,
        seen.colour,
        seen.picture,
        1 if seen.cancelled else 0,
        site.plain(entry.notice),
        " ".join(languages).rstrip() and languages,
    ]
    return [str(one) if isinstance(one, Markup) else one for one in trimmed(row)]
