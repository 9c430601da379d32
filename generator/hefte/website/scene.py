"""The picture above an entry without a photo: one of the drawn landscapes, varied by its id."""

from collections.abc import Callable, Container, Iterator
from functools import partial
from hashlib import blake2b
from itertools import product

from hefte.drawing.motif import kind_of
from hefte.drawing.scenes import Kind, scene
from hefte.model import Entry
from hefte.output import Output

VARIANTS = 5
WIDTH, HEIGHT = 760, 300


def _number(text: str, below: int) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big") % below


def picture_of(entry: Entry, *, wheels: bool = False) -> str:
    """The path of the drawn scene below the site's root, which stands in for a photo.

    Only where `wheels` says that a wheelchair gets all the way may somebody in the scene use one.
    """
    return _path(kind_of(entry), _number(entry.id, VARIANTS), wheels)


def _path(kind: Kind, variant: int, wheels: bool) -> str:
    return f"assets/scenes/{kind.value}-{variant}{'' if wheels else '-on-foot'}.svg"


def scenes(engine: str, used: Container[str]) -> Iterator[Output]:
    """The drawn pictures that some entry stands under; `engine` names the version that draws."""
    for kind, variant, wheels in product(Kind, range(VARIANTS), (True, False)):
        draw: Callable[[], str] = partial(scene, kind, f"{kind.value}-{variant}", WIDTH, HEIGHT, wheels=wheels)
        path = _path(kind, variant, wheels)
        if path in used:
            yield Output(path, f"{engine} {path} {WIDTH}x{HEIGHT}", draw)
