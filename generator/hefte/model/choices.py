"""The closed code lists that several types share, as editors write them.

Sources: Kartverket/SOSI «Tilgjengelighet» 1.3 (KV13), Open Referral HSDS 3.0, a11yJSON. What only a walk has stands in
walk_choices.py.
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


class Handrail(Choice):
    """KV13 Håndlist: on which side of a ramp there is one."""

    BOTH = "begge_sider"
    LEFT = "venstre"
    RIGHT = "høyre"
    NONE = "mangler"


class DoorType(Choice):
    """KV13 Døråpner."""

    AUTOMATIC = "automatisk"
    HALF_AUTOMATIC = "halvautomatisk"
    MANUAL = "manuell"


class Tone(Choice):
    """The colours that a category may have; each is drawn light, dark and in print."""

    GREEN = "gran"
    BLUE = "fjord"
    RED = "rust"
    YELLOW = "oker"


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

    A3 = "A3"
    A4 = "A4"
    A5 = "A5"
    POCKET = "lomme"

    @classmethod
    def _missing_(cls, value: object) -> "PaperFormat | None":
        return {"a3": cls.A3, "a4": cls.A4, "a5": cls.A5, "a6": cls.POCKET}.get(str(value).strip().lower())


class TypeSize(Choice):
    """Size of the text in a booklet."""

    NORMAL = "normal"
    LARGE = "stor"


class EditionKind(Choice):
    """What else a booklet is made as, beside the one for the screen."""

    LARGE = "storskrift"
    FOLDED = "trykk"
    PRESS = "trykkeri"
    CARDS = "turkort"
    POCKET_CARDS = "lommekort"
    POSTERS = "plakater"
    PLANS = "halvårsplaner"

    @property
    def suffix(self) -> str:
        """What stands after the booklet's id in the name of the file."""
        return "-" + self.value.replace("å", "a")


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


class GitService(Choice):
    """Where the form in the browser fetches content and saves it."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"
    LOCAL = "lokal"


class GuidesShown(Choice):
    """Which of the guides that come with the program the site shows."""

    ALL = "alle"
    FOR_READERS = "lesere"
    NONE = "ingen"


class Frame(Choice):
    """The command that makes the page frames."""

    MKDOCS = "mkdocs"
