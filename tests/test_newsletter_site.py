"""The newsletters on the site: pages, list and feed of what is sent; a draft is nowhere."""

import re
from datetime import datetime

import pytest
from lxml import etree

from booklet_samples import document
from hefte.doors.newsletters import printed_newsletters
from hefte.model import Activity, Document, Event, Newsletter, Walk
from hefte.news.writing import letter_of
from hefte.website.frame_settings import frame_settings
from hefte.website.newsletters import desk_of
from hefte.website.site import Printed
from newsletter_samples import ADDRESS, SECRET, desk, issue, part
from website_samples import links_of, made, outputs_of, page_of, site_of, text_of

ATOM = "{http://www.w3.org/2005/Atom}"
KOR = document(Activity, "kor", når={"dag": "tirsdag", "kl": "18-20"}, pris="gratis")
WALK = document(Walk, "runden", lengde="1,2 km")
EVENT = document(Event, "fest", start="2026-12-05 18:00")
ISSUE = issue(
    hilsen="Hei, **alle**!",
    nye="aktiviteter/kor",
    endret={"post": "turer/runden", "hva": "Ny bru & benk."},
    slutt="Quiz",
)
OLD = document(Newsletter, "2026-11", måned="2026-11", nye=["turer/runden", "turer/borte"], sendt="2026-11-02")
DRAFT = document(Newsletter, "2027-01", måned="2027-01", hilsen=SECRET)
LATER = document(Newsletter, "2027-02", måned="2027-02", hilsen=SECRET, sendt="2026-11-23")
ALL: tuple[Document, ...] = (KOR, WALK, EVENT, ISSUE, OLD, DRAFT, LATER)


def test_an_issue_has_a_page_that_leads_to_what_it_tells_of() -> None:
    page = page_of(site_of(*ALL), "nyhetsbrev/2026-12.html")

    told = text_of(page)
    assert "Desember 2026" in told
    assert "Sendt 20. november 2026" in told
    assert "Hei, alle !" in told
    assert "Ny bru & benk." in told
    assert {"../aktiviteter/kor.html", "../turer/runden.html", "../nyhetsbrev.html", "../gratis.html"} <= set(
        links_of(page)
    )
    assert 'id="nye-aktiviteter-kor"' in page
    assert "<script" not in page


def test_the_list_names_every_sent_issue_the_newest_first() -> None:
    page = page_of(site_of(*ALL, adresse=ADDRESS), "nyhetsbrev.html")

    issues = [link for link in links_of(page) if link.startswith("nyhetsbrev/")]
    assert issues == ["nyhetsbrev/2026-12.html", "nyhetsbrev/2026-11.html"]
    assert "nytt.xml" in set(links_of(page))


def test_a_page_leads_to_its_pdf_only_where_that_is_printed() -> None:
    site = site_of(*ALL)
    printed = site._replace(printed={"nyhetsbrev/2026-12.pdf": Printed(2, 60_000)})

    assert "2026-12.pdf" not in set(links_of(page_of(site, "nyhetsbrev/2026-12.html")))
    assert "2026-12.pdf" in set(links_of(page_of(printed, "nyhetsbrev/2026-12.html")))
    assert "2026-11.pdf" not in set(links_of(page_of(printed, "nyhetsbrev/2026-11.html")))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_draft_and_what_is_not_sent_yet_are_nowhere(language: str) -> None:
    outputs = outputs_of(site_of(*ALL, language=language, adresse=ADDRESS))

    assert not [path for path in outputs if "nyhetsbrev/2027" in path]
    news = [path for path in outputs if "nyhetsbrev" in path or path.endswith("nytt.xml")]
    assert len(news) == 4
    assert not [path for path in news if SECRET in made(outputs[path]) or "2027" in made(outputs[path])]


def test_a_site_without_a_sent_issue_says_nothing_of_newsletters() -> None:
    site = site_of(KOR, DRAFT, adresse=ADDRESS)

    assert not [path for path in outputs_of(site) if "nyhetsbrev" in path or path.endswith("nytt.xml")]
    settings = frame_settings(site.catalogue, {"nb": site.words})
    assert settings.feed == {}
    assert "nyhetsbrev.html" not in [link.path for link in settings.links]


def test_every_page_leads_to_the_list_and_names_the_feed_where_there_is_one() -> None:
    site = site_of(*ALL, adresse=ADDRESS, språk=["nb"])
    without = site_of(*ALL, språk=["nb"])

    settings = frame_settings(site.catalogue, {"nb": site.words})

    assert settings.feed == {"nb": "Nytt fra Ut i Vik"}
    assert "nyhetsbrev.html" in [link.path for link in settings.links]
    assert frame_settings(without.catalogue, {"nb": without.words}).feed == {}
    assert "nytt.xml" not in outputs_of(without)


@pytest.mark.parametrize(("language", "prefix"), [("nb", ""), ("nn", "nn/"), ("en", "en/")])
def test_the_feed_is_strict_atom(language: str, prefix: str) -> None:
    feed = made(outputs_of(site_of(*ALL, language=language, adresse=ADDRESS))[f"{prefix}nytt.xml"])

    root = etree.fromstring(feed.encode(), etree.XMLParser(resolve_entities=False, recover=False))
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    for name in ("id", "title", "updated", "author"):
        assert len(root.findall(f"{ATOM}{name}")) == 1
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == f"{ADDRESS}/{prefix}nytt.xml"
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        assert [len(entry.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated", "summary")] == [1] * 4
        assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert all((child.text or child.get("href") or "").strip() for child in entry)
    ids = [root.findtext(f"{ATOM}id"), *(entry.findtext(f"{ATOM}id") for entry in entries)]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith(f"{ADDRESS}/{prefix}") for one in (*ids, *root.xpath("//@href")))
    moments = [one.text for one in root.iter(f"{ATOM}updated")]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one) and datetime.fromisoformat(one) for one in moments)
    assert moments[0] == max(moments) == "2026-11-20T12:00:00Z"


def test_the_feed_has_an_entry_for_each_issue_and_for_all_that_is_new_changed_or_ended() -> None:
    feed = made(outputs_of(site_of(*ALL, adresse=ADDRESS))["nytt.xml"])

    root = etree.fromstring(feed.encode())
    assert [
        entry.findtext(f"{ATOM}id").removeprefix(f"{ADDRESS}/nyhetsbrev/") for entry in root.iter(f"{ATOM}entry")
    ] == [
        "2026-12.html",
        "2026-12.html#nye-aktiviteter-kor",
        "2026-12.html#endret-turer-runden",
        "2026-12.html#slutt-quiz",
        "2026-11.html",
        "2026-11.html#nye-turer-runden",
    ]
    assert "Ny bru &amp; benk." in feed


def test_the_ids_of_the_feed_stay_when_facts_change() -> None:
    def ids(*documents: Document) -> list[str]:
        feed = made(outputs_of(site_of(*documents, ISSUE, adresse=ADDRESS))["nytt.xml"])
        return re.findall("<id>(.*?)</id>", feed)

    assert ids(KOR, WALK) == ids(document(Activity, "kor", tittel="Koret", pris=80), WALK, EVENT)


def test_what_is_sent_is_printed_in_every_language_and_nothing_else() -> None:
    paths = sorted(output.path for output in printed_newsletters(site_of(*ALL).catalogue))

    prefixes, months = ("", "nn/", "en/"), ("2026-12", "2026-11")
    assert paths == sorted(f"{prefix}nyhetsbrev/{month}.pdf" for month in months for prefix in prefixes)


def test_what_is_published_never_asks_the_history(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hefte.doors.history.History._git", None)
    site = site_of(*ALL, adresse=ADDRESS)

    first = [made(output) for path, output in outputs_of(site).items() if "ny" in path]
    again = [made(output) for path, output in outputs_of(site_of(*ALL, adresse=ADDRESS)).items() if "ny" in path]

    assert first == again
    assert len(list(printed_newsletters(site.catalogue))) == 6


def test_the_calendar_of_the_site_and_of_the_letter_tell_the_same_days() -> None:
    at = desk(*ALL)

    told = letter_of(ISSUE, desk_of(site_of(*ALL, adresse=ADDRESS)))

    assert told == letter_of(ISSUE, at)
    assert part(told, "days")


def test_a_printed_issue_is_made_again_only_where_it_tells_something_else() -> None:
    def keys(*documents: Document) -> set[str | None]:
        return {output.key for output in printed_newsletters(site_of(*documents).catalogue)}

    elsewhere = document(Walk, "langt-unna", pris=60)
    assert keys(*ALL) == keys(*ALL, elsewhere)
    assert keys(*ALL) != keys(*ALL[1:], document(Activity, "kor", pris=80))
