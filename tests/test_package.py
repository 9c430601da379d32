"""The package works for somebody who has nothing but Python and a content folder."""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
import yaml

from hefte.doors import package

HOUSE = Path(__file__).resolve().parent.parent
NEEDED = (
    "templates/language/nb.yaml",
    "templates/start/common/.gitignore",
    "templates/start/common/.gitlab-ci.yml",
    "eksempelvik/oppsett.yaml",
    "py.typed",
)

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("package")]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, and the wheel that is built from it, as `python -m build` makes them."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(HOUSE))
    return folder


def run(*command: str, at: Path = HOUSE) -> str:
    # What leads to this working copy is taken away, so that only what was installed is found.
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(command, cwd=at, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def an_empty_environment(folder: Path) -> Path:
    """A virtual environment with the locked requirements and nothing of ours."""
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    install(python, "--require-hashes", "--requirement", str(HOUSE / "requirements.txt"))
    return python


def install(python: Path, *what: str) -> None:
    run(sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", str(python), *what)


def test_the_wheel_holds_engine_templates_and_demo_and_nothing_of_the_workshop(packages: Path) -> None:
    names = zipfile.ZipFile(next(packages.glob("*.whl"))).namelist()

    assert all(f"hefte/{name}" in names for name in NEEDED)
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"hefte"}
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_the_sdist_holds_what_the_wheel_is_built_of(packages: Path) -> None:
    with tarfile.open(next(packages.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"LICENSE", "README.md", "pyproject.toml", "templates/language/nb.yaml"} <= names
    assert not [name for name in names if name.startswith((".venv", "site/", ".hefte-cache"))]


OF_THE_INSTALLER = {"INSTALLER", "RECORD", "REQUESTED", "direct_url.json", "uv_build.json", "uv_cache.json"}


def test_the_sdist_installs_the_same_files_as_the_wheel(packages: Path, tmp_path: Path) -> None:
    sdist = next(packages.glob("*.tar.gz"))

    install(Path(sys.executable), "--no-deps", "--no-build-isolation", "--target", str(tmp_path), str(sdist))

    wheel = zipfile.ZipFile(next(packages.glob("*.whl")))
    held = {name: wheel.read(name) for name in wheel.namelist() if Path(name).name not in OF_THE_INSTALLER}
    installed = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    ours = {name for name, path in installed.items() if name.startswith("hefte") and path.name not in OF_THE_INSTALLER}
    assert {name: installed[name].read_bytes() for name in ours} == held


@pytest.fixture(scope="module")
def hefte(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The command `hefte` as it is installed from the wheel, which holds all that the sdist would install."""
    python = an_empty_environment(tmp_path_factory.mktemp("environment") / "venv")
    install(python, "--no-deps", str(next(packages.glob("*.whl"))))
    return str(python.with_name("hefte"))


def test_a_new_municipality_goes_through_its_own_workflows(hefte: str, tmp_path: Path) -> None:
    run(hefte, "init", "ny", "--municipality", "Moss", at=tmp_path)
    place = tmp_path / "ny"
    jobs = [job for name in ("check", "publish") for job in yaml.safe_load(workflow(place, name))["jobs"].values()]
    lines = [step["run"].split() for job in jobs for step in job["steps"] if step.get("run", "").startswith("hefte ")]

    for _, *arguments in lines:
        run(hefte, *arguments, at=place)

    assert [line[1] for line in lines] == ["check", "build"]
    assert (place / "site/index.html").is_file()
    assert (place / "site/hefter/turheftet.pdf").read_bytes().startswith(b"%PDF-")
    assert (place / "site/hefter/turheftet.epub").is_file()


def workflow(place: Path, name: str) -> str:
    return (place / f".github/workflows/{name}.yml").read_text("utf-8")


def test_content_alone_is_enough_to_build(hefte: str, tmp_path: Path) -> None:
    run(hefte, "init", "ny", at=tmp_path)
    for path in (tmp_path / "ny").iterdir():
        if path.name != "content":
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    run(hefte, "build", "--no-booklets", at=tmp_path / "ny")

    assert (tmp_path / "ny/site/index.html").is_file()


def test_the_demo_is_unpacked_from_the_package_and_has_no_error(hefte: str, tmp_path: Path) -> None:
    run(hefte, "init", "--demo", at=tmp_path)

    told = run(hefte, "check", at=tmp_path)

    assert "[" in told
    assert (tmp_path / "content/turer").is_dir()


def test_the_editable_install_finds_the_top_level_folders_and_copies_nothing(tmp_path: Path) -> None:
    python = an_empty_environment(tmp_path / "venv")
    install(python, "--no-deps", "--no-build-isolation", "--editable", str(HOUSE))

    found = run(str(python), "-c", "from hefte.doors.package import *; print(templates(), demo())", at=tmp_path)

    assert found.split() == [str(HOUSE / "templates"), str(HOUSE / "tests/eksempelvik")]
    assert not list((tmp_path / "venv").glob("lib/*/site-packages/hefte"))


def test_the_engine_s_key_changes_with_its_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "module.py").write_text("a = 1")
    monkeypatch.setattr(package, "_ENGINE", tmp_path)
    before = package.engine_key()
    same = package.engine_key()

    (tmp_path / "templates/page.html").write_text("<p>")

    assert before == same != package.engine_key()
