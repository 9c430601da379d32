"""The templates' own Jinja: quicker, and every value is shown as stock Jinja shows it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.exceptions import UndefinedError
from jinja2.utils import _PassArg
from markupsafe import Markup

from hefte.doors.site import _kept_code
from hefte.website.templating import Templates
from website_samples import site_of

PARTS = """\
{% macro twice(word, mark="!") %}{{ word }}{{ mark }}{{ word }}{% endmacro %}
{% macro framed(title) %}<b>{{ title }}</b>{{ caller() }}{% endmacro %}
"""
PAGES = (
    "{{ value }}",
    "{{ value|upper }} {{ value ~ '<' }} {{ [value]|join('<') }}",
    '{% from "parts" import twice %}{{ twice(value) }}{{ twice(value, mark="<") }}{{ twice(word=value) }}',
    '{% from "parts" import framed %}{% call framed(value) %}{{ value }} & co{% endcall %}',
    '{% import "parts" as parts %}{% for one in [value, 1] %}{{ parts.twice(one, loop.index) }}{% endfor %}',
    '{% for one in [value, 1] %}{{ loop.cycle("a", value) }}{% endfor %}',
    "{{ told(value, kind='x') }}{{ told(*[value], **{'class': 'y'}) }}",
    "{% set part %}<i>{{ value }}</i>{% endset %}{{ part }}{% autoescape false %}{{ value }}{% endautoescape %}",
)


def told(value: object, **options: object) -> str:
    """A function as the templates' globals are."""
    return f"{value}{sorted(options.items())}"


def environments() -> tuple[Environment, Environment]:
    """Ours, and stock Jinja, with the same settings."""
    options = {"loader": DictLoader({"parts": PARTS}), "autoescape": True, "undefined": StrictUndefined}
    ours, stock = Templates(**options), Environment(**options)  # noqa: S701  # escapes, see above
    for each in (ours, stock):
        each.globals.update(told=told)
    return ours, stock


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("value", ["plain", "<a href=\"x\">'&'</a>", Markup("<b>&amp;</b>"), 7, None, Markup(), ""])
def test_a_page_is_what_stock_jinja_makes_of_it(page: str, value: object) -> None:
    ours, stock = (each.from_string(page).render(value=value) for each in environments())

    assert ours == stock


@pytest.mark.parametrize("page", ["{{ nobody }}", "{{ nobody() }}", "{{ told(nobody.name) }}"])
def test_what_nobody_has_defined_is_a_mistake(page: str) -> None:
    ours, _ = environments()

    with pytest.raises(UndefinedError):
        ours.from_string(page).render()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_nothing_that_our_templates_call_asks_for_a_context(language: str) -> None:
    site = site_of(language=language)
    called = [
        value for name, value in site.templates.globals.items() if callable(value) and name not in DEFAULT_NAMESPACE
    ]

    assert len(called) >= 5
    assert [one for one in called if _PassArg.from_obj(one) is not None] == []


def test_code_that_another_compiler_has_written_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "older").mkdir()
    (tmp_path / "older" / "nb-abc").write_text("old", encoding="utf-8")
    (tmp_path / "nb-def").write_text("old", encoding="utf-8")

    kept = _kept_code(tmp_path, "nb")

    (folder,) = tmp_path.iterdir()
    assert (list(folder.iterdir()), kept.directory) == ([], str(folder))


def test_a_template_with_globals_of_its_own_keeps_them_to_itself() -> None:
    ours, _ = environments()
    own: Mapping[str, str] = {"value": "own"}

    assert ours.from_string("{{ value }}", globals=dict(own)).render() == "own"
    with pytest.raises(UndefinedError):
        ours.from_string("{{ value }}").render()
