"""`når` in plain words: days, hours, how often, between which dates, and when not."""

import pytest

from booklet_samples import document, words
from hefte.model import Activity, Event, Group, Organisation, Place, Walk
from hefte.telling.entry import first_facts
from hefte.telling.when import schedule_of, stated_as, tell_event, tell_when, when_told
from website_samples import catalogue_of, plain


def told(rows: object, language: str = "nb") -> str:
    """The schedule of an activity in one line."""
    entry = document(Activity, "noe", når=rows)
    return plain("; ".join(tell_when(entry.when or (), words(language))))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("alltid", "Når som helst"),
        ("tirsdag", "Tirsdag"),
        ({"dag": "tirsdag", "kl": "18:00-19:30"}, "Tirsdag kl. 18–19.30"),
        ({"dag": "tirsdag", "kl": "18"}, "Tirsdag kl. 18"),
        ({"dag": "alle_dager", "kl": "0-24"}, "Alle dager hele døgnet"),
        ({"dag": "hverdager", "kl": "10-16"}, "Hverdager kl. 10–16"),
        ({"dag": ["mandag", "onsdag"]}, "Mandag og onsdag"),
        ({"dag": ["tirsdag", "onsdag", "torsdag"]}, "Tirsdag–torsdag"),
        ({"dag": ["mandag", "onsdag", "fredag"]}, "Mandag, onsdag og fredag"),
        ({"dag": ["mandag", "tirsdag", "helg"]}, "Mandag, tirsdag og i helga"),
        ({"dag": "tirsdag", "hver": "uke"}, "Hver tirsdag"),
        ({"dag": "tirsdag", "hver": "2. uke", "kl": "18-19.30"}, "Annenhver tirsdag kl. 18–19.30"),
        ({"dag": "tirsdag", "hver": "3. uke"}, "Hver tredje tirsdag"),
        ({"dag": "tirsdag", "hver": "4. uke"}, "Hver fjerde tirsdag"),
        ({"dag": "tirsdag", "hver": "partallsuker"}, "Tirsdag i partallsuker"),
        ({"hver": "oddetallsuker"}, "I oddetallsuker"),
        ({"hver": "dag"}, "Hver dag"),
        ({"dag": "lørdag", "hver": "måned"}, "Lørdag én gang i måneden"),
        ({"dag": "søndag", "hver": "år"}, "Søndag hvert år"),
        ({"hver": "år", "fra": "2022-05-10"}, "10. mai hvert år, fra 10. mai 2022"),
        ({"hver": "1. tirsdag"}, "Første tirsdag i måneden"),
        ({"hver": "5. tirsdag"}, "Femte tirsdag i måneden"),
        ({"hver": "siste fredag"}, "Siste fredag i måneden"),
        ({"dag": "tirsdag", "fra": "2026-08-18"}, "Tirsdag, fra 18. august 2026"),
        ({"dag": "tirsdag", "til": "2026-12-15"}, "Tirsdag, til 15. desember 2026"),
        (
            {"dag": "tirsdag", "fra": "2026-08-18", "til": "2026-12-15"},
            "Tirsdag, fra 18. august til 15. desember 2026",
        ),
        ({"dag": "tirsdag", "unntatt": "2026-10-06"}, "Tirsdag, ikke 6. oktober 2026"),
        (
            {"dag": "tirsdag", "unntatt": ["2026-10-06", "2026-12-21 – 2027-01-03"]},
            "Tirsdag, ikke 6. oktober 2026 og 21. desember 2026 – 3. januar 2027",
        ),
        ({"dag": "tirsdag", "unntatt": "2026-10-05 – 2026-10-09"}, "Tirsdag, ikke 5. oktober – 9. oktober 2026"),
        ({"dag": "tirsdag", "også": "2026-12-22"}, "Tirsdag, også 22. desember 2026"),
        ({"dag": "tirsdag", "følger": "skoleruta"}, "Tirsdag, følger skoleruta"),
        ("åpningstider", "I åpningstida"),
        ({"dag": "tirsdag", "merknad": "Ring først."}, "Tirsdag, Ring først"),
    ],
)
def test_a_row_is_told_as_one_would_say_it(row: object, expected: str) -> None:
    assert told(row) == expected


@pytest.mark.parametrize("language", ["nn", "en"])
@pytest.mark.parametrize(
    "every", ["uke", "2. uke", "3. uke", "4. uke", "dag", "måned", "år", "partallsuker", "1. tirsdag"]
)
def test_every_rhythm_has_words_in_every_language(every: str, language: str) -> None:
    assert told({"dag": "tirsdag", "hver": every}, language)


def test_days_and_hours_are_told_apart_from_dates_and_remarks() -> None:
    row = {"dag": "tirsdag", "kl": "18-20", "fra": "2026-08-18", "merknad": "Ring først."}
    entry = document(Activity, "noe", når=[row, "torsdag"])

    days, limits = when_told(entry, words())

    assert [plain(day) for day in days] == ["Tirsdag kl. 18–20", "Torsdag"]
    assert [plain(limit) for limit in limits] == ["Fra 18. august 2026", "Ring først"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"start": "2026-12-05 18:00", "slutt": "2026-12-05 20:00"}, "Lørdag 5. desember 2026 kl. 18–20"),
        ({"start": "2026-12-05 18:00"}, "Lørdag 5. desember 2026 kl. 18"),
        ({"start": "2026-12-05"}, "Lørdag 5. desember 2026"),
        (
            {"start": "2026-12-05 18:00", "slutt": "2026-12-06 12:00"},
            "Lørdag 5. desember 2026 kl. 18 – søndag 6. desember 2026 kl. 12",
        ),
        ({"når": {"dag": "søndag", "kl": "12-14"}}, "Søndag kl. 12–14"),
        ({}, ""),
    ],
)
def test_an_event_tells_its_day(fields: dict[str, object], expected: str) -> None:
    event = document(Event, "fest", **fields)

    assert plain("; ".join(tell_event(event, words()))) == expected
    assert plain("; ".join(when_told(event, words())[0])) == expected


@pytest.mark.parametrize(
    ("kind", "fields", "key"),
    [
        (Activity, {"når": "tirsdag"}, "når"),
        (Activity, {"åpningstider": "tirsdag"}, "åpningstider"),
        (Activity, {}, "når"),
        (Group, {"møtes": "tirsdag"}, "møtes"),
        (Place, {"åpningstider": "tirsdag"}, "åpningstider"),
        (Event, {"start": "2026-12-05"}, "start"),
        (Event, {"når": "søndag"}, "når"),
    ],
)
def test_the_key_that_says_when_is_known_so_that_its_source_can_be_asked(
    kind: type[Activity], fields: dict[str, object], key: str
) -> None:
    unsure = {"kilde": [{"sikkerhet": "usikker", "gjelder": [key]}]}
    entry = document(kind, "noe", **fields, **unsure)

    facts = {fact.name: fact for fact in first_facts(entry, catalogue_of(entry), words())}

    assert stated_as(entry) == key
    assert all(fact.unsure for name, fact in facts.items() if name in {"when", "opening_hours"} and fact.known)


def test_in_opening_hours_tells_which_hours_that_are() -> None:
    own = document(Activity, "a", når="åpningstider", åpningstider={"dag": "lørdag", "kl": "10-14"})
    venues = document(Activity, "b", når="åpningstider", sted="hallen")
    nobodys = document(Activity, "c", når="åpningstider")
    hall = document(Place, "hallen", åpningstider={"dag": "søndag", "kl": "12-16"})
    catalogue = catalogue_of(own, venues, nobodys, hall)

    more = [plain("; ".join(first_facts(one, catalogue, words())[0].more)) for one in (own, venues, nobodys)]

    assert more == ["Lørdag kl. 10–14", "Søndag kl. 12–16", ""]


@pytest.mark.parametrize("kind", [Activity, Event, Place])
def test_what_people_come_to_says_so_when_nobody_knows_when(kind: type[Activity]) -> None:
    entry = document(kind, "noe")

    (first, *_) = first_facts(entry, catalogue_of(entry), words())

    assert (first.answer, first.known) == ("Dato ikke kjent" if kind is Event else "Vet ikke", False)


@pytest.mark.parametrize("kind", [Walk, Organisation, Group])
def test_what_is_always_there_is_silent_about_when(kind: type[Walk]) -> None:
    entry = document(kind, "noe")

    assert schedule_of(entry) == ()
    assert not {"when", "opening_hours"} & {fact.name for fact in first_facts(entry, catalogue_of(entry), words())}
