"""Every page of every booklet in every edition and language, of content/ and of Eksempelvik: its boxes of text."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from shutil import copytree

import pypdfium2
import pytest

from booklet_samples import MEASURED, TODAY, document, press
from hefte.booklet.editions import EDITIONS
from hefte.booklet.make import volume_of
from hefte.doors.typst import print_pdf
from hefte.model import Activity, Walk
from hefte.model.choices import EditionKind
from published_booklets import booklets, outputs, published

pytestmark = pytest.mark.slow

TESTS = Path(__file__).parent
FOLDERS = {"content": TESTS.parent / "content", "eksempelvik": TESTS / "eksempelvik"}
OF_ONE_SHEET = ("-trykk.pdf",)
"""Sheets on which pages lie on their side; what stands on each is what the edition for the screen says."""

TOLERANCE, COVERED = 0.6, 0.35
"""Points beyond an edge, and the share of a run of text that may lie under another."""


SHARES = 4
"""Into so many tests the booklets of a folder are dealt out, so that several workers print them."""


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


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("name", FOLDERS)
def test_text_lies_within_the_cut_and_on_no_other_text(name: str, share: int) -> None:
    printed = sorted(filter(is_read_by_page, booklets(FOLDERS[name])))
    assert len(printed) > SHARES

    wrong = [(path, *found) for path in printed[share::SHARES] for found in misplaced(published(path, FOLDERS[name]))]

    assert wrong == []


def is_read_by_page(path: str) -> bool:
    return path.endswith(".pdf") and not path.endswith(OF_ONE_SHEET)


def misplaced(pdf: bytes) -> Iterator[tuple[object, ...]]:
    """What is wrong on a page: it is empty, text lies beyond its cut, or on other text."""
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        left, bottom, right, top = page.get_trimbox()
        found = boxes(page)
        if not found:
            yield number, "empty"
        for box in found:
            if box[0] < left - TOLERANCE or box[2] > right + TOLERANCE or box[1] < bottom or box[3] > top + TOLERANCE:
                yield number, "beyond the cut", box
        yield from ((number, "on other text", *both) for both in _meeting(found) if shared(*both) > COVERED)


def _meeting(found: Iterable[Box]) -> Iterator[tuple[Box, Box]]:
    """Every two boxes that share a height; columns stand beside each other, so the next one down may be far away."""
    ordered = sorted(found, key=lambda box: (-box[3], box[0]))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other[3] <= one[1]:
                break
            yield one, other


def test_an_edit_prints_only_the_booklets_that_hold_the_entry_anew(tmp_path: Path) -> None:
    folder = copytree(FOLDERS["eksempelvik"], tmp_path / "content")
    before = {path: output.key for path, output in outputs(folder, tmp_path).items()}
    walk = folder / "turer/brygga-rundt.yaml"
    walk.write_text(walk.read_text(encoding="utf-8").replace("Flat og bred", "Flat og ganske bred"), encoding="utf-8")

    after = {path: output.key for path, output in outputs(folder, tmp_path).items()}

    changed = {path for path, key in after.items() if before[path] != key}
    assert {path for path in changed if "hefter/" in path} == {path for path in after if "turheftet" in path}
    assert {path for path in changed if "hefter/" not in path} <= {path for path in after if "nyhetsbrev/" in path}


def test_nothing_is_printed_anew_where_nothing_was_edited(tmp_path: Path) -> None:
    folder = copytree(FOLDERS["eksempelvik"], tmp_path / "content")

    one, other = ({path: output.key for path, output in outputs(folder, tmp_path).items()} for _ in range(2))

    assert one == other


def test_a_long_name_of_a_list_and_a_holiday_stand_on_no_line_below_them() -> None:
    long = {"område": "Fredrikstadmarka, Onsøymarka og øyene utenfor"}
    daily = {"når": {"dag": ["torsdag", "fredag", "lørdag"], "kl": "10-12"}}
    entries = [document(Activity, f"k{at}", tittel=f"Kor {at}", **long, **daily) for at in range(70)]
    chosen = {"type": ["aktiviteter"]}
    parts = [{"utvalg": chosen}, {"del": "steder"}, {"del": "fast"}, {"del": "dager"}]

    printed = print_pdf(volume_of(press(*entries, utvalg=chosen, kapitler=parts, måned="2026-12")), TODAY)

    assert list(misplaced(printed)) == []


LONG = "Stengt ved brua til påske, følg skiltene langs jernbanen"
HARD = {"stigning": "1:14", "tverrfall": "6 %"}


@pytest.mark.parametrize("kind", [EditionKind.CARDS, EditionKind.POCKET_CARDS])
@pytest.mark.parametrize("told", [{}, {"melding": LONG}, {"melding": LONG, "ingress": f"{LONG}. " * 2}])
def test_the_foot_of_a_card_is_never_overlaid_and_snow_is_always_told(
    kind: EditionKind, told: Mapping[str, object]
) -> None:
    ground = [MEASURED | HARD | {"fra_m": at, "til_m": at + 300} for at in (0, 300)]
    ground += [MEASURED | {"fra_m": 600, "til_m": 900, "tilstand": "ujevnt"}]
    known = {"lengde": "900 m", "sesong": ["vår", "sommer"], "strekninger": ground, "høydemeter": "12"}
    checked = {"kontrollert": {"dato": "2026-10-01", "av": "støttekontakttjenesten og turlaget"}}
    walks = [document(Walk, f"tur-{at}", **(known | checked | told)) for at in range(2)]
    press_ = press(*walks, kapitler=[{"tittel": "Turer", "utvalg": {"type": ["turer"]}}], utvalg={"type": ["turer"]})

    printed = print_pdf(EDITIONS[kind].made(volume_of(press_), press_), TODAY)

    assert list(misplaced(printed)) == []
    text = " ".join(pypdfium2.PdfDocument(printed)[0].get_textpage().get_text_bounded().split())
    assert text.count("Snø og is er ikke regnet med") == len(walks)
    assert text.count("Kontrollert 1. oktober") == len(walks)


def test_two_texts_on_each_other_are_found_beside_another_column() -> None:
    one, beside, over = (0.0, 0.0, 50.0, 10.0), (100.0, 2.0, 150.0, 12.0), (10.0, 4.0, 60.0, 14.0)

    assert (over, one) in set(_meeting((one, beside, over)))


@pytest.mark.parametrize("area", ["Skogen", "Skogen ved elva", "Skogen ved elva bak", "Skogen ved elva bakom"])
def test_a_name_that_is_said_again_stands_on_no_line_below_it(area: str) -> None:
    entries = [document(Activity, f"k{at}", tittel=f"Kor {at}", område=area if at else "By") for at in range(130)]
    chosen = {"type": ["aktiviteter"]}

    printed = print_pdf(
        volume_of(press(*entries, utvalg=chosen, kapitler=[{"utvalg": chosen}, {"del": "steder"}])), TODAY
    )

    assert list(misplaced(printed)) == []
    assert any("(forts.)" in page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(printed))
