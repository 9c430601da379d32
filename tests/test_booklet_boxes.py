"""Every page of every booklet in every edition and language, of content/ and of Eksempelvik: its boxes of text."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp

import pypdfium2
import pytest

from booklet_samples import TODAY
from hefte.doors.booklets import make_booklets
from hefte.doors.build import look_through
from hefte.output import Output

pytestmark = pytest.mark.slow

TESTS = Path(__file__).parent
FOLDERS = {"content": TESTS.parent / "content", "eksempelvik": TESTS / "eksempelvik"}
OF_ONE_SHEET = ("-trykk.pdf",)
"""Sheets on which pages lie on their side; what stands on each is what the edition for the screen says."""

TOLERANCE, COVERED = 0.6, 0.35
"""Points beyond an edge, and the share of a run of text that may lie under another."""


def outputs(folder: Path) -> dict[str, Output]:
    work = look_through(folder, TODAY)
    return {output.path: output for output in make_booklets(work, Path(mkdtemp(prefix="hefte-state-")))}


@cache
def made(name: str) -> dict[str, Output]:
    return outputs(FOLDERS[name])


def printed() -> Iterator[tuple[str, str]]:
    for name in FOLDERS:
        for path in made(name):
            if path.endswith(".pdf") and not path.endswith(OF_ONE_SHEET):
                yield name, path


Box = tuple[float, float, float, float]


def boxes(page: pypdfium2.PdfPage) -> list[Box]:
    """The runs of text of a page, from its left lower corner."""
    text = page.get_textpage()
    return [text.get_rect(at) for at in range(text.count_rects())]


def shared(one: Box, other: Box) -> float:
    """The share of the smaller box that lies in the other."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return max(width, 0) * max(height, 0) / least if least > 0 else 0


@pytest.mark.parametrize(("name", "path"), tuple(printed()))
def test_text_lies_within_the_cut_and_on_no_other_text(name: str, path: str) -> None:
    content = made(name)[path].make()
    assert isinstance(content, bytes)

    outside, covered, empty = [], [], []
    for number, page in enumerate(pypdfium2.PdfDocument(content), 1):
        left, bottom, right, top = page.get_trimbox()
        found = boxes(page)
        empty += [] if found else [number]
        outside += [
            (number, box)
            for box in found
            if box[0] < left - TOLERANCE or box[2] > right + TOLERANCE or box[1] < bottom or box[3] > top + TOLERANCE
        ]
        rows = sorted(found, key=lambda box: (-box[3], box[0]))
        covered += [(number, one, other) for one, other in pairwise(rows) if shared(one, other) > COVERED]

    assert (outside, covered, empty) == ([], [], [])


def test_an_edit_prints_only_the_booklets_that_hold_the_entry_anew(tmp_path: Path) -> None:
    folder = copytree(FOLDERS["eksempelvik"], tmp_path / "content")
    before = {path: output.key for path, output in outputs(folder).items()}
    walk = folder / "turer/brygga-rundt.yaml"
    walk.write_text(walk.read_text(encoding="utf-8").replace("Flat og bred", "Flat og ganske bred"), encoding="utf-8")

    after = {path: output.key for path, output in outputs(folder).items()}

    changed = {path for path, key in after.items() if before[path] != key}
    assert changed == {path for path in after if "turheftet" in path}


def test_nothing_is_printed_anew_where_nothing_was_edited(tmp_path: Path) -> None:
    folder = copytree(FOLDERS["eksempelvik"], tmp_path / "content")

    one, other = ({path: output.key for path, output in outputs(folder).items()} for _ in range(2))

    assert one == other
