"""Finding in print: by weekday, by place, what stands elsewhere, the sheet for the wall, and photos."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from booklet_samples import TODAY, demo_press, document, press
from hefte.booklet.chapters import parts_of
from hefte.booklet.inks import INK, contrast, own_ink
from hefte.booklet.make import volume_of
from hefte.booklet.press import Press
from hefte.booklet.registers import alphabet, free_page
from hefte.booklet.volume import Chapter, FreePage, Legend, Part, Prose, Register
from hefte.doors.typst import print_pdf
from hefte.model import Activity, Organisation, Walk
from hefte.model.settings import Colours
from hefte.picture import Look

PICTURE = [{"fil": "kor.jpg", "alt": "To som synger.", "foto": "Kari", "lisens": "CC0"}]


def part(made: Press, kind: str) -> Part:
    return next(one for one in parts_of(made) if one.kind == kind)


def of(*documents: Activity | Walk | Organisation, part_name: str, **form: object) -> Press:
    types = {"type": ["aktiviteter", "turer", "organisasjoner"]}
    return press(*documents, kapitler=[{"utvalg": types}, {"del": part_name}], utvalg=types, **form)


def rows(made: Press) -> dict[str, list[tuple[str | None, str]]]:
    register = part(made, "lists").content
    assert isinstance(register, Register)
    return {group.letter: [(plainly(item.when), item.title) for item in group.items] for group in register.letters}


def plainly(text: str | None) -> str | None:
    return text.replace("\u2060", "").replace("\xa0", " ") if text else None


def jpeg(width: int = 1200, height: int = 800) -> bytes:
    kept = BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(kept, "JPEG", quality=80)
    return kept.getvalue()


def with_photos(made: Press) -> Press:
    looks = {"kor.jpg": Look(1200, 800)}
    catalogue = type(made.catalogue)(
        made.catalogue.documents, made.catalogue.settings, TODAY, made.catalogue.taxonomy, looks=looks
    )
    return made._replace(catalogue=catalogue, photo=lambda _name, _longest: jpeg())


def test_what_goes_on_every_week_stands_under_its_day_by_the_hour() -> None:
    late = document(Activity, "kor", tittel="Kor", når=[{"dag": "tirsdag", "kl": "18-19.30"}])
    early = document(Activity, "turkafe", tittel="Turkafé", når=[{"dag": ["mandag", "tirsdag"], "kl": "11-12"}])

    found = rows(of(late, early, part_name="fast"))

    assert found == {
        "Mandag": [("kl. 11–12", "Turkafé")],
        "Tirsdag": [("kl. 11–12", "Turkafé"), ("kl. 18–19.30", "Kor")],
    }


def test_what_is_not_every_week_says_how_often() -> None:
    made = document(Activity, "kino", tittel="Kino", når=[{"dag": "tirsdag", "hver": "2. uke", "kl": "18-20"}])

    assert rows(of(made, part_name="fast")) == {"Tirsdag": [("kl. 18–20", "Kino (annenhver tirsdag)")]}


def test_what_is_over_paused_or_open_all_the_time_is_not_said_to_go_on_every_week() -> None:
    over = document(Activity, "over", når=[{"dag": "tirsdag", "til": "2026-05-01"}])
    paused = document(Activity, "pause", når=[{"dag": "tirsdag"}], status="pause")
    always = document(Activity, "alltid", når=[{"alltid": "ja"}])

    assert [one.kind for one in parts_of(of(over, paused, always, part_name="fast"))] == ["entries", "colophon"]


def test_what_goes_on_in_some_months_only_says_which() -> None:
    spring = document(
        Activity, "ball", tittel="Ball", når=[{"dag": "tirsdag", "fra": "2027-04-13", "til": "2027-10-26"}]
    )
    ends = document(Activity, "kor", tittel="Kor", når=[{"dag": "tirsdag", "fra": "2026-08-18", "til": "2026-12-15"}])
    winter = document(Activity, "is", tittel="Isbad", når=[{"dag": "tirsdag"}], sesong=["vinter", "høst"])

    assert rows(of(spring, ends, winter, part_name="fast")) == {
        "Tirsdag": [(None, "Ball (april–oktober)"), (None, "Isbad (vinter og høst)"), (None, "Kor (til desember)")]
    }


def test_the_register_by_place_names_every_area_and_says_where_none_is_stated() -> None:
    entries = [
        document(Activity, "kor", tittel="Kor", område="Østby"),
        document(Activity, "kino", tittel="Kino", område="Berg"),
        document(Activity, "quiz", tittel="Quiz"),
        document(Organisation, "laget", tittel="Laget"),
    ]

    found = rows(of(*entries, part_name="steder"))

    assert found == {
        "Berg": [(None, "Kino")],
        "Østby": [(None, "Kor")],
        "Sted ikke oppgitt": [(None, "Quiz")],
    }


def test_an_entry_that_fits_two_chapters_is_printed_once_and_pointed_to_from_the_other() -> None:
    both = document(Activity, "dans", tittel="Dans til kor", kategorier=["dans", "sang_og_musikk"])
    other = document(Activity, "kor", tittel="Kor", kategorier=["sang_og_musikk"])
    chapters = [{"utvalg": {"kategorier": ["dans"]}}, {"utvalg": {"kategorier": ["sang_og_musikk"]}}]

    first, second, _ = parts_of(press(both, other, kapitler=chapters, utvalg={"type": ["aktiviteter"]}))

    assert isinstance(second.content, Chapter)
    assert [item.title for section in second.content.sections for item in section.entries] == ["Kor"]
    assert first.also == ()
    assert [one.title for one in second.also] == ["Dans til kor"]


def test_a_chapter_whose_entries_all_stand_elsewhere_says_where() -> None:
    both = document(Activity, "dans", tittel="Dans til kor", kategorier=["dans", "sang_og_musikk"])
    chapters = [{"utvalg": {"kategorier": ["dans"]}}, {"tittel": "Sang", "utvalg": {"kategorier": ["sang_og_musikk"]}}]

    made = press(both, kapitler=chapters, utvalg={"type": ["aktiviteter"]})

    assert rows(made) == {"Dere finner dem her": [(None, "Dans til kor")]}


def test_the_numbers_for_an_emergency_stand_where_the_editor_puts_them() -> None:
    content = part(of(document(Activity, "kor"), part_name="nødnumre"), "prose").content

    assert isinstance(content, Prose)
    told = [span.text for block in content.blocks for item in block.items for span in item]
    assert {"110", "112", "113", "116 117"} <= set(told)


def test_the_legend_tells_the_marks_of_the_walks_that_are_printed() -> None:
    sights = [{"navn": "Benken", "type": "benk", "ved_m": "100"}, {"navn": "Kiosken", "type": "kafé", "ved_m": "200"}]
    walk = document(Walk, "turen", spor="turen.gpx", opplevelser=sights)

    content = part(of(walk, part_name="slik_leser_du"), "legend").content

    assert isinstance(content, Legend)
    assert [pin.label for pin in content.pins] == ["Kafé", "Benk"]


def test_a_colour_of_the_municipality_is_used_only_where_everybody_can_read_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert own_ink(Colours.model_validate({"hovedfarge": "#222244"})) == "#222244"
    assert own_ink(Colours.model_validate({"hovedfarge": "#8080ff"})) == INK


@pytest.mark.slow
def test_the_free_sheet_is_one_page_whatever_it_holds() -> None:
    for count in (0, 1, 7, 40, 200):
        entries = [
            document(Activity, f"nr-{at}", tittel=f"Aktivitet nummer {at}", pris="gratis") for at in range(count)
        ]
        made = press(*entries, kapitler=[{"del": "gratis"}], sidetall="1", format="A4")

        volume = volume_of(made)

        assert isinstance(volume.parts[0].content, FreePage)
        assert len(pypdfium2.PdfDocument(print_pdf(volume, TODAY))) == 1, count


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["A5", "A4", "lomme"])
def test_photos_are_printed_as_they_are_with_their_words_and_thanks(paper: str) -> None:
    entries = [document(Activity, f"nr-{at}", bilder=PICTURE) for at in range(3)]
    walk = document(Walk, "turen", lengde="1 km", bilder=PICTURE)
    chapters = [{"utvalg": {"type": [kind]}} for kind in ("aktiviteter", "turer")]
    made = press(
        *entries,
        walk,
        kapitler=chapters,
        utvalg={"type": ["aktiviteter", "turer"]},
        format=paper,
        forside={"bilde": "kor.jpg"},
    )

    pdf = print_pdf(volume_of(with_photos(made)), TODAY)

    with pikepdf.open(BytesIO(pdf)) as opened:
        images = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        kinds = [str(one.get("/Filter")) for one in images]
        alts = [str(one.get("/Alt")) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    text = " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))
    assert "/DCTDecode" in kinds
    assert "To som synger." in alts
    assert "Foto: Kari, CC0" in " ".join(text.split())


def test_only_what_says_that_it_came_since_the_last_edition_is_called_new() -> None:
    known = {"kor": "2026-09-01", "yoga": "2026-06-01", "bingo": "2026-05-31", "quiz": None}
    entries = [document(Activity, name, hefte={"siden": day} if day else {"med": "ja"}) for name, day in known.items()]

    made = of(*entries, part_name="nytt", nytt_siden="2026-06-01")

    assert rows(made) == {"Siden 1.\xa0juni 2026": [(None, "Kor"), (None, "Yoga")]}


def test_the_gift_of_the_register_marks_what_the_free_page_shows() -> None:
    tuesdays = {"pris": "gratis", "når": [{"dag": "tirsdag", "kl": "18-19"}]}
    goes_on = document(Activity, "kor", **tuesdays)
    paused = document(Activity, "quiz", **tuesdays, status="pause")
    over = document(Activity, "leir", pris="gratis", når=[{"dag": "tirsdag", "til": "2026-05-01"}])
    made = of(goes_on, paused, over, part_name="register")

    register = part(made, "index").content
    assert isinstance(register, Register)

    assert {item.title for group in register.letters for item in group.items if item.free} == {"Kor"}
    assert [item.title for item in free_page(made.catalogue.entries, made).items] == ["Kor"]


@pytest.mark.parametrize(("language", "mark"), [("nb", "(stengt)"), ("nn", "(stengd)"), ("en", "(closed)")])
def test_a_closed_walk_says_so_in_the_contents_the_table_of_access_and_the_register(language: str, mark: str) -> None:
    measured = {"lengde": "900 m", "toalett": {"hc": "ja"}}
    walks = (
        document(Walk, "dammen", **measured, status="pause", melding="Åpner 1. mai."),
        document(Walk, "elva", **measured, melding="Ny bru over elva. Toalettet er stengt."),
    )
    types = {"type": ["turer"]}
    parts = [{"tittel": "Turer", "utvalg": types}, {"del": "tilgjengelighet"}, {"del": "register"}]

    pages = pypdfium2.PdfDocument(
        print_pdf(volume_of(press(*walks, kapitler=parts, utvalg=types, language=language)), TODAY)
    )

    told = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    assert told.count(f"Dammen {mark}") == 3
    assert told.count(mark) == 3


@pytest.mark.parametrize(
    ("told", "closed"),
    [
        ({"melding": "Stengt til 1. mai 2027."}, True),
        ({"status": "pause"}, True),
        ({"melding": "Toalettet er stengt."}, False),
        ({}, False),
    ],
)
def test_a_walk_is_closed_by_its_status_or_by_how_its_message_begins(told: dict[str, object], *, closed: bool) -> None:
    made = press(document(Walk, "dammen", **told))

    (group,) = alphabet(made.catalogue.all(Walk), made).letters

    assert ("(stengt)" in group.items[0].title) is closed


def test_nothing_is_called_new_where_the_booklet_does_not_say_since_when() -> None:
    entry = document(Activity, "kor", hefte={"siden": "2026-09-01"})

    assert all(one.kind != "lists" for one in parts_of(of(entry, part_name="nytt")))
    assert all(one.kind != "lists" for one in parts_of(of(entry, part_name="nytt", nytt_siden="2026-10-01")))


@pytest.mark.parametrize(("language", "title"), [("nb", "Nytt siden sist"), ("nn", "Nytt sidan sist")])
def test_the_sample_municipality_lists_what_is_new_in_both_languages(language: str, title: str) -> None:
    found = next(one for one in parts_of(demo_press("aktivitetsheftet", language)) if one.title == title)

    assert isinstance(found.content, Register)
    (group,) = found.content.letters
    assert len(group.items) == 6
    assert "Sykkel for to" not in {item.title for item in group.items}


def pages_of(made: Press) -> list[str]:
    """The text of each page as it is printed."""
    pdf = pypdfium2.PdfDocument(print_pdf(volume_of(made), TODAY))
    return [page.get_textpage().get_text_range() for page in pdf]


@pytest.mark.slow
def test_a_day_that_goes_on_on_another_page_says_its_name_again() -> None:
    number = 90
    busy = [
        document(Activity, f"treff-{at}", tittel=f"Treff {at}", når=[{"dag": "tirsdag", "kl": "10-12"}])
        for at in range(number)
    ]

    pages = [page for page in pages_of(of(*busy, part_name="fast")) if "fast" in page and "Treff" in page]

    shown = "".join(pages)
    assert shown.count("Treff") == number
    assert len(pages) > 1
    assert all("Tirsdag (forts.)" in page for page in pages[1:])
    assert shown.count("Tirsdag") - shown.count("Tirsdag (forts.)") == 1


@pytest.mark.slow
@pytest.mark.parametrize("number", [12, 27, 40, 55])
def test_the_index_stands_in_its_order_whether_read_down_or_by_pages(number: int) -> None:
    names = [
        f"{'ABCDEFGHIJKLMNOPRSTUVÆØÅ'[at * 24 // number]}-klubben for alle som liker tur {at}" for at in range(number)
    ]
    entries = [document(Activity, f"k{at}", tittel=name) for at, name in enumerate(names)]

    pages = pages_of(of(*entries, part_name="register"))

    index = " ".join(
        "".join(pages[at:]) for at in range(len(pages)) if "Register" in pages[at] and "Innhold" not in pages[at]
    )
    places = [index.replace("\r\n", " ").find(f"tur {at} ") for at in range(number)]
    assert places == sorted(places), "an entry stands out of its order"


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["A5", "lomme"])
def test_a_walk_that_nobody_has_measured_keeps_its_facts_together(paper: str) -> None:
    long = "Stien går langs elva og forbi mølla, og det er benker der dere kan hvile og se på vannet. " * 4
    walks = [
        document(
            Walk,
            f"tur-{at}",
            tittel=f"Turen langs elva til mølla og videre {at}",
            beskrivelse=long * at,
            start={"navn": "Bommen ved parkeringsplassen"},
            slutt={"navn": "Mølla"},
        )
        for at in range(4)
    ]

    pages = pages_of(press(*walks, utvalg={"type": ["turer"]}, format=paper))

    told = [page for page in pages if "Start:" in page]
    assert sum(page.count("Start:") for page in told) == len(walks)
    assert all(page.count("Start:") == page.count("Slutt:") == page.count("Ikke kontrollert") for page in told)


@pytest.mark.slow
def test_a_time_is_never_divided() -> None:
    entry = document(
        Activity,
        "kor",
        tittel="Kor",
        bilder=PICTURE,
        når=[{"dag": day, "kl": "12-14.30", "merknad": "ring først"} for day in ("tirsdag", "onsdag", "søndag")],
    )

    text = "".join(pages_of(with_photos(press(entry))))

    assert text.count("12–14.30") == 3


@pytest.mark.parametrize(
    ("fields", "explained"),
    [
        ({"pris": "gratis"}, []),
        ({}, []),
        ({"pris": "60"}, ["«Pris for to»", "«Hvis de tar ledsagerbevis»"]),
        ({"pris": "60", "ledsagerbevis": "ja"}, ["«Pris for to»", "«Med ledsagerbevis»"]),
        ({"pris": "60", "ledsagerbevis": "nei"}, ["«Pris for to»", "«Ledsagerbevis gjelder ikke»"]),
    ],
)
def test_the_words_of_the_companion_card_are_explained_only_where_they_are_printed(
    fields: dict[str, str], explained: list[str]
) -> None:
    content = part(of(document(Activity, "kor", **fields), part_name="slik_bruker_du"), "prose").content

    assert isinstance(content, Prose)
    told = [span.text for block in content.blocks for item in block.items for span in item]
    assert [
        text[: text.index("»") + 1] for text in told if text.startswith("«") and "Vet ikke" not in text
    ] == explained


@pytest.mark.parametrize("own", ["Laget av tjenesten.", "Laget med omhu.", None])
def test_the_service_is_named_once_as_maker_or_as_receiver(own: str | None) -> None:
    made = of(document(Activity, "kor"), part_name="register", **({"kolofon": own} if own else {}))
    content = part(made, "colophon").content

    assert isinstance(content, Prose)
    told = " ".join(span.text for block in content.blocks for span in block.spans)
    assert told.casefold().count("tjenesten") == 1
