"""What phones are told: every time of the programme and no other, changed as it is changed, in any calendar program."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from booklet_samples import TODAY, document, words
from calendar_reading import OSLO, Seen, by_dateutil, expanded, strictly, utc
from hefte import norwegian
from hefte.calendars.series import feed_span, turned_on
from hefte.calendars.zone import local_of, utc_of
from hefte.catalogue import Catalogue
from hefte.instances import State
from hefte.model import Activity, Event, Group, Happening, Organisation, Place
from hefte.occurrences import window
from hefte.programme import programme
from hefte.source import Source
from hefte.telling.changes import changes
from hefte.telling.when import tell_event, tell_when
from hefte.website.calendar_events import events_of, version_of
from hefte.website.site import Remembered, Site
from website_samples import links_of, made, outputs_of, page_of, site_of

SPAN = feed_span(TODAY)
SCHOOL = [
    {
        "fri": [
            "2026-10-05 – 2026-10-09",
            "2026-12-21 – 2027-01-01",
            "2027-02-22 – 2027-02-26",
            "2027-06-19 – 2027-08-15",
        ]
    }
]
TUESDAYS = {"dag": "tirsdag", "kl": "18-19.30"}


def feed_of(entry: Happening, *others: Happening, **more: object) -> str:
    """The entry's own calendar file."""
    site = site_of(entry, *others, **{"adresse": "https://vik.no", **more})
    return made(outputs_of(site)[f"kalender/{entry.folder}/{entry.id}.ics"])


def planned(site: Site, entry: Happening) -> Counter[Seen]:
    """Every time of the programme that a phone should show."""
    shown = programme(site.catalogue, SPAN).instances(entry)
    seen = (one for one in shown if one.state is not State.MOVED_AWAY)
    return Counter(
        Seen(one.day, None if (one.start, one.end) == (0, 1440) else one.start, one.state is State.CANCELLED)
        for one in seen
    )


def a_day(first: date = SPAN.first, last: date = SPAN.last) -> st.SearchStrategy[str]:
    return st.dates(first, last).map(date.isoformat)


WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "hverdager", "helg", "alle_dager")
EVERY = (
    None, "uke", "2. uke", "3. uke", "4. uke", "partallsuker", "oddetallsuker", "dag", "måned", "år",
    "1. tirsdag", "2. fredag", "5. søndag", "siste torsdag", "siste lørdag",
)  # fmt: skip
HOURS = (None, "18-19.30", "18", "22-01", "00-24", "0:00-1:00", "2:30-3:30", "23:30-24:00", "12-12:15")
ROWS = st.fixed_dictionaries(
    {},
    optional={
        "dag": st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True),
        "hver": st.sampled_from(EVERY),
        "kl": st.sampled_from(HOURS),
        "fra": a_day(date(2025, 1, 1), date(2027, 3, 1)),
        "til": a_day(date(2026, 12, 1), date(2029, 1, 1)),
        "unntatt": st.lists(a_day(), max_size=4),
        "også": st.lists(a_day(), min_size=1, max_size=4, unique=True),
        "følger": st.just("skoleruta"),
    },
).map(lambda row: {name: value for name, value in row.items() if value is not None})
MOVES = st.fixed_dictionaries(
    {"fra": a_day()}, optional={"til": a_day(), "kl": st.sampled_from(HOURS[1:4]), "sted": st.just("Biblioteket")}
)


@pytest.mark.slow
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    rows=st.lists(ROWS.filter(bool), min_size=1, max_size=3),
    off=st.lists(a_day(), max_size=3),
    moves=st.lists(MOVES, max_size=3, unique_by=lambda move: move["fra"]),
    data=st.data(),
)
def test_a_feed_has_the_times_of_the_programme_and_no_other(
    rows: list[Mapping[str, object]], off: list[str], moves: list[dict[str, str]], data: st.DataObject
) -> None:
    changes: dict[str, object] = {"avlyst": {"dager": off}} if off else {}
    site = site_of(document(Activity, "kor", når=rows), skolerute=SCHOOL)
    days = sorted(programme(site.catalogue, SPAN).when(site.catalogue.entries[0]).days)
    if moves and days:  # what is moved is moved from a day on which it is on
        froms = data.draw(st.lists(st.sampled_from(days), unique=True, max_size=len(moves)))
        changes["flyttet"] = [{**move, "fra": day.isoformat()} for move, day in zip(moves, froms, strict=False)]
    entry = document(Activity, "kor", når=rows, **{name: value for name, value in changes.items() if value})
    site = site_of(entry, skolerute=SCHOOL, adresse="https://vik.no")
    text = made(outputs_of(site)["kalender/aktiviteter/kor.ics"])

    strictly(text)
    expected = planned(site, entry)
    assert _without_the_gap(expanded(text, SPAN)) == _without_the_gap(expected)
    dates = Counter(seen.day for seen in expected.elements())
    assert Counter(day for day in by_dateutil(text).elements() if SPAN.first <= day <= SPAN.last) == dates


def _without_the_gap(seen: Counter[Seen]) -> Counter[Seen]:
    """In the night when the clock leaves out an hour, programs tell that hour in two ways."""
    gap = (date(2027, 3, 28), date(2026, 3, 29))
    return Counter(one._replace(start=None) if one.day in gap else one for one in seen.elements())


@given(st.dates(date(2024, 1, 1), date(2045, 1, 1)))
def test_nothing_is_promised_past_the_days_that_are_known_and_yesterday_is_never_lost(today: date) -> None:
    span = feed_span(today)

    assert span.last <= window(today).last
    assert span.first <= today - timedelta(days=31) < today < turned_on(span) + timedelta(days=184)
    assert span.last > today + timedelta(days=330)
    assert turned_on(span) <= today


def test_a_feed_is_the_same_bytes_day_after_day_until_the_half_year_turns() -> None:
    entry = document(Activity, "kor", når=[TUESDAYS, {"dag": "onsdag", "hver": "partallsuker"}])
    site = site_of(entry)

    texts = {
        day: events_of(site._replace(catalogue=_on(site, day)), entry)
        for day in (date(2026, 11, 22), date(2026, 11, 23), date(2027, 1, 31), date(2027, 2, 1))
    }

    assert texts[date(2026, 11, 22)] == texts[date(2026, 11, 23)] == texts[date(2027, 1, 31)]
    assert texts[date(2027, 2, 1)] != texts[date(2027, 1, 31)]


def _on(site: Site, today: date) -> Catalogue:
    return replace(site.catalogue, today=today)


@given(st.builds(datetime.combine, st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.times()))
def test_local_hours_are_those_of_the_zone(at: datetime) -> None:
    there = utc_of(at)

    assert local_of(there) in {at, at + timedelta(hours=1)}
    assert local_of(there) == there.astimezone(OSLO).replace(tzinfo=None, fold=0)


@pytest.mark.parametrize(
    ("row", "rules"),
    [
        (TUESDAYS, ["FREQ=WEEKLY;WKST=MO;BYDAY=TU;UNTIL=20271228T170000Z"]),
        ({**TUESDAYS, "til": "2027-06-15"}, ["FREQ=WEEKLY;WKST=MO;BYDAY=TU;UNTIL=20270615T160000Z"]),
        (
            {**TUESDAYS, "hver": "2. uke", "fra": "2026-08-18"},
            ["FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU;UNTIL=20271221T170000Z"],
        ),
        (
            {**TUESDAYS, "hver": "oddetallsuker"},
            [
                "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU;UNTIL=20261229T170000Z",
                "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU;UNTIL=20271221T170000Z",
            ],
        ),
        ({"hver": "1. tirsdag", "kl": "18"}, ["FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271207T170000Z"]),
        ({"hver": "siste fredag", "kl": "18"}, ["FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231T170000Z"]),
        ({"hver": "dag", "kl": "12"}, ["FREQ=DAILY;UNTIL=20271231T110000Z"]),
        ({"dag": "hverdager", "hver": "dag"}, ["FREQ=WEEKLY;WKST=MO;BYDAY=MO,TU,WE,TH,FR;UNTIL=20271231"]),
        ({"hver": "år", "fra": "2025-12-13"}, ["FREQ=YEARLY;UNTIL=20271213"]),
        ({"hver": "måned", "fra": "2026-01-31"}, ["FREQ=MONTHLY;UNTIL=20271231"]),
        ({"også": ["2026-12-10", "2027-01-14"], "kl": "18"}, []),
    ],
)
def test_each_way_of_repeating_is_a_rule_that_phones_take(row: Mapping[str, object], rules: list[str]) -> None:
    text = feed_of(document(Activity, "kor", når=[row])).replace("\r\n ", "")

    found = [line.removeprefix("RRULE:") for line in text.split("\r\n") if line.startswith("RRULE:")]
    assert [rule for rule in found if "BYMONTH" not in rule] == rules
    assert "RDATE" not in text


def test_what_is_called_off_and_moved_is_seen_as_that() -> None:
    entry = document(
        Activity, "kor", når=TUESDAYS, avlyst={"dager": ["2026-12-15"], "grunn": "Lederen er syk."},
        flyttet=[{"fra": "2026-12-22", "til": "2026-12-23", "kl": "12-13", "sted": "Biblioteket"}],
    )  # fmt: skip

    events = strictly(feed_of(entry)).events

    off, moved = (
        next(one for one in events if one.get("RECURRENCE-ID") and one.DTSTART.day == day) for day in (15, 23)
    )
    assert (str(off["STATUS"]), str(off["SUMMARY"])) == ("CANCELLED", "Avlyst: Kor")
    assert str(off["DESCRIPTION"]).startswith("Lederen er syk.")
    assert (str(moved["STATUS"]), str(moved["LOCATION"])) == ("CONFIRMED", "Biblioteket")
    assert moved["RECURRENCE-ID"].dt.date() == date(2026, 12, 22)
    assert str(moved["SUMMARY"]) == "Flyttet: Kor"
    assert {str(one["UID"]) for one in events} == {"serie-0-aktiviteter-kor@vik.no"}


def test_an_event_that_is_called_off_is_not_silently_gone() -> None:
    event = document(Event, "fest", start="2026-12-05 18:00", slutt="2026-12-06 01:00", avlyst={"grunn": "For få."})

    (one,) = strictly(feed_of(event)).events

    assert (str(one["STATUS"]), str(one["UID"])) == ("CANCELLED", "arrangementer-fest@vik.no")
    assert (one.DTSTART.hour, one.DTEND.day) == (18, 6)


@pytest.mark.parametrize(
    ("fields", "days", "hour"),
    [
        ({"start": "2026-12-05", "slutt": "2026-12-07"}, [5, 6, 7], False),
        ({"start": "2026-12-05 10:00", "slutt": "2026-12-07 16:00"}, [5], True),
        ({"start": "2026-12-05"}, [5], False),
        ({"start": "2026-12-05", "slutt": "2026-12-07", "avlyst": {"dager": ["2026-12-06"]}}, [5, 6, 7], False),
    ],
    ids=["days without an hour", "from an hour of one day to one of another", "one day", "a day is off"],
)
def test_an_event_of_several_days_has_them_all(fields: Mapping[str, object], days: list[int], hour: bool) -> None:
    events = strictly(feed_of(document(Event, "leir", **fields))).events

    covered = sorted(
        (one.DTSTART + timedelta(days=at)).day
        for one in events
        for at in range(1 if hour else (one.DTEND - one.DTSTART).days)
    )
    assert covered == days
    assert isinstance(events[0].DTSTART, datetime) is hour
    assert ("Klokkeslettet er ikke oppgitt." in events[0].get("DESCRIPTION", "")) is not hour


def test_a_title_cannot_break_out_of_its_line() -> None:
    title = {"nb": "Kor\\, med; alle,\\nog BEGIN:VEVENT ATTENDEE:mailto:a@b.no " + "æøå" * 20}
    entry = document(Activity, "kor", når=TUESDAYS, tittel=title, ingress="Én\r\nEND:VEVENT\r\nBEGIN:VALARM")

    text = feed_of(entry)
    (one,) = strictly(text).events

    assert str(one["SUMMARY"]).startswith("Kor\\, med; alle,")
    assert [line for line in text.split("\r\n") if line.startswith(("ATTENDEE", "BEGIN:VALARM"))] == []
    assert text.count("\r\nEND:VEVENT") == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "pause"},
        {"kilde": [{"nett": "https://vik.no", "sikkerhet": "usikker", "gjelder": ["når"]}]},
        {"kilde": [{"nett": "https://vik.no", "sikkerhet": "usikker"}]},
        {"når": [{**TUESDAYS, "hver": "2. uke"}]},
        {"når": [{**TUESDAYS, "følger": "skoleruta"}]},
    ],
    ids=["paused", "its hours unsure", "all unsure", "no first week", "no school year"],
)
def test_what_nobody_knows_is_in_no_calendar(fields: Mapping[str, object]) -> None:
    entry = document(Activity, "kor", **{"når": [TUESDAYS], **fields})
    outputs = outputs_of(site_of(entry, adresse="https://vik.no"))

    feeds = {path: made(output) for path, output in outputs.items() if path.endswith(".ics")}

    assert "kalender/aktiviteter/kor.ics" in feeds  # empty, so that a calendar which had it is emptied
    assert [path for path, text in feeds.items() if "BEGIN:VEVENT" in text] == []
    assert all(strictly(text) for text in feeds.values())


def test_a_draft_and_a_note_to_colleagues_are_in_no_calendar() -> None:
    points = [{"dato": "2026-12-10", "kl": "17-20", "hva": "Kinokveld"}]
    plan = {"periode": "2026-høst", "status": "utkast", "punkter": points}
    group = document(Group, "gruppa", møtes=[TUESDAYS], plan=plan, notat="Hemmelig notat")
    outputs = outputs_of(site_of(group, adresse="https://vik.no"))

    texts = "".join(made(output) for path, output in outputs.items() if path.endswith(".ics"))

    assert "Gruppa" in texts
    assert "Kinokveld" not in texts
    assert "Hemmelig" not in texts


def test_an_approved_plan_says_what_is_done_and_where() -> None:
    points = [{"dato": "2026-12-10", "kl": "17-20", "hva": "Kino", "oppmøte": "Foran kinoen"}]
    plan = {"periode": "2026-høst", "status": "godkjent", "punkter": points}
    group = document(Group, "gruppa", møtes=[TUESDAYS], plan=plan)

    events = strictly(feed_of(group)).events

    (kino,) = (one for one in events if "Kino" in one["SUMMARY"])
    assert (str(kino["SUMMARY"]), str(kino["LOCATION"])) == ("Gruppa: Kino", "Foran kinoen")
    assert str(kino["UID"]) == "2026-12-10-1-grupper-gruppa@vik.no"
    assert expanded(feed_of(group), SPAN) == planned(site_of(group), group)


CHANGED = utc(2026, 11, 20, 8, 30)


def test_a_version_is_the_last_change_of_what_is_told_and_only_grows() -> None:
    hall = document(Place, "hallen")
    entry = document(Activity, "kor", når=[TUESDAYS], sted="hallen")
    entry.put(Source("aktiviteter/kor.yaml", ""))
    hall.put(Source("steder/hallen.yaml", ""))
    site = site_of(entry, hall)

    alone = version_of(site._replace(changed={entry.path: CHANGED}), entry)
    moved = version_of(site._replace(changed={entry.path: CHANGED, hall.path: utc(2026, 11, 21)}), entry)

    assert alone.moment == CHANGED
    assert alone.sequence == (CHANGED - utc(2020, 1, 1)) // timedelta(minutes=1)
    assert moved.moment == utc(2026, 11, 21)
    assert moved.sequence > alone.sequence
    later = site._replace(changed={entry.path: CHANGED}, catalogue=_on(site, date(2027, 2, 1)))
    assert version_of(later, entry).moment == utc(2027, 2, 1)  # feeds tell of other days since then


def test_without_a_history_the_version_is_the_day_of_the_last_check() -> None:
    entry = document(Activity, "kor", når=[TUESDAYS], kontrollert="2026-10-14")
    silent = document(Activity, "dans", når=[TUESDAYS])

    assert version_of(site_of(entry), entry) == (utc(2026, 10, 14), 0)
    assert version_of(site_of(silent), silent) == (utc(2020, 1, 1), 0)


def test_there_is_a_calendar_of_all_and_of_each_list_in_each_language() -> None:
    title = {"nb": "Kor", "nn": "Song", "en": "Choir"}
    choir = document(Activity, "kor", tittel=title, når=[TUESDAYS], arrangør="laget", område="Øst", tidligere_id="sang")
    over = document(Event, "fest", start="2026-11-01 18:00")
    documents = (choir, over, document(Organisation, "laget"))

    outputs = {**outputs_of(site_of(*documents)), **outputs_of(site_of(*documents, language="en"))}

    lists = (
        "kalender.ics",
        *(f"kalender/{name}.ics" for name in ("organisasjoner/laget", "kategori/idrett", "omrade/ost")),
    )
    own = ("kalender/aktiviteter/kor.ics", "kalender/aktiviteter/sang.ics")
    for path in (*lists, *own):
        assert "SUMMARY:Kor\r\n" in made(outputs[path])
        assert "SUMMARY:Choir\r\n" in made(outputs[f"en/{path}"])
    assert strictly(made(outputs["kalender/arrangementer/fest.ics"])).events == []


def test_a_calendar_is_made_again_only_when_something_in_it_has_changed() -> None:
    choir, dance = document(Activity, "kor", når=[TUESDAYS]), document(Activity, "dans", når=[TUESDAYS])
    other = document(Activity, "dans", når=[{**TUESDAYS, "kl": "12"}])
    for one in (choir, dance, other):
        one.put(Source(f"aktiviteter/{one.id}.yaml", repr(one)))

    before, after = (outputs_of(site_of(choir, one)) for one in (dance, other))

    changed = {path for path in before if path.endswith(".ics") and before[path].key != after[path].key}
    assert changed == {"kalender.ics", "kalender/aktiviteter/dans.ics", "kalender/kategori/idrett.ics"}


def test_pages_offer_their_calendar_as_what_a_phone_follows_and_as_a_file() -> None:
    choir = document(Activity, "kor", når=[TUESDAYS], arrangør="laget", område="Øst")
    documents = (choir, document(Organisation, "laget"))
    site = site_of(*documents, adresse="https://vik.no/ut")

    for page in ("aktiviteter/kor", "organisasjoner/laget", "kategori/idrett", "omrade/ost"):
        links = set(links_of(page_of(site, f"{page}.html")))
        assert f"webcal://vik.no/ut/kalender/{page}.ics" in links
        assert f"../kalender/{page}.ics" in links
    assert not [link for link in links_of(page_of(site_of(*documents), choir.page)) if link.startswith("webcal:")]


def test_what_has_no_times_offers_no_calendar() -> None:
    entry = document(Activity, "kor", når="alltid", arrangør="laget")
    site = site_of(entry, document(Organisation, "laget"), adresse="https://vik.no")

    for page in (entry.page, "organisasjoner/laget.html", "kategori/idrett.html"):
        assert not [link for link in links_of(page_of(site, page)) if link.endswith(".ics")]


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(
    row=ROWS.filter(lambda row: "også" in row),
    move=MOVES.filter(lambda move: "til" in move),
    start=st.dates(TODAY, date(2028, 12, 31)),
)
def test_every_date_that_is_told_in_words_is_a_date_of_the_feed(
    row: Mapping[str, object], move: dict[str, str], start: date
) -> None:
    entry = document(Activity, "kor", når=[row], flyttet=[{**move, "fra": min(row["også"])}])
    site = site_of(entry, skolerute=SCHOOL)
    assume(programme(site.catalogue, SPAN).planned(entry).complete)  # else nobody knows what the row means
    event = document(Event, "fest", start=f"{start} 18:00")
    also = [told.partition(", også ")[2] for told in tell_when(entry.when or (), words("nb"))]
    said = [change.rest.partition(" er flyttet til ")[2] for change in changes(entry, words("nb"), SPAN.first)]

    dates = set(expanded(feed_of(entry, skolerute=SCHOOL), SPAN))
    days = {seen.day for seen in dates} | {date.fromisoformat(min(row["også"]))}  # that one is moved

    assert _dates_in(" ".join(also)) <= days
    assert {(on.month, on.day) for on in _dates_in(" ".join(said), year=2000)} <= {(on.month, on.day) for on in days}
    assert _dates_in(" ".join(tell_event(event, words("nb")))) == set(by_dateutil(feed_of(event)))


def _dates_in(told: str, year: int = 0) -> set[date]:
    """The dates of a sentence, «5. desember 2026»; those without a year are of the year that is given."""
    months = [norwegian.month(date(2026, number, 1)) for number in range(1, 13)]
    found = re.findall(rf"(\d+)\.\s({'|'.join(months)})(?:\s(\d{{4}}))?", told.replace("\u2060", ""))
    return {date(int(named or year), months.index(month) + 1, int(day)) for day, month, named in found if named or year}


def test_the_events_of_an_entry_are_worked_out_once_for_many_builds() -> None:
    entry = document(Activity, "kor", når=[TUESDAYS], område="Øst")
    site = site_of(entry)
    before = Remembered(dict, {})
    texts = _feeds_of(site._replace(remembered=before))

    (key,) = before.used
    after = Remembered(lambda: {key: before.used[key].replace("SUMMARY:Kor", "SUMMARY:Husket")}, {})
    again = _feeds_of(site._replace(remembered=after))
    other = Remembered(lambda: before.used, {})
    _feeds_of(_of_another_day(site)._replace(remembered=other))

    assert set(texts) == {
        "kalender.ics",
        "kalender/aktiviteter/kor.ics",
        "kalender/kategori/idrett.ics",
        "kalender/omrade/ost.ics",
    }
    assert all(text.count("SUMMARY:Kor") == 1 for text in texts.values())
    assert all(text.count("SUMMARY:Husket") == 1 for text in again.values())
    assert set(other.used) != {key}


def _of_another_day(site: Site) -> Site:
    """The site after feeds have turned to other days."""
    return site._replace(catalogue=_on(site, date(2027, 2, 1)))


def _feeds_of(site: Site) -> dict[str, str]:
    return {path: made(output) for path, output in outputs_of(site).items() if path.endswith(".ics")}
