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
START = yaml.safe_load((HOUSE / "templates/start/common/.pre-commit-config.yaml").read_text("utf-8"))
IDS = [hook["id"] for hook in HOOKS]


def test_a_new_municipality_has_the_same_hooks() -> None:
    (own,) = START["repos"]

    for hook in HOOKS:
        (started,) = (one for one in own["hooks"] if one["id"] == hook["id"])
        assert started | {"language": "python", "description": hook["description"]} == hook


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


def test_no_file_that_helps_a_text_editor_is_mended() -> None:
    (fix,) = (hook for hook in HOOKS if hook["id"] == "hefte-fix")

    assert not re.search(fix["files"], "content/.hefte/schema/turer.yaml")
    assert not re.search(fix["files"], "content/README.md")


@pytest.mark.parametrize("guide", ["README.md", "templates/start/nb/README.md", "templates/start/nn/README.md"])
@pytest.mark.parametrize("hook", IDS)
def test_the_guides_name_every_hook(hook: str, guide: str) -> None:
    assert hook in (HOUSE / guide).read_text("utf-8")
