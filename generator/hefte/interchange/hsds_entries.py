"""A catalogue of services (HSDS) as entries: services are activities, organisations and places what they are here."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from hefte.check.people import holds_birth_number
from hefte.edits import Value
from hefte.interchange.given import Given, Site, Told
from hefte.interchange.heading_words import ROW_ID
from hefte.interchange.headings import Column, Sure
from hefte.interchange.hsds_tables import Catalogue, Record
from hefte.interchange.hsds_times import row_told
from hefte.interchange.table_rows import Cell, Rows, entry_of, told_apart
from hefte.problem import Problem, Rule

_TEXTS = ("services", "organizations", "locations")
_FOLDERS = {"services": "aktiviteter", "organizations": "organisasjoner", "locations": "steder"}
_PARENTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "phones": (
        ("location_id", "locations"),
        ("service_id", "services"),
        ("organization_id", "organizations"),
        ("contact_id", "contacts"),
        ("service_at_location_id", "service_at_location"),
    ),
    "addresses": (("location_id", "locations"),),
    "schedules": (
        ("location_id", "locations"),
        ("service_id", "services"),
        ("service_at_location_id", "service_at_location"),
    ),
    "cost_options": (("service_id", "services"),),
    "accessibility": (("location_id", "locations"),),
    "services": (("organization_id", "organizations"), ("location_id", "locations")),
    "locations": (("organization_id", "organizations"),),
    "contacts": (("location_id", "locations"), ("service_id", "services"), ("organization_id", "organizations")),
}
"""By which fields a record names those that it belongs to."""

_CLOSED = {"inactive": "inaktiv", "defunct": "nedlagt", "temporarily closed": "pause"}
_WHEELCHAIR = re.compile(r"^\s*(?:wheelchair|rullestol\w*)\s*$", re.IGNORECASE)

Parts = Iterator[tuple[str, str, Value | None]]
"""What a record says: the field of ours (and, after a colon, theirs), the words, and the value where it is one."""


def entries_of_catalogue(catalogue: Catalogue, site: Site, folder: str = "") -> Rows:
    """The entries, and what in the catalogue leads nowhere or has no name."""
    given: list[Given] = []
    problems = [*catalogue.problems, *_without_parent(catalogue)]
    for table in ("organizations", "locations", "services"):
        for record in once(catalogue.of(table)):
            kind = folder if folder and table == "services" else _FOLDERS[table]
            cells = tuple(_cells(record, _PARTS[table](record, catalogue, site)))
            bare = tuple(cell for cell in cells if not holds_birth_number(cell.text))
            found = entry_of(bare, site, kind) if bare else Rows(())
            problems += found.problems
            given += found.given
    if not given and not problems:
        first = next(record for records in catalogue.tables.values() for record in records)
        problems.append(Problem(first.where, Rule.HSDS_HOLDS_NOTHING, {"found": ", ".join(catalogue.tables)}))
    return Rows(told_apart(given), tuple(problems))


def once(records: tuple[Record, ...]) -> Iterator[Record]:
    """A record that stands in several others is one."""
    told: set[str] = set()
    for record in records:
        identity = record.get("id")
        if not identity or identity not in told:
            yield record
        told.add(identity)


def _without_parent(catalogue: Catalogue) -> Iterator[Problem]:
    """Records that belong to nobody: a telephone without an owner is of no use."""
    for table, parents in _PARENTS.items():
        for record in catalogue.of(table):
            named = [(record.get(field), owner) for field, owner in parents if record.get(field)]
            is_known = any(_find(catalogue, owner, identity) for identity, owner in named)
            if not is_known and table not in _TEXTS:
                told = {
                    "place": record.place,
                    "table": table,
                    "id": ", ".join(identity for identity, _ in named) or "–",
                }
                yield Problem(record.where, Rule.HSDS_WITHOUT_PARENT, told)


def _find(catalogue: Catalogue, table: str, identity: str) -> Record | None:
    return next((one for one in catalogue.of(table) if identity and one.get("id") == identity), None)


def _of(catalogue: Catalogue, table: str, field: str, identity: str) -> Iterator[Record]:
    yield from (one for one in catalogue.of(table) if identity and one.get(field) == identity)


def _cells(record: Record, parts: Parts) -> Iterator[Cell]:
    told_place = record.place
    for at, (said, text, value) in enumerate(parts):
        target, _, heading = said.partition(":")
        if text:
            told = Told(record.where, told_place, heading or target, text)
            yield Cell(Column(at, heading or target, target, Sure.SURE, text), text, told, value)


def _shared(record: Record, catalogue: Catalogue, field: str) -> Parts:
    """What services, organisations and locations say in the same way."""
    identity = record.get("id")
    yield ROW_ID, f"{field.removesuffix('_id')}-{identity}" if identity else "", None
    yield "tittel", record.get("name"), None
    yield "beskrivelse", record.get("description"), None
    yield "kontakt.epost", record.get("email"), None
    yield "kontakt.nett", record.get("website", "url", "uri"), None
    phone = next(_of(catalogue, "phones", field, identity), None)
    yield "kontakt.tlf", phone.get("number").strip('"') if phone else "", None


def _organization(record: Record, catalogue: Catalogue, _: Site) -> Parts:
    yield from _shared(record, catalogue, "organization_id")
    number = record.get("tax_id")
    yield ("orgnr" if re.fullmatch(r"[89]\d{8}", number) else "kommentar:tax_id"), number, None


def _location(record: Record, catalogue: Catalogue, site: Site) -> Parts:
    yield from _shared(record, catalogue, "location_id")
    yield from _address(record, catalogue)
    yield "transport.tekst", record.get("transportation"), None
    for one in _of(catalogue, "accessibility", "location_id", record.get("id")):
        said = one.get("description", "accessibility")
        yield (
            ("egnet.rullestol_inn", said, "ja") if _WHEELCHAIR.match(said) else ("kommentar:accessibility", said, None)
        )
    schedules = _of(catalogue, "schedules", "location_id", record.get("id"))
    yield from _schedules((one for one in schedules if not one.get("service_id")), site)


def _address(location: Record, catalogue: Catalogue) -> Parts:
    address = next(_of(catalogue, "addresses", "location_id", location.get("id")), None)
    if address:
        yield "sted.adresse", address.get("address_1"), None
        yield "sted.postnr", address.get("postal_code"), None
        yield "sted.poststed", address.get("city"), None
    yield "sted.lat", location.get("latitude"), None
    yield "sted.lon", location.get("longitude"), None


def _service(record: Record, catalogue: Catalogue, site: Site) -> Parts:
    identity = record.get("id")
    organization = _find(catalogue, "organizations", record.get("organization_id"))
    yield from _shared(record, catalogue, "service_id")
    yield "arrangør", organization.get("name") if organization else "", None
    yield "status", record.get("status"), _CLOSED.get(record.get("status").lower(), "aktiv")
    yield "melding", record.get("alert"), None
    yield "påmelding", record.get("application_process"), None
    yield from _audience(record)
    yield from _prices(record, catalogue)
    meeting = next(_of(catalogue, "service_at_location", "service_id", identity), None)
    location = _find(catalogue, "locations", meeting.get("location_id") if meeting else record.get("location_id"))
    if location:
        yield "sted.navn", location.get("name"), None
        yield from _address(location, catalogue)
    yield from _schedules(_of(catalogue, "schedules", "service_id", identity), site)
    if meeting:
        there = _of(catalogue, "schedules", "service_at_location_id", meeting.get("id"))
        yield from _schedules((one for one in there if not one.get("service_id")), site)


def _audience(record: Record) -> Parts:
    low, high = record.get("minimum_age"), record.get("maximum_age")
    ages = f"{low}-{high}" if low and high else f"{low}+" if low else f"til {high}" if high else ""
    yield "målgruppe.alder", ages, ages
    yield "kommentar:eligibility", record.get("eligibility_description", "eligibility", "audience"), None


def _prices(record: Record, catalogue: Catalogue) -> Parts:
    """Prices in kroner; those in another currency are words."""
    rows: list[Value] = []
    for option in _of(catalogue, "cost_options", "service_id", record.get("id")):
        named = {
            "navn": option.get("option")[:300],
            "kr": option.get("amount"),
            "gjelder": option.get("amount_description")[:300],
        }
        if option.get("currency").upper() in ("NOK", "") and option.get("amount"):
            rows.append({key: value for key, value in named.items() if value})
        else:
            yield "kommentar:cost_option", " ".join(filter(None, (*named.values(), option.get("currency")))), None
    yield "pris", "…" if rows else "", rows or None
    fees = record.get("fees_description", "fees")
    yield ("kommentar:fees" if rows else "pris:fees"), fees, None


def _schedules(schedules: Iterable[Record], site: Site) -> Parts:
    for one in schedules:
        row = row_told(one, site.catalogue.today)
        said = one.get("description") or " ".join(one.fields.values())
        yield ("når", said, [row]) if row else ("kommentar:schedule", said, None)


_PARTS: Mapping[str, Callable[[Record, Catalogue, Site], Parts]] = {
    "organizations": _organization,
    "locations": _location,
    "services": _service,
}
