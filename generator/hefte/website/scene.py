"""The picture above an entry: its own, or one of the drawn landscapes, varied by its id."""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import blake2b

from hefte.drawing.motif import kind_of
from hefte.drawing.scenes import Kind, scene
from hefte.model import Entry
from hefte.output import Output

VARIANTS = 5
WIDTH, HEIGHT = 760, 300


def _number(text: str, below: int) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big") % below


def picture_of(entry: Entry) -> str:
    """The path of the picture below the site's root: the entry's own, or a drawn scene."""
    if entry.pictures:
        return f"bilder/{entry.pictures[0].file}"
    return f"assets/scenes/{kind_of(entry).value}-{_number(entry.id, VARIANTS)}.svg"


def scenes(engine: str) -> Iterator[Output]:
    """Every drawn picture that an entry may stand under; `engine` names the version that draws."""
    for kind in Kind:
        for variant in range(VARIANTS):
            path = f"assets/scenes/{kind.value}-{variant}.svg"
            draw: Callable[[], str] = partial(scene, kind, f"{kind.value}-{variant}", WIDTH, HEIGHT)
            yield Output(path, f"{engine} {kind.value} {variant} {WIDTH}x{HEIGHT}", draw)
