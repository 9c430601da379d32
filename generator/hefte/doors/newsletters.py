"""The newsletter: its draft out of the history, its letters for the mailbox, and what is sent as PDF for the site."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from hefte.booklet.newsletter import newsletter_volume
from hefte.catalogue import Catalogue
from hefte.doors.apart import apart
from hefte.doors.finishing import packed
from hefte.doors.handing_out import hand_out
from hefte.doors.history import History
from hefte.doors.package import engine_key, rules_of_walks, templates, words_of
from hefte.doors.site import icons
from hefte.doors.trouble import machine_trouble
from hefte.doors.typst import print_pdf
from hefte.language import Words
from hefte.mail.message import Look, message
from hefte.mail.text import plain_text
from hefte.model import Newsletter
from hefte.news.differences import Differences, differences
from hefte.news.issues import issues_sent
from hefte.news.letter import Letter
from hefte.news.lines import Desk
from hefte.news.month import series_of
from hefte.news.proposal import Spoken, draft, not_told_before, since_of, walk_to_propose
from hefte.news.writing import letter_of
from hefte.occurrences import month_from
from hefte.output import Output, fingerprint
from hefte.reading import is_content, read_file

_HOME = ZoneInfo("Europe/Oslo")


def next_month(day: date) -> date:
    """The first day of the month after."""
    return month_from(day).last + timedelta(days=1)


def issue_of(catalogue: Catalogue, month: date) -> Newsletter | None:
    """The issue of a month, drafted or sent."""
    return next((issue for issue in catalogue.all(Newsletter) if issue.month == month), None)


def write_draft(catalogue: Catalogue, folder: Path, month: date) -> tuple[Path, bool]:
    """Write the file of an issue that there is none of; its path, and whether the history knew what is new."""
    issues = catalogue.all(Newsletter)
    since = since_of(month, issues)
    before = _catalogue_at(since, catalogue, folder)
    found = not_told_before(differences(before, catalogue), issues) if before else Differences()
    spoken = Spoken({code: words_of(code) for code in catalogue.settings.languages})
    walk = walk_to_propose(month, catalogue, rules_of_walks())
    file = draft(month, since if before else None, found, walk, spoken)
    path = folder / file.path
    with machine_trouble(path):
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8") as opened:
            opened.write(str(file.content))
    return path, before is not None


def _catalogue_at(day: date, now: Catalogue, folder: Path) -> Catalogue | None:
    """The catalogue as its day began; None where nobody knows what stood there."""
    texts = History(folder).texts_at(datetime.combine(day, time(), tzinfo=_HOME))
    if not texts:
        return None
    language = now.settings.languages[0]
    written = ((path, text) for path, text in texts.items() if is_content(path) and "/" in path)
    read = (read_file(path, text.encode(), language) for path, text in written)
    documents = tuple(document for reading in read for document in reading.documents)
    return Catalogue(documents, now.settings, day, taxonomy=now.taxonomy)


def write_letters(catalogue: Catalogue, issue: Newsletter, out: Path) -> Iterator[tuple[Path, int]]:
    """Write the letter in every language as HTML, plain text and PDF; path and bytes of each."""
    for desk in _desks(catalogue):
        code, letter = desk.language, letter_of(issue, desk)
        forms = {
            "html": message(letter, desk, look_of(desk.words)).encode(),
            "txt": plain_text(letter, desk.words).encode(),
            "pdf": _pdf(letter, catalogue, desk.words),
        }
        for ending, content in forms.items():
            path = out / f"nyhetsbrev-{issue.id}-{code}.{ending}"
            hand_out(path, content)
            yield path, len(content)


def look_of(words: Words) -> Look:
    """The look of the e-mail in one language."""
    folder = templates() / "newsletter"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(say=words.say)
    styles, dark = ((folder / name).read_text(encoding="utf-8") for name in ("letter.css", "dark.css"))
    return Look(environment, styles, dark)


def printed_newsletters(catalogue: Catalogue) -> Iterator[Output]:
    """The sent issues as PDF in every language of the site; made without the history, so always the same."""
    issues = issues_sent(catalogue)
    shared = fingerprint(engine_key(), repr(catalogue.settings.colours))
    for desk in _desks(catalogue) if issues else ():
        prefix = "" if desk.language == catalogue.settings.languages[0] else f"{desk.language}/"
        for issue in issues:
            letter = letter_of(issue, desk)
            made = partial(_pdf, letter, catalogue, desk.words)
            yield Output(f"{prefix}{Newsletter.folder}/{issue.id}.pdf", fingerprint(shared, repr(letter)), made)


def _desks(catalogue: Catalogue) -> Iterator[Desk]:
    """One for each language; what is on is worked out once for all of them."""
    rules, series = rules_of_walks(), cache(partial(series_of, catalogue))
    yield from (Desk(catalogue, words_of(code), rules, series) for code in catalogue.settings.languages)


def _pdf(letter: Letter, catalogue: Catalogue, words: Words) -> bytes:
    volume = newsletter_volume(letter, catalogue.settings, words, _icons())
    return apart(lambda: packed(print_pdf(volume, letter.sent or catalogue.today)))


def _icons() -> Mapping[str, str]:
    inside = icons()
    return {name: inside(name) for name in ("alert-triangle",)}
