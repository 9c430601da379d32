"""The picture behind the question on the home page: wide and narrow, by day and by night."""

from collections.abc import Iterator
from functools import partial
from itertools import product

from hefte.drawing.scenes import Kind, scene
from hefte.output import Output

SIZES = (("hjem", 1600, 480), ("hjem-telefon", 390, 176))
"""Names and pixels; `css/home.css` asks for these names."""


def hero(kind: Kind, seed: str, engine: str) -> Iterator[Output]:
    """Four pictures whose sky is open, so that they fade into the colour of the page.

    `engine` names the version that draws.
    """
    for (name, width, height), night in product(SIZES, (False, True)):
        path = f"assets/scener/{name}{'-natt' if night else ''}.svg"
        draw = partial(scene, kind, seed, width, height, night=night, open_sky=True)
        yield Output(path, f"{engine} {kind} {seed} {width}x{height} {night}", draw)
