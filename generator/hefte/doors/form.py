"""The form in the browser as files of the site: Sveltia CMS with its page and settings, if the settings want it."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from hefte.catalogue import Catalogue
from hefte.doors.build import Work
from hefte.doors.package import engine_key, templates, words_of
from hefte.form.config import asking_of, script_of
from hefte.form.page import FOLDER, interface_script, page_of
from hefte.language import Words
from hefte.model.settings import WebForm
from hefte.model.texts import LANGUAGES
from hefte.output import Output, fingerprint, ready

PAGE, READ_ME = "index.html", "README.md"


def make_form(work: Work, _state: Path) -> Iterator[Output]:
    """The form in every language of the site; nothing where it is not switched on."""
    catalogue = work.catalogue
    form = catalogue.settings.web_form if catalogue else None
    if catalogue is None or form is None:
        return
    folder, engine = templates() / "admin", engine_key()
    for path in sorted(folder.rglob("*.*")):
        if path.suffix == ".yaml":
            yield _interface(path, engine)
        elif path.name not in (PAGE, READ_ME):
            yield _asset(folder, path, engine)
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string((folder / PAGE).read_text("utf-8"))
    languages = [code for code in catalogue.settings.languages if code in LANGUAGES]
    for code in languages:
        words = words_of(code)
        yield _settings(catalogue, form, words, engine)
        yield ready(page_of(catalogue.settings, form, words, is_main=code == languages[0], render=template.render))


def _settings(catalogue: Catalogue, form: WebForm, words: Words, engine: str) -> Output:
    """What the form asks, which takes a while to say: made anew only when something that it is made of changes."""
    asking = asking_of(catalogue, form, words)
    key = fingerprint(engine, words.language, repr(catalogue.settings), repr(asking.choices))
    return Output(f"{FOLDER}/config-{words.language}.js", key, lambda: script_of(catalogue, form, asking))


def _interface(path: Path, engine: str) -> Output:
    """The words of Sveltia CMS in one of our languages, as the script that asks for them."""
    key = fingerprint(engine, path.name)
    return Output(f"{FOLDER}/words-{path.stem}.js", key, lambda: interface_script(path.stem, path.read_text("utf-8")))


def _asset(folder: Path, path: Path, engine: str) -> Output:
    """A file as it is; what it is made from is told by the engine's key, so that it is not read again."""
    place = path.relative_to(folder).as_posix()
    return Output(f"{FOLDER}/{place}", fingerprint(engine, place), path.read_bytes)
