"""The door to MkDocs: makes the frames with the stock command in a temporary folder, and keeps what it made."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from re import DOTALL
from re import compile as pattern
from shutil import rmtree
from tempfile import TemporaryDirectory

from hefte.doors.trouble import EngineError
from hefte.source import File
from hefte.website.frame import MARKERS, SECTIONS, TABS, Frame, Frames, FrameSettings, cut

COMMAND = (sys.executable, "-m", "mkdocs")
"""The command that makes the frames; `properdocs` and `zensical` take the same folder."""

STYLES = ("tokens", "base", "parts", "drawing", "home", "entry", "list", "profile", "bookmarks", "offline", "print")
"""The style sheets of `templates/website/css/` in the order in which they are joined to one."""

LAST_GOOD = 8
"""How many earlier frames are kept: one for each site and setting that a person goes back and forth between."""

EARLY_SCRIPT, EVERY_PAGE = "early.js", ("every-page.js", "bookmarks.js", "offline.js")

_COMMENT = pattern(r"/\*.*?\*/", DOTALL)
_LINK = pattern(r'(?:href|src)="([^"#?:]+)"')
_EXTERNAL = ("https://", "http://", "mailto:", "tel:")


class NoFrame(EngineError):
    """The command failed and no earlier frame is kept; the text is the command's own."""


def make_frames(settings: FrameSettings, templates: Path, kept: Path, command: tuple[str, ...] = COMMAND) -> Frames:
    """The frames of every language and section, out of `kept` when nothing they are made of has changed.

    `templates` is the folder with `website/`. When the command fails, the last good frames stand in; without any,
    NoFrame is raised.
    """
    assets = tuple(assets_of(templates / "website", settings.colours))
    whose = _whose(settings)
    here, trouble = kept / f"{whose}-{_key(settings, templates / 'website' / 'overrides', assets)}", ""
    if not here.is_dir():
        try:
            _make(settings, templates / "website" / "overrides", assets, here, command)
        except (NoFrame, OSError) as problem:
            here, trouble = _last_good(kept, whose, problem), str(problem)
        _forget_all_but(LAST_GOOD, kept)
    return Frames(dict(_frames(here / "pages")), (*assets, *_files(here / "files")), trouble)


def assets_of(website: Path, colours: Mapping[str, str]) -> Iterator[File]:
    """Our own style sheet, scripts, fonts and pictures; names with a digest may be cached for ever."""
    styles = "\n".join(_text(website / "css" / f"{name}.css") for name in STYLES)
    chosen = "".join(f"--{name}:{value};" for name, value in sorted(colours.items()))
    yield _digested("hefte.css", _slim(styles) + (f":root{{{chosen}}}\n" if chosen else ""))
    for path in sorted((website / "css").glob("*.css")):
        if path.stem not in STYLES:
            yield File(f"assets/{path.name}", _slim(_text(path)))
    for path in sorted((website / "js").glob("*.js")):
        file = File(f"assets/{path.name}", _text(path))
        yield _digested(path.name, _text(path)) if path.name in (EARLY_SCRIPT, *EVERY_PAGE) else file
    for folder in ("fonts", "images"):
        for path in sorted((website / folder).glob("*.*")):
            yield File(f"assets/{folder}/{path.name}", path.read_bytes())


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _slim(styles: str) -> str:
    """A style sheet without comments and indentation."""
    lines = (line.strip() for line in _COMMENT.sub("", styles).splitlines())
    return "\n".join(filter(None, lines)) + "\n"


def _digested(name: str, text: str) -> File:
    stem, dot, suffix = name.rpartition(".")
    return File(f"assets/{stem}.{_digest(text.encode())}{dot}{suffix}", text)


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=5).hexdigest()


def _key(settings: FrameSettings, overrides: Path, assets: tuple[File, ...]) -> str:
    """Everything the frames are made of, in one word."""
    made_of = [json.dumps(_extra(settings, assets), sort_keys=True), *(file.path for file in assets)]
    made_of += (f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material"))
    made_of += (_text(path) for path in sorted(overrides.rglob("*.html")))
    return _digest("\0".join(made_of).encode())


def _extra(settings: FrameSettings, assets: tuple[File, ...]) -> dict[str, object]:
    """What the templates ask for as `config.extra.frame`."""
    return {
        "service": dict(settings.service),
        "languages": list(settings.languages),
        "words": {language: dict(settings.words[language]) for language in settings.languages},
        "tabs": [{"name": name, "path": TABS[name]} for name in settings.tabs],
        "links": [_link(link.title, link.path) for link in settings.links],
        "help": dict(settings.help),
        "phone": settings.phone,
        "phone_link": "".join(filter("+0123456789".__contains__, settings.phone)),
        "sample": dict(settings.sample),
        "address": f"{settings.address.rstrip('/')}/" if settings.address else "",
        "logo": settings.logo,
        "tiles": settings.tiles,
        "feed": dict(settings.feed),
        "early_script": _published(assets, EARLY_SCRIPT),
    }


def _link(title: Mapping[str, str], path: str) -> dict[str, object]:
    return {"title": dict(title), "path": path, "outside": path.startswith(_EXTERNAL)}


def _published(assets: tuple[File, ...], name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    start, end = f"assets/{stem}.", f".{suffix}"
    return next(file.path for file in assets if file.path.startswith(start) and file.path.endswith(end))


def _make(
    settings: FrameSettings, overrides: Path, assets: tuple[File, ...], here: Path, command: tuple[str, ...]
) -> None:
    """Run the command in a temporary folder and keep its marker pages, whole or not at all."""
    here.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="frames-", dir=here.parent) as temporary:
        folder = Path(temporary)
        _write(folder / "mkdocs.yml", json.dumps(configuration(settings, overrides, assets)))
        for language in settings.languages:
            for section in SECTIONS:
                path, text = marker_page(language, section, root=settings.languages[0])
                _write(folder / "docs" / path, text)
        _run((*command, "build", "--quiet", "--site-dir", "site"), folder)
        _sort_out(settings.languages, folder / "site", folder / "good")
        (folder / "good").replace(here)


def configuration(settings: FrameSettings, overrides: Path, assets: tuple[File, ...]) -> dict[str, object]:
    """What MkDocs reads as `mkdocs.yml` in its folder; JSON is YAML."""
    return {
        "site_name": settings.service[settings.languages[0]],
        "theme": {"name": "material", "custom_dir": str(overrides.resolve()), "font": False, "features": []},
        "plugins": [],
        "use_directory_urls": False,
        "extra_css": [_published(assets, "hefte.css")],
        "extra_javascript": [_published(assets, name) for name in EVERY_PAGE],
        "extra": {"frame": _extra(settings, assets)},
    }


def marker_page(language: str, section: str, *, root: str) -> tuple[str, str]:
    """Path and Markdown of the page that stands for all pages of a section in a language."""
    folder = SECTIONS[section].folder
    parts = ("" if language == root else language, folder, f"{MARKERS['file']}-{section}.md")
    page = {
        "language": language,
        "section": section,
        "tab": SECTIONS[section].tab,
        **{name: MARKERS[name] for name in ("title", "description", "head", "built")},
    }
    body = MARKERS["body"].removeprefix("<p>").removesuffix("</p>")
    fields = "".join(f"{key}: {json.dumps(value)}\n" for key, value in page.items())
    return "/".join(filter(None, parts)), f"---\n{fields}---\n{body}\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _run(command: tuple[str, ...], folder: Path) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoFrame((done.stderr or done.stdout).strip())


def _sort_out(languages: tuple[str, ...], site: Path, good: Path) -> None:
    """Of all that the command wrote, the marker pages and the files they link to."""
    for language in languages:
        for section in SECTIONS:
            path, _ = marker_page(language, section, root=languages[0])
            page = site / f"{path.removesuffix('.md')}.html"
            text = _text(page)
            _write(good / "pages" / language / f"{section}.html", text)
            for linked in _linked(text, page.parent, site):
                kept = good / "files" / linked.relative_to(site.resolve())
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(linked.read_bytes())


def _linked(text: str, folder: Path, site: Path) -> Iterator[Path]:
    for link in _LINK.findall(text):
        path = (folder / link).resolve()
        if path.is_file() and path.suffix != ".html" and path.is_relative_to(site.resolve()):
            yield path


def _whose(settings: FrameSettings) -> str:
    """One word for the site: its frames never stand in on another one, nor where a language is missing."""
    return _digest(json.dumps([settings.languages, dict(settings.service)]).encode())


def _last_good(kept: Path, whose: str, problem: Exception) -> Path:
    """The frames of this site that were kept last; the site is better a little old than not there."""
    for folder in _newest_first(kept, f"{whose}-*"):
        return folder
    raise NoFrame(str(problem)) from problem


def _newest_first(kept: Path, named: str = "*") -> list[Path]:
    folders = [folder for folder in kept.glob(named) if (folder / "pages").is_dir()]
    return sorted(folders, key=lambda folder: (folder.stat().st_mtime_ns, folder.name), reverse=True)


def _forget_all_but(number: int, kept: Path) -> None:
    for folder in _newest_first(kept)[number:]:
        rmtree(folder, ignore_errors=True)


def _frames(pages: Path) -> Iterator[tuple[tuple[str, str], Frame]]:
    for path in sorted(pages.glob("*/*.html")):
        yield (path.parent.name, path.stem), cut(_text(path))


def _files(folder: Path) -> Iterator[File]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield File(path.relative_to(folder).as_posix(), path.read_bytes())
