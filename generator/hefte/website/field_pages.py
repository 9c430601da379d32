"""Every field that an editor may write, generated from the models: a page per type, and all keys from A to Å."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, partial
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from hefte import guides
from hefte.field_forms import ROOTS, forms, headings, keys_of_records, name_of
from hefte.field_words import codes, hint, need_of, records_below
from hefte.language import Words
from hefte.model import Entry
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import Record
from hefte.norwegian import sort_key
from hefte.telling.values import field_label
from hefte.website.guides import Link, field_page_words, head, inline, link
from hefte.website.site import Page, Site

_ID = "felt-"
"""Begins the id of a field, which might else be one of the frame's own, such as `språk`."""

_FEW = 6
"""So many codes stand in a line; more of them are a list."""

_PAGES: Mapping[str, type[Record]] = MappingProxyType(
    {guides.COMMON: Entry, **{f"{guides.FIELDS}-{name_of(root)}": root for root in ROOTS}}
)
_RULES = ("unknown_rule", "language_rule", "list_rule", "quote_rule")


class FieldView(NamedTuple):
    """A field as the page tells it; `id` is what links lead to."""

    id: str
    key: str
    label: str
    hint: Markup
    need: str
    own: bool
    form: Markup
    codes: tuple[tuple[str, str], ...]
    example: str


class GroupView(NamedTuple):
    """The fields of one record under a heading, and the keys under which they are written."""

    id: str
    title: str
    about: Markup
    fields: tuple[FieldView, ...]


def pages(site: Site) -> Iterator[Page]:
    """The page of all keys and a page per type, where the site shows them and nobody has put another in its place."""
    own = {page.id for page in site.catalogue.pages}
    shown = set(guides.guides_of(site.catalogue) if site.guides else ()) - own
    if guides.FIELDS in shown:
        say = site.words.say
        yield _page(site, guides.FIELDS, say("guides.fields.all"), say("guides.fields.lead"), "field_index.html")
    for identity in guides.FIELD_PAGES:
        if identity in shown:
            title, about = field_page_words(site, identity)
            heading = site.words.say("guides.fields.title", name=title)
            yield _page(site, identity, heading, about.striptags(), "fields.html")


def _page(site: Site, identity: str, title: str, lead: str, template: str) -> Page:
    view = partial(_index if identity == guides.FIELDS else _fields, site, identity, title, lead)
    made_of = (site.key,)
    return Page(guides.page_of(identity), "sider", title, lead, template, view, made_of, head(site, identity))


def _fields(site: Site, identity: str, title: str, lead: str) -> Mapping[str, object]:
    root = _PAGES[identity]
    own = _own(root)
    at = guides.FIELD_PAGES.index(identity)
    return {
        "title": title,
        "lead": lead,
        "fields": tuple(_field(root, row, "", site.words) for row in own),
        "groups": tuple(_groups(identity, site.words)),
        "common": tuple(row.alias for row in fields_of(Entry)) if root is not Entry and issubclass(root, Entry) else (),
        "common_page": f"{guides.COMMON}.html",
        "before": _link(site, guides.FIELD_PAGES[at - 1] if at else guides.FIELDS),
        "after": _link(site, guides.FIELD_PAGES[at + 1]) if at + 1 < len(guides.FIELD_PAGES) else None,
    }


def _link(site: Site, identity: str) -> Link:
    if identity == guides.FIELDS:
        return Link(f"{identity}.html", Markup(site.words.say("guides.fields.all")), Markup())  # noqa: S704  # ours
    return Link(f"{identity}.html", *field_page_words(site, identity))


def _own(root: type[Record]) -> tuple[FieldRow, ...]:
    """The fields of a type that not every entry has."""
    if root is Entry or not issubclass(root, Entry):
        return fields_of(root)
    common = {row.name for row in fields_of(Entry)}
    return tuple(row for row in fields_of(root) if row.name not in common)


def _groups(identity: str, words: Words) -> Iterator[GroupView]:
    for record, page in _homes().items():
        if page == identity:
            heading = headings()[record]
            keys = ", ".join(f"`{key}`" for key in keys_of_records()[record])
            fields = tuple(_field(record, row, f"{heading}.", words) for row in fields_of(record))
            yield GroupView(f"i-{heading}", heading, inline(words.say("guide.used_in", keys=keys)), fields)


@cache
def _homes() -> Mapping[type[Record], str]:
    """The page that tells of each record: the first whose fields lead to it."""
    found: dict[type[Record], str] = {}
    for identity, root in _PAGES.items():
        for record in records_below(root):
            found.setdefault(record, identity)
    return MappingProxyType(found)


def _to_record(record: type[Record]) -> str:
    heading = headings()[record]
    return f"[{heading}]({_homes()[record]}.html#i-{heading})"


def _field(record: type[Record], row: FieldRow, prefix: str, words: Words) -> FieldView:
    listed = codes(row, words)
    is_list = len(listed) > _FEW and not row.shorts
    return FieldView(
        id=f"{_ID}{prefix}{row.alias}",
        key=row.alias,
        label=field_label(record, row, words),
        hint=inline(hint(record, row, words)),
        need=need_of(row),
        own=row.own,
        form=Markup() if is_list else inline(forms(row, _to_record, words)),
        codes=listed if is_list else (),
        example=f"{row.alias}: {row.example}",
    )


class KeyView(NamedTuple):
    """A key, and where it may be written: the words and the way to it."""

    key: str
    places: tuple[tuple[str, str], ...]


def _index(site: Site, _: str, title: str, lead: str) -> Mapping[str, object]:
    say = site.words.say
    rows = sorted(_places(site).items(), key=lambda row: sort_key(row[0]))
    letters = groupby((KeyView(key, tuple(where)) for key, where in rows), key=lambda view: view.key[0].upper())
    return {
        "title": title,
        "lead": lead,
        "rules": tuple(inline(say(f"guide.{rule}")) for rule in _RULES),
        "types": tuple(_link(site, identity) for identity in guides.FIELD_PAGES),
        "letters": tuple((letter, tuple(views)) for letter, views in letters),
        "after": _link(site, guides.FIELD_PAGES[0]),
        "editors": link(site, guides.FOR_EDITORS[0]),
    }


def _places(site: Site) -> Mapping[str, list[tuple[str, str]]]:
    """Each key with the pages and groups in which it may be written."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for identity, root in _PAGES.items():
        title = str(field_page_words(site, identity)[0])
        for row in _own(root):
            found[row.alias].append((title, f"{identity}.html#{_ID}{row.alias}"))
    for record, identity in _homes().items():
        heading = headings()[record]
        for row in fields_of(record):
            found[row.alias].append((heading, f"{identity}.html#{_ID}{heading}.{row.alias}"))
    return found
