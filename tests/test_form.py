"""The form in the browser: what it asks for, whom it may talk to, and when it is published."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic_core import PydanticCustomError

from booklet_samples import document, words
from hefte.check import check
from hefte.doors.build import Work
from hefte.doors.content import Content
from hefte.doors.form import make_form
from hefte.doors.package import templates
from hefte.form.config import asking_of, config, shape_of
from hefte.form.patterns import PATTERNS
from hefte.form.services import backend_of, policy_of
from hefte.model import DOCUMENT_TYPES, Activity
from hefte.model.fields import fields_of
from hefte.model.settings import WebForm
from hefte.model.times import clock_span, moment
from hefte.model.values import kroner, latitude, longitude
from hefte.problem import Rule
from hefte.website.offline import Keep, keep_of
from website_samples import catalogue_of

ADMIN = templates() / "admin"
HOSTED: Mapping[str, object] = {"tjeneste": "gitlab", "depot": "vik/hefte"}


def _form(**written: object) -> WebForm:
    return WebForm.model_validate(written)


@cache
def _config(language: str = "nb") -> dict[str, Any]:
    catalogue, form = catalogue_of(document(Activity, "noe"), skjema=HOSTED), _form(**HOSTED)
    return config(catalogue, form, asking_of(catalogue, form, words(language)))


def _outputs(**settings: object) -> list[str]:
    catalogue = catalogue_of(document(Activity, "noe"), **settings)
    work = Work(Content(Path(), (), (), (), ()), catalogue, ())
    return [output.path for output in make_form(work, Path())]


def test_the_form_is_published_only_where_it_is_switched_on() -> None:
    assert _outputs() == []
    published = _outputs(skjema=HOSTED)
    assert {"admin/index.html", "admin/nn.html", "admin/en.html", "admin/config-nn.js", "admin/words-nn.js"} <= set(
        published
    )
    assert {keep_of(path, ("nb", "nn", "en")) for path in published} == {Keep.NEVER}


@pytest.mark.parametrize(
    ("written", "hosts"),
    [
        ({"tjeneste": "github", "depot": "vik/hefte"}, {"api.github.com", "avatars.githubusercontent.com"}),
        (HOSTED, {"gitlab.com"}),
        ({"tjeneste": "gitea", "depot": "vik/hefte", "adresse": "https://git.vik.no/"}, {"git.vik.no"}),
        ({"tjeneste": "lokal"}, set()),
    ],
)
def test_the_page_may_talk_to_the_git_service_alone(written: Mapping[str, object], hosts: set[str]) -> None:
    policy = policy_of(_form(**written))

    assert set(re.findall(r"https?://([^\s;/]+)", policy)) == hosts
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy


@pytest.mark.parametrize(
    ("written", "backend"),
    [
        ({"tjeneste": "github", "depot": "vik/hefte"}, {"auth_methods": ["token"]}),
        (
            {"tjeneste": "github", "depot": "vik/hefte", "gren": "main", "pålogging": "https://inn.vik.no"},
            {"branch": "main", "base_url": "https://inn.vik.no", "auth_methods": ["oauth", "token"]},
        ),
        ({**HOSTED, "app_id": "7f3a"}, {"app_id": "7f3a", "auth_type": "pkce", "auth_methods": ["oauth", "token"]}),
        (
            {"tjeneste": "gitea", "depot": "vik/hefte", "adresse": "https://git.vik.no", "app_id": "7f3a"},
            {"api_root": "https://git.vik.no/api/v1", "base_url": "https://git.vik.no", "app_id": "7f3a"},
        ),
    ],
)
def test_each_service_signs_in_its_own_way(written: Mapping[str, object], backend: Mapping[str, object]) -> None:
    made = backend_of(_form(**written))

    assert made["repo"] == "vik/hefte"
    assert backend.items() <= made.items()


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        (HOSTED, set()),
        ("lokal", set()),
        ("github", {Rule.FORM_WITHOUT_REPOSITORY}),
        ({"tjeneste": "gitea", "depot": "hefte"}, {Rule.FORM_WITHOUT_REPOSITORY, Rule.FORM_WITHOUT_SERVER}),
    ],
)
def test_the_check_says_what_the_form_lacks(written: object, rules: set[Rule]) -> None:
    found = {problem.rule for problem in check(catalogue_of(document(Activity, "noe"), skjema=written))}

    assert found & {Rule.FORM_WITHOUT_REPOSITORY, Rule.FORM_WITHOUT_SERVER} == rules


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_field_of_every_type_is_asked_for(language: str) -> None:
    collections = {one["name"]: one for one in _config(language)["collections"]}

    for kind in DOCUMENT_TYPES:
        asked = [field["name"] for field in _flat(collections[kind.folder]["fields"])]
        missing = [row.alias for row in fields_of(kind) if row.alias not in asked and row.name != "id"]
        assert missing == [], f"{kind.folder} does not ask for {missing}."


def test_what_must_be_there_is_asked_for_first_and_the_rare_put_away() -> None:
    fields = _config()["collections"][0]["fields"]
    names = [field["name"] for field in fields]

    assert [field["name"] for field in fields if field.get("required")] == names[:4]
    assert names[:5] == ["tittel", "ingress", "kategorier", "kommune", "når"]
    assert "tidligere_id" not in names
    assert any(field["name"] == "tidligere_id" for field in _flat(fields))


def test_what_is_told_often_stands_among_the_fields_of_its_own_type() -> None:
    asked = {one["name"]: [field["name"] for field in one["fields"]] for one in _config()["collections"]}

    for folder, names in {
        "turer": {"strekninger", "spor", "parkering", "toalett"},
        "aktiviteter": {"avlyst", "flyttet"},
        "arrangementer": {"avlyst", "flyttet"},
        "grupper": {"avlyst", "flyttet", "plan"},
    }.items():
        assert names <= set(asked[folder][: asked[folder].index("flere_felt")]), folder


@pytest.mark.parametrize(
    ("read", "kind", "written"),
    [
        *(
            (clock_span, "hours", text)
            for text in ("18", "18.30", "18:00-19:30", "kl. 18", "10–24", "25", "18:75", "halv ni")
        ),
        *(
            (kroner, "kroner", text)
            for text in ("gratis", "60", "60 kr", "kr 60,-", "1.250", "1 250,50", "-5", "dyrt", "60 euro")
        ),
        *(
            (moment, "moment", text)
            for text in ("2026-12-05 18:00", "5.12.2026 kl. 18", "2026-12-05", "snart", "2026-12-05 25")
        ),
        *((latitude, "latitude", text) for text in ("59.2016", "59,2", "57", "81", "10.9", "91", "nord")),
        *((longitude, "longitude", text) for text in ("10.9487", "4", "34", "59.2", "-3", "øst")),
    ],
)
def test_the_form_takes_what_the_reader_takes_and_nothing_else(
    read: Callable[[object], object], kind: str, written: str
) -> None:
    try:
        read(written)
        is_read = True
    except PydanticCustomError:
        is_read = False

    assert bool(re.search(PATTERNS[kind], written)) is is_read


def test_a_meeting_of_a_plan_is_asked_for_in_its_own_words() -> None:
    groups = next(one for one in _config()["collections"] if one["name"] == "grupper")
    plan = next(field for field in groups["fields"] if field["name"] == "plan")
    asked = {field["name"]: field for field in _flat(plan["fields"]) if "hint" in field}

    assert "listen" not in asked["oppmøte"]["hint"]
    assert "linje" not in asked["kr"]["hint"]
    assert asked["kl"]["pattern"][0].startswith(PATTERNS["hours"])


def test_hints_speak_of_labels_and_never_of_yaml() -> None:
    hints = [
        str(field["hint"]) for one in _config()["collections"] for field in _flat(one["fields"]) if "hint" in field
    ]

    assert len(hints) > 300
    assert [hint for hint in hints if re.search(r"[`{}]", hint)] == []


def test_fields_refer_to_collections_that_are_there() -> None:
    made = _config()
    names = {one["name"] for one in made["collections"]}

    asked = [
        field for one in made["collections"] for field in _flat(one["fields"]) if field.get("widget") == "relation"
    ]

    assert asked
    assert {field["collection"] for field in asked} <= names


def test_the_script_knows_the_shape_of_every_group() -> None:
    catalogue, form = catalogue_of(document(Activity, "noe"), skjema=HOSTED), _form(**HOSTED)

    shape = shape_of(asking_of(catalogue, form, words("nb")))

    held = {slot["record"] for slots in shape["records"].values() for slot in slots if slot["record"]}
    assert held | set(shape["roots"].values()) == set(shape["records"])
    assert json.loads(json.dumps(shape))["records"]["Activity"][1]["key"] == "tittel"


def test_the_words_of_the_interface_are_the_same_in_both_languages() -> None:
    nb, nn = (
        yaml.load((ADMIN / "words" / f"{code}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
        for code in ("nb", "nn")
    )

    assert list(nb) == list(nn)
    places = [[set(re.findall(r"\$\w+", text)) for text in one.values()] for one in (nb, nn)]
    assert places[0] == places[1]


def test_the_script_of_the_form_fetches_nothing_from_elsewhere() -> None:
    script = (ADMIN / "sveltia-cms.js").read_text(encoding="utf-8")

    assert "jsdelivr" not in script
    assert "is not part of this form" in script
    assert set(re.findall(r"url\((fonts/[^)]+)\)", script)) == {
        f"fonts/{path.name}" for path in (ADMIN / "fonts").iterdir()
    }


def _flat(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from _flat([*field.get("fields", ()), *([field["field"]] if "field" in field else ())])
