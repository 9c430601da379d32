"""The list of pages for search engines; only a site that knows its own address can make one."""

from collections.abc import Iterable
from html import escape

from hefte.source import File

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(address: str, paths: Iterable[str]) -> File:
    """`sitemap.xml` by sitemaps.org: the full address of every page."""
    root = address.rstrip("/")
    rows = "".join(f"<url><loc>{escape(f'{root}/{path}')}</loc></url>\n" for path in sorted(paths))
    return File("sitemap.xml", f"{_HEAD}{rows}</urlset>\n")
