"""Organisations and places: who offers something, and where it goes on."""

from typing import Annotated, ClassVar

from hefte.model.choices import BuildingFunction, DoorType, Handrail, OrganisationType, YesNoPartly
from hefte.model.entry import ADVISED, Entry
from hefte.model.kinds import Record, Refers, key
from hefte.model.parts import Schedule, Spot, under
from hefte.model.texts import Line, OrganisationNumber, Reference, YesNo
from hefte.model.values import Centimetres, Count, Degrees, Metres


class Organisation(Entry):
    """Who answers the phone; what it offers is derived from the other entries."""

    folder: ClassVar[str] = "organisasjoner"

    number: OrganisationNumber | None = key("orgnr", example='"974760673"')
    type: OrganisationType | None = key("type", example="lag", need=ADVISED)
    visiting_address: Annotated[Spot, under("adresse")] | None = key(
        "besøksadresse", example='{adresse: Havnegata 12, postnr: "1601"}'
    )
    opening_hours: Schedule | None = key("åpningstider", example="[{dag: hverdager, kl: 10-16}]")
    part_of: Annotated[Reference, Refers("organisasjoner")] | None = key("del_av", example="eksempelvik-kommune")


class Ramp(Record):
    """A ramp at an entrance, to a jetty or into the water."""

    exists: YesNo | None = key("svar", example="ja")
    slope_degrees: Degrees | None = key("stigning", example="1:12")
    width_cm: Centimetres | None = key("bredde_cm", example="120")
    threshold_cm: Centimetres | None = key("terskel_cm", example="2")
    handrail: Handrail | None = key("håndlist", example="begge_sider")


class Entrance(Record):
    """What a wheelchair meets at the door."""

    width_cm: Centimetres | None = key("bredde_cm", example="90")
    threshold_cm: Centimetres | None = key("terskel_cm", example="2")
    door: DoorType | None = key("dør", example="automatisk")
    ramp: Annotated[Ramp, under("svar")] | None = key("rampe", example="ja")
    note: Line | None = key("merknad", example="Bruk inngangen mot parken.")


class Facility(Record):
    """A toilet or parking for disabled people: the answer, how far away, and when in the year."""

    answer: YesNoPartly | None = key("svar", example="ja")
    count: Count | None = key("antall", example="2")
    distance: Metres | None = key("avstand_m", example="30")
    season: Line | None = key("sesong", example="mai til september")
    note: Line | None = key("merknad", example="I første etasje.")


class Place(Entry):
    """A venue or a sight; facts about it are written once and used by all entries that refer to it."""

    folder: ClassVar[str] = "steder"

    function: BuildingFunction | None = key("byggfunksjon", example="kultur")
    sight: YesNo | None = key("severdighet", example="ja")
    opening_hours: Schedule | None = key("åpningstider", example="[{dag: alle_dager, kl: 10-16}]", need=ADVISED)
    entrance: Entrance | None = key("inngang", example="{bredde_cm: 90, terskel_cm: 2}")
    accessible_toilet: Annotated[Facility, under("svar")] | None = key("hc_toalett", example="ja", need=ADVISED)
    accessible_parking: Annotated[Facility, under("svar")] | None = key(
        "hc_parkering", example="{svar: ja, avstand_m: 30}", need=ADVISED
    )
    hearing_loop: YesNoPartly | None = key("teleslynge", example="ja")
    free_hours: Line | None = key("gratis_tider", example="Gratis den første søndagen i måneden.")
    food: Line | None = key("mat", example="Kafé med vafler.")
