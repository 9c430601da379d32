"""References: whoever is named exists, and categories are those of the site."""

from collections.abc import Iterator, Mapping

from hefte.catalogue import Catalogue, reference_fields
from hefte.model import Booklet, Document, Entry, Newsletter, Organisation
from hefte.model.booklet import Selection
from hefte.municipalities import MUNICIPALITIES
from hefte.problem import Problem, Rule
from hefte.spelling import nearest

_RULES: Mapping[str, Rule] = {
    "organisasjoner": Rule.UNKNOWN_ORGANISATION,
    "steder": Rule.UNKNOWN_PLACE,
}


def references_lead_somewhere(catalogue: Catalogue) -> Iterator[Problem]:
    """An activity must lead to someone who answers the phone, and to a place that exists."""
    for document in catalogue.documents:
        # A newsletter that is sent names what may be gone: see newsletters.py.
        for key, folder, identity in () if isinstance(document, Newsletter) else reference_fields(document):
            if catalogue.get(folder, identity) is None:
                near = nearest(identity, _ids(catalogue, folder))
                rule = _RULES.get(folder, Rule.UNKNOWN_REFERENCE)
                values = {"id": identity, "folder": folder, "nearest": near}
                yield Problem(document.where(key), rule, values)


def organisers_are_open(catalogue: Catalogue) -> Iterator[Problem]:
    """An entry that is shown, or will be, is arranged by nobody where its organisation is closed."""
    for entry in catalogue.entries:
        found = catalogue.get(Organisation.folder, entry.organiser or "")
        if isinstance(found, Organisation) and found.is_closed and not entry.is_closed:
            yield Problem(entry.where("arrangør"), Rule.ORGANISATION_IS_CLOSED, {"id": found.id})


def booklets_name_entries_that_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """An entry that a booklet asks for by name must be there."""
    known = {document.id for document in catalogue.documents if isinstance(document, Entry)}
    for booklet, location, selection in _selections(catalogue):
        for key, wanted in (("ta_med", selection.include), ("utelat", selection.leave_out)):
            for index, identity in enumerate(wanted):
                if identity not in known:
                    values = {"id": identity, "folder": "", "nearest": nearest(identity, known)}
                    where = booklet.where(*location, key, index)
                    yield Problem(where, Rule.UNKNOWN_REFERENCE, values)


def categories_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """A category must be one of the taxonomy, or nobody would find the entry under it."""
    for document in catalogue.documents:
        if isinstance(document, Entry):
            yield from _unknown_categories(catalogue, document, (), document.categories)
    for booklet, location, selection in _selections(catalogue):
        yield from _unknown_categories(catalogue, booklet, location, selection.categories)


INVENTED = "99"
"""No real municipality's number begins like this, so samples may."""

TO_BE_CHANGED = "9900"
"""The number that `hefte init` writes: whose site it is, nobody else can know."""


def municipalities_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """Numbers changed in 2020 and 2024, and old lists still hold the old ones."""
    own = catalogue.settings.municipalities
    named = tuple(f"{code} {MUNICIPALITIES[code]}" for code in own if code in MUNICIPALITIES)
    for index, number in enumerate(own):
        if number == TO_BE_CHANGED:
            where = catalogue.settings.where("kommune", index)
            yield Problem(where, Rule.INVENTED_MUNICIPALITY, {"value": number})
    for document in catalogue.documents:
        for index, number in enumerate(document.municipalities if isinstance(document, Entry) else ()):
            if rule := _wrong_number(number, has_real=bool(named)):
                values = {"value": number, "choices": named}
                yield Problem(document.where("kommune", index), rule, values)


def _wrong_number(number: str, *, has_real: bool) -> Rule | None:
    if number in MUNICIPALITIES or number == "hele_landet":
        return None
    if number.startswith(INVENTED):
        return Rule.INVENTED_MUNICIPALITY if has_real else None
    return Rule.UNKNOWN_MUNICIPALITY


def organisations_do_not_form_a_ring(catalogue: Catalogue) -> Iterator[Problem]:
    """An organisation that is part of itself by detours has nobody on top."""
    above = {
        organisation.id: organisation for organisation in catalogue.documents if isinstance(organisation, Organisation)
    }
    told: set[str] = set()
    for start in sorted(above):
        ring = _ring(above, start)
        if ring and not told.intersection(ring):
            told.update(ring)
            values = {"ring": " → ".join((*ring, ring[0]))}
            yield Problem(above[start].where("del_av"), Rule.RING_OF_ORGANISATIONS, values)


def _ring(above: Mapping[str, Organisation], start: str) -> tuple[str, ...]:
    """The ids from `start` back to itself, or nothing where the way up ends or misses it."""
    way = [start]
    while (organisation := above.get(way[-1])) and organisation.part_of:
        if organisation.part_of == start:
            return tuple(way)
        if organisation.part_of in way:
            return ()
        way.append(organisation.part_of)
    return ()


def _ids(catalogue: Catalogue, folder: str) -> tuple[str, ...]:
    return tuple(document.id for document in catalogue.documents if document.folder == folder)


def _unknown_categories(
    catalogue: Catalogue, document: Document, location: tuple[str | int, ...], codes: tuple[str, ...]
) -> Iterator[Problem]:
    for index, code in enumerate(codes):
        if code not in catalogue.categories:
            known = tuple(catalogue.categories)
            values = {"value": code, "nearest": nearest(code, known), "choices": known}
            yield Problem(document.where(*location, "kategorier", index), Rule.UNKNOWN_CATEGORY, values)


def _selections(catalogue: Catalogue) -> Iterator[tuple[Booklet, tuple[str | int, ...], Selection]]:
    for booklet in catalogue.documents:
        if isinstance(booklet, Booklet):
            yield booklet, ("utvalg",), booklet.selection
            for index, chapter in enumerate(booklet.chapters):
                if chapter.selection:
                    yield booklet, ("kapitler", index, "utvalg"), chapter.selection
