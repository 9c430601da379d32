"""The organisation that a row names: one that we know, however it is spelled, or a draft of its own."""

import re
from collections.abc import Iterator, Mapping, MutableMapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from hefte.catalogue import Catalogue
from hefte.check.people import may_be_a_person
from hefte.edits import Value
from hefte.interchange.given import Given, Site, Told
from hefte.interchange.plain_words import one_line
from hefte.model import Entry, Organisation, Place
from hefte.model.texts import MAX_TITLE
from hefte.norwegian import slug
from hefte.problem import Problem, Rule

ALIKE = 92
"""So much alike two names are, with their words in any order, where they mean one organisation."""

UID = "organisasjon"


def organisation_given(found: MutableMapping[str, Value], told: Mapping[str, Told], site: Site) -> tuple[Given, ...]:
    """Put the id of the organisation in the place of its name; a draft where there is none of that name."""
    name = one_line(str(found.get("arrangør", "")), MAX_TITLE)
    if not name:
        return ()
    identity, uid = slug(name)[:60].strip("-"), f"{slug(site.source)}/{UID}/{slug(name)[:80]}"
    known = _by_uid(uid, site) or known_by_name(Organisation, name, site)
    if known or not identity:
        found.pop("arrangør")
        if known:
            found["arrangør"] = known
        return ()
    found["arrangør"] = identity
    fields: dict[str, Value] = {
        "tittel": name,
        "ingress": name,
        "kategorier": [next(iter(site.categories.values()))],
        "kommune": site.municipality,
    }
    where = told["arrangør"]
    note = {"ingress": site.words.say("import.note.line")}
    derived = frozenset(("ingress", "kategorier", "kommune"))
    return (Given("organisasjoner", uid, where.where, where.place, fields, {}, note, (), derived),)


_TWO = re.compile(r"[^-\s]\s*(?:/|,|&|\+|\bog\b)\s*[A-ZÆØÅ]")
"""«Torp IF og Vik kommune», but not «Barne- og ungdomskoret»."""


def organiser_told(found: MutableMapping[str, Value], told: Mapping[str, Told], site: Site) -> Iterator[Problem]:
    """Take a person away from where an organisation should stand, and tell of two organisers in one cell."""
    name = one_line(str(found.get("arrangør", "")), MAX_TITLE)
    if not name or known_by_name(Organisation, name, site):
        return
    where = told["arrangør"]
    values = {"place": where.place, "heading": where.heading, "value": one_line(name, 80)}
    if may_be_a_person(name, site.catalogue):
        del found["arrangør"]
        yield Problem(where.where, Rule.ORGANISER_IS_A_PERSON, values)
    elif _TWO.search(name):
        yield Problem(where.where, Rule.ORGANISER_MAY_BE_TWO, values)


def is_organiser(given: Given) -> bool:
    """Whether an entry is there only because another one names it."""
    return f"/{UID}/" in given.uid


def known_by_name(kind: type[Entry], name: str, site: Site) -> str:
    """The id of an entry by its title or its id, or by a title that is nearly the same; empty where there is none."""
    titles, slugs = _titles(kind, site.catalogue)
    if slug(name) in slugs:
        return slugs[slug(name)]
    near = process.extractOne(
        name, titles.keys(), scorer=fuzz.token_sort_ratio, processor=str.casefold, score_cutoff=ALIKE
    )
    return titles[near[0]] if near else ""


@lru_cache(maxsize=4)
def _titles(kind: type[Entry], catalogue: Catalogue) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The ids of entries by their titles, and by the slugs of these and by themselves."""
    titles = {form: entry.id for entry in catalogue.all(kind) for form in entry.title if form}
    return titles, {slug(title): identity for title, identity in titles.items()} | {one: one for one in titles.values()}


def with_known_place(fields: Mapping[str, Value], site: Site) -> Mapping[str, Value]:
    """A venue that has an entry of its own is named by its id; what that entry says of it is not said again."""
    place = fields.get("sted")
    name = str(place.get("navn", "")) if isinstance(place, Mapping) else ""
    known = known_by_name(Place, name, site) if name else ""
    return {**fields, "sted": known} if known else fields


def _by_uid(uid: str, site: Site) -> str:
    entries = site.catalogue.all(Organisation)
    return next((entry.id for entry in entries if any(source.uid == uid for source in entry.sources)), "")
