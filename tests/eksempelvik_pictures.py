"""Draws the pictures of Eksempelvik: `python tests/eksempelvik_pictures.py` writes tests/eksempelvik/bilder.

No photo exists of a place that does not exist. Landscapes come from the house's own scenes, rooms
are drawn below; Chromium turns both into JPEG. Run by hand: the files are kept in the repository,
since another Chromium may round a pixel differently.
"""

import io
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from hefte.drawing.scenes import Kind, scene

HERE = Path(__file__).parent / "eksempelvik"
WIDTH, HEIGHT, LARGEST_BYTES = 1200, 800, 120_000
FIR, RUST, OCHRE, FJORD, CREAM, SAND, WOOD, INK = (
    "#16423c", "#b0452a", "#e9b44c", "#2b6a8a", "#f6f0e2", "#e8d8b8", "#8a5a3c", "#1f2a2e",
)  # fmt: skip
LANDSCAPES = {
    "strandpromenaden": (Kind.HARBOUR, "morning"),
    "mosetjern": (Kind.TARN, "fresh"),
    "elvestien": (Kind.RIVER, "day"),
    "gapahuken": (Kind.WOOD, "rose"),
    "stranda": (Kind.BEACH, "day"),
    "fyret": (Kind.COAST, "gold"),
    "garden": (Kind.FARM, "gold"),
    "museet": (Kind.HARBOUR, "rose"),
    "kulturhuset": (Kind.SQUARE, "gold"),
}


def box(x: float, y: float, width: float, height: float, colour: str, round_by: float = 0) -> str:
    """A rectangle, its corners round or not."""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}" rx="{round_by}"/>'


def disc(x: float, y: float, radius: float, colour: str, squash: float = 1) -> str:
    """A circle, flattened by a share."""
    return f'<ellipse cx="{x}" cy="{y}" rx="{radius}" ry="{radius * squash}" fill="{colour}"/>'


def shape(points: str, colour: str) -> str:
    """A shape with straight edges."""
    return f'<polygon points="{points}" fill="{colour}"/>'


def stroke(path: str, colour: str, width: float) -> str:
    """A line with round ends."""
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>'


def bowling() -> Iterator[str]:
    """A lane with ten pins, a ramp and three light balls."""
    yield box(0, 0, WIDTH, 330, "#1d4f5f") + box(0, 250, WIDTH, 80, "#173f4c")
    for number, x in enumerate(range(60, WIDTH, 180)):
        yield disc(x, 90, 46, (OCHRE, RUST, "#86a895")[number % 3])
    yield box(0, 330, WIDTH, 470, "#5a3a2a")
    yield shape("480,330 720,330 1010,800 190,800", "#e2b878")
    for x in (-3, -2, -1, 0, 1, 2, 3):
        yield stroke(f"M{600 + x * 34},330 L{600 + x * 117},800", "#cf9f5c", 3)
    yield box(470, 170, 260, 160, "#0f2a32", 10)
    for row, count in enumerate((4, 3, 2, 1)):
        for pin in range(count):
            middle, y = 600 + (pin - (count - 1) / 2) * 52, 262 + row * 18
            yield disc(middle, y + 26, 17, CREAM, 1.7) + disc(middle, y - 12, 10, CREAM)
            yield box(middle - 9, y - 4, 18, 5, RUST)
    yield stroke("M560,640 L470,760 M640,640 L730,760", "#b9b3a4", 14)
    yield stroke("M565,560 C570,640 575,700 590,770 M635,560 C630,640 625,700 610,770", "#ded8c8", 14)
    yield disc(600, 556, 44, FJORD) + disc(588, 540, 6, INK) + disc(606, 536, 6, INK) + disc(602, 556, 6, INK)
    yield disc(160, 720, 52, RUST) + disc(270, 735, 52, OCHRE) + disc(1060, 728, 52, "#5b8a5a")


def pool() -> Iterator[str]:
    """A warm pool with a lift at its edge and light from large windows."""
    yield box(0, 0, WIDTH, 380, "#e9efe8")
    for x in range(60, WIDTH, 230):
        yield box(x, 50, 180, 250, "#bfe0e6", 6) + shape(f"{x},300 {x + 180},300 {x + 90},170", "#8db3a5")
        yield stroke(f"M{x + 90},50 V300 M{x},170 H{x + 180}", "#ffffff", 8)
    yield box(0, 380, WIDTH, 420, "#d9cdb4")
    yield shape("130,450 1070,450 1200,800 0,800", "#4fa3b8") + shape("130,450 1070,450 1080,475 122,475", "#2f8098")
    for number, y in enumerate(range(520, 800, 56)):
        for x in range(150 + 110 * (number % 2), 950, 230):
            yield stroke(f"M{x},{y} q35,-18 70,0 t70,0", "#9ed4dc", 7)
    yield stroke("M930,470 V250 H800", "#f3f0e6", 22) + stroke("M800,250 V420", "#c9c4b6", 10)
    yield box(740, 420, 110, 20, RUST, 8) + box(735, 340, 20, 95, RUST, 8) + box(905, 460, 60, 24, "#b9b3a4", 6)
    yield stroke("M250,430 V520 M320,430 V520 M250,470 H320", "#f3f0e6", 12)


def library() -> Iterator[str]:
    """Shelves in many colours, an armchair and a lamp."""
    yield box(0, 0, WIDTH, 620, "#efe3c8") + box(0, 620, WIDTH, 180, "#b98a5c")
    yield box(70, 70, 700, 550, WOOD, 8)
    colours = (RUST, OCHRE, FJORD, FIR, "#86a895", "#c9583a", CREAM, "#5b8a5a", "#d9a066")
    for shelf in range(4):
        top, x, number = 90 + shelf * 132, 90, shelf * 5
        yield box(86, top, 668, 118, "#5e3a26")
        while x < 720:
            wide, tall = 22 + (number * 7) % 20, 74 + (number * 13) % 38
            yield box(x, top + 118 - tall, wide, tall, colours[number % len(colours)], 2)
            x, number = x + wide + 4, number + 1
    yield stroke("M1110,640 V230", INK, 10) + shape("1040,250 1180,250 1150,150 1070,150", OCHRE)
    yield shape("1040,250 1180,250 1200,620 830,620", "#fff3c41f") + disc(1110, 646, 60, INK, 0.2)
    yield (
        box(830, 400, 240, 190, FIR, 40)
        + box(800, 500, 80, 140, "#1f5a50", 30)
        + box(1020, 500, 80, 140, "#1f5a50", 30)
    )
    yield box(850, 545, 200, 70, "#2b7264", 24) + box(830, 630, 24, 40, WOOD) + box(1046, 630, 24, 40, WOOD)


def cafe() -> Iterator[str]:
    """Two cups and a waffle on a table by the water."""
    yield box(0, 0, WIDTH, 260, "#f7dcae") + disc(880, 170, 90, "#fbeab8") + box(0, 240, WIDTH, 170, "#6aa3b8")
    yield shape("0,240 260,150 520,240", "#8fae9c") + shape("360,240 640,180 980,240", "#a9bda4")
    for x, y in ((120, 300), (420, 340), (760, 300), (980, 350)):
        yield stroke(f"M{x},{y} q40,-14 80,0 t80,0", "#a9d0d8", 6)
    yield shape("300,250 340,250 330,270 306,270", RUST) + shape("318,250 318,150 372,244", CREAM)
    yield box(0, 400, WIDTH, 400, "#a8703f")
    for y in range(480, 800, 90):
        yield stroke(f"M0,{y} H{WIDTH}", "#91602f", 5)
    for x, colour in ((330, FJORD), (880, RUST)):
        yield disc(x, 620, 150, CREAM, 0.32) + disc(x, 612, 110, "#e6dcc4", 0.3)
        yield stroke(f"M{x + 80},520 q70,0 50,50 q-15,30 -60,25", colour, 20)
        yield (
            box(x - 90, 470, 180, 140, colour, 50)
            + disc(x, 476, 90, "#e6dcc4", 0.26)
            + disc(x, 480, 76, "#5b3a25", 0.24)
        )
        yield stroke(f"M{x - 25},420 q-20,-30 0,-60 t0,-60 M{x + 25},420 q20,-30 0,-60 t0,-60", "#fffaf0aa", 9)
    yield disc(605, 690, 165, CREAM, 0.42) + disc(605, 676, 118, "#d9983f", 0.42)
    yield stroke("M505,670 H705 M520,645 H690 M520,698 H690 M560,634 V718 M605,628 V724 M650,634 V718", "#b8752a", 8)
    yield disc(630, 660, 34, "#a6233c", 0.5)


def knitting() -> Iterator[str]:
    """Three balls of wool and a half-finished scarf."""
    yield box(0, 0, WIDTH, HEIGHT, "#d9b98a")
    for y in range(0, HEIGHT, 160):
        yield stroke(f"M0,{y} H{WIDTH}", "#c9a573", 6)
    for row in range(13):
        colour = (FIR, CREAM, OCHRE)[row // 2 % 3]
        for column in range(11):
            x, y = 610 + column * 44, 130 + row * 40
            yield stroke(f"M{x},{y} l20,28 l20,-28", colour, 15)
    yield stroke("M560,110 L1150,150", WOOD, 18) + disc(560, 110, 18, RUST)
    for x, y, radius, colour, light in (
        (220, 230, 140, RUST, "#cf6a4c"), (180, 560, 150, FIR, "#2f6b60"), (440, 600, 120, OCHRE, "#f3cd7c"),
    ):  # fmt: skip
        yield disc(x + 14, y + 22, radius, "#00000022") + disc(x, y, radius, colour)
        for turn, half in ((-0.55, 0.6), (-0.2, 0.8), (0.15, 0.85), (0.5, 0.75)):
            yield stroke(
                f"M{x - half * radius},{y + turn * radius} q{half * radius},-45 {2 * half * radius},0", light, 7
            )
    yield stroke("M300,345 C420,420 470,300 600,330", RUST, 9) + stroke("M520,690 C700,760 900,700 960,660", OCHRE, 9)


def logo() -> Iterator[str]:
    """A red boathouse by a bay under a low sun."""
    yield '<clipPath id="round"><circle cx="600" cy="400" r="400"/></clipPath><g clip-path="url(#round)">'
    yield box(200, 0, 800, 460, "#f6d5aa") + disc(760, 300, 120, OCHRE) + shape("200,460 480,220 760,460", "#6f9682")
    yield box(200, 460, 800, 400, FJORD) + stroke("M260,560 q60,-24 120,0 t120,0 t120,0 t120,0 t120,0", "#a5c8c8", 18)
    yield box(360, 380, 200, 140, RUST) + shape("330,390 460,290 590,390", "#4b2b22") + box(430, 430, 60, 90, CREAM)
    yield shape("1000,620 620,800 1000,800", FIR) + shape("200,660 200,800 560,800", "#7c9a55") + "</g>"


ROOMS: dict[str, Callable[[], Iterator[str]]] = {
    "bowling": bowling,
    "badet": pool,
    "biblioteket": library,
    "kafeen": cafe,
    "strikking": knitting,
}


def sheet(parts: Iterator[str]) -> str:
    """One SVG of 1200 by 800."""
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def photographed(svg: str) -> Image.Image:
    """What Chromium shows of a drawing, on white where it is transparent."""
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "page.html"), Path(folder, "shot.png")
        page.write_text(f'<!doctype html><body style="margin:0;overflow:hidden">{svg}', encoding="utf-8")
        switches = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync")
        window = f"--window-size={WIDTH},{HEIGHT + 200}"  # the headless window has a bar at its foot
        own = (f"--user-data-dir={folder}/profile", f"--screenshot={shot}", "--default-background-color=00000000")
        subprocess.run(["chromium", *switches, window, *own, str(page)], check=True, capture_output=True)
        with Image.open(shot) as image:
            return image.crop((0, 0, WIDTH, HEIGHT)).copy()


def as_jpeg(image: Image.Image) -> bytes:
    """The best JPEG that is small enough for a slow telephone."""
    for quality in range(88, 40, -4):
        kept = io.BytesIO()
        image.convert("RGB").save(kept, "JPEG", quality=quality, optimize=True, progressive=True)
        if len(kept.getvalue()) <= LARGEST_BYTES:
            break
    return kept.getvalue()


def write_all(only: tuple[str, ...] = ()) -> None:
    """Write every picture, or those named, and the logo."""
    folder = HERE / "bilder"
    folder.mkdir(exist_ok=True)
    drawn = {name: sheet(draw()) for name, draw in ROOMS.items()}
    drawn |= {name: scene(kind, name, WIDTH, HEIGHT, light=light) for name, (kind, light) in LANDSCAPES.items()}
    for name, svg in drawn.items():
        if not only or name in only:
            (folder / f"{name}.jpg").write_bytes(as_jpeg(photographed(svg)))
    if not only or "logo" in only:
        square = photographed(sheet(logo())).crop((200, 0, 1000, 800))
        square.resize((128, 128)).quantize(64).save(folder / "logo.png", optimize=True)


if __name__ == "__main__":
    write_all(tuple(sys.argv[1:]))
