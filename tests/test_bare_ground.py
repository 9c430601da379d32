"""A walk measured on bare ground says so, from nothing but what is stated."""

import pytest

from booklet_samples import MEASURED, document, words
from hefte.model import Walk
from hefte.telling.bare_ground import tell_bare_ground
from test_booklet_entries import trip
from website_samples import plain

SNOW = "Snø og is er ikke regnet med."
UNSURE = {"nett": "https://eksempel.no", "sikkerhet": "usikker", "gjelder": ["sesong", "vinter"]}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, ""),
        ({"sesong": "helår"}, ""),
        ({"sesong": "helår", "vinter": {"brøytet": "ja"}}, ""),
        ({"sesong": ["vår", "sommer", "høst", "vinter"]}, ""),
        ({"vinter": {"strødd": "nei"}}, ""),
        ({"vinter": {"brøytet": "nei"}}, f"{SNOW} Vinter: ikke brøytet."),
        ({"vinter": {"brøytet": "delvis"}}, f"{SNOW} Vinter: delvis brøytet."),
        ({"sesong": ["vår", "sommer", "høst"]}, f"Gjelder vår, sommer og høst. {SNOW}"),
        ({"sesong": "vinter"}, "Gjelder vinter."),
        ({"sesong": "sommer", "vinter": {"brøytet": "nei"}}, f"Gjelder sommer. {SNOW} Vinter: ikke brøytet."),
        ({"sesong": "sommer", "vinter": {"brøytet": "nei"}, "kilde": [UNSURE]}, ""),
    ],
)
def test_seasons_and_snow_are_told_from_what_is_stated(fields: dict[str, object], told: str) -> None:
    assert plain(tell_bare_ground(document(Walk, "tur", **fields), words())) == told


def test_a_measured_walk_in_print_says_that_snow_is_not_counted() -> None:
    made = trip(strekninger=[{**MEASURED, "fra_m": "0", "til_m": "800"}], vinter={"brøytet": "nei"})

    assert made.access_text == f"{SNOW} Vinter: ikke brøytet."
