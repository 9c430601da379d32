"""The small records that several entry types share: contact, price, place, transport, checks."""

from typing import Annotated

from pydantic import Discriminator, Tag

from hefte.model.choices import Adapted, Certainty, Follows, People, SignUp, YesNoPartly
from hefte.model.kinds import ONE_OR_MORE, Need, Record, Refers, Short, key
from hefte.model.texts import (
    Email,
    Line,
    Link,
    Phone,
    PictureFile,
    PostalCode,
    Reference,
    Word,
    YesNo,
)
from hefte.model.times import Day, Days, Hours, Recurrence, Weekday
from hefte.model.values import AgeRange, Count, Kroner, Latitude, Longitude, Metres

_GROUP = (dict, Record)
_LIST = (list, tuple)


def under(name: str) -> Short:
    """Let one value stand for a record with only that field."""

    def wrap(value: object) -> object:
        if isinstance(value, str):
            return {name: value}
        return value if isinstance(value, _GROUP) else {name: value}

    return Short(wrap, key=name)


class Audience(Record):
    """Whom an offer is for: an age range, groups of people, or both."""

    ages: AgeRange | None = key("alder", example="13-25", need=Need.ADVISED)
    people: Annotated[tuple[People, ...], ONE_OR_MORE] = key("for", example="[ungdom, voksne]", default=())


class Suited(Record):
    """What a person can count on; each is ja, nei or delvis, and absent means nobody has said."""

    wheelchair_in: YesNoPartly | None = key("rullestol_inn", example="ja", need=Need.ADVISED)
    accessible_toilet: YesNoPartly | None = key("hc_toalett", example="ja", need=Need.ADVISED)
    accessible_parking: YesNoPartly | None = key("hc_parkering", example="delvis")
    hearing_loop: YesNoPartly | None = key("teleslynge", example="nei")
    calm: YesNoPartly | None = key("rolig", example="ja")
    few_people: YesNoPartly | None = key("lite_folk", example="delvis")
    sign_language: YesNoPartly | None = key("tegnspråk", example="nei")
    lift: YesNoPartly | None = key("heis", example="ja")
    changing_place: YesNoPartly | None = key("stellerom_voksne", example="nei")
    guide_dog: YesNoPartly | None = key("førerhund", example="ja")
    companion_free: YesNoPartly | None = key("assistent_gratis", example="ja")


class PriceRow(Record):
    """One price in kroner, and what it is for; 0 is free."""

    name: Line | None = key("navn", example="Voksen")
    amount: Kroner = key("kr", example="60", need=Need.REQUIRED)
    covers: Line | None = key("gjelder", example="per gang")
    companion: YesNo | None = key("ledsager", example="ja")
    condition: Line | None = key("vilkår", example="med Fritidskort")
    first: Day | None = key("fra", example="2027-01-01")
    last: Day | None = key("til", example="2027-06-30")


def _price_rows(value: object) -> object:
    rows = value if isinstance(value, _LIST) else [value]
    return [row if isinstance(row, _GROUP) else {"kr": row} for row in rows]


Price = Annotated[tuple[PriceRow, ...], Short(_price_rows, one=True, key="kr")]
"""`gratis`, a number, one row or a list of rows."""


class Contact(Record):
    """Whom to call: a role rather than a name; a name or a mobile needs `samtykke`."""

    role: Line | None = key("rolle", example="Aktivitetslederen")
    name: Word | None = key("navn", example="Kari Eksempel")
    phone: Phone | None = key("tlf", example='"69 00 00 00"')
    email: Email | None = key("epost", example="post@eksempel.no")
    link: Link | None = key("nett", example="https://eksempel.no")
    hours: Line | None = key("svartid", example="hverdager 9–15")
    consent: Day | None = key("samtykke", example="2026-10-01", own=True)


class Spot(Record):
    """A place that has no entry of its own; without lat and lon no distance is told."""

    name: Word | None = key("navn", example="Parkeringsplassen", need=Need.ADVISED)
    address: Word | None = key("adresse", example="Havnegata 12")
    postal_code: PostalCode | None = key("postnr", example='"1601"')
    town: Word | None = key("poststed", example="Eksempelvik")
    latitude: Latitude | None = key("lat", example="59.2016")
    longitude: Longitude | None = key("lon", example="10.9487")


def _spot_or_id(value: object) -> str:
    return "@spot" if isinstance(value, _GROUP) else "@id"


Venue = Annotated[
    Annotated[Reference, Refers("steder"), Tag("@id")] | Annotated[Spot, Tag("@spot")],
    Discriminator(_spot_or_id),
]
"""The id of a place, or a place described on the spot."""


class Stop(Record):
    """A public transport stop and how far it is."""

    name: Word = key("navn", example="Torget", need=Need.REQUIRED)
    distance: Metres | None = key("m", example="180")
    lines: Line | None = key("linjer", example="12 og 40")


class Transport(Record):
    """How to get there without a car of one's own."""

    text: Line | None = key("tekst", example="Buss 12 stopper rett utenfor.")
    stop: Annotated[Stop, under("navn")] | None = key("holdeplass", example="{navn: Torget, m: 180}")
    pick_up: YesNo | None = key("henting", example="nei")
    patient_transport: YesNo | None = key("tt", example="ja")


class Registration(Record):
    """Whether and how one signs up."""

    needed: SignUp = key("svar", example="ja", need=Need.REQUIRED)
    how: Line | None = key("hvordan", example="Ring før første gang.")
    deadline: Day | None = key("frist", example="2026-12-01")


class Adaptation(Record):
    """How far the offer is adapted, and in what way."""

    degree: Adapted = key("svar", example="ja", need=Need.REQUIRED)
    how: Line | None = key("hvordan", example="Rampe, lette kuler, egen bane.")


class Occasion(Record):
    """One line of `når`: which day, what time, how often, between which dates."""

    always: YesNo | None = key("alltid", example="ja")
    days: Annotated[tuple[Weekday, ...], ONE_OR_MORE] = key("dag", example="tirsdag", default=())
    hours: Hours | None = key("kl", example="18:00-19:30")
    every: Recurrence | None = key("hver", example="2. uke")
    first: Day | None = key("fra", example="2026-08-18")
    last: Day | None = key("til", example="2026-12-15")
    except_days: Annotated[tuple[Days, ...], ONE_OR_MORE] = key("unntatt", example="[2026-10-06]", default=())
    extra_days: Annotated[tuple[Day, ...], ONE_OR_MORE] = key("også", example="[2026-12-22]", default=())
    follows: Follows | None = key("følger", example="skoleruta")
    note: Line | None = key("merknad", example="Pizza den siste tirsdagen.")


def _occasions(value: object) -> object:
    rows = value if isinstance(value, _LIST) else [value]
    return [_occasion(row) for row in rows]


def _occasion(row: object) -> object:
    words = {"alltid": {"alltid": "ja"}, "åpningstider": {"følger": "åpningstider"}}
    if isinstance(row, str):
        return words.get(row, {"dag": row})
    return row


Schedule = Annotated[tuple[Occasion, ...], Short(_occasions, one=True, key="dag", words=("alltid", "åpningstider"))]
"""`alltid`, `åpningstider`, one row or a list of rows."""


class Picture(Record):
    """A file in content/bilder; whoever cannot see it hears `alt`."""

    file: PictureFile = key("fil", example="strandpromenaden.jpg", need=Need.REQUIRED)
    alt: Line = key("alt", example="To benker ved vannet.", need=Need.REQUIRED)
    photo: Word | None = key("foto", example="Fritidskontakttjenesten")
    licence: Word | None = key("lisens", example="CC BY 4.0")


class Checked(Record):
    """When somebody last made sure that the entry is right, and when to do it again."""

    day: Day = key("dato", example="2026-10-14", need=Need.REQUIRED)
    by: Line | None = key("av", example="fritidskontakttjenesten")
    next: Day | None = key("neste", example="2027-04-14")


class Origin(Record):
    """Where facts come from, how sure they are, and which keys they hold for."""

    link: Link | None = key("nett", example="https://eksempel.no/turer")
    title: Line | None = key("navn", example="Turguiden 2019")
    read: Day | None = key("lest", example="2026-11-21")
    certainty: Certainty | None = key("sikkerhet", example="trolig")
    uid: Word | None = key("uid", example="7f3a@bibliotek.eksempel.no", own=True)
    covers: Annotated[tuple[Word, ...], ONE_OR_MORE] = key("gjelder", example="[lengde, underlag]", default=())


class InBooklets(Record):
    """What printed booklets must know of an entry: in or out, how soon it may be left out, and since when it is in."""

    included: YesNo | None = key("med", example="ja")
    priority: Count | None = key("prioritet", example="2")
    since: Day | None = key("siden", example="2026-09-01")


class GearLoan(Record):
    """Equipment that can be borrowed."""

    text: Line | None = key("tekst", example="Lån sykkel hos BUA.")
    link: Link | None = key("nett", example="https://www.bua.io")
