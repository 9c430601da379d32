"""What a phone is told of every entry without its page: the same words as the page, in small files that keep well."""

import json
from collections.abc import Mapping

from booklet_samples import MEASURED, document
from hefte.model import Activity, Document, Event, Organisation, Place, Walk
from hefte.norwegian import phone
from hefte.output import Output
from hefte.website.search import ROWS_A_FILE
from hefte.website.told import told, told_data, told_ids
from website_samples import facts_of, made, page_of, plain, site_of, text_of


def data_of(*documents: Document) -> Mapping[str, Output]:
    """The files of the rows, by their path; a document's digest is all that it says."""
    digests = {(one.folder, one.id): repr(one) for one in documents}
    return {output.path: output for output in told_data(site_of(*documents), digests)}


def rows_of(output: Output) -> list[dict[str, object]]:
    """The rows that a file hands to the page."""
    text = made(output)
    found = json.loads(text[text.index("(") + 1 : text.rindex(")")])
    rows: list[dict[str, object]] = found["rows"]
    return rows


def test_a_row_says_what_the_entrys_page_says() -> None:
    hall = document(Place, "hallen", sted={"navn": "Hallen", "adresse": "Veien 1"})
    entry = document(Activity, "bowling", sted="hallen", pris=[{"kr": "60"}], ledsagerbevis="ja")
    site = site_of(entry, hall)

    row = told(site, entry)

    page = page_of(site, "aktiviteter/bowling.html")
    facts = facts_of(page)
    assert isinstance(row["facts"], list)
    for _, label, answer, _, *more in row["facts"]:
        assert all(plain(words) in facts[plain(label)] for words in (answer, *more))
    assert plain(str(row["checked"])) in text_of(page)


def test_a_closed_walk_says_so_first_and_how_far_a_wheelchair_gets() -> None:
    stretch = {"fra_m": "0", "til_m": "300", **MEASURED}
    walk = document(Walk, "stien", melding="Stengt etter ras.", lengde="300 m", strekninger=[stretch])

    row = told(site_of(walk), walk)

    assert row["notices"] == [("advarsel", "Stengt etter ras.")]
    assert isinstance(row["reach"], list)
    assert row["reach"][0][1:] == ("ja", "Hele turen.")


def test_a_cancelled_event_says_why() -> None:
    event = document(Event, "fest", start="2026-12-01 18:00", avlyst={"svar": "ja", "grunn": "Sykdom."})

    row = told(site_of(event), event)

    assert row["cancelled"] == 1
    assert "Sykdom." in str(row["notices"])


def test_what_nobody_has_checked_or_said_is_told_as_unknown() -> None:
    entry = document(Activity, "kor")

    row = told(site_of(entry), entry)

    assert "sure" not in row
    assert isinstance(row["facts"], list)
    assert {name: certainty for name, _, _, certainty, *_ in row["facts"]}["price"] == "unknown"


def test_a_changed_entry_changes_the_file_that_it_stands_in_alone() -> None:
    entries = [document(Activity, f"a{number:03}") for number in range(ROWS_A_FILE + 1)]
    changed = [*entries[:-1], document(Activity, entries[-1].id, ingress="Noe annet.")]

    before, after = data_of(*entries), data_of(*changed)

    different = [path for path in before if before[path].key != after[path].key]
    assert different == ["assets/told-nb-1.js"]


def test_a_changed_organiser_changes_the_rows_of_what_it_arranges() -> None:
    entry = document(Activity, "kor", arrangør="laget")
    first, second = (
        document(Organisation, "laget", kontakt={"tlf": phone}) for phone in ("69 00 00 01", "69 00 00 02")
    )

    before, after = data_of(entry, first), data_of(entry, second)

    assert before["assets/told-nb-0.js"].key != after["assets/told-nb-0.js"].key
    assert rows_of(after["assets/told-nb-0.js"])[0]["contact"] == {"phone": phone("69000002")}


def test_an_organiser_that_closes_is_gone_from_the_rows_of_what_it_arranged() -> None:
    entry = document(Activity, "kor", arrangør="laget")
    running, closed = (
        document(Organisation, "laget", kontakt={"tlf": "69 00 00 01"}, status=status)
        for status in ("aktiv", "nedlagt")
    )

    before, after = data_of(entry, running), data_of(entry, closed)

    assert before["assets/told-nb-0.js"].key != after["assets/told-nb-0.js"].key
    assert rows_of(after["assets/told-nb-0.js"])[0]["contact"] == {"role": "Tjenesten", "phone": phone("69000000")}


def test_the_ids_stand_in_the_order_of_the_rows() -> None:
    documents = [document(kind, "x") for kind in (Walk, Activity, Place)]
    site = site_of(*documents)

    ids = made(told_ids(site.catalogue))

    rows = rows_of(data_of(*documents)["assets/told-nb-0.js"])
    assert json.loads(ids[ids.index("(") + 1 : ids.rindex(")")]).split("\n") == [row["id"] for row in rows]


def test_a_venues_own_message_stands_on_the_page_and_in_the_row_of_what_goes_on_there() -> None:
    beach = document(Place, "stranda", melding="Rampa ligger på land.")
    swim = document(Activity, "bade", sted="stranda")
    site = site_of(swim, beach)

    row = told(site, swim)

    assert row["notices"] == [("advarsel", "Stranda: Rampa ligger på land.")]
    assert "Stranda: Rampa ligger på land." in text_of(page_of(site, swim.page))


def test_the_year_of_the_facts_is_told_on_the_page_as_in_print() -> None:
    entry = document(Activity, "bade", beskrivelse="I 2022 kostet det 100 kroner.")

    assert "Noe av det som står her, er fra 2022." in text_of(page_of(site_of(entry), entry.page))
