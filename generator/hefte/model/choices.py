"""The closed code lists of the field, as editors write them.

Sources: Kartverket/SOSI «Tilgjengelighet» 1.3 (KV13), Merkehåndboka 2019 (MH19), Open Referral
HSDS 3.0, a11yJSON. Where the content model left the codes open (obstacles, winter, dog, mobile
coverage) they are decided here, in the words a Norwegian editor uses.
"""

from hefte.model.kinds import Choice


class YesNoPartly(Choice):
    """Three known answers; a fourth, «vet ikke», is the absent field."""

    YES = "ja"
    PARTLY = "delvis"
    NO = "nei"


class Adapted(Choice):
    """How far an offer is made for people who need adaptation."""

    NO = "nei"
    ON_REQUEST = "kan_tilpasses"
    YES = "ja"
    OWN_OFFER = "eget_tilbud"


class Discount(Choice):
    """What a companion card or an activity card gives."""

    YES = "ja"
    NO = "nei"
    REDUCED = "rabatt"


class SignUp(Choice):
    """Whether one must sign up, or needs the municipality's decision first."""

    NO = "nei"
    YES = "ja"
    DECISION = "vedtak"


class Season(Choice):
    """KV13 Årstidsbruk, with spring and autumn for what is not a route."""

    ALL_YEAR = "helår"
    SUMMER = "sommer"
    WINTER = "vinter"
    SPRING = "vår"
    AUTUMN = "høst"


class Indoors(Choice):
    """Under a roof, in the open, or both."""

    INDOORS = "inne"
    OUTDOORS = "ute"
    BOTH = "begge"


class Weather(Choice):
    """The weather that an activity is good for."""

    ANY = "all_slags"
    DRY = "opphold"
    SUN = "sol"
    RAIN = "regn"
    SNOW = "snø"


class Energy(Choice):
    """How much strength it takes."""

    CALM = "rolig"
    MEDIUM = "middels"
    HIGH = "høy"


class Status(Choice):
    """HSDS service.status."""

    ACTIVE = "aktiv"
    PAUSED = "pause"
    INACTIVE = "inaktiv"
    DEFUNCT = "nedlagt"


class Certainty(Choice):
    """How sure a source is; a fact marked unsure is shown as such and never answers a filter."""

    SURE = "sikker"
    LIKELY = "trolig"
    UNSURE = "usikker"


class People(Choice):
    """Whom an offer is for."""

    CHILDREN = "barn"
    YOUTH = "ungdom"
    ADULTS = "voksne"
    ELDERLY = "eldre"
    FAMILIES = "familier"


class Follows(Choice):
    """A calendar that decides the dates: the school year, or the venue's opening hours."""

    SCHOOL_YEAR = "skoleruta"
    OPENING_HOURS = "åpningstider"


class Level(Choice):
    """What one must be able to do beforehand."""

    ALL = "alle"
    BEGINNER = "nybegynner"
    PRACTISED = "øvet"


class Places(Choice):
    """Whether there is room for more."""

    YES = "ja"
    NO = "nei"
    WAITING_LIST = "venteliste"


class OrganisationType(Choice):
    """Who stands behind an offer."""

    CLUB = "lag"
    INTEREST_GROUP = "interesseorganisasjon"
    MUNICIPAL = "kommunal"
    PRIVATE = "privat"
    VOLUNTEER_CENTRE = "frivilligsentral"


class Course(Choice):
    """The shape of a walk."""

    ROUND = "rundtur"
    RETURN = "tur_retur"
    ONE_WAY = "en_vei"


class Grade(Choice):
    """MH19: grønn < 5 km and < 300 m climb, blå < 10 / < 600, rød < 20 / < 1000, svart no limit."""

    GREEN = "grønn"
    BLUE = "blå"
    RED = "rød"
    BLACK = "svart"


class TrackSource(Choice):
    """Whether a track was measured on the spot or drawn by hand on a map."""

    MEASURED = "målt"
    DRAWN = "tegnet"


class Road(Choice):
    """KV13 Veitype."""

    PAVED_ROAD = "asfaltert_vei"
    FOOTWAY = "gangbane"
    FOOT_AND_CYCLE = "gang_og_sykkelvei"
    GRAVEL_ROAD = "grusvei"
    TRACTOR_ROAD = "traktorvei"
    PATH = "sti"
    SKI_TRAIL = "skiløype"


class Surface(Choice):
    """KV13 Dekkemateriale."""

    ASPHALT = "asfalt"
    CONCRETE = "betong"
    COBBLESTONE = "brostein"
    PAVING = "stein"
    GRAVEL = "grus"
    GRASS = "gress"
    FOREST_FLOOR = "skogsbunn"
    BOARDWALK = "tre"


class Firmness(Choice):
    """KV13 Dekkefasthet: on `fast` wheels do not sink."""

    FIRM = "fast"
    LOOSE = "løst"


class Evenness(Choice):
    """KV13 Dekketilstand."""

    EVEN = "jevnt"
    UNEVEN = "ujevnt"


class Lighting(Choice):
    """KV13 Belysning."""

    LIT = "belyst"
    PARTLY = "delvis"
    UNLIT = "ikke"


class GuideLine(Choice):
    """KV13 Ledelinje."""

    NONE = "ingen"
    TACTILE = "taktil"
    VISUAL = "visuell"
    BOTH = "taktil_og_visuell"


class ObstacleType(Choice):
    """What may stop a wheel, a stick or a pram on the way."""

    STAIRS = "trapp"
    EDGE = "kant"
    THRESHOLD = "terskel"
    BARRIER = "bom"
    GATE = "grind"
    FENCE = "gjerde"
    CATTLE_GRID = "ferist"
    STEEP = "bratt_parti"
    NARROW = "smalt_parti"
    ROOTS = "rot"
    STONES = "stein"
    HOLE = "hull"
    BRIDGE = "bru"
    OTHER = "annet"


class Dog(Choice):
    """Whether a dog may come along."""

    YES = "ja"
    LEASH = "i_bånd"
    NO = "nei"


class Coverage(Choice):
    """Mobile coverage along the way."""

    GOOD = "god"
    PARTLY = "delvis"
    POOR = "dårlig"
    NONE = "ingen"


class Verdict(Choice):
    """KV13 Tilgjengelighetsvurdering; «ikke vurdert» is also the answer when facts are missing."""

    ACCESSIBLE = "tilgjengelig"
    PARTLY = "delvis"
    NOT = "ikke"
    NOT_ASSESSED = "ikke_vurdert"


class Profile(Choice):
    """KV13 assessment fields: for whom a stretch is judged."""

    MANUAL_WHEELCHAIR = "manuell_rullestol"
    POWERED_WHEELCHAIR = "elektrisk_rullestol"
    VISUAL_IMPAIRMENT = "synshemmet"


class Experience(Choice):
    """What there is to see and use along a walk."""

    VIEW = "utsikt"
    SIGHT = "severdighet"
    CAFE = "kafé"
    BENCH = "benk"
    SEATING = "sittegruppe"
    SHELTER = "gapahuk"
    BONFIRE = "bålplass"
    BATHING = "badeplass"
    FISHING = "fiskeplass"
    PLAYGROUND = "lekeplass"
    TOILET = "toalett"
    WATER = "drikkevann"
    ANIMALS = "dyr"
    BUS = "buss"
    OTHER = "annet"


class BuildingFunction(Choice):
    """KV13 ByggFunksjon, in the spelling of a code; attractions outdoors use `friområde`."""

    CULTURE = "kultur"
    HEALTH = "helsebygning"
    PUBLIC = "offentlig_forvaltning"
    HOTEL = "hotell"
    SCHOOL = "undervisning"
    SHOP = "butikk"
    TRANSPORT = "transport"
    SPORT = "idrett"
    ADVICE = "forbund_stiftelser_rådgivning"
    CARE_HOME = "omsorgsbolig"
    KINDERGARTEN = "barnehage"
    DAY_CENTRE = "aktivitets_og_dagsenter"
    TOILET = "toalett"
    RELIGION = "religion"
    FOOD = "servering"
    TOURIST_OFFICE = "turistkontor"
    OPEN_AIR = "friområde"
    OTHER_BUILDING = "annen_bygning"
    OTHER = "annet"


class DoorType(Choice):
    """KV13 Døråpner."""

    AUTOMATIC = "automatisk"
    HALF_AUTOMATIC = "halvautomatisk"
    MANUAL = "manuell"


class Motif(Choice):
    """The drawn landscapes that a cover or the first page may show."""

    HARBOUR = "havn"
    COAST = "kyst"
    BEACH = "strand"
    RIVER = "elv"
    TARN = "tjern"
    WOOD = "skog"
    FARM = "gård"
    VIEW = "utsikt"
    WINTER = "vinter"
    PARK = "park"
    CITY = "by"
    RAMPART = "festning"
    SQUARE = "torg"


class PaperFormat(Choice):
    """Page size of a booklet."""

    A4 = "A4"
    A5 = "A5"
    POCKET = "lomme"

    @classmethod
    def _missing_(cls, value: object) -> "PaperFormat | None":
        return {"a4": cls.A4, "a5": cls.A5, "a6": cls.POCKET}.get(str(value).strip().lower())


class TypeSize(Choice):
    """Size of the text in a booklet."""

    NORMAL = "normal"
    LARGE = "stor"


class PlanStatus(Choice):
    """A plan that is not approved is never published."""

    DRAFT = "utkast"
    APPROVED = "godkjent"


class EntryType(Choice):
    """The folders of entries that a booklet may draw from."""

    ACTIVITIES = "aktiviteter"
    ORGANISATIONS = "organisasjoner"
    EVENTS = "arrangementer"
    WALKS = "turer"
    GROUPS = "grupper"
    PLACES = "steder"


class Frame(Choice):
    """The command that makes the page frames."""

    MKDOCS = "mkdocs"
