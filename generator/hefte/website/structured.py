"""What search engines and other catalogues are told of an entry: schema.org as JSON-LD, only what is known and sure."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup

from hefte.model import Activity, Entry, Event, Group, Organisation, Place, Walk
from hefte.model.choices import BuildingFunction, OrganisationType, YesNoPartly
from hefte.model.parts import Contact, Occasion, Spot
from hefte.model.times import WEEK, ClockSpan, single_days
from hefte.occurrences import is_cancelled
from hefte.telling.contact import contact_of
from hefte.telling.price import has_conditions, is_free
from hefte.telling.settled import settled
from hefte.telling.sources import is_unsure
from hefte.telling.when import MIDNIGHT
from hefte.website.data import json_in_html
from hefte.website.site import Site

Data = Mapping[str, object]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FUNCTIONS: Mapping[BuildingFunction | None, str] = MappingProxyType(
    {
        BuildingFunction.SPORT: "SportsActivityLocation",
        BuildingFunction.OPEN_AIR: "Park",
        BuildingFunction.FOOD: "FoodEstablishment",
        BuildingFunction.TOILET: "PublicToilet",
    }
)
_OWNERS: Mapping[OrganisationType | None, str] = MappingProxyType(
    {
        OrganisationType.MUNICIPAL: "GovernmentOrganization",
        OrganisationType.CLUB: "NGO",
        OrganisationType.INTEREST_GROUP: "NGO",
    }
)


def structured(site: Site, entry: Entry) -> Markup:
    """JSON for a data block in HTML; what nobody has said, or is unsure of, is not in it."""
    return json_in_html(_filled({"@context": "https://schema.org", **dict(_all(site, entry))}))


def _all(site: Site, entry: Entry) -> Iterator[tuple[str, object]]:
    yield "@type", _type_of(entry)
    yield "name", site.plain(entry.title)
    yield "description", site.plain(entry.lead)
    yield "inLanguage", site.language if isinstance(entry, Event) else ""
    yield "url", site.address_of(entry.page)
    picture = entry.pictures[0].file if entry.pictures else ""
    yield "image", f"{site.address}/bilder/{picture}" if site.address and picture else ""
    yield from _of_its_type(site, entry).items()


def _type_of(entry: Entry) -> str:
    if isinstance(entry, Place):
        return "TouristAttraction" if entry.sight else _FUNCTIONS.get(entry.function, "Place")
    if isinstance(entry, Organisation):
        return _OWNERS.get(entry.type, "Organization")
    if isinstance(entry, Walk):
        return "TouristAttraction"
    return "Event" if isinstance(entry, Event) and _is_dated(entry) else "Service"


def _of_its_type(site: Site, entry: Entry) -> Data:
    if isinstance(entry, Organisation):
        contact = None if is_unsure(entry, "kontakt") else entry.contact
        return {**_contact(contact), "address": _postal(site.catalogue.spot(entry))}
    if isinstance(entry, Place | Walk):
        return {**_ground(site, entry), "isAccessibleForFree": _free(entry)}
    return _event(site, entry) if isinstance(entry, Event) and _is_dated(entry) else _service(site, entry)


def _is_dated(event: Event) -> bool:
    return event.start is not None and not is_unsure(event, "start")


def _event(site: Site, entry: Event) -> Data:
    start, end = entry.current_start, entry.current_end
    if start is None:
        return {}
    hour = start.time() != MIDNIGHT
    whole = is_cancelled(entry)
    return {
        "startDate": start.isoformat(timespec="minutes") if hour else start.date().isoformat(),
        "endDate": end.isoformat(timespec="minutes") if end and hour else "",
        "eventStatus": f"https://schema.org/Event{'Cancelled' if whole else 'Scheduled'}",
        "location": _venue(site, entry),
        "organizer": _organiser(site, entry),
        "isAccessibleForFree": _free(entry),
        "offers": _offer(entry),
    }


def _service(site: Site, entry: Entry) -> Data:
    """An activity or a group: who offers it, where, and at what hours."""
    rows = (entry.when if isinstance(entry, Activity) else entry.meets if isinstance(entry, Group) else ()) or ()
    sure = not is_unsure(entry, "møtes" if isinstance(entry, Group) else "når")
    contact = contact_of(entry, site.catalogue)
    return {
        "provider": _organiser(site, entry),
        "availableChannel": _filled(
            {
                "@type": "ServiceChannel",
                "serviceLocation": _venue(site, entry),
                "servicePhone": {"@type": "ContactPoint", "telephone": contact.phone}
                if contact and contact.phone
                else "",
            }
        ),
        "hoursAvailable": list(_hours(rows)) if sure else [],
        "offers": _offer(entry),
    }


def _venue(site: Site, entry: Entry) -> Data:
    venue = site.catalogue.venue(entry)
    ground = _filled(_ground(site, entry))
    if venue is not None and not is_unsure(entry, "sted"):
        return {"@type": "Place", "name": site.plain(venue.title), **ground}
    spot = site.catalogue.spot(entry)
    return {"@type": "Place", **({"name": spot.name} if spot and spot.name else {}), **ground} if ground else {}


def _ground(site: Site, entry: Entry) -> Data:
    """Where it is and what is known of access there."""
    alias = "start" if isinstance(entry, Walk) else "base" if isinstance(entry, Group) else "sted"
    position = None if is_unsure(entry, alias) else site.catalogue.position(entry)
    hours = entry.opening_hours if isinstance(entry, Place) and not is_unsure(entry, "åpningstider") else None
    return {
        "address": "" if is_unsure(entry, alias) else _postal(site.catalogue.spot(entry)),
        "geo": {"@type": "GeoCoordinates", "latitude": round(position[0], 5), "longitude": round(position[1], 5)}
        if position
        else "",
        "amenityFeature": list(_amenities(site, entry)),
        "openingHoursSpecification": list(_hours(hours or ())),
    }


def _amenities(site: Site, entry: Entry) -> Iterator[Data]:
    """A plain yes or no is told; «delvis» is neither."""
    for name, known in settled(entry, site.catalogue, site.rules).items():
        if known and not known.unsure and known.value is not YesNoPartly.PARTLY:
            label, yes = site.words.say(f"field.{name}"), known.value is YesNoPartly.YES
            yield {"@type": "LocationFeatureSpecification", "name": label, "value": yes}


def _hours(rows: Sequence[Occasion]) -> Iterator[Data]:
    """The rows that are the same every week; what comes now and then, or has days off, is not told here."""
    for row in rows:
        every_week = row.every is None or (row.every.unit == "week" and row.every.interval == 1)
        if row.hours is None or row.hours.end is None or not row.days or not every_week:
            continue
        if row.always or row.follows or row.except_days:
            continue
        span = {"validFrom": row.first, "validThrough": row.last}
        yield {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [_DAYS[WEEK.index(day)] for day in single_days(row.days)],
            "opens": f"{row.hours.start:%H:%M}",
            "closes": _closes(row.hours),
            **{name: day.isoformat() for name, day in span.items() if day},
        }


def _closes(hours: ClockSpan) -> str:
    """When it closes; the end of the day is 23:59, since 00:00 to 00:00 means closed to those who read schema.org."""
    return "23:59" if hours.end in {None, MIDNIGHT} else f"{hours.end:%H:%M}"


def _organiser(site: Site, entry: Entry) -> Data:
    found = site.catalogue.organiser(entry)
    return {"@type": "Organization", "name": site.plain(found.title)} if found else {}


def _postal(spot: Spot | None) -> Data:
    if spot is None or not (spot.address or spot.town):
        return {}
    known = {"streetAddress": spot.address, "postalCode": spot.postal_code, "addressLocality": spot.town}
    return {"@type": "PostalAddress", **{name: text for name, text in known.items() if text}, "addressCountry": "NO"}


def _contact(contact: Contact | None) -> Data:
    return {"telephone": contact.phone, "email": contact.email, "sameAs": contact.link} if contact else {}


def _free(entry: Entry) -> object:
    if not entry.price or is_unsure(entry, "pris"):
        return ""
    return "" if is_free(entry) and has_conditions(entry) else is_free(entry)


def _offer(entry: Entry) -> Data:
    """A single price with no condition; several prices take words to tell."""
    rows = entry.price or ()
    if len(rows) != 1 or rows[0].condition or rows[0].covers or is_unsure(entry, "pris"):
        return {}
    return {"@type": "Offer", "price": f"{rows[0].amount:g}", "priceCurrency": "NOK"}


def _filled(data: Data) -> Data:
    """Without what is empty; `false` is an answer."""
    return {name: value for name, value in data.items() if value is False or value}
