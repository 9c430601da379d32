"""Where each part of a volume stands in a book for screens: its documents, anchors, pictures and contents."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from hefte.booklet.pieces import Drawing
from hefte.booklet.volume import Chapter, Item, Part, Section, Trip, Volume, item_in
from hefte.epub.bars import pieces_of

_MARKED = frozenset(("index", "colophon"))

MOST = 40
"""Entries in one document: small e-readers load a whole document at a time."""

_FAMILIES = (
    ('font-family="Atkinson Hyperlegible Next"', 'font-family="Atkinson Hyperlegible Next, Verdana, sans-serif"'),
    ('font-family="Fraunces"', 'font-family="Fraunces, Georgia, serif"'),
)
"""A picture in a file of its own cannot reach the fonts of the book."""


class Node(NamedTuple):
    """A line of the table of contents, with those below it; what is not shown stands only in the reader's menu."""

    title: str
    href: str
    language: str
    below: tuple["Node", ...] = ()
    shown: bool = True


class Leaf(NamedTuple):
    """One XHTML document: the template that makes it, and what the template is given."""

    name: str
    template: str
    title: str
    view: Mapping[str, object]


class Picture(NamedTuple):
    """A drawing as a file of its own."""

    name: str
    svg: str


class Bound(NamedTuple):
    """A part of the volume with its documents; `places` are addresses by the labels of entries."""

    leaves: tuple[Leaf, ...]
    node: Node
    pictures: tuple[Picture, ...] = ()
    places: Mapping[str, str] = {}


class Slice(NamedTuple):
    """The entries of a section that share a document; only its first slice has the section's title."""

    id: str
    title: str | None
    colour: str
    level: int
    entries: tuple[Item, ...]


class Book(NamedTuple):
    """A volume with a place for everything in it; `marks` are where it begins (`body`), its index and its colophon."""

    volume: Volume
    leaves: tuple[Leaf, ...]
    contents: tuple[Node, ...]
    pictures: tuple[Picture, ...]
    places: Mapping[str, str]
    marks: Mapping[str, Node]


def book_of(volume: Volume) -> Book:
    """Give every part its documents, in the order of the volume."""
    bound = [
        _BINDERS.get(part.kind, _plain)(part, f"del-{number:02}", volume.language)
        for number, part in enumerate(volume.parts, 1)
    ]
    return Book(
        volume,
        tuple(chain.from_iterable(one.leaves for one in bound)),
        tuple(one.node for one in bound),
        tuple(chain.from_iterable(one.pictures for one in bound)),
        {label: href for one in bound for label, href in one.places.items()},
        dict(_marks(volume.parts, bound)),
    )


def _marks(parts: Sequence[Part], bound: Sequence[Bound]) -> Iterator[tuple[str, Node]]:
    """The last of each kind counts, as the colophon stands at the end."""
    if bound:
        yield "body", bound[0].node
    yield from ((part.kind, one.node) for part, one in zip(parts, bound, strict=True) if part.kind in _MARKED)


def anchor(label: str) -> str:
    """The id of an entry in its document."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", label)


def _plain(part: Part, name: str, language: str) -> Bound:
    leaf = Leaf(f"{name}.xhtml", f"{part.kind}.xhtml", part.title, {"part": part})
    return Bound((leaf,), Node(part.title, leaf.name, language))


def _entries(part: Part, name: str, language: str) -> Bound:
    shared = list(_shared_out(_slices(part, name)))
    names = [f"{name}.xhtml", *(f"{name}-{number}.xhtml" for number in range(2, len(shared) + 1))]
    picture = (Picture(f"bilder/{name}.svg", part.picture),) if part.picture else ()
    leaves = tuple(
        Leaf(
            document,
            "entries.xhtml",
            part.title,
            {"part": part, "slices": slices, "opens": at == 0, "picture": picture[0].name if picture else None},
        )
        for at, (document, slices) in enumerate(zip(names, shared, strict=True))
    )
    placed = [(document, one) for document, slices in zip(names, shared, strict=True) for one in slices]
    places = {item.label: f"{document}#{anchor(item.label)}" for document, one in placed for item in one.entries}
    return Bound(leaves, Node(part.title, names[0], language, tuple(_below(placed, language))), picture, places)


def _slices(part: Part, name: str) -> Iterator[Slice]:
    for number, section in enumerate(_sections(part), 1):
        items = tuple(item_in(entry) for entry in section.entries)
        level = 3 if section.title else 2
        for at in range(0, len(items), MOST):
            title = None if at else section.title
            yield Slice(f"{name}-del-{number}", title, section.colour, level, items[at : at + MOST])


def _sections(part: Part) -> Sequence[Section]:
    return part.content.sections if isinstance(part.content, Chapter) else ()


def _shared_out(slices: Iterable[Slice]) -> Iterator[tuple[Slice, ...]]:
    """Fill documents with whole slices, none with more than MOST entries."""
    kept: list[Slice] = []
    for one in slices:
        if kept and sum(len(other.entries) for other in (*kept, one)) > MOST:
            yield tuple(kept)
            kept = []
        kept.append(one)
    yield tuple(kept)


def _below(placed: Iterable[tuple[str, Slice]], language: str) -> Iterator[Node]:
    """The titles of sections with their entries below them; entries without a section stand for themselves."""
    section: Node | None = None
    for document, one in placed:
        nodes = tuple(
            Node(item.title, f"{document}#{anchor(item.label)}", item.language, shown=False) for item in one.entries
        )
        if one.title:
            if section:
                yield section
            section = Node(one.title, f"{document}#{one.id}", language, nodes)
        elif section and one.level > 2:
            section = section._replace(below=(*section.below, *nodes))
        else:
            yield from nodes
    if section:
        yield section


def _walks(part: Part, name: str, language: str) -> Bound:
    trips = [entry for section in _sections(part) for entry in section.entries if isinstance(entry, Trip)]
    made = [_walk(trip, f"{name}-{number:02}") for number, trip in enumerate(trips, 1)]
    nodes = tuple(
        Node(_marked(trip.item), leaf.name, trip.item.language) for trip, (leaf, _) in zip(trips, made, strict=True)
    )
    opener = Leaf(f"{name}.xhtml", "walks.xhtml", part.title, {"part": part, "trips": tuple(trips)})
    return Bound(
        (opener, *(leaf for leaf, _ in made)),
        Node(part.title, opener.name, language, nodes),
        tuple(chain.from_iterable(pictures for _, pictures in made)),
        {trip.item.label: node.href for trip, node in zip(trips, nodes, strict=True)},
    )


def _marked(item: Item) -> str:
    """A title in the contents, where a walk that is closed says so."""
    return " ".join(filter(None, (item.title, item.closed)))


def _walk(trip: Trip, name: str) -> tuple[Leaf, tuple[Picture, ...]]:
    pictures = {"picture": Picture(f"bilder/{name}.svg", trip.pictures.wide)}
    for key, drawing in (("map", trip.map), ("profile", trip.profile)):
        if drawing:
            pictures[key] = Picture(f"bilder/{name}-{key}.svg", _with_families(drawing))
    view: dict[str, object] = {"trip": trip, "bars": tuple(pieces_of(reach.segments) for reach in trip.reaches)}
    files = {key: pictures[key].name if key in pictures else None for key in ("picture", "map", "profile")}
    return Leaf(f"{name}.xhtml", "walk.xhtml", trip.item.title, view | files), tuple(pictures.values())


def _with_families(drawing: Drawing) -> str:
    svg = drawing.svg
    for named, families in _FAMILIES:
        svg = svg.replace(named, families)
    return svg


_BINDERS: Mapping[str, Callable[[Part, str, str], Bound]] = {"entries": _entries, "walks": _walks}
"""Parts that are more than one document."""
