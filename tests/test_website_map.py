"""The map of a site: what it knows of every entry, which land it ships, and how one gets out of an entry's page."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from booklet_samples import MEASURED, document
from hefte.doors.package import templates
from hefte.model import Activity, Settings, Walk
from hefte.outline import decoded, encoded
from hefte.output import Output
from hefte.track import Point, Track, Waypoint, lay_out
from hefte.website.digests import digests_of
from hefte.website.frame_settings import tile_host
from hefte.website.map_data import placed as placed_in
from hefte.website.map_data import rows_data, shared_data
from hefte.website.map_land import lands, middle
from hefte.website.map_links import ways_out
from hefte.website.map_walk import walk_data
from hefte.website.site import Site
from website_samples import SETTINGS, catalogue_of, links_of, made, outputs_of, page_of, site_of, text_of

OUTLINES = tuple((templates() / "geo" / "kommuner.txt").read_text("utf-8").splitlines())
HERE = {"lat": "59.2016", "lon": "10.9487"}
TILES = {"adresse": "https://Kart.Eksempel.no/{z}/{x}/{y}.png", "kilde": "© Kartkilden"}


def value_of(output: Output) -> Any:  # noqa: ANN401  # JSON
    """What a script hands to the page."""
    return json.loads(re.fullmatch(r"window\.(\w+)&&\1\((.*)\);\n", made(output), re.DOTALL)[2])  # type: ignore[index]


def data_of(site: Site) -> Mapping[str, Any]:
    """The scripts of the map by their names."""
    outputs = (*shared_data(site), *rows_data(site, digests_of(site.catalogue), placed_in(site.catalogue)))
    return {output.path: value_of(output) for output in outputs}


degrees = some.tuples(some.floats(-89, 89), some.floats(-179, 179))


@given(some.lists(degrees, max_size=30))
def test_a_line_comes_back_as_it_was_written(line: list[tuple[float, float]]) -> None:
    back = decoded(encoded(line, 5), 5)

    assert back == tuple((round(lat * 1e5) / 1e5, round(lon * 1e5) / 1e5) for lat, lon in line)


def test_an_encoded_line_is_that_of_the_format() -> None:
    assert encoded([(38.5, -120.2), (40.7, -120.95), (43.252, -126.453)], 5) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@"


def placed(identity: str, lat: float, lon: float, **fields: object) -> Activity:
    """An activity at a spot."""
    spot = {"navn": "Torget", "lat": f"{lat:.5f}", "lon": f"{lon:.5f}"}
    return document(Activity, identity, arrangør="laget", sted=spot, **fields)


def straight(metres: float = 1000, *waypoints: Waypoint) -> Track:
    """A track due north from 59.2, 10.9."""
    steps = [Point(59.2 + metres / 111_320 * step / 10, 10.9, None) for step in range(11)]
    return lay_out([steps], waypoints)


def test_another_track_is_drawn_on_the_map_although_no_word_has_changed() -> None:
    walk = document(Walk, "stien", spor="a.gpx", start=HERE)
    before, after = (outputs_of(site_of(walk, tracks={"a.gpx": straight(metres)})) for metres in (1000, 1200))

    drawn = ("assets/map-walk-nb-stien.js", "assets/map-nb-0.js", "kart.html", "turer/stien.html")

    assert [before[path].key == after[path].key for path in drawn] == [False] * 4


def test_neighbours_stand_together_and_each_has_its_words() -> None:
    far = [placed(f"nord-{number}", 69.6 + number / 1000, 18.9) for number in range(3)]
    near = [placed(f"sor-{number}", 59.2 + number / 1000, 10.9) for number in range(3)]
    mixed = [one for pair in zip(far, near, strict=True) for one in pair]

    data = data_of(site_of(*mixed))

    points, rows = data["assets/map-points.js"], data["assets/map-nb-0.js"]["rows"]
    assert {identity[:3] for identity in points["ids"].split(" ")[:3]} in ({"sor"}, {"nor"})
    assert [row[0].lower() for row in rows] == points["ids"].split(" ")
    assert len(decoded(points["spots"], 5)) == 6


def test_an_entry_without_a_position_is_in_words_and_never_on_the_map() -> None:
    site = site_of(placed("her", 59.2, 10.9), document(Activity, "et-sted", arrangør="laget"))

    points, page = data_of(site)["assets/map-points.js"], page_of(site, "kart.html")

    assert points["ids"] == "her"
    assert "1 oppføring har ikke kartfestet sted" in text_of(page)
    assert "aktiviteter/et-sted.html" in set(links_of(page))


def test_the_list_holds_everything_that_is_on_the_map() -> None:
    spots = [placed(f"a{number}", 59.2, 10.9) for number in range(5)]

    page = page_of(site_of(*spots), "kart.html")

    assert {f"aktiviteter/a{number}.html" for number in range(5)} <= set(links_of(page))


@pytest.mark.parametrize(("language", "title"), [("nb", "Kart"), ("nn", "Kart"), ("en", "Map")])
def test_the_map_is_there_in_every_language(language: str, title: str) -> None:
    site = site_of(placed("her", 59.2, 10.9), language=language)

    prefix = "" if language == "nb" else f"{language}/"
    assert f"<h1>{title}</h1>" in page_of(site, f"{prefix}kart.html")


def test_a_closed_walk_says_so_before_anything_else_on_its_card() -> None:
    closed = document(Walk, "stien", start=HERE, melding="Stengt ved brua.")

    row = data_of(site_of(closed))["assets/map-nb-0.js"]["rows"][0]

    assert row[3] == "Stengt ved brua."


def test_an_invented_municipality_has_no_land_under_it() -> None:
    land = lands(catalogue_of(placed("her", 59.2, 10.9)), [(59.2, 10.9)], OUTLINES)

    assert land == ()


def test_a_site_ships_the_land_around_its_own_places_only() -> None:
    catalogue = catalogue_of(placed("her", 59.2, 10.9, kommune="3107"), kommune="3107")

    found = {land.name for land in lands(catalogue, [(59.2, 10.9)], OUTLINES)}

    assert {"Fredrikstad", "Hvaler", "Sarpsborg"} <= found
    assert "Bergen" not in found
    assert len(found) < 25


def test_every_municipality_has_its_name_inside_it() -> None:
    catalogue = catalogue_of(kommune="5501")

    land = next(one for one in lands(catalogue, [], OUTLINES) if one.number == "5501")

    lat, lon = middle(land)
    assert land.box.south < lat < land.box.north
    assert land.box.west < lon < land.box.east


def test_the_land_counts_those_that_are_only_known_to_be_in_it() -> None:
    lost = [document(Activity, f"a{number}", arrangør="laget", kommune="3107") for number in range(3)]
    site = site_of(*lost, kommune="3107")._replace(outlines=OUTLINES)

    rows = data_of(site)["assets/map-land.js"]["land"]

    assert {row[1]: row[3] for row in rows if row[3]} == {"Fredrikstad": 3}


def test_a_walk_is_drawn_in_the_classes_of_its_stretches() -> None:
    steep = MEASURED | {"fra_m": "500", "til_m": "1000", "hinder": [{"type": "trapp", "passerbar": "nei"}]}
    rows = [MEASURED | {"fra_m": "0", "til_m": "500"}, steep]
    stien = document(Walk, "stien", lengde="1 km", start=HERE, strekninger=rows, spor="a.gpx", spor_kilde="målt")
    track = straight()

    data = walk_data(site_of(stien, tracks={"a.gpx": track}), stien, track)

    assert [ground for ground, _ in data["ways"]] == ["lett", "stopper"]  # type: ignore[attr-defined]
    assert data["sketch"] == 0


def test_a_walk_drawn_by_hand_is_a_sketch() -> None:
    stien = document(Walk, "stien", start=HERE, spor="a.gpx", spor_kilde="tegnet")
    track = straight()

    data = walk_data(site_of(stien, tracks={"a.gpx": track}), stien, track)

    assert data["sketch"] == 1


def test_what_lies_along_a_walk_is_named_once_and_what_has_no_spot_is_told() -> None:
    sights = [{"type": "benk", "navn": "Benk ved naustene", "ved_m": "500"}]
    fields: dict[str, object] = {
        "opplevelser": sights,
        "parkering": {"avstand_m": "40"},
        "toalett": {"avstand_m": "150"},
    }
    stien = document(Walk, "stien", lengde="1 km", start=HERE, spor="a.gpx", **fields)
    track = straight(1000, Waypoint("Naustene", 59.204, 10.9), Waypoint("Benk ved naustene", 59.2045, 10.9))

    data = walk_data(site_of(stien, tracks={"a.gpx": track}), stien, track)

    assert [name for _, name, _ in data["pins"]] == ["Benk ved naustene"]  # type: ignore[attr-defined]
    assert data["told"] == ["Parkering: 40\N{NO-BREAK SPACE}m fra start.", "Toalett: 150\N{NO-BREAK SPACE}m fra start."]


def test_an_entry_leads_to_the_next_bus_the_phones_map_and_our_own() -> None:
    site = site_of(placed("boccia-ute", 59.2016, 10.9487))

    bus, phone, own = ways_out(site, site.catalogue.shown[0])

    assert bus.href == "https://entur.no/travel-result?stopLat=59.20160&stopLon=10.94870"
    assert phone.href.startswith("https://www.openstreetmap.org/?mlat=59.20160&mlon=10.94870")
    assert phone.android == "geo:59.20160,10.94870?q=59.20160,10.94870(Boccia-ute)"
    assert phone.apple == "https://maps.apple.com/?ll=59.20160%2C10.94870&q=Boccia-ute"
    assert own.href == "../kart.html#aktiviteter/boccia-ute"


def test_an_entry_without_a_position_leads_nowhere() -> None:
    site = site_of(document(Activity, "et-sted", arrangør="laget"))

    assert ways_out(site, site.catalogue.shown[0]) == ()


def test_without_a_tile_source_nothing_is_offered() -> None:
    page = page_of(site_of(placed("her", 59.2, 10.9)), "kart.html")

    assert "data-tiles" not in page
    assert "map-tiles.js" not in page
    assert tile_host(None) == ""


def test_a_tile_source_is_named_with_its_host_and_its_credit() -> None:
    page = page_of(site_of(placed("her", 59.2, 10.9), kartfliser=TILES), "kart.html")

    assert "kart.eksempel.no" in text_of(page)
    assert "© Kartkilden" in text_of(page)


def test_the_policy_gets_the_host_and_nothing_more() -> None:
    settings = Settings.model_validate({**SETTINGS, "kartfliser": TILES})

    assert tile_host(settings.tiles) == "https://kart.eksempel.no"


@pytest.mark.parametrize(
    "address",
    [
        "http://kart.eksempel.no/{z}/{x}/{y}.png",
        "https://{s}.eksempel.no/{z}/{x}/{y}.png",
        "https://kart.eksempel.no/{z}/{x}.png",
        "https://kart.eksempel.no; script-src */{z}/{x}/{y}.png",
        "https://bruker@kart.eksempel.no/{z}/{x}/{y}.png",
        "//kart.eksempel.no/{z}/{x}/{y}.png",
    ],
)
def test_an_address_that_is_not_one_of_tiles_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not-a-tile-address"):
        Settings.model_validate({**SETTINGS, "kartfliser": {"adresse": address, "kilde": "K"}})


def test_tiles_without_a_credit_are_refused() -> None:
    with pytest.raises(ValueError, match="kilde"):
        Settings.model_validate({**SETTINGS, "kartfliser": {"adresse": TILES["adresse"]}})


def test_many_entries_are_listed_elsewhere_than_on_the_page_of_the_map() -> None:
    spots = [placed(f"a{number}", 59.2 + number / 10_000, 10.9) for number in range(401)]

    page = page_of(site_of(*spots), "kart.html")

    assert "aktiviteter/a7.html" not in set(links_of(page))
    assert {"aktiviteter/index.html", "a-a.html"} <= set(links_of(page))
