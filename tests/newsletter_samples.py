"""Small letters for the tests: an issue among a few invented entries, written in a language."""

from collections.abc import Iterator
from functools import cache, partial

from booklet_samples import document, words
from hefte.doors.newsletters import look_of
from hefte.mail.message import Look, message
from hefte.mail.text import plain_text
from hefte.model import Activity, Document, Entry, Event, Group, Newsletter, Walk
from hefte.news.letter import Letter, Section
from hefte.news.lines import Desk
from hefte.news.month import series_of
from hefte.news.writing import letter_of
from website_samples import catalogue_of, rules

ADDRESS = "https://vik.eksempel.no"
SECRET = "UTKAST-SKAL-IKKE-UT"


def issue(**fields: object) -> Newsletter:
    """An issue for December, sent two days ago unless it says otherwise."""
    return document(Newsletter, "2026-12", **({"måned": "2026-12", "sendt": "2026-11-20"} | fields))


def desk(*documents: Document, language: str = "nb", **settings: object) -> Desk:
    """What letters are written from, on 22 November 2026."""
    catalogue = catalogue_of(*documents, **({"adresse": ADDRESS} | settings))
    return Desk(catalogue, words(language), rules(), partial(series_of, catalogue))


def letter(made: Newsletter, *entries: Entry, language: str = "nb", **settings: object) -> Letter:
    """The letter of an issue."""
    return letter_of(made, desk(made, *entries, language=language, **settings))


def part(made: Letter, name: str) -> Section | None:
    """The part of a letter with a name, or None where it has nothing to tell."""
    return next((section for section in made.sections if section.name == name), None)


def titles(made: Letter, name: str) -> list[str]:
    """What a part names."""
    section = part(made, name)
    return [item.title.text for item in section.items] if section else []


@cache
def look(language: str) -> Look:
    """The look of the e-mail in one language, its templates compiled once for all tests."""
    return look_of(words(language))


def mail(made: Letter, at: Desk) -> str:
    """The e-mail."""
    return message(made, at, look(at.words.language))


def text(made: Letter) -> str:
    """The plain text."""
    return plain_text(made, words(made.language))


def forbidden() -> Iterator[Entry]:
    """What no letter tells of: it is paused, unsure throughout, over, or a plan that is not approved."""
    unsure = [{"nett": "https://x.no", "sikkerhet": "usikker"}]
    day = {"start": "2026-12-05 18:00", "pris": "gratis"}
    plan = {"periode": "2026-høst", "status": "utkast", "punkter": [{"dato": "2026-12-05", "kl": "18", "hva": SECRET}]}
    yield document(Event, "pause", tittel=f"{SECRET} 1", status="pause", **day)
    yield document(Event, "usikker", tittel=f"{SECRET} 2", kilde=unsure, **day)
    yield document(Event, "senere", tittel=f"{SECRET} 3", vis_fra="2026-12-04", **day)
    yield document(Activity, "nedlagt", tittel=f"{SECRET} 4", status="nedlagt", pris="gratis")
    yield document(Walk, "stengt", tittel=f"{SECRET} 5", status="pause", pris="gratis")
    yield document(Group, "gruppe", plan=plan)
