"""What every entry has: a title, whom it is for, what it costs, where, and who has checked it."""

from typing import Annotated, ClassVar, NamedTuple

from hefte.model.choices import Discount, Energy, Indoors, Season, Status, Weather
from hefte.model.kinds import ONE_OR_MORE, Need, Record, Refers, key
from hefte.model.parts import (
    Adaptation,
    Audience,
    Checked,
    Contact,
    GearLoan,
    InBooklets,
    Origin,
    Picture,
    Price,
    Registration,
    Suited,
    Transport,
    Venue,
    under,
)
from hefte.model.texts import Code, Id, Lead, Line, Markdown, Municipality, Reference, ShortTitle, Title, Word
from hefte.model.times import Day
from hefte.model.values import Minutes
from hefte.positions import locate
from hefte.problem import Where
from hefte.source import Source

REQUIRED, ADVISED = Need.REQUIRED, Need.ADVISED


class Stand(NamedTuple):
    """Where a record stands: the whole text of its file, and the keys and indexes that lead to it there."""

    source: Source = Source("", "")
    at: tuple[str | int, ...] = ()


_NOWHERE = Stand()


class Placed(Record):
    """A record with a file of its own; it knows its lines as long as its source is kept."""

    # A slot is looked up many times faster than one of pydantic's private attributes.
    __slots__ = ("_stand",)

    # Two records are never one, whatever they say; and both are asked for in every table of entries.
    __eq__ = object.__eq__

    def __hash__(self) -> int:
        return id(self) >> 4

    def put(self, source: Source, *at: str | int) -> None:
        """Remember where the record was read; only its reader may say so."""
        object.__setattr__(self, "_stand", Stand(source, at))

    @property
    def stand(self) -> Stand:
        """Where it was read; nowhere for a record that was made by hand."""
        stand: Stand = getattr(self, "_stand", _NOWHERE)
        return stand

    @property
    def source(self) -> Source:
        """The whole text of the file it was read from."""
        return self.stand.source

    @property
    def path(self) -> str:
        """The file below content/, such as `turer/strandpromenaden.yaml`."""
        return self.stand.source.path

    @property
    def made_of(self) -> tuple[str, ...]:
        """What tells this version of the document from every other: its file's text and its place there."""
        source, at = self.stand
        return (source.path, source.text, *map(str, at))

    def where(self, *keys: str | int) -> Where:
        """The place of a value in the file, found when it is asked for."""
        source, at = self.stand
        return locate(source, (*at, *keys))


class Document(Placed):
    """An entry, a booklet or a page: what has an id and is published."""

    folder: ClassVar[str] = ""

    id: Id = key("id", example="strandpromenaden", need=REQUIRED)

    @property
    def page(self) -> str:
        """The address of the entry's page below the site's root, without a leading slash."""
        return f"{self.folder}/{self.id}.html"


class Entry(Document):
    """The fields that activities, organisations, events, walks, groups and places share."""

    title: Title = key("tittel", example="Strandpromenaden", need=REQUIRED)
    short_title: ShortTitle | None = key("kort_tittel", example="Promenaden")
    lead: Lead = key("ingress", example="Flat rundtur med utsikt og kafé ved starten.", need=REQUIRED)
    body: Markdown | None = key("beskrivelse", example="Følg skiltene fra parkeringsplassen.")
    categories: Annotated[tuple[Code, ...], ONE_OR_MORE] = key(
        "kategorier", example="[natur_og_friluftsliv]", need=REQUIRED
    )
    tags: Annotated[tuple[Word, ...], ONE_OR_MORE] = key("temaord", example="[bading, strand]", default=())
    municipalities: Annotated[tuple[Municipality, ...], ONE_OR_MORE] = key("kommune", example='"3107"', need=REQUIRED)
    area: Word | None = key("område", example="Kråkerøy", need=ADVISED)
    audience: Audience | None = key("målgruppe", example="{alder: 13-25, for: [ungdom]}", need=ADVISED)
    adapted: Annotated[Adaptation, under("svar")] | None = key(
        "tilrettelagt", example="{svar: ja, hvordan: Rampe ved inngangen.}", need=ADVISED
    )
    suited: Suited | None = key("egnet", example="{rullestol_inn: ja, hc_toalett: nei}", need=ADVISED)
    price: Price | None = key("pris", example="gratis", need=ADVISED)
    companion_card: Discount | None = key("ledsagerbevis", example="ja", need=ADVISED)
    leisure_card: Discount | None = key("fritidskort", example="ja", need=ADVISED)
    place: Venue | None = key("sted", example="eksempelvik-bad", need=ADVISED)
    transport: Annotated[Transport, under("tekst")] | None = key(
        "transport", example="{holdeplass: {navn: Torget, m: 180}}", need=ADVISED
    )
    contact: Contact | None = key("kontakt", example='{rolle: Lederen, tlf: "69 00 00 00"}', need=ADVISED)
    organiser: Annotated[Reference, Refers("organisasjoner")] | None = key(
        "arrangør", example="eksempelvik-bowlingklubb", need=ADVISED
    )
    sign_up: Annotated[Registration, under("svar")] | None = key(
        "påmelding", example="{svar: ja, hvordan: Ring før første gang.}", need=ADVISED
    )
    gear: Line | None = key("utstyr", example="Ta med badetøy og håndkle.")
    gear_loan: Annotated[GearLoan, under("tekst")] | None = key("utstyr_lån", example="Lån ski hos BUA.")
    season: Annotated[tuple[Season, ...], ONE_OR_MORE] = key("sesong", example="helår", default=(), need=ADVISED)
    indoors: Indoors | None = key("inne_ute", example="ute", need=ADVISED)
    weather: Annotated[tuple[Weather, ...], ONE_OR_MORE] = key("vær", example="all_slags", default=())
    energy: Energy | None = key("energi", example="rolig", need=ADVISED)
    minutes: Minutes | None = key("varighet_min", example="90", need=ADVISED)
    pictures: tuple[Picture, ...] = key("bilder", example="[{fil: vannet.jpg, alt: To benker ved vannet.}]", default=())
    checked: Annotated[Checked, under("dato")] | None = key(
        "kontrollert", example="{dato: 2026-10-14, av: fritidskontakttjenesten}", need=ADVISED
    )
    status: Status = key("status", example="aktiv", default=Status.ACTIVE)
    notice: Line | None = key("melding", example="Stengt for oppussing til mai.")
    shown_from: Day | None = key("vis_fra", example="2026-12-01")
    shown_until: Day | None = key("vis_til", example="2027-03-01")
    sources: tuple[Origin, ...] = key(
        "kilde", example="[{nett: https://eksempel.no, lest: 2026-11-21, sikkerhet: sikker}]", default=()
    )
    in_booklets: InBooklets | None = key("hefte", example="{med: ja, prioritet: 1}", own=True)
    former_ids: Annotated[tuple[Id, ...], ONE_OR_MORE] = key(
        "tidligere_id", example="[gamle-strandsti]", default=(), own=True
    )
    memo: Word | None = key("notat", example="Ring igjen i mars.", own=True)

    @property
    def is_closed(self) -> bool:
        """Whether it is closed down or taken out of use; nobody is sent there, and its number is not told."""
        return self.status in {Status.DEFUNCT, Status.INACTIVE}
