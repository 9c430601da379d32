"""The hooks for pre-commit: each names a command that is there, with options that it takes, and content files."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from hefte.doors.commands import COMMANDS
from hefte.doors.options import Options, read_options

HOUSE = Path(__file__).parent.parent
HOOKS = yaml.safe_load((HOUSE / ".pre-commit-hooks.yaml").read_text("utf-8"))
START = (HOUSE / "templates/start/common/.pre-commit-config.yaml").read_text("utf-8")
IDS = [hook["id"] for hook in HOOKS]


def hooks_in(text: str) -> list[dict[str, object]]:
    (own,) = yaml.safe_load(text)["repos"]
    return list(own["hooks"])


def test_a_new_municipality_has_the_hooks_that_suit_everybody() -> None:
    assert [hook["id"] for hook in hooks_in(START)] == ["hefte-fix", "hefte-check"]


def test_a_new_municipality_that_uses_the_form_takes_two_signs_away_and_has_the_same_hooks() -> None:
    started = hooks_in(re.sub(r"^( +)# (?=[- ] )", r"\1", START, flags=re.MULTILINE))

    assert [hook["id"] for hook in started] == IDS
    for hook, own in zip(HOOKS, started, strict=True):
        assert own | {"language": "python", "description": hook["description"]} == hook


@pytest.mark.parametrize("hook", HOOKS, ids=IDS)
def test_a_hook_starts_a_command_that_takes_its_options(hook: dict[str, str]) -> None:
    program, name, *options = hook["entry"].split()
    takes = {command.name: command.options for command in COMMANDS}
    files = [] if hook.get("pass_filenames") is False else ["content/turer/a.yaml", "content/turer/b.yaml"]

    read = read_options(name, takes[name], [*options, *files])

    scripts = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert program in scripts
    assert hook["id"] == f"{program}-{name}"
    assert read == Options(files=tuple(map(Path, files)) if files else read.files, write="--write" in options)


@pytest.mark.parametrize("hook", HOOKS, ids=IDS)
def test_a_hook_looks_at_content_and_at_nothing_else(hook: dict[str, str]) -> None:
    looks_at = re.compile(hook["files"]).search

    assert looks_at("content/oppsett.yaml")
    assert looks_at("content/turer/strandpromenaden.yml")
    assert not looks_at("templates/taxonomy.yaml")
    assert not looks_at("site/content/a.yaml")


@pytest.mark.parametrize("hook", [hook for hook in HOOKS if "--write" in hook["entry"]], ids=lambda hook: hook["id"])
def test_no_file_that_helps_a_text_editor_is_written(hook: dict[str, str]) -> None:
    assert not re.search(hook["files"], "content/.hefte/schema/turer.yaml")
    assert not re.search(hook["files"], "content/README.md")


@pytest.mark.parametrize("hook", IDS)
def test_the_readme_names_every_hook(hook: str) -> None:
    assert hook in (HOUSE / "README.md").read_text("utf-8")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_readme_of_a_new_municipality_names_the_hooks_that_it_has(language: str) -> None:
    readme = (HOUSE / f"templates/start/{language}/README.md").read_text("utf-8")

    assert [hook["id"] for hook in hooks_in(START) if str(hook["id"]) not in readme] == []
