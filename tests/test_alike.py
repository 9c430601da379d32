"""What a page calls alike: near in kind, length and place, and never what is shut."""

import pytest

from booklet_samples import MEASURED, document
from hefte.model import Activity, Event, Walk
from hefte.website.alike import alike
from website_samples import site_of

EASY = [{"fra_m": "0", "til_m": "1000", **MEASURED, "stigning": "1:50"}]
STOPS = [{"fra_m": "0", "til_m": "1000", **MEASURED, "hinder": [{"type": "trapp"}]}]


def test_walks_of_about_the_same_length_come_first() -> None:
    lengths = {"a": "1 km", "b": "9 km", "c": "7 km", "d": "1,2 km", "e": "2 km"}
    walks = {name: document(Walk, name, lengde=length) for name, length in lengths.items()}
    site = site_of(*walks.values())

    assert [one.id for one in alike(site, walks["a"], 3)] == ["d", "e", "c"]


def test_the_same_area_comes_first_then_those_that_share_more_categories() -> None:
    here = document(Activity, "a", område="Vika", kategorier=["idrett", "musikk"])
    others = (
        document(Activity, "b", område="Øya"),
        document(Activity, "c", område="Øya", kategorier=["idrett", "musikk"]),
        document(Activity, "d", område="Vika"),
    )

    assert [one.id for one in alike(site_of(here, *others), here, 3)] == ["d", "c", "b"]


@pytest.mark.parametrize(
    ("kind", "shut"),
    [
        (Walk, {"melding": "Brua er stengt."}),
        (Activity, {"status": "pause"}),
        (Event, {"start": "2026-12-05 18:00", "avlyst": "ja"}),
    ],
)
def test_what_is_closed_or_called_off_is_never_alike(kind: type[Walk], shut: dict[str, object]) -> None:
    here, closed = document(kind, "a"), document(kind, "b", **shut)
    site = site_of(here, closed, document(kind, "c"))

    assert [one.id for one in alike(site, here, 3)] == ["c"]


def test_a_walk_that_stops_at_the_start_does_not_stand_beside_one_for_wheelchairs() -> None:
    easy = document(Walk, "a", lengde="1 km", rundtur="rundtur", strekninger=EASY)
    stops = document(Walk, "b", lengde="1 km", rundtur="rundtur", strekninger=STOPS)
    stated = document(Walk, "c", lengde="1 km", egnet={"rullestol_inn": "nei"})
    long = document(Walk, "d", lengde="6 km")

    assert alike(site_of(easy, stops, stated, long), easy, 3) == (long,)
    assert alike(site_of(easy, stops), easy, 3) == (stops,), "better than none at all"
    assert alike(site_of(easy, stops, stated, long), stops, 1) == (stated,)


def test_of_those_equally_alike_the_next_in_the_alphabet_comes_first() -> None:
    site = site_of(*(document(Activity, name) for name in "abcdefgh"))

    assert [one.id for one in alike(site, site.catalogue.shown[3], 3)] == ["e", "f", "g"]
    assert len(alike(site, site.catalogue.shown[-1], 3)) == 3
