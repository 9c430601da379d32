"""A municipality of any size, invented by arithmetic: the same number gives the same entries, of every type."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

import yaml

SETTINGS = """\
navn: Målebyen
ingress: Et innhold som er regnet ut, for å måle tid og minne.
tjeneste: Støttekontakttjenesten
kommune: "3107"
språk: [nb]
adresse: https://malebyen.example
tilgjengelighetserklæring: https://uustatus.no/nb/erklaringer/publisert/malebyen
eksempelinnhold: ja
"""

# In a hundred entries there are so many of each type.
SHARES = {"aktiviteter": 50, "turer": 20, "organisasjoner": 10, "steder": 10, "arrangementer": 7, "grupper": 3}

AREAS = ("Gressvik", "Kråkerøy", "Rolvsøy", "Onsøy", "Borge", "Sentrum", "Torsnes", "Gamlebyen", "Lisleby", "Begby")
CATEGORIES = ("dans", "idrett", "trening", "bading", "sang_og_musikk", "kunst_og_kultur", "diverse")
FIRST = ("Rolig", "Felles", "Åpen", "Ukentlig", "Blid", "Stille", "Sosial", "Sprek", "Hyggelig", "Grønn")
WHAT = ("kafé", "kor", "dansekveld", "turgruppe", "strikkeklubb", "bowling", "svømming", "maling", "bokring", "quiz")
NATURE = ("Skogen", "Vannet", "Elva", "Odden", "Høyden", "Enga", "Stranda", "Myra", "Åsen", "Bukta")
DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag")
GROUND = ("grus", "asfalt", "jord", "tre")
SENTENCES = (
    "Her er det plass til alle, og ingen spør hvorfor du kommer.",
    "Ta gjerne med en venn, en ledsager eller støttekontakten din.",
    "Kaffen er gratis, og det er alltid noen som hilser velkommen.",
    "Det er heis og *godt lys*, og stolene kan flyttes.",
    "Møt opp ti minutter før, så rekker dere å finne et bord.",
    "Underlaget er jevnt det meste av veien, men **vått etter regn**.",
    "På vinteren er det åpent også når bussen er forsinket.",
    "Les mer hos [kommunen](https://www.fredrikstad.kommune.no/) eller ring.",
    "Benkene står tett nok til at man kan hvile underveis.",
    "Etterpå går mange til bakeriet på hjørnet.",
)


class Made(NamedTuple):
    """One invented entry: its folder, its id and its fields as an editor would write them."""

    folder: str
    id: str
    fields: Mapping[str, object]


def entries(number: int) -> Iterator[Made]:
    """So many entries, of all types in the same shares from the first hundred on."""
    return islice(_endless(), number)


def write(content: Path, number: int) -> None:
    """Lay out a content folder with so many entries."""
    for folder in SHARES:
        (content / folder).mkdir(parents=True, exist_ok=True)
    (content / "oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    for made in entries(number):
        text = yaml.dump(dict(made.fields), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        (content / made.folder / f"{made.id}.yaml").write_text(text, encoding="utf-8")


def _endless() -> Iterator[Made]:
    order = [folder for folder, share in SHARES.items() for _ in range(share)]
    Random(7).shuffle(order)
    order.remove("organisasjoner")
    order.remove("steder")
    order = ["organisasjoner", "steder", *order]
    index = 0
    while True:
        folder = order[index % len(order)]
        yield _made(folder, index)
        index += 1


def _made(folder: str, index: int) -> Made:
    random = Random(index)
    fields = _common(index, random) | _OF_TYPE[folder](index, random)
    return Made(folder, f"{folder}-{index}", fields)


def _common(index: int, random: Random) -> dict[str, object]:
    area = random.choice(AREAS)
    return {
        "tittel": f"{random.choice(FIRST)} {random.choice(WHAT)} i {area} {index}",
        "ingress": f"{random.choice(SENTENCES)[:100]} Nr. {index}.",
        "beskrivelse": _prose(random),
        "kategorier": [random.choice(CATEGORIES)],
        "temaord": [random.choice(WHAT), random.choice(NATURE).lower()],
        "kommune": "3107",
        "område": area,
        "kontakt": {"rolle": "Resepsjonen", "tlf": f"69 {index % 90 + 10} {index % 89 + 10} 00"},
        "kontrollert": {"dato": f"2026-10-{index % 28 + 1:02}", "av": "tjenesten"},
    }


def _prose(random: Random) -> str:
    paragraphs = [" ".join(random.sample(SENTENCES, random.randint(2, 4))) for _ in range(random.randint(1, 3))]
    if random.random() < 0.3:
        paragraphs.append("\n".join(f"- {sentence}" for sentence in random.sample(SENTENCES, 3)))
    return "\n\n".join(paragraphs) + "\n"


def _position(random: Random) -> dict[str, float]:
    return {"lat": round(random.uniform(59.10, 59.30), 5), "lon": round(random.uniform(10.75, 11.15), 5)}


def _offer(index: int, random: Random) -> dict[str, object]:
    """What activities, events and groups have in common."""
    first = index - index % 100
    return {
        "målgruppe": {"alder": f"{random.randint(6, 40)}+", "for": ["voksne"]},
        "tilrettelagt": random.choice(("ja", "nei", "kan_tilpasses")),
        "egnet": {"rullestol_inn": random.choice(("ja", "nei", "delvis")), "hc_toalett": "ja", "rolig": "ja"},
        "pris": random.choice(("gratis", "50", "120")),
        "ledsagerbevis": random.choice(("ja", "nei")),
        "sted": f"steder-{first + 1}",
        "arrangør": f"organisasjoner-{first}",
        "påmelding": "nei",
        "inne_ute": random.choice(("inne", "ute")),
        "energi": random.choice(("rolig", "middels", "høy")),
    }


def _rows(random: Random) -> list[dict[str, str]]:
    hour = random.randint(9, 19)
    return [{"dag": random.choice(DAYS), "kl": f"{hour:02}:00-{hour + 2:02}:00"}]


def _activity(index: int, random: Random) -> dict[str, object]:
    return _offer(index, random) | {"når": _rows(random)}


def _event(index: int, random: Random) -> dict[str, object]:
    day = f"2027-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    return _offer(index, random) | {"start": f"{day} 18:00", "slutt": f"{day} 20:00"}


def _group(index: int, random: Random) -> dict[str, object]:
    return _offer(index, random) | {"møtes": _rows(random), "timer_per_måned": "6", "ledere": "2", "ledig": "ja"}


def _organisation(index: int, random: Random) -> dict[str, object]:
    return {"type": random.choice(("lag", "privat", "kommunal")), "besøksadresse": {"adresse": f"Storgata {index}"}}


def _place(_: int, random: Random) -> dict[str, object]:
    return {
        "sted": {"navn": random.choice(NATURE), "adresse": f"Torget {random.randint(1, 90)}", **_position(random)},
        "åpningstider": [{"dag": "hverdager", "kl": "10-19"}],
        "inngang": {"bredde_cm": "95", "terskel_cm": "0", "dør": "automatisk"},
        "teleslynge": "delvis",
    }


def _walk(_: int, random: Random) -> dict[str, object]:
    metres = random.randint(5, 40) * 100
    middle = metres // 2
    return {
        "pris": "gratis",
        "lengde": f"{metres} m",
        "start": {"navn": "Parkeringsplassen", **_position(random)},
        "rundtur": random.choice(("rundtur", "tur_retur")),
        "underlag": "grus",
        "strekninger": [_stretch(0, middle, random), _stretch(middle, metres, random)],
        "parkering": {"hc_plasser": "2", "avstand_m": "40"},
        "toalett": {"hc": random.choice(("ja", "nei")), "avstand_m": "150"},
        "hund": "i_bånd",
    }


def _stretch(start: int, end: int, random: Random) -> dict[str, object]:
    return {
        "fra_m": str(start),
        "til_m": str(end),
        "veitype": random.choice(("grusvei", "gangbane")),
        "dekke": random.choice(GROUND[:2]),
        "fasthet": "fast",
        "tilstand": random.choice(("jevnt", "ujevnt")),
        "bredde_cm": str(random.randint(12, 30) * 10),
        "stigning": f"{random.randint(0, 9)} %",
        "tverrfall": "2 %",
        "hinder": "ingen",
    }


_OF_TYPE = {
    "aktiviteter": _activity,
    "arrangementer": _event,
    "grupper": _group,
    "organisasjoner": _organisation,
    "steder": _place,
    "turer": _walk,
}
