"""What the search field looks through: one row per entry, sent as a classic script that works from a file."""

import json

from hefte.model import Entry
from hefte.output import Output, fingerprint
from hefte.telling.where import municipalities_of, where_in_short
from hefte.website.site import Site


def search_data(site: Site) -> Output:
    """The rows of the site's language: [title, page, kind, where, introduction, other words]."""
    rows = [_row(site, entry) for entry in site.catalogue.shown]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    script = f"window.hefteRows={text};\n".replace("\u2028", " ").replace("\u2029", " ")
    return Output(f"assets/search-{site.language}.js", fingerprint(script), lambda: script)


def _row(site: Site, entry: Entry) -> list[str]:
    names = (site.catalogue.categories.get(code) for code in entry.categories)
    towns = municipalities_of(entry, site.words)
    other = (*entry.tags, *(site.plain(category.name) for category in names if category), *towns)
    kind = site.words.say(f"type.{entry.folder}.one")
    where = where_in_short(site.catalogue, entry, site.words) or ", ".join(towns)
    return [site.plain(entry.title), entry.page, kind, where, site.plain(entry.lead), " ".join(other)]
