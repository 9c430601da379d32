"""What it costs for two: never less than it may be, and «Vet ikke» where nobody knows."""

from datetime import date

import pytest

from booklet_samples import TODAY, document, words
from hefte.model import Activity
from hefte.telling.price import ForTwo, bought_once, is_free, price_for_two, rows_on, tell_for_two, tell_price
from website_samples import plain

PERSON = {"navn": "Voksen", "kr": "60"}
COMPANION = {"navn": "Ledsager", "kr": "20", "ledsager": "ja"}
FREE_COMPANION = {"navn": "Ledsager", "kr": "gratis", "ledsager": "ja"}
CHILD = {"navn": "Barn", "kr": "gratis"}


def activity(price: object, card: str | None) -> Activity:
    """An activity with the price and the companion card's effect as an editor writes them."""
    stated = {"pris": price, "ledsagerbevis": card}
    return document(Activity, "noe", **{key: value for key, value in stated.items() if value is not None})


@pytest.mark.parametrize(
    ("price", "card", "with_card", "without_card", "told"),
    [
        ("60", "ja", 60, 120, "60 kr med ledsagerbevis"),
        ("60", "nei", None, 120, "120 kr, ledsagerbevis gjelder ikke"),
        ("60", "rabatt", None, 120, "120 kr, rabatt med ledsagerbevis: vet ikke"),
        ("60", None, 60, 120, "60 kr hvis de tar ledsagerbevis, ellers 120 kr"),
        ([PERSON, COMPANION], "rabatt", 80, 120, "80 kr med ledsagerbevis"),
        ([PERSON, FREE_COMPANION], "rabatt", 60, 120, "60 kr med ledsagerbevis"),
        ([PERSON, COMPANION], "ja", 80, 120, "80 kr med ledsagerbevis"),
        ([PERSON, COMPANION], "nei", None, 120, "120 kr, ledsagerbevis gjelder ikke"),
        ([PERSON, COMPANION], None, 80, 120, "80 kr hvis de tar ledsagerbevis, ellers 120 kr"),
        ([CHILD, PERSON], "ja", 60, 120, "60 kr med ledsagerbevis"),
        ("gratis", "ja", 0, 0, "Gratis"),
        ("gratis", None, 0, 0, "Gratis"),
        ([{"kr": "0"}, COMPANION], None, 20, 20, "20 kr"),
        ([COMPANION], "ja", None, None, "Vet ikke"),
        (None, "ja", None, None, "Vet ikke"),
        (None, "nei", None, None, "Vet ikke"),
        (None, "rabatt", None, None, "Vet ikke"),
        (None, None, None, None, "Vet ikke"),
    ],
)
def test_the_price_for_two_follows_the_companion_card(
    price: object, card: str | None, with_card: float | None, without_card: float | None, told: str
) -> None:
    entry = activity(price, card)

    two = price_for_two(entry, TODAY)

    assert (two.with_card, two.without_card) == (with_card, without_card)
    assert plain(tell_for_two(entry, TODAY, words())) == told


def test_a_sum_that_nobody_knows_is_not_free() -> None:
    assert not ForTwo(None, None, None).free
    assert not ForTwo(None, None, None).known
    assert not ForTwo(None, 120, None).free


@pytest.mark.parametrize(
    ("price", "free"),
    [
        ("gratis", True),
        ("0", True),
        ([CHILD, {"kr": "0"}], True),
        ([CHILD, PERSON], False),
        ("60", False),
        (None, False),
    ],
)
def test_free_is_only_what_costs_nothing_for_anybody(price: object, *, free: bool) -> None:
    assert is_free(activity(price, None)) is free


@pytest.mark.parametrize(
    ("price", "told"),
    [
        (None, "Vet ikke"),
        ("gratis", "Gratis"),
        ({"kr": "gratis", "vilkår": "med Fritidskort"}, "Gratis, med Fritidskort"),
        ("60", "60 kr"),
        ({"kr": "500", "gjelder": "per halvår"}, "500 kr per halvår"),
        ([{"navn": "Det vi gjør", "kr": "80", "gjelder": "omtrent per gang"}], "Det vi gjør: omtrent 80 kr per gang"),
        ([CHILD, PERSON], "Barn gratis. Voksen 60 kr"),
        ({"navn": "Voksen", "kr": "62,50", "gjelder": "per gang"}, "Voksen 62,50 kr per gang"),
        (
            {"navn": "Medlemskap", "kr": "350", "gjelder": "per år", "vilkår": "treningsavgift kommer i tillegg"},
            "Medlemskap 350 kr per år, treningsavgift kommer i tillegg",
        ),
        ({"navn": "Inngang", "kr": "50", "vilkår": "Vann og frukt er med."}, "Inngang 50 kr. Vann og frukt er med."),
        ({"navn": "Reparasjon", "kr": "0", "vilkår": "Dere kjøper deler."}, "Reparasjon gratis. Dere kjøper deler."),
        ({"kr": "0", "vilkår": "Dere kjøper deler."}, "Gratis. Dere kjøper deler."),
        ([{"navn": "Inngang", "kr": "50", "vilkår": "Vann er med."}, CHILD], "Inngang 50 kr. Vann er med. Barn gratis"),
        (
            [{"navn": "Ti ganger", "kr": "600", "gjelder": "klippekort"}, CHILD],
            "Ti ganger: 600 kr, klippekort. Barn gratis",
        ),
    ],
)
def test_every_price_is_told_with_what_it_is_for(price: object, told: str) -> None:
    assert plain(tell_price(activity(price, None), TODAY, words())) == told


def test_only_prices_in_force_are_told_where_there_are_any() -> None:
    entry = activity(
        [{"kr": "50", "til": "2026-12-31"}, {"kr": "60", "fra": "2027-01-01"}, {"kr": "70", "fra": "2028-01-01"}], None
    )

    assert [row.amount for row in rows_on(entry, TODAY)] == [50]
    assert [row.amount for row in rows_on(entry, date(2027, 5, 1))] == [60]


def test_prices_of_which_none_is_in_force_are_all_told() -> None:
    entry = activity([{"kr": "50", "til": "2020-12-31"}, {"kr": "60", "fra": "2030-01-01"}], None)

    assert [row.amount for row in rows_on(entry, TODAY)] == [50, 60]


def test_a_price_in_another_language_says_so_in_its_own_words() -> None:
    assert plain(tell_for_two(activity("60", "ja"), TODAY, words("en"))).startswith("NOK 60")
    assert plain(tell_for_two(activity(None, None), TODAY, words("nn"))) == "Veit ikkje"


@pytest.mark.parametrize(
    ("covers", "two"),
    [
        (None, 120),
        ("per gang", 120),
        ("Omtrent per gang", 120),
        ("billett", 120),
        ("per person", 120),
        ("halvår", None),
        ("hele kurset", None),
        ("åtte ganger", None),
        ("per person og år", None),
        ("ett kart", None),
    ],
)
def test_only_what_each_pays_each_time_is_doubled(covers: str | None, two: float | None) -> None:
    entry = activity({"kr": "60"} | ({"gjelder": covers} if covers else {}), None)

    assert price_for_two(entry, TODAY).without_card == two
    assert (bought_once(entry, TODAY) is None) is (two is not None)


def test_what_is_bought_once_is_told_with_its_name_and_what_it_covers() -> None:
    entry = activity({"navn": "2022-pris", "kr": "250", "gjelder": "ett kart"}, "ja")

    assert plain(tell_for_two(entry, TODAY, words())) == "2022-pris 250 kr, ett kart"


def test_a_free_trial_does_not_make_a_membership_free() -> None:
    half_year = {"navn": "Medlem", "kr": "600", "gjelder": "halvår"}
    entry = activity([half_year, {"navn": "Prøve tre ganger", "kr": "0"}], None)

    assert not price_for_two(entry, TODAY).known
    assert plain(tell_for_two(entry, TODAY, words())) == "Medlem 600 kr, halvår. Prøve tre ganger: gratis"


def test_a_ticket_beside_a_punch_card_is_what_two_pay() -> None:
    punch_card = {"navn": "Ti ganger", "kr": "600", "gjelder": "klippekort"}
    entry = activity([punch_card, {"navn": "Drop-in", "kr": "75", "gjelder": "per gang"}], "nei")

    assert price_for_two(entry, TODAY).without_card == 150
