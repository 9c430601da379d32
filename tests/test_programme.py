"""What is on after all: rules worked out, days called off, times moved, holidays named, and all of it told first."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet_samples import document, words
from hefte.catalogue import is_over
from hefte.instances import Instance, State
from hefte.model import Activity, Event, Group, Happening, Place, Walk
from hefte.model.times import DaySpan
from hefte.programme import programme
from hefte.public_holidays import public_holidays
from hefte.telling.changes import changes
from hefte.telling.people import counted_on
from hefte.telling.when import tell_event
from hefte.telling.where import where_in_short
from website_samples import catalogue_of

DECEMBER = DaySpan(date(2026, 12, 1), date(2026, 12, 31))
TUESDAYS = {"når": {"dag": "tirsdag", "kl": "18-20"}}


def shown(entry: Happening, within: DaySpan = DECEMBER) -> list[Instance]:
    return list(programme(catalogue_of(entry), within).instances(entry))


def states(entry: Happening) -> list[tuple[int, str]]:
    """Day of the month and what has become of it."""
    return [(one.day.day, one.state.value) for one in shown(entry)]


def on(entry: Happening) -> list[int]:
    return [day.day for day in programme(catalogue_of(entry), DECEMBER).when(entry).days]


@pytest.mark.parametrize(("kind", "key"), [(Activity, "når"), (Event, "når"), (Group, "møtes")])
def test_a_day_that_is_called_off_is_seen_and_not_counted(kind: type[Happening], key: str) -> None:
    entry = document(kind, "kor", **{key: TUESDAYS["når"]}, avlyst={"dager": ["2026-12-20 – 2026-12-24"]})

    assert states(entry) == [(1, "planned"), (8, "planned"), (15, "planned"), (22, "cancelled"), (29, "planned")]
    assert on(entry) == [1, 8, 15, 29]


def test_what_is_called_off_as_a_whole_is_on_no_day() -> None:
    entry = document(Event, "fest", start="2026-12-05 18:00", avlyst="ja")

    assert states(entry) == [(5, "cancelled")]
    assert on(entry) == []


def test_a_time_that_is_moved_is_seen_on_both_days_and_counted_on_the_new() -> None:
    move = {"fra": "2026-12-08", "til": "2026-12-10", "kl": "19-21", "sted": "Biblioteket"}
    entry = document(Activity, "kor", **TUESDAYS, flyttet=move)

    away, here = (one for one in shown(entry) if one.state is not State.PLANNED)
    assert (away.day.day, away.state, away.other) == (8, State.MOVED_AWAY, date(2026, 12, 10))
    assert (here.day.day, here.start, here.end, here.other) == (10, 1140, 1260, date(2026, 12, 8))
    assert here.change is not None
    assert here.change.place is not None
    assert on(entry) == [1, 10, 15, 22, 29]


def test_another_hour_on_the_same_day_is_one_time() -> None:
    entry = document(Activity, "kor", **TUESDAYS, flyttet=[{"fra": "2026-12-08", "kl": "12-14"}])

    assert [one.start for one in shown(entry)] == [1080, 720, 1080, 1080, 1080]
    assert on(entry) == [1, 8, 15, 22, 29]


def test_what_is_moved_here_from_days_not_asked_for_is_on() -> None:
    entry = document(Activity, "kor", **TUESDAYS, flyttet={"fra": "2026-11-24", "til": "2026-12-03"})

    assert on(entry) == [1, 3, 8, 15, 22, 29]


def test_a_walk_is_no_programme_and_is_there_at_any_time() -> None:
    walk = document(Walk, "tur")

    assert list(programme(catalogue_of(walk)).instances(walk)) == []
    assert programme(catalogue_of(walk)).when(walk).always


def test_what_follows_the_school_is_not_on_a_public_holiday() -> None:
    year = {"navn": "2026–27", "fri": ["2026-10-05", "2027-06-19"]}
    entry = document(Group, "klubb", møtes={"dag": "mandag", "kl": "18", "følger": "skoleruta"})
    whitsun = DaySpan(date(2027, 5, 10), date(2027, 5, 24))

    catalogue = catalogue_of(entry, skolerute=[year])

    assert [day.day for day in programme(catalogue, whitsun).when(entry).days] == [10, 24]


def test_every_public_holiday_has_words_in_every_language() -> None:
    codes = set(public_holidays(DaySpan(date(2020, 1, 1), date(2070, 12, 31))).values())

    assert len(codes) == 12
    assert all(words(language).has(f"holiday.{code}") for code in codes for language in ("nb", "nn", "en"))


def test_the_constitution_day_is_named_where_whit_monday_falls_on_it() -> None:
    assert public_holidays(DaySpan(date(2027, 5, 17), date(2027, 5, 17))) == {date(2027, 5, 17): "grunnlovsdag"}


DAYS = st.integers(0, 60).map(lambda ahead: date(2026, 12, 1) + timedelta(days=ahead))


@given(
    off=st.lists(DAYS, max_size=4), moves=st.lists(st.tuples(DAYS, DAYS), max_size=4, unique_by=lambda move: move[0])
)
def test_no_time_is_lost_and_none_is_invented(off: list[date], moves: list[tuple[date, date]]) -> None:
    span = DaySpan(date(2026, 11, 1), date(2027, 3, 1))
    rows = [{"fra": start.isoformat(), "til": to.isoformat()} for start, to in moves]
    entry = document(
        Activity, "kor", når={"dag": "alle_dager"}, flyttet=rows, avlyst={"svar": "nei", "dager": [*map(str, off)]}
    )
    plain = document(Activity, "kor", når={"dag": "alle_dager"})

    found = shown(entry, span)

    assert len([one for one in found if one.state is not State.MOVED_HERE or one.other == one.day]) == len(
        shown(plain, span)
    )
    assert not {one.day for one in found if one.is_on and one.state is State.PLANNED} & {*off}
    assert sum(one.state is State.MOVED_AWAY for one in found) == sum(
        one.state is State.MOVED_HERE and one.other != one.day for one in found
    )


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"avlyst": {"dager": ["2026-12-08"], "grunn": "Syk."}}, ["Avlyst 8. desember: Syk."]),
        ({"avlyst": {"dager": ["2026-11-01"]}}, []),
        ({"avlyst": "ja"}, ["Avlyst."]),
        (
            {"flyttet": {"fra": "2026-12-08", "til": "2026-12-10", "kl": "18-20", "sted": "Biblioteket"}},
            ["Flyttet fra tirsdag 8. desember til torsdag 10. desember kl. 18–20, Biblioteket."],
        ),
        (
            {"flyttet": {"fra": "2026-12-08", "kl": "19", "grunn": "Konsert."}},
            ["Endret tirsdag 8. desember: kl. 19. Konsert."],
        ),
        ({"flyttet": {"fra": "2026-11-03", "til": "2026-11-05"}}, []),
    ],
)
def test_a_change_is_told_until_it_is_over(fields: dict[str, object], told: list[str]) -> None:
    entry = document(Activity, "kor", **TUESDAYS, **fields)

    found = changes(entry, words("nb"), date(2026, 11, 29))

    assert [change.told.replace("\xa0", " ").replace("\u2060", "") for change in found] == told


PLAN = {
    "periode": "2026-høst",
    "status": "godkjent",
    "punkter": [
        {"dato": "2026-12-08", "kl": "17-20", "hva": "Julemiddag", "oppmøte": "Verket", "kr": "100"},
        {"dato": "2026-12-15", "kl": "17-20", "hva": "Bowling"},
    ],
}


def test_a_day_of_a_plan_has_the_plans_own_place_and_what_is_done() -> None:
    group = document(Group, "klubb", møtes={"dag": "tirsdag", "kl": "17-20"}, plan=PLAN)

    found = list(programme(catalogue_of(group), DECEMBER).series(group))

    told = [(one.days[0].day, str(one.meeting.what.said("nb").text) if one.meeting else "") for one in found]
    assert told == [(8, "Julemiddag"), (15, "Bowling")]
    assert [one.place.said("nb").text if one.place else "" for one in found] == ["Verket", ""]


def moved_event(**move: object) -> Event:
    move = {"fra": "2026-12-05", "til": "2026-12-12", **move}
    return document(Event, "ski", start="2026-12-05 11:00", slutt="2026-12-05 14:00", sted="skolen", flyttet=move)


def test_an_event_that_is_moved_is_told_at_its_new_time_and_place_everywhere() -> None:
    event = moved_event(sted="Skistua", kl="12-13")
    school = document(
        Place, "skolen", tittel="Skolen", inngang={"rampe": "ja"}, hc_toalett="ja", sted={"lat": "59.2", "lon": "10.9"}
    )
    catalogue = catalogue_of(event, school)

    (told,) = tell_event(event, words("nb"))
    assert told.replace("\xa0", " ").replace("\u2060", "") == "Lørdag 12. desember 2026 kl. 12–13"
    assert where_in_short(catalogue, event, words("nb")) == "Skistua"
    assert catalogue.position(event) is None
    assert catalogue.position(school) == (59.2, 10.9)
    assert not is_over(event, date(2026, 12, 12))
    assert is_over(event, date(2026, 12, 13))


def test_what_was_said_of_access_does_not_hold_for_another_place() -> None:
    school = document(Place, "skolen", tittel="Skolen", hc_toalett="ja")
    elsewhere, later = moved_event(sted="Skistua"), moved_event()

    assert counted_on(elsewhere, catalogue_of(elsewhere, school)) == {}
    assert "accessible_toilet" in counted_on(later, catalogue_of(later, school))


def test_an_event_of_several_days_is_moved_as_a_whole() -> None:
    camp = document(
        Event,
        "leir",
        start="2026-12-05 10:00",
        slutt="2026-12-07 15:00",
        flyttet={"fra": "2026-12-05", "til": "2026-12-12"},
    )

    assert on(camp) == [12, 13, 14]
    assert (str(camp.current_start), str(camp.current_end)) == ("2026-12-12 10:00:00", "2026-12-14 15:00:00")
