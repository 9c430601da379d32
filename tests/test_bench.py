"""What `make bench` measures with is sound: the invented entries are right, and every peer gets the same ones."""

from datetime import date
from pathlib import Path

from bench import calendar, municipality, peers, walks
from hefte.doors.build import look_through
from hefte.model import ENTRY_TYPES
from hefte.problem import Severity

DAY = date(2026, 11, 22)


def test_the_invented_entries_are_of_every_type_and_have_no_error(tmp_path: Path) -> None:
    municipality.write(tmp_path, 120)

    work = look_through(tmp_path, DAY)

    assert work.catalogue is not None
    assert all(work.catalogue.all(kind) for kind in ENTRY_TYPES)
    assert [problem for problem in work.problems if problem.severity is not Severity.NOTICE] == []


def test_the_same_number_gives_the_same_entries() -> None:
    assert list(municipality.entries(50)) == list(municipality.entries(100))[:50]


def test_every_peer_gets_a_page_per_entry_with_its_title_and_prose(tmp_path: Path) -> None:
    peers.write_mkdocs(tmp_path / "mkdocs", 20)
    peers.write_hugo(tmp_path / "hugo", 20)

    for made in municipality.entries(20):
        for folder in ("mkdocs/docs", "hugo/content"):
            page = (tmp_path / folder / made.folder / f"{made.id}.md").read_text(encoding="utf-8")
            assert str(made.fields["tittel"]) in page
            assert str(made.fields["beskrivelse"]) in page


def test_the_tracks_that_are_timed_hold_as_many_points_as_they_say() -> None:
    told = list(walks.lines(most=40, tracks=3, points=31))

    assert len(walks.read(walks.made_up(40, seed=1)).points) == 40
    assert [line.split()[0] for line in told] == ["40"] * 6 + ["3"]


def test_the_figures_of_calendars_are_of_entries_that_have_times() -> None:
    worked_out, feed = calendar.lines(40, 20)

    assert worked_out.startswith("40 recurring entries over 18 months: ")
    assert int(worked_out.split("(")[1].split()[0]) > 40 * 10
    assert feed.startswith("a feed of 20 entries: ")
