"""`make bench-booklets`: one booklet of many entries by us, by WeasyPrint and by Chromium, in CPU seconds.

Ours is the whole way from YAML to a tagged PDF in a fresh process; the others get a finished page of HTML with the
same words, facts, drawings, codes and fonts, so that only their setting and printing is counted.
"""

import argparse
import base64
import ctypes
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from html import escape
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pikepdf

from bench import municipality
from bench.compare import Cost, measure
from booklet_samples import TEMPLATES, icons, words
from browser import find
from hefte.assessment.rules import read_rules
from hefte.booklet.make import volume_of
from hefte.booklet.pieces import Block, Line
from hefte.booklet.press import Press
from hefte.booklet.volume import Chapter, Item, Register, Trip, Volume
from hefte.doors.booklets import make_proofs
from hefte.doors.build import look_through
from hefte.model import Booklet

TODAY = date(2026, 11, 22)
_TAKE_IN_ORPHANS = 36
"""PR_SET_CHILD_SUBREAPER of Linux: without it the kernel counts a browser's pages to nobody."""

BOOKLET = """\
tittel: Heftet
utvalg: {type: [aktiviteter, arrangementer, grupper, steder, organisasjoner, turer]}
format: A5
forside: {motiv: kyst}
"""
STYLE = """
@page { size: 148mm 210mm; margin: 19mm 16mm 18mm; @bottom-left { content: counter(page); font-weight: bold } }
@page cover { margin: 0 } body { font: 12pt/1.28 "Atkinson Hyperlegible Next"; color: #1f2a2e; margin: 0 }
h1, h2 { font-family: Fraunces; color: #16423c } h1 { font-size: 29pt; break-before: page } h2 { font-size: 15.5pt }
article { break-inside: avoid; margin-bottom: 5mm } p, dl { margin: 0 0 1.5mm } dt { font-weight: bold; float: left;
margin-right: 2mm } dd { margin: 0 } .facts div { clear: left } .chip { background: #14573b; color: #fff;
font-weight: bold; padding: 1pt 4pt; border-radius: 3pt } .code { float: right; width: 14mm; height: 14mm }
.picture { width: 148mm; margin: 0 -16mm 4mm; display: block } .cover { page: cover } .cover img { width: 148mm }
.index { columns: 2; column-gap: 7mm } .index a { display: block; color: inherit; text-decoration: none }
.index a::after { content: " " target-counter(attr(href), page) }
"""


def write(folder: Path, number: int) -> None:
    """Lay out a content folder with so many entries and one booklet that holds them all."""
    municipality.write(folder, number)
    (folder / "hefter").mkdir()
    (folder / "hefter/heftet.yaml").write_text(BOOKLET, encoding="utf-8")


def print_ours(content: Path, out: Path) -> None:
    """The whole way: read, check, choose, draw, set, pack."""
    with TemporaryDirectory(prefix="hefte-bench-") as state:
        outputs = make_proofs(look_through(content, TODAY), Path(state))
        made = next(output for output in outputs if output.path == "hefter/heftet.pdf").make()
    out.write_bytes(made if isinstance(made, bytes) else made.encode())


def as_page(volume: Volume) -> str:
    """The same booklet as HTML: cover, chapters, registers, with every drawing and code."""
    return "".join(("<!doctype html><html lang=nb><meta charset=utf-8><title>Heftet</title><style>", _fonts(), STYLE,
                    "</style><body>", *_body(volume), "</body></html>"))  # fmt: skip


def _fonts() -> str:
    folder = TEMPLATES / "booklet/fonts"
    rows = (("Atkinson", "Atkinson Hyperlegible Next"), ("Fraunces", "Fraunces"))
    found = ((family, path) for start, family in rows for path in sorted(folder.glob(f"{start}*.ttf")))
    return "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {"bold" if "Bold" in path.stem else "normal"}; '
        f'src: url("{path.as_uri()}") }}'
        for family, path in found
    )


def _body(volume: Volume) -> Iterator[str]:
    yield f"<section class=cover>{_picture(volume.cover.picture, '')}<p>{escape(volume.title)}</p></section>"
    for part in volume.parts:
        yield f"<h1>{escape(part.title)}</h1>"
        if isinstance(part.content, Chapter):
            for section in part.content.sections:
                yield from map(_entry, section.entries)
        elif isinstance(part.content, Register):
            names = (item for group in part.content.letters for item in group.items)
            links = (f'<a href="#{escape(one.target)}">{escape(one.title)}</a>' for one in names)
            yield f"<div class=index>{''.join(links)}</div>"


def _entry(entry: Item | Trip) -> str:
    item = entry.item if isinstance(entry, Trip) else entry
    facts: tuple[Line, ...] = item.facts + item.contact
    drawn = ""
    if isinstance(entry, Trip):
        facts += entry.key_facts + entry.more_facts
        drawings = (drawing for drawing in (entry.map, entry.profile) if drawing)
        drawn = _picture(entry.pictures.wide, "picture") + "".join(_picture(one.svg, "picture") for one in drawings)
        drawn += "".join(f"<p><b>{escape(one.profile)}:</b> {escape(one.sentence)}</p>" for one in entry.reaches)
        drawn += "".join(f"<p><b>{one.metres}</b> {escape(one.ground)}</p>" for one in entry.stretches)
    rows = "".join(f"<div><dt>{escape(one.label)}:</dt><dd>{escape(one.value)}</dd></div>" for one in facts)
    chips = " ".join(f"<span class=chip>{escape(chip.text)}</span>" for chip in item.chips)
    code = _picture(item.qr, "code") if item.qr else ""
    words = "".join(map(_block, item.blocks))
    return (
        f'<article>{drawn}<h2 id="{escape(item.label)}">{escape(item.title)}</h2><p>{escape(item.lead)}</p>{words}'
        f"<dl class=facts>{rows}</dl><p>{chips}</p>{code}<p>{escape(item.checked.text)}</p></article>"
    )


def _block(block: Block) -> str:
    runs = (block.spans, *block.items)
    return "".join(f"<p>{''.join(escape(span.text) for span in run)}</p>" for run in runs if run)


def _picture(svg: str, kind: str) -> str:
    coded = base64.b64encode(svg.encode()).decode()
    return f'<img class="{kind}" alt="" src="data:image/svg+xml;base64,{coded}">'


def compare(number: int, rounds: int, *, alone: bool) -> None:
    """Print what each costs, and how many times ours."""
    print(f"\nA booklet of {number} entries, A5, cold, the best of {rounds}\n")
    print(f"{'':36}{'CPU s':>8}{'wall s':>8}{'peak MB':>9}{'pages':>8}{'MB':>7}{'× our CPU':>11}")
    with TemporaryDirectory(prefix="hefte-bench-") as place:
        folder, out = Path(place), Path(place) / "made.pdf"
        write(folder / "content", number)
        (folder / "page.html").write_text(as_page(volume_of(_press(folder / "content"))), encoding="utf-8")
        ours = _row("Hefte, from YAML to tagged PDF", _ours(folder, out), folder, out, rounds, None)
        for name, command in () if alone else _peers(out):
            if command[0] is None:
                print(f"{name:36}   not installed here, so not measured")
            else:
                _row(name, tuple(map(str, command)), folder, out, rounds, ours)


def _press(content: Path) -> Press:
    catalogue = look_through(content, TODAY).catalogue
    booklet = catalogue.get("hefter", "heftet") if catalogue else None
    if catalogue is None or not isinstance(booklet, Booklet):
        sys.exit("The invented content cannot be read.")
    rules = read_rules((TEMPLATES / "rules/turvei.yaml").read_text(encoding="utf-8"))
    return Press(booklet, catalogue, words("nb"), rules, icons())


def _ours(folder: Path, out: Path) -> tuple[str, ...]:
    return (sys.executable, "-m", "bench.booklets", "--print", str(folder / "content"), str(out))


def _peers(out: Path) -> tuple[tuple[str, tuple[str | None, ...]], ...]:
    weasyprint = which("weasyprint", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={out}")
    return (
        ("WeasyPrint, tagged, from HTML", (weasyprint, "--pdf-variant", "pdf/ua-1", "page.html", str(out))),
        ("Chromium, from HTML", (find(), *quiet, "--virtual-time-budget=100000", "page.html")),
    )


def measure_all(command: tuple[str, ...], folder: Path) -> Cost:
    """As `measure`, with the processes that a browser leaves to whoever takes them in: it starts them by another."""
    ctypes.CDLL(None).prctl(_TAKE_IN_ORPHANS, 1, 0, 0, 0)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = measure(command, folder)
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return cost._replace(cpu=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _row(name: str, command: tuple[str, ...], folder: Path, out: Path, rounds: int, ours: Cost | None) -> Cost:
    best = min(measure_all(command, folder) for _ in range(rounds))
    with pikepdf.open(out) as pdf:
        pages = len(pdf.pages)
    ratio = f"{best.cpu / ours.cpu:.1f}" if ours else "1"
    size = out.stat().st_size / 1e6
    print(f"{name:36}{best.cpu:8.1f}{best.wall:8.1f}{best.megabytes:9.0f}{pages:8}{size:7.1f}{ratio:>11}", flush=True)
    return best


def main() -> None:
    """Read the few options and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--print", nargs=2, type=Path, dest="ours", metavar=("CONTENT", "OUT"))
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    if options.ours:
        print_ours(*options.ours)
        return
    compare(300, options.rounds, alone=False)
    compare(1000, options.rounds, alone=True)


if __name__ == "__main__":
    main()
