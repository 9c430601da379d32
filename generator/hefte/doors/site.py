"""Gather what the website is made from: words, templates, frames, rules, tracks; and make it in every language."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from shutil import rmtree

from jinja2 import DictLoader, FileSystemBytecodeCache, StrictUndefined
from markupsafe import Markup

from hefte.assessment.limits import read_limits
from hefte.catalogue import Catalogue
from hefte.doors.build import Work
from hefte.doors.guides import guide_pictures, guide_shelf
from hefte.doors.history import History
from hefte.doors.mkdocs import COMMAND, make_frames
from hefte.doors.notes import read_notes, write_notes
from hefte.doors.package import engine_key, outlines, rules_of_walks, templates, words_of
from hefte.doors.pictures import picture_files
from hefte.doors.printed import read_printed
from hefte.doors.share_pictures import share_pictures
from hefte.doors.standings import standings
from hefte.finder.table import table
from hefte.guides import is_for_search_engines
from hefte.language import Words
from hefte.model import Settings
from hefte.model.choices import Motif
from hefte.near import Neighbourhood, neighbourhood
from hefte.output import Output, fingerprint, ready
from hefte.programme import calendar, programme
from hefte.track import Track
from hefte.website import templating
from hefte.website.digests import digests_of
from hefte.website.drawn import furnish
from hefte.website.frame import Frames
from hefte.website.frame_settings import frame_settings
from hefte.website.make import shared, website
from hefte.website.offline import SHELL
from hefte.website.site import Remembered, Site
from hefte.website.sitemap import sitemap
from hefte.website.status import STATUS
from hefte.website.typeset import Symbols, typeset

_KEPT_TEMPLATES = 400
_UNLISTED = (SHELL, STATUS)
"""Pages that no search engine is told of."""


def make_website(work: Work, state: Path, command: tuple[str, ...] = COMMAND) -> Iterator[Output]:
    """The whole website in every language of the settings; `state` keeps the frames that `command` makes."""
    catalogue = work.catalogue
    if catalogue is None:
        return
    words = {code: words_of(code) for code in catalogue.settings.languages}
    frames = make_frames(frame_settings(catalogue, words), templates(), state / "frames", command)
    if frames.trouble:
        work.remark("old-frame", reason=frames.trouble)
    digests, engine = digests_of(catalogue), engine_key()
    memory = state / "calendars" / f"{fingerprint(str(work.content.folder.resolve()))}.json"
    remembered = Remembered(cache(partial(read_notes, memory)), {})
    sites = _with_more(_sites(catalogue, words, frames, engine, state / "templates"), work, state, remembered)
    yield from shared(sites[0], engine)
    yield from picture_files(work.content, catalogue)
    yield from guide_pictures(catalogue)
    pages: list[str] = []
    for output in chain.from_iterable(website(site, digests) for site in sites):
        pages += [output.path] if _is_for_all(output.path) else []
        yield output
    if catalogue.settings.address:
        yield from share_pictures(catalogue.settings.scene or Motif.HARBOUR, engine)
        yield ready(sitemap(catalogue.settings.address, pages))
    if remembered.used:
        write_notes(memory, remembered.used)


def _is_for_all(path: str) -> bool:
    """Whether search engines are told of a file."""
    return path.endswith(".html") and not path.endswith(_UNLISTED) and is_for_search_engines(path)


def _with_more(sites: Iterable[Site], work: Work, state: Path, remembered: Remembered) -> tuple[Site, ...]:
    """The sites with what is known beside their content: booklets, the history of files, and earlier calendars."""
    folder = work.content.folder
    printed = read_printed(state, folder)
    changed = {path: one.last for path, one in History(folder).changes().items()}
    past = standings(folder, work.catalogue.today, state) if work.catalogue else ()
    guides = guide_shelf()
    return tuple(
        site._replace(printed=printed, changed=changed, remembered=remembered, past=past, guides=guides)
        for site in sites
    )


def _sites(
    catalogue: Catalogue, words: Mapping[str, Words], frames: Frames, engine: str, compiled: Path
) -> Iterator[Site]:
    rules = rules_of_walks()
    own = read_limits((templates() / "rules" / "profil.yaml").read_text(encoding="utf-8"), rules)
    near, tracks = near_of(catalogue), tracks_of(catalogue)
    icon, synonyms, land = icons(), synonyms_of(catalogue.settings), outlines()
    filters, happens, shown = (
        cache(partial(table, catalogue, rules)),
        cache(partial(calendar, catalogue)),
        programme(catalogue),
    )
    lasting = fingerprint(engine, repr(catalogue.settings))
    key = fingerprint(lasting, catalogue.today.isoformat(), _frame_key(frames))
    for spoken in words.values():
        environment = environment_of(spoken, icon)
        environment.bytecode_cache = _kept_code(compiled, spoken.language)
        made_of = (catalogue, spoken, frames, environment, rules, near, tracks, tuple(words), key, icon, synonyms)
        yield furnish(Site(*made_of, own, land, filters, {}, {}, calendar=happens, programme=shown, lasting=lasting))


def _kept_code(folder: Path, language: str) -> FileSystemBytecodeCache:
    """Where compiled templates lie between runs; every language has its own words set into them.

    What another version of the compiler has written goes away: it decides what is escaped.
    """
    compiler = _compiler()
    for other in folder.glob("*"):
        if other.name != compiler:
            rmtree(other, ignore_errors=True) if other.is_dir() else other.unlink(missing_ok=True)
    (folder / compiler).mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder / compiler), f"{language}-%s")


@cache
def _compiler() -> str:
    """A key of what compiles templates, the same for every language."""
    return fingerprint(Path(templating.__file__).read_bytes(), version("jinja2"))


def _frame_key(frames: Frames) -> str:
    return fingerprint(*(piece for frame in frames.frames.values() for piece in frame.pieces))


def synonyms_of(settings: Settings) -> tuple[str, ...]:
    """The groups of words that mean the same: those of the templates, then the municipality's own."""
    text = (templates() / "rules" / "synonymer.yaml").read_text(encoding="utf-8")
    lines = (line.removeprefix("- ") for line in text.splitlines() if line.startswith("- "))
    return (*lines, *settings.synonyms)


def near_of(catalogue: Catalogue) -> Neighbourhood:
    """Every shown entry whose position is known, ready to be asked what is near."""
    found = ((f"{entry.folder}/{entry.id}", catalogue.position(entry)) for entry in catalogue.shown)
    return neighbourhood({name: position for name, position in found if position is not None})


def tracks_of(catalogue: Catalogue) -> Mapping[str, Track]:
    """The tracks by file name, without those that cannot be read."""
    return {name: track for name, track in catalogue.tracks.items() if track is not None}


def icons() -> Callable[[str], str]:
    """The inside of an icon by its name; a name that does not exist is a mistake of ours."""
    folder = templates() / "icons"

    @cache
    def inside(name: str) -> str:
        text = (folder / f"{name}.svg").read_text(encoding="utf-8")
        return text[text.index(">") + 1 : text.rindex("</svg>")].strip()

    return inside


def environment_of(words: Words, icon: Callable[[str], str]) -> templating.Templates:
    """Jinja for the website in one language: everything escaped, nothing undefined."""
    symbols = Symbols(
        lambda name: Markup(f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{icon(name)}</svg>')  # noqa: S704
    )
    sources = ((path.name, path.read_text(encoding="utf-8")) for path in (templates() / "website").glob("*.html"))
    environment = templating.Templates(
        loader=DictLoader({name: typeset(text, words, symbols.__getitem__) for name, text in sources}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=_KEPT_TEMPLATES,
    )
    environment.globals.update(say=words.say, symbol=symbols.__getitem__, symbols=symbols)
    return environment
