"""Whether there is room for more, in print: «Fullt» with the day of its checking, in every edition that shows it."""

from functools import cache
from typing import Any

import pytest

from booklet_samples import demo_press, document, press
from hefte.booklet.editions import EDITIONS
from hefte.booklet.entries import item_of
from hefte.booklet.make import volume_of
from hefte.booklet.volume import Chapter, Item, Volume, item_in
from hefte.model import Activity, Document, Entry, Group
from hefte.model.choices import EditionKind

pytestmark = pytest.mark.slow

CHECKED = {"kontrollert": {"dato": "2026-08-10", "av": "tjenesten"}}
FULL_GROUP, FULL_ACTIVITY = {"ledig": "nei"}, {"ledige_plasser": "nei"}
UNSURE = {"kilde": [{"sikkerhet": "usikker", "gjelder": ["ledig", "ledige_plasser"]}]}


def told(kind: type[Document], language: str = "nb", **fields: object) -> str:
    """The facts of an entry as lines, in one text."""
    made = press(document(kind, "noe", **fields), language=language)
    (entry,) = made.catalogue.entries
    return lines(item_of(entry, made))


def lines(item: Item) -> str:
    return "\n".join(f"{line.label}: {line.value}" for line in item.facts).replace("\xa0", " ")


def shown(volume: Volume) -> dict[str, str]:
    """The facts of every entry of a volume, by its label."""
    sections = [one for part in volume.parts if isinstance(part.content, Chapter) for one in part.content.sections]
    items = [item_in(entry) for section in sections for entry in section.entries]
    return {item.label: lines(item) for item in items}


@pytest.mark.parametrize(
    ("kind", "fields", "line"),
    [
        (Group, FULL_GROUP | CHECKED, "Plass: Fullt – spør om venteliste (kontrollert 10. august 2026)"),
        (Activity, FULL_ACTIVITY | CHECKED, "Ledige plasser: Fullt – spør om venteliste (kontrollert 10. august 2026)"),
        (
            Activity,
            {"ledige_plasser": "venteliste"} | CHECKED,
            "Ledige plasser: Venteliste (kontrollert 10. august 2026)",
        ),
        (Group, FULL_GROUP, "Plass: Fullt – spør om venteliste (ikke kontrollert)"),
        (Group, FULL_GROUP | UNSURE, "Plass: Fullt – spør om venteliste (usikkert, ikke kontrollert)"),
        (Group, {"ledig": "ja"} | CHECKED, "Plass til flere: Ja"),
        (Activity, {"ledige_plasser": "ja"} | CHECKED, "Ledige plasser: Ja"),
        (Activity, {"ledige_plasser": "ja"} | UNSURE, "Ledige plasser: Ja (usikkert)"),
    ],
)
def test_paper_tells_whether_there_is_room_and_of_a_no_the_day_of_its_checking(
    kind: type[Document], fields: dict[str, Any], line: str
) -> None:
    assert told(kind, **fields) == line


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nn", "Plass: Fullt – spør om venteliste (kontrollert 10. august 2026)"),
        ("en", "Room: Full – ask about a waiting list (checked 10 August 2026)"),
    ],
)
def test_room_is_told_in_the_language_of_the_booklet(language: str, line: str) -> None:
    assert told(Group, language, **FULL_GROUP, **CHECKED) == line


@pytest.mark.parametrize("kind", [Group, Activity])
def test_where_nobody_has_said_whether_there_is_room_nothing_is_told(kind: type[Document]) -> None:
    assert told(kind, **CHECKED) == ""


def test_what_has_a_pause_promises_no_room() -> None:
    assert told(Group, ledig="ja", status="pause") == ""
    assert told(Group, ledig="nei", status="pause").startswith("Plass: Fullt")


def test_a_full_entry_keeps_its_description() -> None:
    entry = document(
        Activity, "noe", beskrivelse="Ta med sko.", pris="gratis", sesong="sommer", målgruppe={"for": "eldre"},
        tilrettelagt="ja", **FULL_ACTIVITY,
    )  # fmt: skip

    made = item_of(entry, press(entry))

    assert len(made.facts) == 5
    assert [block.spans[0].text for block in made.blocks] == ["Ta med sko."]


def test_a_poster_never_cuts_away_that_it_is_full() -> None:
    many = {"når": {"dag": "tirsdag"}, "sted": {"navn": "Salen"}, "sesong": "sommer", "pris": "gratis"}
    more = {"målgruppe": {"for": "eldre"}, "tilrettelagt": "ja", "påmelding": "ja"}
    full = document(Activity, "fullt", **many, **more, **FULL_ACTIVITY)
    room = document(Activity, "plass", **many, **more, ledige_plasser="ja")
    made = press(full, room, utvalg={"type": ["aktiviteter"]})

    posters = shown(EDITIONS[EditionKind.POSTERS].made(volume_of(made), made))

    *first, sign_up, last = posters["aktiviteter/fullt"].split("\n")
    assert last == "Ledige plasser: Fullt – spør om venteliste (ikke kontrollert)"
    assert posters["aktiviteter/plass"].split("\n") == [*first, "Passer for: Eldre", sign_up]


@pytest.mark.parametrize("kind", [None, EditionKind.LARGE, EditionKind.FOLDED, EditionKind.PRESS, EditionKind.POSTERS])
def test_every_edition_of_the_demo_that_shows_a_full_entry_says_that_it_is_full(kind: EditionKind | None) -> None:
    made = demo_press("aktivitetsheftet")
    full = [entry for entry in made.catalogue.entries if says_no(entry)]

    facts = shown(EDITIONS[kind].made(demo(), made) if kind else demo())

    assert len(full) == 4
    assert all("Fullt – spør om venteliste (kontrollert " in facts[f"{one.folder}/{one.id}"] for one in full)


@cache
def demo() -> Volume:
    return volume_of(demo_press("aktivitetsheftet"))


def says_no(entry: Entry) -> bool:
    if isinstance(entry, Group):
        return entry.has_room is False
    return isinstance(entry, Activity) and entry.places_left is not None and entry.places_left.value == "nei"
