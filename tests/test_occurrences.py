"""When things happen: every rule of `når` as days, and «vet ikke» where the rule does not say which."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil import rrule
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from booklet_samples import document
from hefte.model import Activity, Event, Group
from hefte.model.parts import Occasion
from hefte.model.settings import SchoolYear
from hefte.model.times import WEEK, DaySpan
from hefte.norwegian import slug
from hefte.occurrences import Timetable, event_timetable, ruled_days, runs_of, school_holidays, timetable, window
from hefte.plans import meets
from hefte.public_holidays import public_holidays

WEEKS = DaySpan(date(2026, 11, 30), date(2027, 1, 10))
"""Monday in week 49 to Sunday in week 1."""


def worked_out(*rows: object, opening: object = None, holidays: frozenset[date] = frozenset()) -> Timetable:
    """The timetable of rows as an editor writes them."""
    said = document(Activity, "noe", når=list(rows)).when or ()
    hours = document(Activity, "stedet", åpningstider=opening).opening_hours if opening else None
    return timetable(said, WEEKS, holidays, hours or ())


def days(found: Timetable) -> list[str]:
    """The days as month and day."""
    return [f"{day:%m-%d}" for day in found.days]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"dag": "tirsdag"}, ["12-01", "12-08", "12-15", "12-22", "12-29", "01-05"]),
        ({"dag": ["lørdag", "søndag"], "til": "2026-12-12"}, ["12-05", "12-06", "12-12"]),
        ({"dag": "helg", "til": "2026-12-12"}, ["12-05", "12-06", "12-12"]),
        ({"dag": "hverdager", "til": "2026-12-04"}, ["11-30", "12-01", "12-02", "12-03", "12-04"]),
        ({"hver": "dag", "fra": "2027-01-09"}, ["01-09", "01-10"]),
        ({"dag": "tirsdag", "hver": "2. uke", "fra": "2026-11-24"}, ["12-08", "12-22", "01-05"]),
        ({"dag": "mandag", "hver": "2. uke", "fra": "2026-11-24"}, ["12-07", "12-21", "01-04"]),
        ({"dag": "tirsdag", "hver": "partallsuker"}, ["12-08", "12-22"]),
        ({"dag": "tirsdag", "hver": "oddetallsuker"}, ["12-01", "12-15", "12-29", "01-05"]),
        ({"hver": "måned (1. tirsdag)"}, ["12-01", "01-05"]),
        ({"hver": "siste fredag"}, ["12-25"]),
        ({"hver": "måned", "fra": "2026-10-09"}, ["12-09", "01-09"]),
        ({"hver": "år", "fra": "2019-12-24"}, ["12-24"]),
        ({"dag": "tirsdag", "unntatt": ["2026-12-22 – 2027-01-03"]}, ["12-01", "12-08", "12-15", "01-05"]),
        ({"dag": "tirsdag", "til": "2026-12-02", "også": ["2026-12-22", "2028-01-01"]}, ["12-01", "12-22"]),
        ({"også": ["2026-12-13"]}, ["12-13"]),
        ({"dag": "tirsdag", "til": "2026-05-01"}, []),
    ],
)
def test_a_rule_is_worked_out_to_its_days(row: dict[str, object], expected: list[str]) -> None:
    found = worked_out(row)

    assert days(found) == expected
    assert found.complete


@pytest.mark.parametrize(
    "row",
    [
        {"dag": "tirsdag", "hver": "2. uke"},
        {"dag": "tirsdag", "hver": "måned"},
        {"kl": "18-20"},
        {"dag": "tirsdag", "følger": "skoleruta"},
        {"følger": "åpningstider"},
    ],
)
def test_a_rule_that_does_not_say_which_days_is_not_known(row: dict[str, object]) -> None:
    found = worked_out(row)

    assert days(found) == []
    assert not found.complete


def test_nothing_said_is_not_known() -> None:
    assert timetable((), WEEKS) == Timetable(complete=False)


def test_the_known_rows_stand_though_another_is_not_known() -> None:
    found = worked_out({"dag": "torsdag", "til": "2026-12-04"}, {"dag": "tirsdag", "hver": "2. uke"})

    assert days(found) == ["12-03"]
    assert not found.complete


def test_hours_are_minutes_and_an_end_after_midnight_counts_on() -> None:
    found = worked_out(
        {"dag": "fredag", "kl": "18.30-20"}, {"dag": "lørdag", "kl": "21-01"}, {"dag": "søndag", "kl": "11"}
    )

    assert [(slot.start, slot.end) for slot in found.slots] == [(1110, 1200), (1260, 1500), (660, None)]


def test_always_has_no_days() -> None:
    assert worked_out("alltid") == Timetable(always=True)


def test_the_school_year_leaves_its_holidays_out_and_says_nothing_beyond_them() -> None:
    holidays = frozenset((date(2026, 12, 22), date(2026, 12, 29)))

    found = worked_out({"dag": "tirsdag", "følger": "skoleruta"}, holidays=holidays)

    assert days(found) == ["12-01", "12-08", "12-15"]


def test_the_venues_hours_serve_where_a_row_follows_them() -> None:
    found = worked_out("åpningstider", opening=[{"dag": "lørdag", "kl": "10-14", "til": "2026-12-12"}])

    assert days(found) == ["12-05", "12-12"]
    assert found.slots[0].start == 600


def _event(**fields: object) -> Timetable:
    return event_timetable(document(Event, "fest", **fields), WEEKS)


def test_an_event_has_its_day_and_hours() -> None:
    found = _event(start="2026-12-05 18:00", slutt="2026-12-05 20:00")

    assert [tuple(slot) for slot in found.slots] == [(1080, 1200, (date(2026, 12, 5),))]


def test_an_event_over_midnight_is_one_evening_and_over_days_is_every_day() -> None:
    evening = _event(start="2026-12-05 21:00", slutt="2026-12-06 01:00")
    week = _event(start="2026-12-05 10:00", slutt="2026-12-07 15:00")

    assert [tuple(slot) for slot in evening.slots] == [(1260, 1500, (date(2026, 12, 5),))]
    assert days(week) == ["12-05", "12-06", "12-07"]
    assert [slot.start for slot in week.slots] == [600, None]


def test_an_event_without_an_hour_has_only_its_day() -> None:
    found = _event(start="2026-12-05")

    assert [tuple(slot) for slot in found.slots] == [(None, None, (date(2026, 12, 5),))]


def test_eighteen_months_are_shipped_and_the_night_before_today() -> None:
    found = window(date(2026, 11, 29))

    assert found.first == date(2026, 11, 28)
    assert found.last - found.first == timedelta(days=549)


def test_school_holidays_are_every_day_of_every_span_and_the_public_holidays_between() -> None:
    year = SchoolYear.model_validate({"fri": ["2026-10-05 – 2026-10-06", "2026-12-28"]})

    assert school_holidays([year]) == {date(2026, *day) for day in ((10, 5), (10, 6), (12, 25), (12, 26), (12, 28))}
    assert school_holidays([]) == frozenset()


def test_days_are_told_in_runs_without_a_gap() -> None:
    on = [date(2026, 12, day) for day in (24, 1, 2, 3)]

    assert runs_of(on) == (DaySpan(on[1], on[3]), DaySpan(on[0], on[0]))


def test_a_group_meets_by_its_rule_until_the_plan_begins() -> None:
    points = [{"dato": "2027-01-05", "kl": "17-20", "hva": "Bowling"}]
    plan = {"periode": "2027-vår", "status": "godkjent", "punkter": points}
    group = document(Group, "gruppa", møtes=[{"dag": "torsdag", "også": ["2027-01-08"]}], plan=plan)

    found = timetable(meets(group), WEEKS)

    assert days(found) == ["12-03", "12-10", "12-17", "12-24", "12-31", "01-05"]
    assert found.complete


def _day() -> st.SearchStrategy[date]:
    return st.dates(date(2024, 1, 1), date(2029, 12, 31))


def _by_dateutil(frequency: int, begin: date, within: DaySpan, **more: object) -> list[date]:
    """The days within the window of a rule that is begun on its own first day."""
    start, end = (datetime.combine(day, time()) for day in (begin, within.last))
    return [at.date() for at in rrule.rrule(frequency, dtstart=start, until=end, **more) if at.date() >= within.first]


@given(st.sampled_from([1, 2, 3, 4]), st.sets(st.sampled_from(WEEK), min_size=1, max_size=3), _day(), _day())
def test_so_many_weeks_are_counted_from_the_week_of_the_first_day(
    weeks: int, days: set[str], begin: date, first: date
) -> None:
    within = DaySpan(first, first + timedelta(days=200))
    row = {"dag": sorted(days), "hver": "uke" if weeks == 1 else f"{weeks}. uke", "fra": begin.isoformat()}
    numbers = [WEEK.index(day) for day in days]

    found = ruled_days(Occasion.model_validate(row), within)

    assert list(found or ()) == _by_dateutil(rrule.WEEKLY, begin, within, interval=weeks, byweekday=numbers, wkst=0)


@given(st.sampled_from([1, 2, 3, 4, 5, -1]), st.sampled_from(WEEK), st.none() | _day(), _day())
def test_a_certain_day_of_the_month_is_that_whenever_it_begins(
    nth: int, day: str, begin: date | None, first: date
) -> None:
    within = DaySpan(first, first + timedelta(days=200))
    row = {"hver": f"siste {day}" if nth < 0 else f"{nth}. {day}", **({"fra": begin.isoformat()} if begin else {})}
    weekday = rrule.weekday(WEEK.index(day))(nth)

    found = ruled_days(Occasion.model_validate(row), within)

    assert list(found or ()) == _by_dateutil(rrule.MONTHLY, begin or first, within, byweekday=weekday)


@given(st.sampled_from(["partallsuker", "oddetallsuker"]), st.sampled_from(WEEK), _day())
def test_even_and_odd_weeks_are_those_of_the_calendar_on_the_wall(word: str, day: str, first: date) -> None:
    within = DaySpan(first, first + timedelta(days=800))
    rest = ["partallsuker", "oddetallsuker"].index(word)
    every = (first + timedelta(days=at) for at in range(801))

    found = ruled_days(Occasion.model_validate({"dag": day, "hver": word}), within)

    assert list(found or ()) == [
        on for on in every if on.weekday() == WEEK.index(day) and on.isocalendar()[1] % 2 == rest
    ]


@pytest.mark.parametrize("year", range(1996, 2100))
def test_the_public_holidays_are_those_of_the_field(year: int) -> None:
    named = country_holidays("NO", years=[year], language="no", expand=False)

    found = public_holidays(DaySpan(date(year, 1, 1), date(year, 12, 31)))

    assert tuple(found) == tuple(sorted(named))
    assert all(code in {slug(name) for name in named[day].split("; ")} for day, code in found.items())


def test_two_holidays_on_one_day_are_told_as_the_one_with_a_date_of_its_own() -> None:
    found = public_holidays(DaySpan(date(2027, 5, 1), date(2027, 5, 31)))

    assert found[date(2027, 5, 17)] == "grunnlovsdag"
