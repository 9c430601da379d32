"""The guides on the site: who finds what where, what each screen shows, and what an editor may write."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup, escape

from hefte import guides
from hefte.guides import Guide, PartKind
from hefte.model.texts import Said
from hefte.website import profile
from hefte.website.prose import to_html
from hefte.website.site import Page, Site

FOLDER = "assets/veiledning"
"""Where the pictures of the guides lie, one folder for each language that they are written in."""

NO_ROBOTS = '<meta name="robots" content="noindex">'
_LONG = 4
_NARROW = 520
"""Pixels of a picture that has room beside the text."""

_ABOUT = "command.about."
_CALLED = re.compile(r"\{(entall|flertall) ([^}]+)\}")
"""Where a guide says what contacts are called: the municipality's own word, or the one that stands there."""

_TO_PROFILE = re.compile(r"\[([^\]]+)\]\(\.\./profil\.html\)")

_FORMS = MappingProxyType({"entall": "singular", "flertall": "plural"})


class Link(NamedTuple):
    """A guide as others lead to it; its words may be in another language than the reader's."""

    href: str
    title: Markup
    lead: Markup


class PartView(NamedTuple):
    """A part as the page shows it: prose, the inside of a `pre`, a picture, or the rows of what is made."""

    kind: str
    text: Markup = Markup()
    alt: str = ""
    src: str = ""
    width: int = 0
    height: int = 0
    rows: tuple[Link, ...] = ()

    @property
    def is_wide(self) -> bool:
        """Whether a picture needs the column of the text."""
        return self.width > _NARROW


def head(site: Site, identity: str) -> str:
    """What the head of a guide's page holds: its style sheet, and whether search engines may list it."""
    path = guides.page_of(identity)
    style = f'<link rel="stylesheet" href="{site.assets(path)}assets/guide.css">'
    return style if guides.is_for_search_engines(path) else style + NO_ROBOTS


def pages(site: Site) -> Iterator[Page]:
    """The written guides, but those in whose place the municipality has put a page of its own."""
    if site.guides is None:
        return
    own = {page.id for page in site.catalogue.pages}
    shown = tuple(one for one in guides.guides_of(site.catalogue) if one in guides.WRITTEN)
    for identity in shown:
        if identity not in own:
            yield _page(site, identity, shown)


def _page(site: Site, identity: str, shown: tuple[str, ...]) -> Page:
    language, text = _text(site, identity)
    guide = guides.read_guide(text)
    plain = re.sub(r"[`*]", "", guide.lead)
    view = partial(_view, site, identity, shown, guide, language)
    return Page(
        guides.page_of(identity), "sider", guide.title, plain, "guide.html", view, (site.key,), head(site, identity)
    )


def _text(site: Site, identity: str) -> tuple[str, str]:
    """The language in which a guide can be read, and its text with the municipality's own words for people."""
    language = site.language if site.language in guides.LANGUAGES else guides.LANGUAGES[0]
    text = site.guides.text(language, identity) if site.guides else ""
    own = site.catalogue.settings.contact_word

    def called(found: re.Match[str]) -> str:
        return getattr(own, _FORMS[found[1]]).said(language).text if own else found[2]

    has_profile = any(profile.pages(site))
    return language, _CALLED.sub(called, text if has_profile else _TO_PROFILE.sub(r"\1", text))


def _view(site: Site, identity: str, shown: tuple[str, ...], guide: Guide, language: str) -> Mapping[str, object]:
    beside = {one: other for pair in pairwise(shown) for one, other in (pair,)}
    before = {other: one for one, other in beside.items()}
    is_overview = identity == guides.OVERVIEW
    return {
        "title": guide.title,
        "lead": inline(guide.lead),
        "marked": "" if language == site.language else language,
        "sections": tuple((one.title, one.id, tuple(_parts(site, one.parts, language))) for one in guide.sections),
        "is_long": len(guide.sections) >= _LONG,
        "has_pictures": any(part.kind is PartKind.PICTURE for one in guide.sections for part in one.parts),
        "back": "" if is_overview else link(site, guides.OVERVIEW).title,
        "before": None if is_overview or identity not in before else link(site, before[identity]),
        "after": link(site, beside[identity]) if identity in beside else None,
    }


def _parts(site: Site, parts: tuple[guides.Part, ...], language: str) -> Iterator[PartView]:
    for part in parts:
        if part.kind is PartKind.PROSE:
            yield PartView("prose", Markup(to_html(part.text)))  # noqa: S704  # cleaned by nh3
        elif part.kind is PartKind.CODE:
            yield PartView("code", escape(part.text))
        elif part.kind is PartKind.PICTURE:
            yield _picture(site, part, language)
        else:
            yield PartView(part.text, rows=tuple(_MADE[part.text](site)))


def _picture(site: Site, part: guides.Part, language: str) -> PartView:
    name = f"{language}/{part.text}.webp"
    width, height = site.guides.size(name) if site.guides else (0, 0)
    return PartView("picture", alt=part.alt, src=f"{FOLDER}/{name}", width=width, height=height)


def link(site: Site, identity: str) -> Link:
    """The way to a guide, with the words of the page that lies there."""
    href = guides.page_of(identity).rpartition("/")[2]
    own = next((page for page in site.catalogue.pages if page.id == identity), None)
    if own is not None:
        return Link(href, site.say(own.title), site.say(own.lead))
    language, text = _text(site, identity)
    guide = guides.read_guide(text)
    return Link(href, site.marked(Said(guide.title, language)), site.marked(Said(guide.lead, language)))


def _who(site: Site) -> Iterator[Link]:
    yield from (link(site, one) for one in guides.guides_of(site.catalogue) if one in guides.WRITTEN[1:])


def _commands(site: Site) -> Iterator[Link]:
    table = site.words.table
    for key in table:
        if key.startswith(_ABOUT):
            yield Link("", Markup("hefte {}").format(key.removeprefix(_ABOUT)), escape(table[key]))


def _fields(site: Site) -> Iterator[Link]:
    say = site.words.say
    yield Link(f"{guides.FIELDS}.html", escape(say("guides.fields.all")), escape(say("guides.fields.all_about")))
    for page in guides.FIELD_PAGES:
        yield Link(f"{page}.html", *field_page_words(site, page))


def field_page_words(site: Site, page: str) -> tuple[Markup, Markup]:
    """The title of a page of fields, and what is written there."""
    say, name = site.words.say, page.removeprefix(f"{guides.FIELDS}-")
    if page == guides.COMMON:
        return escape(say("guide.common")), inline(say("guide.common.about"))
    return escape(say(f"guide.name.{name}")), inline(say(f"guide.about.{name}"))


_MADE: Mapping[str, Callable[[Site], Iterator[Link]]] = {"hvem": _who, "kommandoer": _commands, "felt": _fields}
"""What the engine makes where `{{name}}` stands in a guide."""

_CODE = re.compile(r"`([^`]+)`")
_STRONG = re.compile(r"\*\*([^*]+)\*\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")


def inline(text: str) -> Markup:
    """One line of our own words: code, emphasis and links, without a library; hundreds of them stand on a page."""
    made = _STRONG.sub(r"<strong>\1</strong>", _CODE.sub(r"<code>\1</code>", str(escape(text))))
    return Markup(_LINK.sub(r'<a href="\2">\1</a>', made))  # noqa: S704  # escaped first
