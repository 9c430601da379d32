"""The coming fortnight for the first page: what is on, what is called off, and counts that are the finder's."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from booklet_samples import TODAY, document
from hefte.model import Activity, Entry, Event, Group, Place, Walk
from hefte.website.quick import quick_choices
from hefte.website.soon import DAYS, IN_AN_HOUR, counts, going, most, soon
from website_samples import outputs_of, page_of, site_of

DAY = TODAY.isoformat()
MORNINGS = [{"dag": "alle_dager", "kl": "10:00-12:00"}]
EVERY_DAY = {"når": MORNINGS}


def told(*entries: Entry) -> list[list[tuple[str, int | None, bool]]]:
    """What is on, day by day, as (id, minute of its start, called off)."""
    return [[(one.entry.id, one.start, one.cancelled) for one in day] for day in going(site_of(*entries), TODAY)]


def test_what_has_an_hour_is_on_its_days_and_a_walk_is_no_programme() -> None:
    later = (TODAY + timedelta(days=3)).isoformat()
    entries = [
        document(Event, "fest", start=f"{later} 18:00"),
        document(Activity, "kafe", **EVERY_DAY),
        document(Group, "kor"),
        document(Walk, "tur"),
        document(Place, "bad", åpningstider=MORNINGS),
    ]

    found = told(*entries)

    assert len(found) == DAYS
    assert found[0] == [("kafe", 600, False)]
    assert found[3] == [("kafe", 600, False), ("fest", 1080, False)]


@pytest.mark.parametrize("cancelled", ["ja", {"dager": [DAY]}])
def test_what_is_called_off_is_still_there_to_be_seen(cancelled: object) -> None:
    event = document(Event, "fest", start=f"{DAY} 18:00", avlyst=cancelled)

    assert told(event)[0] == [("fest", 1080, True)]


def test_a_full_hour_ships_a_few_that_change_from_day_to_day_and_events_before_others() -> None:
    many = [document(Activity, f"kafe-{number}", **EVERY_DAY) for number in range(12)]
    found = told(*many, document(Event, "fest", start=f"{DAY} 10:00"))

    assert {len(day) for day in found} == {IN_AN_HOUR}
    assert "fest" in {one for one, *_ in found[0]}
    assert len({tuple(day) for day in found}) > 1


def over(pairs: object, minute: int) -> int:
    """What is not over at a minute of the day, as soon.js counts it."""
    return sum(number for ends, number in pairs if ends > minute)  # type: ignore[attr-defined]


def test_the_counts_fall_through_the_day_and_the_weekend_counts_once_what_is_on_both_days() -> None:
    entries = [
        document(Walk, "tur"),
        document(Activity, "kafe", **EVERY_DAY),
        document(Activity, "kor", når=[{"dag": "lørdag", "kl": "18:00-20:00"}]),
        document(Activity, "kurs"),
    ]
    site = site_of(*entries)

    found = counts(site)

    (on, weekends) = (found["on"], found["weekends"])
    assert found["always"] == 1
    assert [over(on[0], minute) for minute in (0, 719, 720)][-1] == over(on[0], 719) - 1  # type: ignore[index]
    assert over(weekends[0], 0) == 2  # type: ignore[index]
    assert over(weekends[0], 1200) == 1  # type: ignore[index]
    assert most(site) == 3


def test_a_row_is_told_once_with_where_and_the_price_for_two() -> None:
    site = site_of(document(Activity, "kafe", tittel="Kafé", pris="40", **EVERY_DAY))

    found = soon(site)

    ((page, title, where, *_),) = found["rows"]  # type: ignore[misc]
    assert (page, title) == ("aktiviteter/kafe.html", "Kafé")
    assert where == "40\xa0kr for to hvis de tar ledsagerbevis"
    assert found["days"] == [[[0, 600, 720]]] * DAYS


@pytest.mark.parametrize(
    ("entries", "leads"),
    [
        ((), []),
        (
            (document(Activity, "kafe", pris="gratis"),),
            ["nar=i-dag", "nar=i-helga", "pris=gratis", "gjor=forslag"],
        ),
    ],
)
def test_a_quick_choice_without_an_answer_is_left_out(entries: tuple[Entry, ...], leads: list[str]) -> None:
    found = quick_choices(site_of(*entries))

    assert [choice.href.partition("?")[2] for choice in found] == leads


def test_an_empty_site_ships_no_days() -> None:
    empty: Mapping[str, object] = outputs_of(site_of())

    assert not [path for path in empty if "soon" in path]
    assert "soon-nb.js" not in page_of(site_of(), "index.html")
