"""A booklet in the number of pages that its editor asks for: what may change, what may not, and who is left out."""

from datetime import date
from io import BytesIO
from math import ceil
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet_samples import TODAY, document, press
from hefte.booklet.fit import Fitted, fitted, least_important
from hefte.booklet.fit_words import tell_fit
from hefte.booklet.make import volume_of
from hefte.booklet.press import Press, label_of
from hefte.booklet.setting import most_notes
from hefte.booklet.volume import Chapter, Volume
from hefte.doors.booklets import make_booklets
from hefte.doors.build import build
from hefte.doors.typst import count_pages, print_pdf
from hefte.model import Activity
from hefte.problem import Rule

FIXED_PAGES = 5
A_PAGE = 3.0
QUICK = settings(max_examples=40)
SLOW = settings(max_examples=12)
TITLES = st.sampled_from(
    [
        "Kor",
        "Sjøboden ⛵ 🎉",
        "Sámi čuojaheapmi ŋ ŧ đ",
        "قهوة للجميع",
        "א ב ג",
        "Menneskerettighetsorganisasjonen " * 2,
        "北京",
    ]
)
PRIORITIES = st.lists(st.integers(0, 5), max_size=24)


def entry(number: int, title: str, priority: int = 0, checked: date | None = None) -> Activity:
    own = {"hefte": {"prioritet": str(priority)}} if priority else {}
    seen = {"kontrollert": {"dato": checked.isoformat()}} if checked else {}
    return document(Activity, f"nr-{number}", tittel=title, **own, **seen)


def booklet(*entries: Activity, **form: object) -> Press:
    chapters = [{"utvalg": {"type": ["aktiviteter"]}}]
    return press(*entries, kapitler=chapters, utvalg={"type": ["aktiviteter"]}, **form)


def printed(volume: Volume) -> list[str]:
    chapters = (part.content for part in volume.parts if isinstance(part.content, Chapter))
    return [item.label for chapter in chapters for section in chapter.sections for item in section.entries]


def count(volume: Volume) -> int:
    """A press whose pages grow with entries, type and spacing."""
    share = (volume.size / 12) * volume.spacing / volume.columns
    return FIXED_PAGES + ceil(len(printed(volume)) * share / A_PAGE)


def done(made: Press) -> Fitted:
    result = fitted(made, count)
    assert result is not None
    return result


def test_without_a_number_of_pages_a_booklet_is_as_long_as_it_needs() -> None:
    made = booklet(entry(1, "Kor"))

    assert fitted(made, count) is None


@pytest.mark.slow
@QUICK
@given(priorities=PRIORITIES, goal=st.integers(1, 24))
def test_a_booklet_has_exactly_its_pages_or_is_refused_at_its_line(priorities: list[int], goal: int) -> None:
    entries = [entry(at, f"Nr {at}", priority) for at, priority in enumerate(priorities)]

    result = done(booklet(*entries, sidetall=str(goal)))

    if result.problem is None:
        volume = volume_of(result.press)
        assert count(volume) + volume.notes == goal == result.pages
        assert 0 <= volume.notes <= most_notes(goal)
        assert volume.size >= 12
    else:
        assert result.problem.rule in {Rule.BOOKLET_TOO_LONG, Rule.BOOKLET_TOO_SHORT}


@pytest.mark.slow
@QUICK
@given(priorities=PRIORITIES, goal=st.integers(4, 12))
def test_what_is_left_out_matters_no_more_than_what_stays(priorities: list[int], goal: int) -> None:
    entries = [entry(at, f"Nr {at}", priority) for at, priority in enumerate(priorities)]
    own = {label_of(one): priority or 3 for one, priority in zip(entries, priorities, strict=True)}

    result = done(booklet(*entries, sidetall=str(goal)))

    gone = [own[label_of(one)] for one in result.left_out]
    stays = [own[label] for label in printed(volume_of(result.press))]
    assert 1 not in gone
    assert (
        not gone
        or not [priority for priority in stays if priority != 1]
        or min(gone) >= max(priority for priority in stays if priority != 1)
    )
    assert len(gone) + len(stays) == len(entries)


@pytest.mark.slow
@QUICK
@given(number=st.integers(1, 60), goal=st.integers(6, 24))
def test_not_one_entry_more_is_left_out_than_has_to_be(number: int, goal: int) -> None:
    made = booklet(*(entry(at, f"Nr {at}") for at in range(number)), sidetall=str(goal))

    result = done(made)

    if result.left_out:
        one_more = frozenset(map(label_of, result.left_out[:-1]))
        assert count(volume_of(result.press._replace(left_out=one_more))) > goal


def test_the_fewest_runs_are_made_that_tell_how_it_fits() -> None:
    runs: list[Volume] = []

    def counted(volume: Volume) -> int:
        runs.append(volume)
        return count(volume)

    fitted(booklet(*(entry(at, f"Nr {at}") for at in range(300)), sidetall="40"), counted)

    assert len(runs) <= 6


def test_of_entries_that_matter_alike_what_was_checked_last_stays_longest() -> None:
    entries = [entry(1, "A", checked=date(2026, 1, 1)), entry(2, "B"), entry(3, "C", checked=date(2026, 11, 1))]

    order = [one.id for one in least_important(booklet(*entries))]

    assert order == ["nr-2", "nr-1", "nr-3"]


def test_an_entry_that_the_booklet_names_is_never_left_out() -> None:
    made = booklet(entry(1, "A"), entry(2, "B"))
    named = made.booklet.selection.model_copy(update={"include": ("nr-1",)})

    order = least_important(made._replace(booklet=made.booklet.model_copy(update={"selection": named})))

    assert [one.id for one in order] == ["nr-2"]


@pytest.mark.parametrize(("entries", "pages", "notes"), [(9, 8, 0), (10, 12, 3), (6, 8, 1), (3, 8, 2)])
def test_a_multiple_is_the_nearest_and_pages_for_notes_fill_it(entries: int, pages: int, notes: int) -> None:
    made = booklet(*(entry(at, f"Nr {at}") for at in range(entries)), sidetall="×4")

    result = fitted(made, lambda volume: count(volume._replace(spacing=1.0)))

    assert result is not None
    assert (result.pages, result.press.notes) == (pages, notes)
    assert result.left_out == ()


def test_one_page_too_many_is_saved_by_less_space_where_that_is_enough() -> None:
    result = done(booklet(*(entry(at, f"Nr {at}") for at in range(10)), sidetall="x4"))

    assert (result.pages, result.press.notes) == (8, 0)
    assert result.setting.spacing < 1


def test_large_print_is_never_smaller_and_never_in_columns() -> None:
    entries = [entry(at, f"Nr {at}") for at in range(40)]

    result = done(booklet(*entries, sidetall="10", skrift="stor", format="A4"))

    assert result.setting.size >= 16
    assert result.setting.columns == 1


def test_what_was_done_is_told_in_one_line_with_the_names_of_what_is_left_out() -> None:
    entries = [entry(at, f"Nr {at}", 1) for at in range(3)] + [entry(7, "Zumba", 5), entry(8, "Allsang", 5)]

    result = done(booklet(*entries, sidetall="6"))

    assert tell_fit(result, result.press.words) == (
        "6 sider, skrift 12 pt, avstand 76 %, 2 oppføringer utelatt: Allsang og Zumba"
    )


@pytest.mark.slow
@SLOW
@given(
    titles=st.lists(TITLES, max_size=7),
    goal=st.sampled_from(["×4", "8", "12"]),
    paper=st.sampled_from(["A5", "A4", "lomme"]),
)
def test_the_printed_booklet_has_the_pages_that_were_promised(titles: list[str], goal: str, paper: str) -> None:
    made = booklet(*(entry(at, title) for at, title in enumerate(titles)), sidetall=goal, format=paper)

    result = fitted(made, count_pages)

    assert result is not None
    pdf = print_pdf(volume_of(result.press), TODAY)
    assert len(pypdfium2.PdfDocument(BytesIO(pdf))) == result.pages
    assert result.problem or result.pages == int(goal.strip("×")) or (goal == "×4" and result.pages % 4 == 0)


@pytest.mark.slow
def test_a_booklet_of_three_hundred_entries_comes_to_its_pages_with_the_back_cover_last() -> None:
    made = booklet(*(entry(at, f"Nummer {at} " + "å" * 60, at % 4 + 1) for at in range(300)), sidetall="64")

    result = fitted(made, count_pages)

    assert result is not None
    assert result.problem is None
    pages = [
        page.get_textpage().get_text_bounded()
        for page in pypdfium2.PdfDocument(print_pdf(volume_of(result.press), TODAY))
    ]
    assert len(pages) == 64
    assert "Om heftet" in pages[-1]
    assert all("Notater" in page for page in pages[-1 - result.press.notes : -1])


@pytest.mark.slow
def test_a_goal_that_cannot_be_met_stops_the_build_at_its_line_and_publishes_nothing(tmp_path: Path) -> None:
    content = {
        "oppsett.yaml": "navn: Ut i Vik\ntjeneste: Tjenesten\nkommune: '9999'\n",
        "aktiviteter/kor.yaml": "tittel: Kor\ningress: Kom.\nkategorier: [idrett]\nkommune: '9999'\n",
        "hefter/heftet.yaml": "tittel: Heftet\nutvalg: {type: [aktiviteter]}\nsidetall: 48\n",
    }
    for name, text in content.items():
        (tmp_path / "inn" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "inn" / name).write_text(text, encoding="utf-8")

    built = build(tmp_path / "inn", tmp_path / "ut", TODAY, [make_booklets])

    refused = [problem for problem in built.problems if problem.rule is Rule.BOOKLET_TOO_SHORT]
    assert built.published is None
    assert [tuple(problem.where) for problem in refused] == [("hefter/heftet.yaml", 3, 11)]
    assert not (tmp_path / "ut" / "hefter").exists()


@pytest.mark.slow
def test_the_preview_shows_the_booklet_as_it_is_beside_the_problem(tmp_path: Path) -> None:
    content = {
        "oppsett.yaml": "navn: Ut i Vik\ntjeneste: Tjenesten\nkommune: '9999'\n",
        "hefter/heftet.yaml": "tittel: Heftet\nutvalg: {type: [aktiviteter]}\nsidetall: 48\n",
    }
    for name, text in content.items():
        (tmp_path / "inn" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "inn" / name).write_text(text, encoding="utf-8")

    built = build(tmp_path / "inn", tmp_path / "ut", TODAY, [make_booklets], despite=True)

    assert any(problem.rule is Rule.BOOKLET_TOO_SHORT for problem in built.problems)
    assert (tmp_path / "ut" / "hefter" / "heftet.pdf").exists()
