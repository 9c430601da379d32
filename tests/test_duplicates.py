"""The same offer written twice is told; offers that something tells apart are not."""

from time import process_time

import pytest

from booklet_samples import document
from hefte.check.duplicates import duplicates_are_told
from hefte.model import Activity, Document, Event
from hefte.problem import Rule
from website_samples import catalogue_of

TITLE = {"tittel": "Bowling for alle i hallen"}
SAME = {"tittel": "Bowling, i hallen, for alle!"}

SHARED: dict[str, object] = {
    "kontakt": {"tlf": "69306000"},
    "når": [{"dag": "mandag", "kl": "18:00-19:00"}],
    "sted": {"navn": "Hallen"},
}


def told(*documents: Document) -> list[Rule]:
    return [problem.rule for problem in duplicates_are_told(catalogue_of(*documents))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TITLE, SAME),
        (TITLE | {"sted": {"postnr": "1607"}}, SAME | {"sted": {"postnr": "1607"}}),
        (
            {"tittel": "Bowling i hallen", "kontakt": {"tlf": "69 30 60 00"}},
            {"tittel": "Bowling i halla", "kontakt": {"tlf": "69306000"}},
        ),
        *(
            ({"tittel": one, **SHARED}, {"tittel": other, **SHARED})
            for one, other in (("Seniordans", "Senior dans"), ("Svømming for barn", "Svømming for barna"))
        ),
        (
            {"tittel": "Bowling hallen", "kontakt": {"nett": "https://vik.no/bowling"}, "kommune": "3105"},
            {"tittel": "Bowlinghallen", "kontakt": {"nett": "www.vik.no/bowling/"}, "kommune": "3107"},
        ),
    ],
)
def test_the_same_offer_in_other_words_is_told(first: dict[str, object], second: dict[str, object]) -> None:
    found = told(document(Activity, "en", **first), document(Activity, "to", **second))

    assert found == [Rule.LIKELY_DUPLICATE]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TITLE, SAME | {"kommune": "0301"}),
        (TITLE | {"sted": {"postnr": "1607"}}, SAME | {"sted": {"postnr": "1610"}}),
        (TITLE | {"sted": {"navn": "Torp bad"}}, SAME | {"sted": {"navn": "Biblioteket"}}),
        (TITLE | {"arrangør": "torp-if"}, SAME | {"arrangør": "vik-il"}),
        ({"tittel": "Guttegruppe nummer 1"}, {"tittel": "Guttegruppe nummer 2"}),
        ({"tittel": "Bowling for barn"}, {"tittel": "Bowling for voksne"}),
        ({"tittel": "Åpen hall på lørdager"}, {"tittel": "Åpen hall på søndager"}),
        ({"tittel": "Kor", "kontakt": {"tlf": "69306000"}}, {"tittel": "Dans", "kontakt": {"tlf": "69306000"}}),
        (TITLE, SAME | {"status": "nedlagt"}),
        ({"tittel": "Trim 1", **SHARED}, {"tittel": "Trim 2", **SHARED}),
        ({"tittel": "Fotball J13", **SHARED}, {"tittel": "Fotball J14", **SHARED}),
        ({"tittel": "Dans for barn", **SHARED}, {"tittel": "Dans for eldre", **SHARED}),
        ({"tittel": "Seniordans"}, {"tittel": "Senior dans"}),
        (TITLE, TITLE),  # a rule of its own tells of equal titles
    ],
)
def test_offers_that_something_tells_apart_are_not_told(first: dict[str, object], second: dict[str, object]) -> None:
    assert told(document(Activity, "en", **first), document(Activity, "to", **second)) == []


def test_an_event_of_another_day_is_another_event() -> None:
    first = document(Event, "en", **TITLE, start="2026-12-05 18:00")
    second = document(Event, "to", **SAME, start="2026-12-12 18:00")

    assert told(first, second) == []


def test_three_that_are_alike_are_told_in_pairs_and_always_in_the_same_order() -> None:
    documents = [
        document(Activity, name, tittel=title)
        for name, title in zip("abc", ("Kaffe og prat", "Prat og kaffe", "Kaffe, og prat"), strict=True)
    ]

    assert told(*documents) == told(*reversed(documents)) == [Rule.LIKELY_DUPLICATE] * 3


@pytest.mark.slow
def test_ten_thousand_entries_take_about_half_a_second() -> None:
    words, places = (
        ["Bowling", "Turgruppe", "Kor", "Dans", "Kafé", "Svømming", "Trim", "Sjakk", "Bingo", "Judo"],
        ["Torp", "Vik", "Berg", "Lund", "Sand"],
    )
    titles = (
        f"{words[n % 10]} {places[n % 5]}{n % 7} {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}lag {n}"
        for n in range(10_000)
    )
    documents = [document(Activity, f"a-{n}", tittel=title, kommune="3107") for n, title in enumerate(titles)]
    catalogue = catalogue_of(*documents)
    assert len(catalogue.entries) == 10_000
    begun = process_time()

    list(duplicates_are_told(catalogue))

    assert process_time() - begun < 3, "Measured: 0.3 to 0.7 s. Which heap has become too large?"
