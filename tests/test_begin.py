"""A municipality begins: its folder builds at once, its history begins, and its workflows say what we can do."""

import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from hefte.doors.build import look_through
from hefte.doors.command_line import main
from hefte.doors.commands import COMMANDS
from hefte.doors.first_commit import Begun, begin_history
from hefte.doors.options import read_options
from hefte.doors.package import templates
from hefte.municipalities import MUNICIPALITIES, numbers_of
from hefte.problem import Rule, Severity
from hefte.reading import is_content
from hefte.reading.folders import FOLDERS
from hefte.schema import schema_line

START = templates() / "start"
COMMON = START / "common"
LANGUAGES = ("nb", "nn")
DAY = date(2026, 11, 30)

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, and a git that is nobody's but the test's."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    for name, value in (("NAME", "Kari"), ("EMAIL", "kari@eksempel.no")):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
    return tmp_path


def begun(*arguments: str) -> Path:
    assert main(["init", "ny", "--today", DAY.isoformat(), *arguments]) == 0
    return Path("ny")


def written(path: Path) -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  # words only
    return data


TO_DO = {Rule.NO_SITE_ADDRESS, Rule.NO_ACCESSIBILITY_DECLARATION, Rule.INVENTED_MUNICIPALITY}
"""What only the municipality can answer; the check reminds of it until it has."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_folder_has_nothing_to_mend_but_what_only_the_municipality_knows(language: str) -> None:
    folder = begun("--language", language)

    work = look_through(folder / "content", DAY)

    assert work.may_be_published
    assert {one.rule for one in work.problems if one.severity is not Severity.NOTICE} == TO_DO


def test_the_municipality_that_is_named_stands_in_every_file() -> None:
    folder = begun("--municipality", "moss", "--name", "Ut i Moss")

    work = look_through(folder / "content", DAY)
    numbers = {data["kommune"] for data in map(written, folder.rglob("content/**/*.yaml")) if "kommune" in data}

    assert Rule.INVENTED_MUNICIPALITY not in {one.rule for one in work.problems}
    assert numbers == {"3103"}
    assert written(folder / "content/oppsett.yaml")["navn"] == "Ut i Moss"
    assert "9900" not in (folder / "content/oppsett.yaml").read_text("utf-8")


@pytest.mark.parametrize(("written_as", "number"), [("Ås", "3218"), ("indre ostfold", "3118"), ("0301", "0301")])
def test_a_municipality_is_found_by_its_name_or_its_number(written_as: str, number: str) -> None:
    folder = begun("--municipality", written_as)

    assert written(folder / "content/oppsett.yaml")["kommune"] == number
    assert MUNICIPALITIES[number] in written(folder / "content/oppsett.yaml")["navn"]


def test_every_municipality_has_a_number_by_its_name() -> None:
    assert all(number in numbers_of(name) for number, name in MUNICIPALITIES.items())


@pytest.mark.parametrize(
    ("name", "told"), [("Herøy", "1515, 1818"), ("Mos", "Moss"), ("Xyzzyx", "3103"), ("301", "Mente du: 0301 Oslo?")]
)
def test_a_municipality_that_is_none_or_several_is_asked_for_again(
    name: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "ny", "--municipality", name]) == 2
    assert told in capsys.readouterr().err
    assert not Path("ny").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_there_before_is_named_and_our_own_readme_lies_beside(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("ny").mkdir()
    for name in ("README.md", "requirements.txt"):
        (Path("ny") / name).write_text("Vårt.\n", encoding="utf-8")

    folder = begun("--language", language)

    said = capsys.readouterr().out
    assert ": README.md, requirements.txt.\n" in said
    assert "les LES-MEG-HEFTE.md" in said
    assert (folder / "README.md").read_text("utf-8") == "Vårt.\n"
    assert "eksempel-…" in (folder / "LES-MEG-HEFTE.md").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("demo", [True, False], ids=["demo", "start"])
def test_the_readme_names_only_files_that_are_there(language: str, demo: bool) -> None:
    folder = begun("--language", language, *(["--demo"] if demo else []))
    told = (folder / "README.md").read_text("utf-8")

    named = re.findall(r"`(content/[\w./-]+)`", told)

    assert named
    assert [name for name in named if not (folder / name).exists()] == []
    assert ("eksempel-…" in told) is not demo
    assert "<!--" not in told


def test_there_is_an_example_of_each_kind_and_it_says_that_it_is_one() -> None:
    folder = begun() / "content"
    examples = [path for path in folder.rglob("eksempel-*.yaml") if path.parent.name not in ("sider", "hefter")]

    assert {path.parent.name for path in examples} == set(FOLDERS) - {"hefter", "sider", "nyhetsbrev"}
    assert all(written(path)["tittel"].startswith("Eksempel: ") for path in examples)
    assert written(folder / "oppsett.yaml")["eksempelinnhold"] == "ja"


def test_the_example_of_an_event_is_a_saturday_that_is_yet_to_come() -> None:
    event = written(begun() / "content/arrangementer/eksempel-arrangement.yaml")

    assert (event["start"], event["slutt"]) == ("2027-01-02 11:00", "2027-01-02 14:00")


def test_every_file_of_content_tells_an_editor_its_schema() -> None:
    folder = begun() / "content"
    texts = {path.relative_to(folder): path.read_text("utf-8") for path in folder.rglob("*.yaml")}

    ours = {path: text for path, text in texts.items() if is_content(path.as_posix())}

    assert len(ours) == 10
    for path, text in ours.items():
        assert text.startswith(schema_line("" if path.parent == Path() else path.parent.name))


def shape(data: object) -> object:
    """The keys of a file at every depth; of its words only that there are some."""
    if isinstance(data, dict):
        return {key: shape(value) for key, value in data.items()}
    return [shape(one) for one in data] if isinstance(data, list) else "…"


def test_both_written_languages_have_the_same_files_and_fields() -> None:
    nb, nn = (
        {path.relative_to(START / code): shape(written(path)) for path in (START / code).rglob("*.yaml")}
        for code in LANGUAGES
    )

    assert nb == nn


def test_nynorsk_says_it_in_words_of_its_own() -> None:
    same = [
        path
        for path in (START / "nb").rglob("*.*")
        if path.read_text("utf-8") == (START / "nn" / path.relative_to(START / "nb")).read_text("utf-8")
    ]

    assert not same


def git(*arguments: str, at: Path) -> str:
    return subprocess.run(["git", *arguments], cwd=at, capture_output=True, text=True, check=True).stdout


def test_the_history_begins_with_all_that_was_made(capsys: pytest.CaptureFixture[str]) -> None:
    folder = begun()

    assert "Historikken (git) er begynt, med alt" in capsys.readouterr().out
    assert git("status", "--porcelain", at=folder) == ""
    assert git("log", "--format=%s", at=folder) == "Kommunens hefte begynner\n"
    assert "content/.hefte/schema/turer.json" in git("ls-files", at=folder)


def test_a_folder_in_somebody_s_repository_stays_theirs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    git("init", "--quiet", at=tmp_path)

    folder = begun()

    assert "ligger i et git-depot fra før" in capsys.readouterr().out
    assert not (folder / ".git").exists()


def test_without_a_name_nothing_is_committed_and_it_is_said_how(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (("COUNT", "1"), ("KEY_0", "user.useConfigOnly"), ("VALUE_0", "true")):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)

    begun()

    assert "git config user.name" in capsys.readouterr().out


def test_without_git_the_folder_is_made_all_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    folder = begun()

    assert "git finnes ikke" in capsys.readouterr().out
    assert (folder / "content/oppsett.yaml").is_file()


def test_a_hook_that_starts_us_does_not_say_whose_repository_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "deres").mkdir()
    (tmp_path / "ny").mkdir()
    (tmp_path / "ny" / "fil.txt").write_text("vår")
    git("init", "--quiet", at=tmp_path / "deres")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "deres" / ".git"))

    done = begin_history(tmp_path / "ny", "Begynner")

    monkeypatch.delenv("GIT_DIR")
    assert done is Begun.COMMITTED
    assert git("ls-files", at=tmp_path / "ny") == "fil.txt\n"


# The workflows

GITHUB = sorted((COMMON / ".github/workflows").glob("*.yml"))
SCRIPTS = sorted((*COMMON.glob(".github/*.sh"), *COMMON.glob(".gitlab/*.sh")))


def workflow(path: Path) -> Mapping[str, Any]:
    return written(path)


def jobs() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path in GITHUB:
        for name, job in workflow(path)["jobs"].items():
            yield f"{path.name}: {name}", job


def steps() -> Iterator[Mapping[str, Any]]:
    for _, job in jobs():
        yield from job["steps"]


GITLAB = written(COMMON / ".gitlab-ci.yml")
GITLAB_JOBS = {name: job for name, job in GITLAB.items() if isinstance(job, dict) and "script" in job}


def lines() -> Iterator[str]:
    """Every line of shell in the workflows."""
    yield from (step["run"] for step in steps() if "run" in step)
    yield from GITLAB["default"]["before_script"]
    for job in GITLAB_JOBS.values():
        yield from job["script"]


def commands() -> Iterator[list[str]]:
    """Every call of `hefte`: in the workflows, and between ticks in the READMEs."""
    told = [
        found
        for code in LANGUAGES
        for found in re.findall(r"`(hefte [^`]+)`", (START / code / "README.md").read_text("utf-8"))
    ]
    for line in (*lines(), *told):
        before = re.split(r"[|>&;]", line)[0]
        words = shlex.split(before)
        if words[:1] == ["hefte"]:
            yield words[1:]


def test_every_hefte_command_that_is_written_there_is_one_with_those_options() -> None:
    known = {command.name: command for command in COMMANDS}

    called = list(commands())

    assert {one[0] for one in called} >= {"build", "check", "serve", "schema", "explain", "due", "links"}
    for name, *rest in called:
        read_options(name, known[name].options, rest)


@pytest.mark.parametrize("script", [*SCRIPTS, None], ids=lambda path: path.parent.name + path.name if path else "lines")
def test_shell_is_shell(script: Path | None) -> None:
    text = script.read_text("utf-8") if script else "\n".join(lines())

    done = subprocess.run(["bash", "-n"], input=text, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_every_action_is_the_forge_s_own_and_held_to_one_commit() -> None:
    used = [step["uses"] for step in steps() if "uses" in step]

    loose = [one for one in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one)]

    assert len(used) > 10
    assert not loose


def test_every_job_may_do_little_ends_in_time_and_does_not_run_twice() -> None:
    for path in GITHUB:
        assert workflow(path)["permissions"] == {"contents": "read"}
        assert set(workflow(path)["concurrency"]) == {"group", "cancel-in-progress"}
    for name, job in jobs():
        assert 10 <= int(job["timeout-minutes"]) <= 120, name
    may_write = {
        (name, key) for name, job in jobs() for key, value in job.get("permissions", {}).items() if value == "write"
    }
    assert may_write == {
        ("publish.yml: deploy", "pages"),
        ("publish.yml: deploy", "id-token"),
        ("booklets.yml: release", "contents"),
        ("due.yml: due", "issues"),
        ("links.yml: links", "contents"),
        ("links.yml: links", "pull-requests"),
    }


def test_every_script_that_is_called_lies_there() -> None:
    called = {found for line in lines() for found in re.findall(r"\.git(?:hub|lab)/[\w-]+\.sh", line)}

    assert called == {path.relative_to(COMMON).as_posix() for path in SCRIPTS}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_readme_names_every_workflow_and_every_schedule(code: str) -> None:
    told = (START / code / "README.md").read_text("utf-8")
    wanted = {
        found
        for job in GITLAB_JOBS.values()
        for rule in job["rules"]
        for found in re.findall(r'JOBB == "(\w+)"', rule["if"])
    }
    crons = {row["cron"] for path in GITHUB for row in workflow(path)["on"].get("schedule", ())}

    assert {path.name for path in GITHUB} == set(re.findall(r"`(\w+\.yml)`", told))
    assert wanted == set(re.findall(r"^\| `(\w+)` \| `[\d *]+` \|", told, re.MULTILINE))
    assert crons == set(re.findall(r"^\| `\w+` \| `([\d *]+)` \|", told, re.MULTILINE))
    assert [name for name in re.findall(r"\]\(([^)]+)\)", told) if not (begun_path(name)).exists()] == []


def begun_path(name: str) -> Path:
    folder = Path("ny")
    return (folder if folder.exists() else begun()) / name


def test_the_upgrades_that_are_proposed_are_of_hefte_and_of_the_actions() -> None:
    proposed = written(COMMON / ".github/dependabot.yml")["updates"]

    assert {row["package-ecosystem"] for row in proposed} == {"pip", "github-actions"}
    assert {row["schedule"]["interval"] for row in proposed} == {"weekly"}


def test_git_asks_for_mending_and_for_the_check_before_it_keeps_a_change() -> None:
    (hooks,) = [repo["hooks"] for repo in written(COMMON / ".pre-commit-config.yaml")["repos"]]

    for hook in hooks:
        _, name, *options = hook["entry"].split()
        assert read_options(name, next(one for one in COMMANDS if one.name == name).options, options)
        assert re.search(hook["files"], "content/turer/a.yaml")
    assert [hook["id"] for hook in hooks] == ["hefte-fix", "hefte-check"]


def stand_in(folder: Path, name: str, text: str) -> None:
    """A program that is not ours, played by a few lines of shell that write down how they were called."""
    place = folder / "bin" / name
    place.parent.mkdir(exist_ok=True)
    place.write_text(f'#!/bin/sh\necho "$@" >> "{folder}/called"\n{text}\n', encoding="utf-8")
    place.chmod(0o755)


def run_script(script: str, *arguments: str, at: Path, **variables: str) -> list[str]:
    environment = {**os.environ, "PATH": f"{at}/bin:{os.environ['PATH']}", **variables}
    subprocess.run(["bash", str(COMMON / script), *arguments], cwd=at, env=environment, check=True, capture_output=True)
    return (at / "called").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("known", "then"), [("", "issue create --title Sjekk --body-file due.md"), ("7", "issue edit 7 --body-file due.md")]
)
def test_the_list_of_the_week_is_one_issue(tmp_path: Path, known: str, then: str) -> None:
    stand_in(tmp_path, "gh", f'[ "$2" = list ] && echo "{known}"; exit 0')

    called = run_script(".github/one-issue.sh", "Sjekk", "due.md", at=tmp_path)

    assert called[-1] == then
    assert len(called) == 2


GITLAB_SAYS = {
    "CI_API_V4_URL": "https://git.eksempel.no/api/v4",
    "CI_PROJECT_ID": "4",
    "CI_JOB_TOKEN": "t",
    "CI_COMMIT_SHA": "abc",
    "HEFTE_TOKEN": "t",
}


@pytest.mark.parametrize(
    ("known", "then"),
    [("[]", "POST"), ('[{"iid": 7, "title": "Sjekk"}]', "PUT"), ('[{"iid": 7, "title": "Sjekk mer"}]', "POST")],
)
def test_the_list_of_the_week_is_one_issue_in_gitlab_too(tmp_path: Path, known: str, then: str) -> None:
    stand_in(tmp_path, "curl", f"echo '{known}'")

    called = run_script(".gitlab/one-issue.sh", "Sjekk", "due.md", at=tmp_path, **GITLAB_SAYS)

    assert f"--request {then} " in called[-1]
    assert ("/issues/7 " in called[-1]) == (then == "PUT")


def built(folder: Path) -> None:
    for name in ("hefter/turheftet.pdf", "nn/hefter/turheftet.pdf", "hefter/turheftet.epub", "index.html"):
        (folder / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / name).write_text(name, encoding="utf-8")


def test_the_booklets_of_the_month_are_released_each_under_a_name_of_its_own(tmp_path: Path) -> None:
    built(tmp_path)
    stand_in(tmp_path, "gh", '[ "$2" != view ]')

    called = run_script(".github/release-booklets.sh", at=tmp_path)[-1]

    assert called.startswith("release create hefter-20")
    assert re.findall(r"/([\w.-]+\.(?:pdf|epub))", called) == ["nn-turheftet.pdf", "turheftet.epub", "turheftet.pdf"]


def test_a_month_that_is_released_twice_gets_new_files(tmp_path: Path) -> None:
    built(tmp_path)
    stand_in(tmp_path, "gh", "exit 0")

    called = run_script(".github/release-booklets.sh", at=tmp_path)[-1]

    assert called.startswith("release upload hefter-20")
    assert called.endswith("--clobber")


def test_a_release_in_gitlab_links_to_every_booklet(tmp_path: Path) -> None:
    built(tmp_path)
    stand_in(tmp_path, "curl", f'case "$*" in *--data*) cat > "{tmp_path}/sent";; */releases/hefter-*) exit 22;; esac')

    run_script(".gitlab/release-booklets.sh", at=tmp_path, **GITLAB_SAYS)

    sent = json.loads((tmp_path / "sent").read_text("utf-8"))
    assert sent["ref"] == "abc"
    assert [row["name"] for row in sent["assets"]["links"]] == ["nn-turheftet.pdf", "turheftet.epub", "turheftet.pdf"]


def test_no_booklet_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    stand_in(tmp_path, "gh", "exit 0")
    command = ["bash", str(COMMON / ".github/release-booklets.sh")]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "Ingen hefter" in done.stderr


def asked_for_links(tmp_path: Path) -> tuple[Path, Path]:
    """A working copy in which links have been asked for, and the shared history that it came from."""
    origin, place = tmp_path / "felles.git", tmp_path / "arbeid"
    git("init", "--quiet", "--bare", str(origin), at=tmp_path)
    shutil.copytree(begun(), place)
    git("remote", "add", "origin", str(origin), at=place)
    git("push", "--quiet", "--set-upstream", "origin", "main", at=place)
    (place / "content/.hefte/lenker.json").write_text("{}")
    return place, origin


def protect(origin: Path) -> None:
    """Refuse what is sent to the main branch, as a forge does where it is protected, and note the options."""
    git("config", "receive.advertisePushOptions", "true", at=origin)
    hook = origin / "hooks/pre-receive"
    hook.write_text(f'#!/bin/sh\nenv | grep ^GIT_PUSH_OPTION_ >> "{origin}/options"\n! grep -q refs/heads/main\n')
    hook.chmod(0o755)


def subjects(origin: Path, branch: str) -> list[str]:
    return git("log", "--format=%s", branch, at=origin).splitlines()


KEPT = ["Lenkene er prøvd", "Kommunens hefte begynner"]


def test_what_links_answered_is_kept_once(tmp_path: Path) -> None:
    place, origin = asked_for_links(tmp_path)

    for _ in range(2):
        subprocess.run(["bash", str(COMMON / ".github/keep-links.sh")], cwd=place, check=True, capture_output=True)

    assert subjects(origin, "main") == KEPT


@pytest.mark.parametrize(("known", "calls"), [("", ["pr list", "pr create"]), ("7", ["pr list"])])
def test_what_links_answered_is_proposed_where_the_main_branch_is_protected(
    tmp_path: Path, known: str, calls: list[str]
) -> None:
    place, origin = asked_for_links(tmp_path)
    protect(origin)
    stand_in(place, "gh", f'[ "$2" = list ] && echo "{known}"; exit 0')

    called = run_script(".github/keep-links.sh", at=place)

    assert [" ".join(line.split()[:2]) for line in called] == calls
    assert subjects(origin, "hefte-lenker") == KEPT
    assert subjects(origin, "main") == KEPT[1:]


@pytest.mark.parametrize("is_protected", [True, False])
def test_gitlab_keeps_what_links_answered_or_proposes_it(tmp_path: Path, is_protected: bool) -> None:
    place, origin = asked_for_links(tmp_path)
    git("config", "receive.advertisePushOptions", "true", at=origin)
    if is_protected:
        protect(origin)
    git("config", f"url.{origin}.insteadOf", "https://hefte:t@git.eksempel.no/vik/hefte.git", at=place)
    said = {"CI_SERVER_HOST": "git.eksempel.no", "CI_PROJECT_PATH": "vik/hefte", "CI_DEFAULT_BRANCH": "main"}
    command = ["bash", str(COMMON / ".gitlab/keep-links.sh")]

    subprocess.run(command, cwd=place, env={**os.environ, **GITLAB_SAYS, **said}, check=True, capture_output=True)

    assert subjects(origin, "hefte-lenker" if is_protected else "main") == KEPT
    if is_protected:
        assert subjects(origin, "main") == KEPT[1:]
        assert "=merge_request.create\n" in (origin / "options").read_text("utf-8")
