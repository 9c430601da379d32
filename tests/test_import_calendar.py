"""`hefte import ics` and `skolerute`: what can be taken in of anybody's calendar is, and the rest has its reason."""

import os
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet_samples import document, words
from calendar_reading import expanded
from hefte.doors.build import look_through
from hefte.doors.command_line import main
from hefte.doors.trouble import Exit
from hefte.interchange.calendar_drafts import Taken, Taker, drafts_of
from hefte.interchange.calendar_file import LARGEST_BYTES, MOST_EVENTS, read_calendar
from hefte.interchange.drafts import Draft, text_of
from hefte.interchange.school_calendar import school_calendar
from hefte.model import Activity, Event
from hefte.model.times import DaySpan
from hefte.problem import Rule
from hefte.programme import programme
from hefte.reading import language_of, read_file
from test_calendar_feeds import ROWS, SCHOOL, SPAN, feed_of
from website_samples import catalogue_of

TODAY = date(2026, 11, 22)
SETTINGS = "navn: Ut i Vik\ntjeneste: Tjenesten\nkommune: '3107'\nspråk: [nb, nn, en]\n"
WEEKLY = {"dag": "tirsdag", "fra": "2026-12-01"}
TUESDAY = "DTSTART;TZID=Europe/Oslo:20261201T180000\nDTEND;TZID=Europe/Oslo:20261201T193000"


def calendar(*events: str) -> bytes:
    """A calendar file of events that are written line by line, each with its UID and title unless it says otherwise."""
    whole = (
        f"BEGIN:VEVENT\nUID:{number}@vik.no\nSUMMARY:Kor {number}\n{event}\nEND:VEVENT"
        for number, event in enumerate(events)
    )
    return (
        "\r\n".join(("BEGIN:VCALENDAR", "X-WR-CALNAME:Biblioteket", *whole, "END:VCALENDAR", ""))
        .replace("\n", "\r\n")
        .encode()
    )


def taken(data: bytes, today: date = TODAY) -> Taken:
    taker = Taker("3107", {"diverse": "diverse", "dans": "dans", "kor-og-song": "dans"}, words("nb"), today)
    return drafts_of("inn.ics", read_calendar("inn.ics", data), taker)


def fields(draft: Draft) -> dict[str, object]:
    return {row.key: row.value for row in draft.rows}


def when(event: str) -> dict[str, object]:
    """The fields that say when, of the one event."""
    found = taken(calendar(event))
    assert found.problems == () or {problem.rule for problem in found.problems} == {Rule.EVENT_WRITTEN_OUT}
    ((_, draft),) = found.drafts
    return {
        name: value for name, value in fields(draft).items() if name in {"start", "slutt", "når", "avlyst", "flyttet"}
    }


def reasons(*events: str) -> list[Rule]:
    return [problem.rule for problem in taken(calendar(*events)).problems]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("FREQ=WEEKLY", {"dag": "tirsdag"}),
        ("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270601T215959Z", {"dag": ["tirsdag", "torsdag"], "til": "2027-06-01"}),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=5", {"dag": "tirsdag", "hver": "2. uke", "til": "2027-01-26"}),
        ("FREQ=MONTHLY;BYDAY=1TU", {"hver": "1. tirsdag"}),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1", {"hver": "1. tirsdag"}),
        ("FREQ=MONTHLY", {"hver": "måned"}),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1", {"hver": "år"}),
        ("FREQ=DAILY;UNTIL=20261205", {"hver": "dag", "til": "2026-12-05"}),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", {"dag": ["mandag", "tirsdag", "onsdag", "torsdag", "fredag"]}),
    ],
)  # fmt: skip
def test_a_rule_is_told_in_our_words(rule: str, told: Mapping[str, object]) -> None:
    assert when(f"{TUESDAY}\nRRULE:{rule}") == {"når": [{**told, "fra": "2026-12-01", "kl": "18:00-19:30"}]}


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        ("FREQ=MONTHLY;BYDAY=1TU,3TU", 48),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU", 12),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU", 103),
        ("FREQ=DAILY;INTERVAL=2", 361),
        ("FREQ=YEARLY;BYMONTH=1,2;BYDAY=TU,WE", 34),
    ],
)
def test_a_rule_without_words_is_written_out_and_said_to_be(rule: str, number: int) -> None:
    found = taken(calendar(f"{TUESDAY}\nRRULE:{rule}"))

    ((_, draft),) = found.drafts
    (row,) = fields(draft)["når"]
    (problem,) = found.problems
    assert problem.rule is Rule.EVENT_WRITTEN_OUT
    assert len(row["også"]) == problem.values["number"] <= 500
    assert not number or len(row["også"]) == number
    assert row["også"][-1] == problem.values["last"] <= (TODAY + timedelta(days=730)).isoformat()


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(ROWS.filter(bool), min_size=1, max_size=2))
def test_what_we_give_out_comes_back_as_the_same_days(rows: list[Mapping[str, object]]) -> None:
    text = feed_of(document(Activity, "kor", når=rows), skolerute=SCHOOL)
    ahead = DaySpan(TODAY, SPAN.last)

    found = taken(text.encode())
    events = [document(Event, f"kor-{number}", **_when(draft)) for number, (_, draft) in enumerate(found.drafts)]

    within = programme(catalogue_of(*events), ahead)
    days = sorted(day for event in events for slot in within.when(event).slots for day in slot.days)
    assert days == sorted(seen.day for seen in expanded(text, ahead).elements())
    assert {problem.rule for problem in found.problems} <= {Rule.EVENT_WRITTEN_OUT, Rule.CALENDAR_HOLDS_NO_EVENT}


def _when(draft: Draft) -> dict[str, object]:
    return {name: value for name, value in fields(draft).items() if name in {"start", "slutt", "når"}}


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("DTSTART:20261205T170000Z\nDURATION:PT2H", {"start": "2026-12-05 18:00", "slutt": "2026-12-05 20:00"}),
        ("DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261206", {"start": "2026-12-05"}),
        ("DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261208", {"start": "2026-12-05", "slutt": "2026-12-07"}),
        ("DTSTART;TZID=America/New_York:20261205T200000", {"start": "2026-12-06 02:00"}),
        ("DTSTART:20261205T180000", {"start": "2026-12-05 18:00"}),
        (f"{TUESDAY}\nSTATUS:CANCELLED", {"start": "2026-12-01 18:00", "slutt": "2026-12-01 19:30", "avlyst": "ja"}),
        (
            f"{TUESDAY}\nRDATE;TZID=Europe/Oslo:20261203T180000,20261205T120000",
            {
                "når": [
                    {"også": ["2026-12-05"], "kl": "12:00-13:30"},
                    {"også": ["2026-12-01", "2026-12-03"], "kl": "18:00-19:30"},
                ]
            },
        ),
        (
            f"{TUESDAY}\nRRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Oslo:20261208T180000\nEXDATE;VALUE=DATE:20261222",
            {"når": [{**WEEKLY, "unntatt": ["2026-12-08", "2026-12-22"], "kl": "18:00-19:30"}]},
        ),
        (
            "DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261207\nRRULE:FREQ=WEEKLY;COUNT=2",
            {"når": [{"også": ["2026-12-05", "2026-12-06", "2026-12-12", "2026-12-13"]}]},
        ),
        (
            "DTSTART;TZID=Europe/Oslo:20261205T220000\nDURATION:PT3H\nRRULE:FREQ=WEEKLY",
            {"når": [{"dag": "lørdag", "fra": "2026-12-05", "kl": "22:00-01:00"}]},
        ),
    ],
)  # fmt: skip
def test_times_are_those_of_the_clock_in_norway(event: str, told: Mapping[str, object]) -> None:
    assert when(event) == told


def test_hours_that_follow_another_clock_are_told_as_they_are_here() -> None:
    (winter, summer) = when("DTSTART:20261201T170000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20270601T000000Z")["når"]

    assert (winter["kl"], winter["også"][-1]) == ("18:00-19:00", "2027-03-23")
    assert (summer["kl"], summer["også"][0]) == ("19:00-20:00", "2027-03-30")


def test_changed_times_are_called_off_or_moved() -> None:
    series = f"BEGIN:VEVENT\nUID:1\nSUMMARY:Kor\nLOCATION:Hallen\nRRULE:FREQ=WEEKLY\n{TUESDAY}\nEND:VEVENT"
    at = (
        "BEGIN:VEVENT\nUID:1\nSUMMARY:Kor\nRECURRENCE-ID;TZID=Europe/Oslo:202612{day}T180000\n"
        "DTSTART;TZID=Europe/Oslo:{to}\nDURATION:PT1H30M\n{more}\nEND:VEVENT"
    )
    changes = (
        at.format(day="08", to="20261208T180000", more="STATUS:CANCELLED"),
        at.format(day="15", to="20261216T190000", more="LOCATION:Biblioteket"),
        at.format(day="22", to="20261222T180000", more="DESCRIPTION:Bare andre ord"),
        at.format(day="24", to="20261224T120000", more="SEQUENCE:1"),
    )
    data = "\n".join(("BEGIN:VCALENDAR", series, *changes, "END:VCALENDAR"))

    ((uid, draft),) = taken(data.encode()).drafts

    told = fields(draft)
    assert uid == "1"
    assert told["avlyst"] == {"dager": ["2026-12-08"]}
    assert list(told["flyttet"]) == [
        {"fra": "2026-12-15", "til": "2026-12-16", "kl": "19:00-20:30", "sted": "Biblioteket"}
    ]
    assert told["når"] == [
        {"dag": "tirsdag", "fra": "2026-12-01", "kl": "18:00-19:30"},
        {"også": ["2026-12-24"], "kl": "12:00-13:30"},
    ]


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (f"{TUESDAY}\nRRULE:FREQ=SECONDLY", Rule.EVENT_TOO_OFTEN),
        (f"{TUESDAY}\nRRULE:FREQ=DAILY;BYHOUR=9,18", Rule.EVENT_TOO_OFTEN),
        (f"{TUESDAY}\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Rule.EVENT_NEVER),
        (f"{TUESDAY}\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", Rule.EVENT_NEVER),
        (f"{TUESDAY}\nRRULE:FREQ=FORTNIGHTLY", Rule.EVENT_RULE_UNKNOWN),
        (f"{TUESDAY}\nRRULE:FREQ=WEEKLY;INTERVAL=0", Rule.EVENT_RULE_UNKNOWN),
        (f"{TUESDAY}\nRRULE:RSCALE=CHINESE;FREQ=YEARLY", Rule.EVENT_RULE_UNKNOWN),
        ("DTSTART:snart", Rule.EVENT_WITHOUT_START),
        ("DTSTART:20260230T180000", Rule.EVENT_WITHOUT_START),
        ("DESCRIPTION:Uten dato", Rule.EVENT_WITHOUT_START),
        ("DTSTART:20261201T180000Z\nDTEND:20261201T170000Z", Rule.EVENT_ENDS_BEFORE_START),
        (f"{TUESDAY}\nCLASS:PRIVATE", Rule.EVENT_IS_PRIVATE),
        (f"{TUESDAY}\nDESCRIPTION:Gjelder 150784 12302", Rule.EVENT_TELLS_A_BIRTH_NUMBER),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_in_has_its_reason_and_hides_nothing(event: str, reason: Rule) -> None:
    found = taken(calendar(TUESDAY, event, TUESDAY))

    assert [problem.rule for problem in found.problems] == [reason]
    assert [uid for uid, _ in found.drafts] == ["0@vik.no", "2@vik.no"]
    assert found.problems[0].where.line > 6
    assert "150784" not in str(found)


def test_a_rule_for_ever_is_counted_two_years_ahead() -> None:
    (row,) = when(f"{TUESDAY}\nRRULE:FREQ=DAILY;COUNT=1000000000")["når"]

    assert row == {"hver": "dag", "fra": "2026-12-01", "til": "2028-11-21", "kl": "18:00-19:30"}


def test_an_event_without_an_end_or_a_uid_is_told_of_and_the_rest_is_taken_in() -> None:
    data = calendar(TUESDAY).decode().replace("END:VCALENDAR", "")
    data += f"BEGIN:VEVENT\nSUMMARY:Uten UID\n{TUESDAY}\nEND:VEVENT\n"
    data += f"BEGIN:VEVENT\nUID:9\n{TUESDAY}\nEND:VEVENT\nBEGIN:VEVENT\nUID:8\n"

    found = taken(f"{data}BEGIN:VEVENT\nUID:7\nSUMMARY:Til slutt\n{TUESDAY}\nEND:VEVENT\nsøppel\nX\n".encode())

    assert [problem.rule for problem in found.problems] == [
        Rule.EVENT_UNCLOSED, Rule.EVENT_WITHOUT_UID, Rule.EVENT_WITHOUT_TITLE,
    ]  # fmt: skip
    assert [draft.title for _, draft in found.drafts] == ["Kor 0", "Til slutt"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html>Logg inn</html>", Rule.NOT_A_CALENDAR),
        (b"", Rule.NOT_A_CALENDAR),
        (b"\xff\xfe\x00B", Rule.NOT_A_CALENDAR),
        (b"BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR", Rule.CALENDAR_HOLDS_NO_EVENT),
        (b"BEGIN:VCALENDAR\n" + b"x" * LARGEST_BYTES, Rule.CALENDAR_TOO_LARGE),
        (b"BEGIN:VEVENT\nEND:VEVENT\n" * (MOST_EVENTS + 1), Rule.CALENDAR_TOO_MANY_EVENTS),
    ],
    ids=["a web page", "nothing", "no text", "no event", "too large", "too many"],
)
def test_what_is_no_calendar_is_refused_with_one_reason(data: bytes, reason: Rule) -> None:
    found = taken(data)

    assert ([problem.rule for problem in found.problems], found.drafts) == ([reason], ())


def test_a_draft_holds_words_and_a_place_and_nobody() -> None:
    event = (
        f"{TUESDAY}\nLOCATION:Hallen\\, Havnegata 1\nGEO:59.2;10.9\nCATEGORIES:Kor og song,Ukjent\n"
        "URL:https://vik.no/kor\nDESCRIPTION:Kom som du er! <p>Alle er med.</p>\\n[her](javascript:x)\n"
        "ORGANIZER;CN=Kari Nordmann:mailto:kari@vik.no\nATTENDEE:mailto:ola@vik.no\n"
        "BEGIN:VALARM\nDESCRIPTION:Ring\nTRIGGER:-PT5M\nEND:VALARM"
    )

    ((_, draft),) = taken(calendar(event)).drafts
    text = text_of(draft)
    said = fields(draft)

    assert said["ingress"] == "Kom som du er!"
    assert said["beskrivelse"] == "Kom som du er! Alle er med.\n(her)(javascript:x)"
    assert said["kategorier"] == ["dans"]
    assert said["sted"] == {"navn": "Hallen, Havnegata 1", "lat": "59.20000", "lon": "10.90000"}
    assert said["kontakt"] == {"nett": "https://vik.no/kor"}
    assert said["vis_fra"] == "2099-01-01"
    assert not {word for word in ("Kari", "kari", "ola@", "Ring") if word in text}
    assert read_file("arrangementer/kor.yaml", text.encode(), language_of(None)).problems == ()


@pytest.fixture
def municipality(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings and a calendar, to stand in."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    event = f"{TUESDAY}\nRRULE:FREQ=WEEKLY"
    (tmp_path / "inn.ics").write_bytes(calendar(event, TUESDAY, "DTSTART:20200101T180000Z", "DTSTART:snart"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(*more: str) -> int:
    return main(["import", *more, "--today", TODAY.isoformat()])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "content").rglob("*.yaml")}


def test_events_become_hidden_drafts_and_importing_twice_changes_nothing(
    municipality: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported("ics", "inn.ics") == Exit.FINE
    said, once = capsys.readouterr(), contents(municipality)
    assert imported("ics", "inn.ics") == Exit.FINE
    again = capsys.readouterr()

    assert set(once) == {"oppsett.yaml", "kor-0.yaml", "kor-1.yaml"}
    assert contents(municipality) == once
    assert "inn.ics:" in said.out
    assert "event-without-start" in said.out
    assert "1 hendelser er over" in said.err
    assert "2 hendelser er hentet før" in again.err
    work = look_through(municipality / "content", TODAY)
    assert work.may_be_published
    assert work.catalogue is not None
    assert work.catalogue.shown == ()


def test_what_an_editor_has_made_of_a_draft_stays_unless_it_is_to_be_replaced(municipality: Path) -> None:
    imported("ics", "inn.ics")
    moved = municipality / "content/arrangementer/mitt-kor.yaml"
    (municipality / "content/arrangementer/kor-0.yaml").rename(moved)
    moved.write_text(moved.read_text("utf-8").replace("tittel: Kor 0", "tittel: Mitt kor"), encoding="utf-8")

    imported("ics", "inn.ics")
    kept = contents(municipality)
    imported("ics", "inn.ics", "--replace")

    assert "tittel: Mitt kor" in kept["mitt-kor.yaml"].decode()
    assert set(kept) == set(contents(municipality)) == {"oppsett.yaml", "mitt-kor.yaml", "kor-1.yaml"}
    assert "tittel: Kor 0" in moved.read_text("utf-8")


def test_all_can_stand_in_one_file(municipality: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported("ics", "inn.ics", "--out", "biblioteket.yaml") == Exit.FINE

    work = look_through(municipality / "content", TODAY)
    assert work.catalogue is not None
    assert [event.id for event in work.catalogue.all(Event)] == ["kor-1", "kor-0"]
    assert imported("ics", "inn.ics", "--out", "biblioteket.yaml") == Exit.FINE  # all of it is known
    assert imported("ics", "inn.ics", "--replace", "--out", "../oppsett.yaml") == Exit.WRONG_USE
    assert "kan ikke bli en fil med arrangementer" in capsys.readouterr().err


def test_a_name_that_is_taken_is_not_taken_twice(municipality: Path) -> None:
    folder = municipality / "content/arrangementer"
    folder.mkdir()
    entry = "tittel: Kor\ningress: Kort.\nkategorier: [diverse]\nkommune: '3107'\nstart: 2027-01-01\n"
    (folder / "kor-0.yaml").write_text(entry, encoding="utf-8")

    assert imported("ics", "inn.ics") == Exit.FINE

    assert {path.name for path in folder.iterdir()} == {"kor-0.yaml", "kor-0-2.yaml", "kor-1.yaml"}
    assert (folder / "kor-0.yaml").read_text("utf-8") == entry


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ics",), "hefte import"),
        (("ics", "finnes-ikke.ics"), "finnes ikke"),
        (("ics", "http://127.0.0.1/inn.ics"), "ikke en adresse på det åpne nettet"),
        (("ics", "webcal://[::1]/inn.ics"), "ikke en adresse på det åpne nettet"),
    ],
)
def test_a_wrong_use_is_told(
    municipality: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert imported(*arguments) == Exit.WRONG_USE
    assert said in capsys.readouterr().err
    assert set(contents(municipality)) == {"oppsett.yaml"}


SCHOOL_YEAR = (
    ("20260817", "20260818", "Første skoledag"),
    ("20261005", "20261010", "Høstferie"),
    ("20261221", "20270102", "Juleferie"),
    ("20270104", "20270105", "Skolestart etter juleferien"),
    ("20270106", "20270107", "Planleggingsdag, elevfri"),
    ("20270518", "20270519", "Foreldremøte"),
    ("20270520", "20270521", "Tur for 7. trinn"),
    ("20270817", "20270818", "Planleggingsdag"),
)


def school() -> bytes:
    rows = (f"DTSTART;VALUE=DATE:{first}\nDTEND;VALUE=DATE:{end}\nSUMMARY:{name}" for first, end, name in SCHOOL_YEAR)
    return calendar(*rows).replace(b"SUMMARY:Kor", b"X-KOR:Kor")


def test_a_school_calendar_becomes_rows_of_days_off_and_asks_where_it_is_not_sure() -> None:
    found = school_calendar("skole.ics", read_calendar("skole.ics", school()))

    assert found.lines == (
        "skolerute:",
        "  - navn: 2026–27",
        "    fri: [2026-10-05 – 2026-10-09, 2026-12-21 – 2027-01-01, 2027-01-06]",
        "  - navn: 2027–28",
        "    fri: [2027-08-17]",
    )
    assert [problem.values["title"] for problem in found.problems] == ["Tur for 7. trinn"]


def test_days_off_are_shown_and_written_into_settings_without_any(
    municipality: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (municipality / "skole.ics").write_bytes(school())
    before = contents(municipality)

    assert imported("skolerute", "skole.ics") == Exit.FINE
    assert "    fri: [2026-10-05 – 2026-10-09" in capsys.readouterr().out
    assert contents(municipality) == before
    assert imported("skolerute", "skole.ics", "--write") == Exit.FINE
    assert imported("skolerute", "skole.ics", "--write") == Exit.WRONG_USE

    work = look_through(municipality / "content", TODAY)
    assert work.catalogue is not None
    assert [year.name for year in work.catalogue.settings.school_years] == ["2026–27", "2027–28"]


def _real() -> Iterator[Path]:
    folder = Path(os.environ.get("HEFTE_REAL_DATA") or "-") / "ical"
    yield from sorted(folder.rglob("*.ics"))


@pytest.mark.real
@pytest.mark.skipif(not any(_real()), reason="HEFTE_REAL_DATA names no folder with calendars.")
def test_every_real_calendar_is_taken_in_or_refused_with_a_reason() -> None:
    for today in (TODAY, date(1995, 1, 1)):
        for path in _real():
            found = taken(path.read_bytes(), today)
            assert found.drafts or found.over or found.problems, path
            for _, draft in found.drafts:
                read = read_file(f"arrangementer/{draft.id}.yaml", text_of(draft).encode(), language_of(None))
                assert [problem.rule for problem in read.problems] == [], (path, text_of(draft))
