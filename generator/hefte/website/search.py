"""What the search field looks through: the index of the words, and the rows it shows, as classic scripts."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from hefte.model import Entry
from hefte.output import Output, fingerprint
from hefte.search.index import index
from hefte.search.said import said_of
from hefte.search.scripts import BLOCKS, ENTRIES_IN_ONE, Scripts, call, scripts
from hefte.search.synonyms import synonym_groups
from hefte.telling.where import where_in_short
from hefte.website.site import Site

ROWS_A_FILE = 500

Digests = Mapping[tuple[str, str], str]


def search_data(site: Site, digests: Digests) -> Iterator[Output]:
    """The scripts of the site's language: `assets/search-nb.js` with its blocks, `assets/rows-nb-0.js` and on."""
    shown = site.catalogue.rows
    key = fingerprint(site.key, site.language, *digests.values())
    made = cache(lambda: _index(site))
    yield Output(f"assets/search-{site.language}.js", key, lambda: made().first)
    for number in range(BLOCKS if len(shown) > ENTRIES_IN_ONE else 0):
        yield Output(f"assets/search-{site.language}-{number}.js", key, partial(_block, made, number))
    for number, start in enumerate(range(0, len(shown), ROWS_A_FILE)):
        part = shown[start : start + ROWS_A_FILE]
        yield Output(f"assets/rows-{site.language}-{number}.js", key, partial(_rows, site, number, part))


def _block(made: Callable[[], Scripts], number: int) -> str:
    return made().blocks[number]


def _index(site: Site) -> Scripts:
    shown, words = site.catalogue.rows, site.words
    lines = index((said_of(entry, site.catalogue, words) for entry in shown), site.synonyms)
    return scripts(lines, synonym_groups(site.synonyms), len(shown))


def _rows(site: Site, number: int, entries: tuple[Entry, ...]) -> str:
    return call("hefteRows", {"number": number, "rows": [_row(site, entry) for entry in entries]})


def _row(site: Site, entry: Entry) -> list[str]:
    """[title, page, kind, where, introduction], as the page of the search field shows an entry."""
    kind = site.words.say(f"type.{entry.folder}.one")
    where = where_in_short(site.catalogue, entry, site.words)
    return [site.plain(entry.title), entry.page, kind, where, site.plain(entry.lead)]
