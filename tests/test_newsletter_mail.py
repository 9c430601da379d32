"""The letter in a mailbox: what mail programs do not show, cut or ask the net for is not in it."""

import re
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from lxml import html

from booklet_samples import TODAY, document, icons, words
from hefte.booklet.newsletter import newsletter_volume
from hefte.doors.newsletters import look_of
from hefte.doors.typst import STANDARDS, print_pdf
from hefte.mail.message import LARGEST
from hefte.mail.text import COLUMNS
from hefte.model import Activity, Event, Walk
from hefte.news.letter import Letter
from newsletter_samples import ADDRESS, desk, issue, letter, mail, text

GREETING = """\
Hei! Les om [ledsagerbevis](https://vik.eksempel.no/sider/ledsagerbevis.html) og kom.

- **Kor** på tirsdag
- Bingo

1. Først
2. Så

## En overskrift

![bilde](https://eksempel.no/spor.png) <script>alert(1)</script>
"""
EVENT = document(Event, "fest", tittel="Fest & <b>moro</b>", start="2026-12-05 18:00", pris=60)
WALK = document(Walk, "runden", lengde="1,2 km")
ISSUE = issue(hilsen=GREETING, nye="turer/runden", slutt="Quiz", månedens_tur="runden")


def of_sample(language: str = "nb", **settings: object) -> str:
    return mail(letter(ISSUE, EVENT, WALK, language=language, **settings), desk(language=language))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_message_is_one_column_with_its_language_and_headings_in_order(language: str) -> None:
    page = html.fromstring(of_sample(language))

    assert page.get("lang") == language
    assert page.findtext(".//title")
    levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(table.get("role") == "presentation" for table in page.iter("table"))
    column = page.xpath("//table[@class='column']")[0]
    assert "max-width: 600px" in column.get("style")


def test_every_style_stands_on_its_element_and_only_the_dark_look_apart() -> None:
    page = html.fromstring(of_sample())

    kept = " ".join(page.xpath("//style/text()"))
    assert re.sub(r"\s+", "", kept).startswith("@media(prefers-color-scheme:dark)")
    assert kept.count("@media") == 1
    bare = [one.tag for one in page.iter("h1", "h2", "h3", "p", "li", "ul", "a") if not one.get("style")]
    assert not bare
    assert page.xpath("//meta[@name='color-scheme']/@content") == ["light dark"]


def test_the_dark_look_says_a_colour_for_all_that_has_one_by_day() -> None:
    look = look_of(words())

    coloured = set(re.findall(r"\n([^\n{]+) \{[^}]*(?<!-)color: #", look.styles))

    silent = {name for name in coloured if name not in look.dark and name.split()[0] not in look.dark}
    assert silent <= {".site", "h1"}, "these stand on the dark head in both looks"


def test_a_message_asks_the_net_for_nothing_and_runs_nothing() -> None:
    made = of_sample()
    page = html.fromstring(made)

    assert not page.xpath("//img | //script | //link | //iframe | //object | //form | //video | //base")
    assert not page.xpath("//@*[starts-with(name(), 'on')] | //@src | //@background | //@srcset")
    assert "url(" not in made
    assert "@import" not in made
    assert {link.split(":")[0] for link in page.xpath("//@href")} <= {"https", "tel", "mailto"}
    assert "<b>moro</b>" not in made


def test_links_have_words_and_lead_to_whole_addresses() -> None:
    page = html.fromstring(of_sample())

    links = page.xpath("//a")
    assert all("".join(one.itertext()).strip() for one in links)
    assert f"{ADDRESS}/turer/runden.html" in page.xpath("//a/@href")
    assert f"{ADDRESS}/nyhetsbrev/2026-12.html" in page.xpath("//a/@href")


def test_other_languages_lead_to_their_own_pages_and_say_what_is_in_another_language() -> None:
    page = html.fromstring(of_sample("nn"))

    assert f"{ADDRESS}/nn/turer/runden.html" in page.xpath("//a/@href")
    assert page.xpath("//span[@lang='nb']/text()")


def test_without_an_address_nothing_is_a_link_but_the_phone() -> None:
    page = html.fromstring(of_sample(adresse=None))

    own = [link for link in page.xpath("//a/@href") if not link.endswith("ledsagerbevis.html")]
    assert own == ["tel:69000000"]
    assert "https" not in text(letter(issue(nye="turer/runden"), WALK, adresse=None))


@pytest.mark.parametrize("number", [3, 400])
def test_a_message_is_never_so_long_that_it_is_cut(number: int) -> None:
    lead = "Et nokså langt sted i en nokså lang gate"
    many = tuple(
        document(
            Event,
            f"nr-{at}",
            tittel=f"Noe med et nokså langt navn {at}",
            start=f"2026-12-{at % 28 + 1:02} 18:00",
            sted={"navn": lead},
            pris=60,
        )
        for at in range(number)
    )
    made = issue(hilsen="Hei. " * 900, nye=[f"arrangementer/{one.id}" for one in many], slutt=["Noe"] * number)

    page = mail(letter(made, *many), desk())

    assert len(page.encode()) <= LARGEST
    assert ("ting til" in page) is (number > 100)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_plain_text_has_no_line_over_72_but_addresses(language: str) -> None:
    long = document(Activity, "kor", tittel="Kor " + "langt " * 19, når={"dag": "tirsdag", "kl": "18-20"})
    made = text(
        letter(
            issue(hilsen=GREETING * 3, nye=["aktiviteter/kor", "turer/runden"]), EVENT, WALK, long, language=language
        )
    )

    over = [line for line in made.splitlines() if len(line) > COLUMNS]
    assert all(" " not in line.strip() and "https://" in line for line in over)
    assert "\xa0" not in made
    assert "\u2060" not in made
    assert f"{ADDRESS}/" in made


def test_plain_text_tells_lists_and_links_of_the_greeting() -> None:
    made = text(letter(ISSUE, EVENT, WALK))

    assert "ledsagerbevis\n(https://vik.eksempel.no/sider/ledsagerbevis.html) og kom." in made
    assert "* Kor på tirsdag\n* Bingo\n" in made
    assert "1. Først\n2. Så\n" in made
    assert "EN OVERSKRIFT" in made
    assert "alert" not in made


def _printed(made: Letter) -> bytes:
    return print_pdf(newsletter_volume(made, desk().catalogue.settings, words(made.language), icons()), TODAY)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_letter_is_a_tagged_pdf_without_a_cover(language: str) -> None:
    made = _printed(letter(ISSUE, EVENT, WALK, language=language))

    assert {"ua-1", "a-2a"} <= set(STANDARDS), "the compiler stops on what these refuse"
    with pikepdf.open(BytesIO(made)) as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.Root.Lang).startswith(language)
        assert pdf.Root.MarkInfo.Marked
        assert "pdfuaid" in str(pdf.Root.Metadata.read_bytes())


@pytest.mark.slow
def test_the_same_letter_is_the_same_pdf() -> None:
    assert _printed(letter(ISSUE, EVENT)) == _printed(letter(ISSUE, EVENT))
