"""A small municipality on a day, with something of each state: never checked, overdue, soon, fresh."""

from collections.abc import Mapping
from datetime import date

from hefte.catalogue import Catalogue
from hefte.reading import read_content

TODAY = date(2026, 11, 22)
SETTINGS = (
    "navn: Ut i Vik\ntjeneste: Tjenesten\nkommune: 3107\nspråk: [nb, nn, en]\nadresse: https://vik.eksempel.no\n"
    "kontakt: {tlf: 69 00 00 00, epost: post@vik.eksempel.no}\nkategorier: [{kode: natur, navn: Natur}]\n"
)
BASE = "ingress: Kom som du er.\nkategorier: [natur]\nkommune: 3107\n"
FRESH = "kontrollert: 2026-11-01\n"
FILES: Mapping[str, str] = {
    "oppsett.yaml": SETTINGS,
    "organisasjoner/laget.yaml": (
        f"tittel: Turlaget\n{BASE}{FRESH}kontakt: {{rolle: Lederen, tlf: 69 11 11 11, epost: post@laget.no}}\n"
    ),
    "organisasjoner/koret.yaml": f"tittel: Koret\n{BASE}{FRESH}kontakt: {{tlf: 69 22 22 22}}\n",
    "aktiviteter/song.yaml": f"tittel: Song for alle\n{BASE}arrangør: koret\npris: 60\n",
    "aktiviteter/kaffe.yaml": f"tittel: Kaffekroken\n{BASE}kontakt: {{tlf: 69 11 11 11}}\nkontrollert: 2025-01-10\n",
    "turer/runden.yaml": (
        f"tittel: Runden\n{BASE}arrangør: laget\nlengde: 1 km\nkontrollert: {{dato: 2026-06-01, neste: 2026-12-10}}\n"
        "strekninger: [{fra_m: 0, til_m: 1000, dekke: grus}]\n"
    ),
    "steder/taket.yaml": f"tittel: Taket\n{BASE}kilde: [{{nett: https://eksempel.no/tak, sikkerhet: usikker}}]\n",
    "steder/broa.yaml": f"tittel: Broa\n{BASE}{FRESH}",
}


def catalogue(changed: Mapping[str, str] | None = None, today: date = TODAY) -> Catalogue:
    """The municipality with some files changed or added."""
    files = {**FILES, **(changed or {})}
    reading = read_content((path, text.encode()) for path, text in files.items())
    assert reading.settings is not None
    assert [problem for problem in reading.problems if problem.stops_the_build] == []
    return Catalogue(reading.documents, reading.settings, today)
