"""«Min profil» compares on the device as a plain model of the rules does, over many random walks."""

import json
import random
from collections.abc import Mapping
from functools import cache

import pytest
from playwright.sync_api import Browser, Page

from booklet_samples import document
from hefte.doors.package import templates
from hefte.model import Walk
from hefte.model.walk_choices import Profile
from hefte.telling.sources import is_unsure
from hefte.telling.walk import reaches_of
from hefte.website.profile import data
from hefte.website.profile_facts import walk_row
from profile_model import FITS, NOT, RANK, UNKNOWN, Judged, judge
from test_profile import own
from website_samples import catalogue_of, made, rules, site_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = templates() / "website" / "js" / "profile-marks.js"
WALKS = 1000
"""How many random walks a promise is tried with."""


class Maker:
    """Random walks as editors write them; few different values, so that limits are often met exactly."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # the same walks every time

    def some(self, *values: object) -> object:
        return self.chance.choice(values)

    def stretch(self, from_m: int, to_m: int) -> dict[str, object]:
        facts = {
            "veitype": self.some(None, "grusvei", "gangbane", "sti"),
            "dekke": self.some(None, "asfalt", "asfalt", "tre"),
            "fasthet": self.some(None, "fast", "fast", "fast", "løst"),
            "tilstand": self.some(None, "jevnt", "jevnt", "jevnt", "ujevnt"),
            "bredde_cm": self.some(None, "60", "90", "119", "120", "150", "180", "300"),
            "stigning": self.some(None, "0 %", "2 %", "1:20", "1:15", "3,8°", "3,9°", "1:12", "11°"),
            "tverrfall": self.some(None, "1 %", "2 %", "1:20", "3,0°"),
            "plankeavstand_cm": self.some(None, None, "0,5", "1,0", "1,1"),
            "benk_maks_avstand_m": self.some(None, "50", "250", "251", "600"),
            "møteplasser": self.some(None, "ja", "nei"),
            "hinder": self.some(None, "ingen", "ingen", "ingen", [self.obstacle()], [self.obstacle(), self.obstacle()]),
        }
        sure = self.chance.random() < 0.5
        kept = {key: value for key, value in facts.items() if value is not None}
        good = {"veitype": "grusvei", "dekke": "asfalt", "fasthet": "fast", "tilstand": "jevnt", "hinder": "ingen"}
        good |= {"bredde_cm": "200", "stigning": "2 %", "tverrfall": "1 %", "benk_maks_avstand_m": "50"}
        return {"fra_m": str(from_m), "til_m": str(to_m), **(good | dict(list(kept.items())[:1]) if sure else kept)}

    def obstacle(self) -> dict[str, object]:
        passable = self.some(None, "ja", "delvis", "nei")
        return {"type": self.some("bom", "kant", "trapp")} | ({"passerbar": passable} if passable else {})

    def stretches(self) -> list[dict[str, object]]:
        at, rows = 0, []
        for _ in range(self.chance.randrange(4)):
            start = max(0, at + int(str(self.some(0, 0, 0, 0, 100, -100))))
            at = start + int(str(self.some(200, 400, 750)))
            rows.append(self.stretch(start, at))
        return rows

    def walk(self) -> Walk:
        fields = {
            "lengde": self.some(None, "600 m", "1 km", "1,5 km", "2 km"),
            "rundtur": self.some(None, "rundtur", "tur_retur", "en_vei"),
            "strekninger": self.stretches(),
            "toalett": self.some(None, {"hc": "ja"}, {"hc": "ja"}, {"hc": "delvis"}, {"hc": "nei"}, {"avstand_m": "9"}),
            "parkering": self.some(None, {"hc_plasser": "2"}, {"hc_plasser": "0"}, {"plasser": "9"}),
            "benker": self.some(None, {"maks_avstand_m": "250"}, {"maks_avstand_m": "900"}, {"antall": "0"}),
        }
        unsure = self.some(None, None, None, "lengde", "strekninger", "toalett", "parkering", "benker")
        kept = {key: value for key, value in fields.items() if value is not None}
        source = {"kilde": [{"navn": "x", "sikkerhet": "usikker", "gjelder": [unsure]}]} if unsure else {}
        return document(Walk, "a", **kept, **source)

    def limits(self) -> dict[str, int]:
        found = {one.name: int(str(self.some(*one.choices))) for one in own().limits}
        most = self.chance.choice((0.15, 0.4, 1.0))
        return {name: value for name, value in found.items() if self.chance.random() < most}


@cache
def walks() -> tuple[Walk, ...]:
    """The random walks, made once; each promise tries them with limits of its own."""
    maker = Maker(1)
    return tuple(maker.walk() for _ in range(WALKS))


@pytest.fixture(scope="module")
def device(chromium: Browser) -> Page:
    """A page with nothing but the comparison and its table."""
    page = chromium.new_page()
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    page.evaluate("value => { hefteProfileWords(value); window.table = value; }", _table())
    return page


def _table() -> object:
    """The table of limits as the site ships it."""
    whole = site_of(document(Walk, "a"))._replace(own=own())
    script = next(made(one) for one in data(whole, {("turer", "a"): "x"}) if one.path == "assets/profile-nb.js")
    return json.loads(script[script.index("(") + 1 : script.rindex(")")])


def judged(device: Page, asked: list[tuple[Walk, Mapping[str, int]]]) -> list[Judged]:
    """What the device says of walks with limits."""
    nobody, table = catalogue_of(), own()
    rows = [[walk_row(walk, nobody, table, rules()), dict(limits)] for walk, limits in asked]
    script = """rows => rows.map(([row, limits]) => {
        const found = hefteMarks.judge(limits, hefteMarks.walk(row), table.rules);
        return [found.mark, found.reach];
    })"""
    return [Judged(mark, reach) for mark, reach in device.evaluate(script, rows)]


def test_the_device_says_what_the_plain_model_of_the_rules_says(device: Page) -> None:
    maker = Maker(6)
    asked = [(walk, maker.limits()) for walk in walks()]

    found = judged(device, asked)

    for (walk, limits), one in zip(asked, found, strict=True):
        expected = judge(walk, limits)
        assert one.mark == expected.mark, (limits, vars(walk))
        assert one.reach == pytest.approx(expected.reach) or one.mark in {NOT, UNKNOWN}
    marks = [one.mark for one in found]
    assert min(marks.count(mark) for mark in RANK) > WALKS / 30, "The random walks must try every mark."


def _stricter(maker: Maker, limits: Mapping[str, int]) -> dict[str, int]:
    """The same limits with one of them harder, or one more."""
    limit = maker.chance.choice(own().limits)
    harder = [one for one in limit.choices if limit.name not in limits or limit.sign * (one - limits[limit.name]) <= 0]
    return {**limits, limit.name: maker.chance.choice(harder)}


def test_a_stricter_profile_never_fits_better_or_farther(device: Page) -> None:
    maker = Maker(2)
    pairs = [(walk, limits, _stricter(maker, limits)) for walk, limits in ((one, maker.limits()) for one in walks())]

    mild = judged(device, [(walk, limits) for walk, limits, _ in pairs])
    strict = judged(device, [(walk, limits) for walk, _, limits in pairs])

    for pair, one, other in zip(pairs, mild, strict, strict=True):
        assert RANK[other.mark] <= RANK[one.mark], pair
        assert other.reach <= one.reach, pair


BETTER: Mapping[str, object] = {
    "veitype": "grusvei", "fasthet": "fast", "tilstand": "jevnt", "bredde_cm": "500", "stigning": "0 %",
    "tverrfall": "0 %", "benk_maks_avstand_m": "10", "møteplasser": "ja", "hinder": "ingen", "dekke": "asfalt",
}  # fmt: skip


def test_a_better_measurement_never_makes_it_worse(device: Page) -> None:
    maker, asked = Maker(3), []
    for _ in range(WALKS):
        rows = maker.stretches() or [maker.stretch(0, 400)]
        at, key = maker.chance.randrange(len(rows)), str(maker.some(*BETTER))
        better = [*rows[:at], rows[at] | {key: BETTER[key]}, *rows[at + 1 :]]
        pair = [document(Walk, "a", lengde="1 km", strekninger=one) for one in (rows, better)]
        asked.append((*pair, maker.limits()))

    before = judged(device, [(walk, limits) for walk, _, limits in asked])
    after = judged(device, [(walk, limits) for _, walk, limits in asked])

    for one, other, (_, walk, limits) in zip(before, after, asked, strict=True):
        assert RANK[other.mark] >= RANK[one.mark], (limits, walk.stretches)


def test_unmeasured_never_fits_and_what_is_unsure_answers_nothing(device: Page) -> None:
    maker = Maker(4)
    bare = [
        (document(Walk, "a", lengde="1 km", strekninger=[{"fra_m": "0", "til_m": "1000"}]), {one.name: one.choices[-1]})
        for one in own().limits
        if one.place == "strekning"
    ]
    unsure = [(walk, maker.limits()) for walk in walks() if is_unsure(walk, "strekninger")]
    on_ground = {one.name for one in own().limits if one.place == "strekning"} - {"benk"}

    found = judged(device, bare)
    of_unsure = judged(
        device,
        [(walk, {name: value for name, value in limits.items() if name in on_ground}) for walk, limits in unsure],
    )

    assert {one.mark for one in found} == {UNKNOWN}
    assert {one.mark for one, (_, limits) in zip(of_unsure, unsure, strict=True) if on_ground & set(limits)} == {
        UNKNOWN
    }


@pytest.mark.parametrize(
    ("name", "profile"),
    [("manuell_rullestol", Profile.MANUAL_WHEELCHAIR), ("elektrisk_rullestol", Profile.POWERED_WHEELCHAIR)],
)
def test_an_official_suggestion_fits_exactly_where_the_official_class_is_the_best(
    device: Page, name: str, profile: Profile
) -> None:
    limits = next(one.limits for one in own().suggestions if one.name == name)
    measured = [walk for walk in walks() if walk.stretches and not is_unsure(walk, "strekninger")]

    found = judged(device, [(walk, limits) for walk in measured])

    official = [reaches_of(walk, rules())[profile].is_whole for walk in measured]
    assert [one.mark == FITS for one in found] == official
    assert any(official)


GOOD = {"dekke": "asfalt", "fasthet": "fast", "tilstand": "jevnt", "bredde_cm": "200", "stigning": "2 %"}
FIRST = "Passer de første 800 m"
BARE = {"dekke": "asfalt", "fasthet": "fast", "tilstand": "jevnt"}


@pytest.mark.parametrize(
    ("second", "limits", "answer", "reason"),
    [
        ({"stigning": "9 %"}, {"stigning": 343}, FIRST, "9 % stigning etter 800 m (grensen din er 6 %)"),
        (BARE, {"bredde": 90}, FIRST, "bredden er ikke målt fra 800 til 1 200 m"),
        ({"bredde_cm": "70"}, {"bredde": 90}, FIRST, "70 cm på det smaleste etter 800 m (grensen din er 90 cm)"),
        ({"hinder": "trapp"}, {"hinder": 2}, "", "trapp etter 800 m"),
        (GOOD, {"lengde": 1000}, "Passer de første 500 m", "hele turen er 1 200 m (grensen din er 1 000 m)"),
        (GOOD, {"hc_toalett": 0}, "", "ingen har sagt om det er HC-toalett"),
        (GOOD, {"benk": 250}, "", "900 m mellom benkene et sted på turen (grensen din er 250 m)"),
        (GOOD, {"hc_parkering": 0}, "", "kilden er usikker på HC-parkeringen"),
    ],
)  # fmt: skip
def test_the_reason_says_what_where_and_the_limit(
    device: Page, second: dict[str, object], limits: dict[str, int], answer: str, reason: str
) -> None:
    rows = [{"fra_m": "0", "til_m": "800"} | GOOD, {"fra_m": "800", "til_m": "1200"} | second]
    source = {"navn": "x", "sikkerhet": "usikker", "gjelder": ["parkering"]}
    more = {"parkering": {"hc_plasser": "2"}, "benker": {"maks_avstand_m": "900"}, "kilde": [source]}
    walk = document(Walk, "a", lengde="1,2 km", strekninger=rows, **more)

    told = device.evaluate(
        """([row, limits]) => {
            const found = hefteMarks.walk(row);
            return hefteMarks.tell(hefteMarks.judge(limits, found, table.rules), found);
        }""",
        [walk_row(walk, catalogue_of(), own(), rules()), limits],
    )

    assert told["answer"].replace("\u00a0", " ") == answer
    assert reason in [one.replace("\u00a0", " ") for one in told["reasons"]]


def test_what_the_source_says_of_wheelchairs_comes_before_that_nobody_has_measured(device: Page) -> None:
    walk = document(Walk, "a", lengde="1 km", egnet={"rullestol_inn": "nei"})
    script = """rows => rows.map(([row, limits]) => {
        const found = hefteMarks.walk(row);
        const told = hefteMarks.tell(hefteMarks.judge(limits, found, table.rules), found);
        return [told.mark, ...told.reasons];
    })"""
    row = walk_row(walk, catalogue_of(), own(), rules())

    ground, strength = device.evaluate(script, [[row, {"fasthet": 0}], [row, {"benk": 100}]])

    assert ground == [UNKNOWN, "kilden sier nei til rullestol", "ingen har målt turen ennå"]
    assert strength == [UNKNOWN, "ingen har målt turen ennå"]
