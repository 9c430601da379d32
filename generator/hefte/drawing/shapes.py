"""The few SVG shapes every picture is made of; no styles, no filters, so browsers and Typst agree."""

from collections.abc import Iterable, Sequence

Point = tuple[float, float]


def number(value: float) -> str:
    """A tenth of a unit is finer than the eye, and halves the bytes."""
    text = f"{value:.1f}".removesuffix(".0")
    if text.startswith(("0.", "-0.")):
        return text.replace("0.", ".", 1)
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Numbers with blanks between, but where a minus parts them already."""
    return " ".join(map(number, values)).replace(" -", "-")


def element(name: str, content: str | None = None, **attributes: object) -> str:
    """One element; `stroke_width` is written `stroke-width`, and what is None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}/>" if content is None else f"<{name}{written}>{content}</{name}>"


def _text(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)


def fill(path: str, colour: str, opacity: float | None = None) -> str:
    """A filled shape."""
    return element("path", d=path, fill=colour, opacity=_short(opacity))


def line(path: str, colour: str, width: float, opacity: float | None = None) -> str:
    """A stroke; the root element says once that ends are round and shapes hollow."""
    return element("path", d=path, stroke=colour, stroke_width=float(width), opacity=_short(opacity))


def disc(x: float, y: float, radius: float, colour: str, opacity: float | None = None) -> str:
    """A filled circle."""
    return element("circle", cx=float(x), cy=float(y), r=float(radius), fill=colour, opacity=_short(opacity))


def ovals(places: Iterable[tuple[float, float, float, float]], colour: str) -> str:
    """Several ellipses (x, y and two radii) of one colour as one shape."""
    path = "".join(
        f"M{numbers(x - a, y)}a{numbers(a, b)} 0 1 0 {numbers(2 * a, 0)}a{numbers(a, b)} 0 1 0 {numbers(-2 * a, 0)}z"
        for x, y, a, b in places
    )
    return fill(path, colour)


def box(x: float, y: float, width: float, height: float, colour: str, opacity: float | None = None) -> str:
    """A filled rectangle."""
    return fill(rectangle(x, y, width, height), colour, opacity)


def group(content: str, x: float = 0, y: float = 0, scale: float = 1, flip: bool = False) -> str:
    """The content moved and scaled; flipped, it looks the other way."""
    across = f"{-scale if flip else scale:.3g}"
    size = f" scale({across} {scale:.3g})" if flip or scale != 1 else ""
    return element("g", content, transform=f"translate({numbers(x, y)}){size}")


def stretched(content: str, x: float, y: float, across: float, down: float) -> str:
    """The content moved and scaled by its own factor each way."""
    return element("g", content, transform=f"translate({numbers(x, y)}) scale({across:.3g} {down:.3g})")


def _short(value: float | None) -> str | None:
    return None if value is None else f"{value:.2g}"


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """The path of a rectangle, to be joined with others of the same colour."""
    return f"M{numbers(x, y)}h{number(width)}v{number(height)}h{number(-width)}z"


def polygon(points: Iterable[Point]) -> str:
    """The path of a closed shape with straight sides."""
    return "M" + "L".join(numbers(*point) for point in points) + "Z"


def smooth(points: Sequence[Point]) -> str:
    """A soft curve through all points (Catmull-Rom as Bézier); begins with M."""
    first, last = points[0], points[-1]
    padded = (first, *points, last)
    curves = (_curve(*padded[place : place + 4]) for place in range(len(points) - 1))
    return f"M{numbers(*first)}" + "".join(curves)


def _curve(before: Point, start: Point, end: Point, after: Point) -> str:
    one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
    two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
    return f"C{numbers(*one, *two, *end)}"


def land(ridge: Sequence[Point], floor: float) -> str:
    """The path of ground under a soft ridge, down to the floor."""
    return f"{smooth(ridge)}V{number(floor)}H{number(ridge[0][0])}Z"


def ribbon(middle: Sequence[tuple[float, float, float]], lying: bool = False) -> str:
    """The path of a way through (x, y, width) places; lying, its width is up and down."""
    one = [(x, y - w / 2) if lying else (x - w / 2, y) for x, y, w in middle]
    two = [(x, y + w / 2) if lying else (x + w / 2, y) for x, y, w in reversed(middle)]
    return f"{smooth(one)}L{smooth(two)[1:]}Z"
