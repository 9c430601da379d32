"""Classes worked out by hand from Kartverket's rule set of 2021: what is measured, and the class it must have.

Each line changes one fact of something that is sound, and says the class for a manual (M) and a powered (E) wheelchair:
T tilgjengelig, D delvis, I ikke, ? ikke vurdert; a dash where the source has no limits. Slopes are degrees.
The table is written by hand from the source's own figures, and by nothing that reads the rule file.
"""

from typing import NamedTuple

STRETCH, PARKING, TOILET = "turvei", "hc_parkering", "toalett"

SOUND: dict[str, dict[str, object]] = {
    STRETCH: {
        "veitype": "gangbane",
        "dekke": "asfalt",
        "fasthet": "fast",
        "tilstand": "jevnt",
        "bredde_cm": 200.0,
        "stigning": 2.0,
        "tverrfall": 1.0,
        "hinder": (),
    },
    PARKING: {
        "hc_bredde_cm": 460.0,
        "hc_lengde_cm": 620.0,
        "hc_skiltet": "ja",
        "hc_merket": "ja",
        "avgift": "betales",
        "hc_automat": "ja",
    },
    TOILET: {
        "bredde_inngang_cm": 95.0,
        "terskel_cm": 1.0,
        "horisontalt_felt_cm": 170.0,
        "snusirkel_cm": 170.0,
        "innredning": "ja",
        "rampe": "ja",
        "rampe_stigning": 2.0,
        "rampe_bredde_cm": 110.0,
        "rampe_terskel_cm": 1.0,
    },
    "sittegruppe": {
        "adkomst": "ja",
        "fasthet": "fast",
        "tilstand": "jevnt",
        "helning": 1.0,
        "høyde_benk_cm": 47.0,
        "høyde_bord_cm": 70.0,
        "utstikk_bord_cm": 55.0,
    },
    "gapahuk": {
        "bredde_inngang_cm": 200.0,
        "terskel_cm": 1.0,
        "snusirkel_cm": 200.0,
        "fasthet": "fast",
        "tilstand": "jevnt",
        "rampe": "ja",
        "rampe_stigning": 2.0,
        "rampe_bredde_cm": 110.0,
        "rampe_terskel_cm": 1.0,
    },
    "fiskeplass": {
        "dekke": "tre",
        "plankeavstand_cm": 0.5,
        "snusirkel_cm": 170.0,
        "stoppkant_cm": 12.0,
        "rampe": "ja",
        "rampe_stigning": 2.0,
        "rampe_bredde_cm": 110.0,
        "rampe_terskel_cm": 1.0,
    },
    "baderampe": {
        "rampe": "ja",
        "rampe_stigning": 2.0,
        "rampe_bredde_cm": 110.0,
        "rampe_terskel_cm": 1.0,
        "håndlist": "begge_sider",
    },
    "bålplass": {"helning": 1.0, "fasthet": "fast", "tilstand": "jevnt"},
}

_TABLE = """
turvei       | veitype=sti                                 | I T
turvei       | veitype=traktorvei                          | T T
turvei       | veitype=                                    | ? T
turvei       | stigning=3.7                                | T T
turvei       | stigning=3.8                                | T T
turvei       | stigning=3.84                               | T T
turvei       | stigning=3.9                                | D T
turvei       | stigning=4.8                                | D T
turvei       | stigning=4.9                                | D T
turvei       | stigning=5.0                                | I T
turvei       | stigning=9.9                                | I T
turvei       | stigning=10.0                               | I T
turvei       | stigning=10.1                               | I I
turvei       | stigning=-5.0                               | I T
turvei       | stigning=                                   | ? ?
turvei       | tverrfall=2.8                               | T T
turvei       | tverrfall=2.9                               | T T
turvei       | tverrfall=3.0                               | D D
turvei       | tverrfall=4.8                               | D D
turvei       | tverrfall=4.9                               | D D
turvei       | tverrfall=5.0                               | I I
turvei       | tverrfall=                                  | ? ?
turvei       | bredde_cm=181                               | T T
turvei       | bredde_cm=180                               | T T
turvei       | bredde_cm=179                               | ? ?
turvei       | bredde_cm=179 møteplasser=nei               | D D
turvei       | bredde_cm=179 møteplasser=ja                | T T
turvei       | bredde_cm=141 møteplasser=nei               | D D
turvei       | bredde_cm=140 møteplasser=nei               | D D
turvei       | bredde_cm=139 møteplasser=nei               | I D
turvei       | bredde_cm=131 møteplasser=nei               | I D
turvei       | bredde_cm=130 møteplasser=nei               | I D
turvei       | bredde_cm=129 møteplasser=nei               | I I
turvei       | bredde_cm=121 møteplasser=ja                | T T
turvei       | bredde_cm=120 møteplasser=ja                | T T
turvei       | bredde_cm=119 møteplasser=ja                | I I
turvei       | bredde_cm=119                               | I I
turvei       | bredde_cm=                                  | ? ?
turvei       | fasthet=løst                                | I I
turvei       | fasthet=                                    | ? ?
turvei       | tilstand=ujevnt                             | I I
turvei       | tilstand=                                   | ? ?
turvei       | dekke=tre plankeavstand_cm=0.9              | T T
turvei       | dekke=tre plankeavstand_cm=1.0              | T T
turvei       | dekke=tre plankeavstand_cm=1.1              | I I
turvei       | dekke=tre                                   | ? ?
turvei       | dekke=                                      | ? ?
turvei       | hinder=                                     | ? ?
hc_parkering | hc_bredde_cm=451                            | T -
hc_parkering | hc_bredde_cm=450                            | T -
hc_parkering | hc_bredde_cm=449                            | D -
hc_parkering | hc_bredde_cm=381                            | D -
hc_parkering | hc_bredde_cm=380                            | D -
hc_parkering | hc_bredde_cm=379                            | I -
hc_parkering | hc_bredde_cm=                               | ? -
hc_parkering | hc_lengde_cm=601                            | T -
hc_parkering | hc_lengde_cm=600                            | T -
hc_parkering | hc_lengde_cm=599                            | D -
hc_parkering | hc_lengde_cm=501                            | D -
hc_parkering | hc_lengde_cm=500                            | D -
hc_parkering | hc_lengde_cm=499                            | I -
hc_parkering | hc_lengde_cm=                               | ? -
hc_parkering | hc_skiltet=nei                              | I -
hc_parkering | hc_skiltet=                                 | ? -
hc_parkering | hc_merket=nei                               | I -
hc_parkering | hc_merket=                                  | ? -
hc_parkering | hc_automat=nei                              | I -
hc_parkering | hc_automat=                                 | ? -
hc_parkering | hc_automat= avgift=                         | ? -
hc_parkering | hc_automat= avgift=gratis                   | T -
toalett      | bredde_inngang_cm=87                        | T T
toalett      | bredde_inngang_cm=86                        | T T
toalett      | bredde_inngang_cm=85                        | I I
toalett      | bredde_inngang_cm=                          | ? ?
toalett      | terskel_cm=2.4                              | T T
toalett      | terskel_cm=2.5                              | T T
toalett      | terskel_cm=2.6                              | I D
toalett      | terskel_cm=9.9                              | I D
toalett      | terskel_cm=10                               | I D
toalett      | terskel_cm=10.1                             | I I
toalett      | terskel_cm=                                 | ? ?
toalett      | horisontalt_felt_cm=151                     | T T
toalett      | horisontalt_felt_cm=150                     | T T
toalett      | horisontalt_felt_cm=149                     | I I
toalett      | horisontalt_felt_cm=                        | ? ?
toalett      | snusirkel_cm=151                            | T T
toalett      | snusirkel_cm=150                            | T T
toalett      | snusirkel_cm=149                            | I I
toalett      | snusirkel_cm=                               | ? ?
toalett      | innredning=delvis                           | D D
toalett      | innredning=nei                              | I I
toalett      | innredning=                                 | ? ?
toalett      | rampe=nei rampe_stigning= rampe_bredde_cm= rampe_terskel_cm= | T T
toalett      | rampe= rampe_stigning= rampe_bredde_cm= rampe_terskel_cm=    | ? ?
toalett      | rampe_stigning=3.7                          | T T
toalett      | rampe_stigning=3.8                          | T T
toalett      | rampe_stigning=3.9                          | D T
toalett      | rampe_stigning=4.8                          | D T
toalett      | rampe_stigning=4.9                          | D T
toalett      | rampe_stigning=5.0                          | I T
toalett      | rampe_stigning=9.9                          | I T
toalett      | rampe_stigning=10.0                         | I T
toalett      | rampe_stigning=10.1                         | I I
toalett      | rampe_stigning=                             | ? ?
toalett      | rampe_bredde_cm=91                          | T T
toalett      | rampe_bredde_cm=90                          | T T
toalett      | rampe_bredde_cm=89                          | I I
toalett      | rampe_bredde_cm=                            | ? ?
toalett      | rampe_terskel_cm=2.4                        | T T
toalett      | rampe_terskel_cm=2.5                        | T T
toalett      | rampe_terskel_cm=2.6                        | I D
toalett      | rampe_terskel_cm=9.9                        | I D
toalett      | rampe_terskel_cm=10                         | I D
toalett      | rampe_terskel_cm=10.1                       | I I
toalett      | rampe_terskel_cm=                           | ? ?
sittegruppe  | adkomst=nei                                 | I -
sittegruppe  | adkomst=                                    | ? -
sittegruppe  | fasthet=løst                                | I -
sittegruppe  | fasthet=                                    | ? -
sittegruppe  | tilstand=ujevnt                             | I -
sittegruppe  | tilstand=                                   | ? -
sittegruppe  | helning=2.8                                 | T -
sittegruppe  | helning=2.9                                 | T -
sittegruppe  | helning=3.0                                 | D -
sittegruppe  | helning=4.8                                 | D -
sittegruppe  | helning=4.9                                 | D -
sittegruppe  | helning=5.0                                 | I -
sittegruppe  | helning=                                    | ? -
sittegruppe  | høyde_benk_cm=44                            | D -
sittegruppe  | høyde_benk_cm=45                            | T -
sittegruppe  | høyde_benk_cm=46                            | T -
sittegruppe  | høyde_benk_cm=49                            | T -
sittegruppe  | høyde_benk_cm=50                            | T -
sittegruppe  | høyde_benk_cm=51                            | D -
sittegruppe  | høyde_benk_cm=                              | ? -
sittegruppe  | høyde_bord_cm=66                            | D -
sittegruppe  | høyde_bord_cm=67                            | T -
sittegruppe  | høyde_bord_cm=68                            | T -
sittegruppe  | høyde_bord_cm=74                            | T -
sittegruppe  | høyde_bord_cm=75                            | T -
sittegruppe  | høyde_bord_cm=76                            | D -
sittegruppe  | høyde_bord_cm=                              | ? -
sittegruppe  | utstikk_bord_cm=51                          | T -
sittegruppe  | utstikk_bord_cm=50                          | T -
sittegruppe  | utstikk_bord_cm=49                          | D -
sittegruppe  | utstikk_bord_cm=                            | ? -
gapahuk      | bredde_inngang_cm=87                        | T T
gapahuk      | bredde_inngang_cm=86                        | T T
gapahuk      | bredde_inngang_cm=85                        | I I
gapahuk      | bredde_inngang_cm=                          | ? ?
gapahuk      | terskel_cm=2.4                              | T T
gapahuk      | terskel_cm=2.5                              | T T
gapahuk      | terskel_cm=2.6                              | I D
gapahuk      | terskel_cm=9.9                              | I D
gapahuk      | terskel_cm=10                               | I D
gapahuk      | terskel_cm=10.1                             | I I
gapahuk      | terskel_cm=                                 | ? ?
gapahuk      | snusirkel_cm=151                            | T T
gapahuk      | snusirkel_cm=150                            | T T
gapahuk      | snusirkel_cm=149                            | I I
gapahuk      | snusirkel_cm=                               | ? ?
gapahuk      | fasthet=løst                                | I I
gapahuk      | fasthet=                                    | ? ?
gapahuk      | tilstand=ujevnt                             | I I
gapahuk      | tilstand=                                   | ? ?
gapahuk      | rampe=nei rampe_stigning= rampe_bredde_cm= rampe_terskel_cm= | T T
gapahuk      | rampe= rampe_stigning= rampe_bredde_cm= rampe_terskel_cm=    | ? ?
gapahuk      | rampe_stigning=3.7                          | T T
gapahuk      | rampe_stigning=3.8                          | T T
gapahuk      | rampe_stigning=3.9                          | D T
gapahuk      | rampe_stigning=4.8                          | D T
gapahuk      | rampe_stigning=4.9                          | D T
gapahuk      | rampe_stigning=5.0                          | I T
gapahuk      | rampe_stigning=9.9                          | I T
gapahuk      | rampe_stigning=10.0                         | I T
gapahuk      | rampe_stigning=10.1                         | I I
gapahuk      | rampe_bredde_cm=91                          | T T
gapahuk      | rampe_bredde_cm=90                          | T T
gapahuk      | rampe_bredde_cm=89                          | I I
gapahuk      | rampe_terskel_cm=2.4                        | T T
gapahuk      | rampe_terskel_cm=2.5                        | T T
gapahuk      | rampe_terskel_cm=2.6                        | I D
gapahuk      | rampe_terskel_cm=9.9                        | I D
gapahuk      | rampe_terskel_cm=10                         | I D
gapahuk      | rampe_terskel_cm=10.1                       | I I
fiskeplass   | snusirkel_cm=151                            | T T
fiskeplass   | snusirkel_cm=150                            | T T
fiskeplass   | snusirkel_cm=149                            | I I
fiskeplass   | snusirkel_cm=                               | ? ?
fiskeplass   | stoppkant_cm=11                             | T T
fiskeplass   | stoppkant_cm=10                             | T T
fiskeplass   | stoppkant_cm=9                              | I I
fiskeplass   | stoppkant_cm=0                              | I I
fiskeplass   | stoppkant_cm=                               | ? ?
fiskeplass   | plankeavstand_cm=0.9                        | T T
fiskeplass   | plankeavstand_cm=1.0                        | T T
fiskeplass   | plankeavstand_cm=1.1                        | I I
fiskeplass   | plankeavstand_cm=                           | ? ?
fiskeplass   | plankeavstand_cm= dekke=betong              | T T
fiskeplass   | plankeavstand_cm= dekke=                    | ? ?
fiskeplass   | rampe=nei rampe_stigning= rampe_bredde_cm= rampe_terskel_cm= | T T
fiskeplass   | rampe_stigning=3.7                          | T T
fiskeplass   | rampe_stigning=3.8                          | T T
fiskeplass   | rampe_stigning=3.9                          | D T
fiskeplass   | rampe_stigning=4.8                          | D T
fiskeplass   | rampe_stigning=4.9                          | D T
fiskeplass   | rampe_stigning=5.0                          | I T
fiskeplass   | rampe_stigning=9.9                          | I T
fiskeplass   | rampe_stigning=10.0                         | I T
fiskeplass   | rampe_stigning=10.1                         | I I
fiskeplass   | rampe_bredde_cm=91                          | T T
fiskeplass   | rampe_bredde_cm=90                          | T T
fiskeplass   | rampe_bredde_cm=89                          | I I
fiskeplass   | rampe_terskel_cm=2.4                        | T T
fiskeplass   | rampe_terskel_cm=2.5                        | T T
fiskeplass   | rampe_terskel_cm=2.6                        | I D
fiskeplass   | rampe_terskel_cm=9.9                        | I D
fiskeplass   | rampe_terskel_cm=10                         | I D
fiskeplass   | rampe_terskel_cm=10.1                       | I I
baderampe    | rampe_stigning=3.7                          | T -
baderampe    | rampe_stigning=3.8                          | T -
baderampe    | rampe_stigning=3.9                          | D -
baderampe    | rampe_stigning=4.8                          | D -
baderampe    | rampe_stigning=4.9                          | D -
baderampe    | rampe_stigning=5.0                          | I -
baderampe    | rampe_stigning=                             | ? -
baderampe    | rampe_bredde_cm=91                          | T -
baderampe    | rampe_bredde_cm=90                          | T -
baderampe    | rampe_bredde_cm=89                          | I -
baderampe    | rampe_terskel_cm=2.4                        | T -
baderampe    | rampe_terskel_cm=2.5                        | T -
baderampe    | rampe_terskel_cm=2.6                        | I -
baderampe    | håndlist=venstre                            | D -
baderampe    | håndlist=høyre                              | D -
baderampe    | håndlist=mangler                            | D -
baderampe    | håndlist=                                   | ? -
bålplass     | helning=2.8                                 | T -
bålplass     | helning=2.9                                 | T -
bålplass     | helning=3.0                                 | D -
bålplass     | helning=4.8                                 | D -
bålplass     | helning=4.9                                 | D -
bålplass     | helning=5.0                                 | I -
bålplass     | helning=                                    | ? -
bålplass     | fasthet=løst                                | I -
bålplass     | fasthet=                                    | ? -
bålplass     | tilstand=ujevnt                             | I -
bålplass     | tilstand=                                   | ? -
"""


class Case(NamedTuple):
    """One line of the table; a fact that is changed to None is not known."""

    thing: str
    changed: dict[str, object]
    manual: str
    powered: str

    @property
    def facts(self) -> dict[str, object]:
        """What is known: something sound, with the change."""
        known = SOUND[self.thing] | self.changed
        return {key: value for key, value in known.items() if value is not None}


def _value(text: str) -> object:
    if not text:
        return None
    return float(text) if text.lstrip("-")[0].isdigit() else text


def cases() -> tuple[Case, ...]:
    """The lines of the table."""
    rows = (line.split("|") for line in _TABLE.strip().splitlines())
    pairs = (
        (thing.strip(), dict(one.split("=") for one in changed.split()), *classes.split())
        for thing, changed, classes in rows
    )
    return tuple(
        Case(thing, {key: _value(text) for key, text in changed.items()}, manual, powered)
        for thing, changed, manual, powered in pairs
    )
