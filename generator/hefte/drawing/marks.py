"""The mark of the service: a path towards a round sunset between the hills, as logo and as icons."""

from hefte.drawing.shapes import box, disc, element, fill

_MARK = (
    ("M0 0H64V64H0Z", "#f6d5aa"),
    ("M0 34Q14 23 28 31T64 27V64H0Z", "#93ae9d"),
    ("M0 42Q18 32 36 40T64 37V64H0Z", "#4f8576"),
    ("M0 48Q20 40 64 46V64H0Z", "#b5432b"),
    ("M19 64C24 56 41 56 37.5 50.5C35 47 38 45 43 43.4C41 45.4 41 47 44.5 49.5C52 55 42 58 45 64Z", "#fbf3e0"),
)


def mark(size: int = 40, key: str = "mark") -> str:
    """The round logo; the key keeps its clip path apart from others on the page."""
    drawn = "".join(fill(path, colour) for path, colour in _MARK[:1])
    drawn += disc(40, 25, 10, "#fbe2a0") + "".join(fill(path, colour) for path, colour in _MARK[1:])
    clip = element("clipPath", element("circle", cx=32, cy=32, r=32), id=key)
    return _icon(clip + element("g", drawn, clip_path=f"url(#{key})"), size)


def favicon() -> str:
    """The mark for a browser tab, in 64 by 64."""
    return mark(64, "favicon")


def app_icon(size: int = 512) -> str:
    """The mark on fir green with the margin that phones cut away."""
    inner = (
        mark(40, "app")
        .replace("<svg ", '<svg x="10" y="10" ', 1)
        .replace('width="40" height="40"', 'width="44" height="44"')
    )
    return _icon(box(0, 0, 64, 64, "#16423c") + inner, size)


def _icon(content: str, size: int) -> str:
    return element("svg", content, xmlns="http://www.w3.org/2000/svg", viewBox="0 0 64 64", width=size, height=size)
