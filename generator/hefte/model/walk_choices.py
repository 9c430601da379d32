"""The closed code lists of walks: the way, its ground and what is along it.

Sources: Kartverket/SOSI «Tilgjengelighet» 1.3 (KV13) and Merkehåndboka 2019 (MH19). Where the content model left the
codes open (obstacles, dog, mobile coverage) they are decided here, in the words a Norwegian editor uses.
"""

from hefte.model.kinds import Choice


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
