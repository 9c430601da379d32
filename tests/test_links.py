"""Links out of the site: where they stand, what is made of an answer, what is kept in git, and what is rewritten."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from hefte.catalogue import Catalogue
from hefte.links.answers import Answer, How, Known, Verdict
from hefte.links.findings import findings, findings_of_last_time
from hefte.links.judging import holds_still, judged
from hefte.links.moving import moves_of, with_moves
from hefte.links.record import read_record, record_as_text
from hefte.links.titles import is_another, says_not_found, title_in
from hefte.links.uses import Use, addresses_in, owners_of, uses_of, uses_of_any
from hefte.model import Entry
from hefte.model.leaves import leaves
from hefte.problem import Rule, Severity
from hefte.reading import read_content

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2)
SETTINGS = """\
navn: Ut i Vik
tjeneste: Støttekontakttjenesten
kommune: "3107"
adresse: https://aktiv.vik.no
kontakt: {epost: post@vik.kommune.no, nett: www.vik.kommune.no/fritid}
rediger: https://git.vik.no/hefte
"""
WALK = """\
tittel: Strandpromenaden   # navnet på skiltet
ingress: {nb: Se https://nes.no/kart. God tur!, nn: Sjå kartet.}
beskrivelse: |
  Les [om stien](https://nes.no/sti_(ny)) og <https://nes.no/sti>, eller [kartet][1].
  Mer på https://nes.no/sti, [her](https://nes.no/sti "Stien") og **https://nes.no/kart**.

  [1]: https://kart.nes.no/a?b=1&amp;c=2
kategorier: [natur]
kommune: "3107"
notat: Intern side http://intranett/x
kontakt: {tlf: 69000000, nett: nes.no/turlag}
kilde:
  - {nett: https://nes.no/sti, lest: 2026-11-21, sikkerhet: sikker}
"""


def catalogue_of(**files: str) -> Catalogue:
    texts = {"oppsett.yaml": SETTINGS} | {name.replace("__", "/") + ".yaml": text for name, text in files.items()}
    reading = read_content(((path, text.encode()) for path, text in texts.items()), ())
    assert reading.problems == ()
    assert reading.settings is not None
    return Catalogue(reading.documents, reading.settings, MONDAY)


def uses(text: str) -> tuple[Use, ...]:
    return tuple(use for use in uses_of(catalogue_of(turer__sti=text)) if use.document.path == "turer/sti.yaml")


def known(verdict: Verdict = Verdict.FINE, asked: date = MONDAY, **more: object) -> Known:
    return Known(verdict, asked)._replace(**more)


def test_every_link_is_found_where_it_stands() -> None:
    found = [(use.address, use.where.line, use.where.column) for use in uses(WALK)]

    assert found == [
        ("https://nes.no/kart", 2, 18),
        ("https://nes.no/sti_(ny)", 4, 18),
        ("https://nes.no/sti", 4, 47),
        ("https://nes.no/sti", 5, 10),
        ("https://nes.no/sti", 5, 36),
        ("https://nes.no/kart", 5, 69),
        ("https://kart.nes.no/a?b=1&c=2", 7, 8),
        ("https://nes.no/turlag", 11, 32),
        ("https://nes.no/sti", 13, 12),
    ]


def test_what_is_for_colleagues_is_not_asked_for() -> None:
    assert not [use for use in uses(WALK) if "intranett" in use.address]


def test_an_entry_that_has_closed_down_leads_nobody_anywhere() -> None:
    assert uses(WALK + "status: nedlagt\n") == ()


def test_the_links_to_some_addresses_are_found_without_reading_the_rest() -> None:
    catalogue = catalogue_of(turer__sti=WALK)

    found = uses_of_any(catalogue, ("https://kart.nes.no/a?b=1&c=2", "https://nes.no/turlag", "https://borte.no"))

    assert [use.where.line for use in found] == [7, 11]


def test_the_settings_have_links_too_and_tell_which_hosts_are_our_own() -> None:
    catalogue = catalogue_of(turer__sti=WALK)
    owners = owners_of(catalogue.settings)

    found = {use.address for use in uses_of(catalogue) if use.document.path == "oppsett.yaml"}

    assert found == {"https://aktiv.vik.no", "https://www.vik.kommune.no/fritid"}
    assert all(map(owners.has, found))
    assert not owners.has("https://ond-vik.kommune.no.eksempel.no/")


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("[a](https://a.no)[b](https://b.no)", ["https://a.no", "https://b.no"]),
        ("[https://a.no/x](https://a.no/x)", ["https://a.no/x", "https://a.no/x"]),
        ("(se https://a.no/x_(y)).", ["https://a.no/x_(y)"]),
        ("«https://a.no/?q=1»!", ["https://a.no/?q=1"]),
        ("HTTPS://A.no og http:// og https://", ["HTTPS://A.no"]),
        ("http://[2a02::1]/x", ["http://[2a02::1]/x"]),
    ],
)
def test_an_address_in_a_text_ends_where_a_reader_ends_it(text: str, addresses: list[str]) -> None:
    found = list(addresses_in(text))

    assert [written for _, written in found] == addresses
    assert all(text.startswith(written, at) for at, written in found)


def test_the_values_of_an_entry_are_told_with_their_places() -> None:
    walk = catalogue_of(turer__sti=WALK).documents[0]
    assert isinstance(walk, Entry)

    places = [leaf.location for leaf in leaves(walk)]

    assert ("kilde", 0, "nett") in places
    assert ("kontakt", "tlf") in places
    assert ("notat",) not in places


HERE = "https://nes.no/tur"


def answered(**more: object) -> Answer:
    return Answer(How.ANSWERED, 200, HERE, "", "Turlaget")._replace(**more)


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (answered(), Verdict.FINE),
        (answered(status=404), Verdict.GONE),
        (answered(status=410), Verdict.GONE),
        (answered(status=403), Verdict.CLOSED),
        (answered(status=500), Verdict.SILENT),
        (answered(status=999), Verdict.CLOSED),
        (answered(final="https://nes.no/"), Verdict.START_PAGE),
        (answered(final="https://www.nes.no/nb/index.html"), Verdict.START_PAGE),
        (answered(title="Beklager, siden finnes ikke – Nes"), Verdict.NOT_FOUND),
        (Answer(How.SILENT, why="name"), Verdict.SILENT),
        (Answer(How.UNTRUSTED, why="certificate"), Verdict.UNTRUSTED),
        (Answer(How.UNSAFE, why="private"), Verdict.UNSAFE),
        (Answer(How.CLOSED, why="robots"), Verdict.CLOSED),
    ],
)
def test_an_answer_has_a_verdict(answer: Answer, verdict: Verdict) -> None:
    assert judged(HERE, answer, None, MONDAY).verdict is verdict


def test_the_first_page_of_a_site_may_stay_a_first_page() -> None:
    final = "https://www.nes.no/"

    found = judged("http://nes.no", answered(final=final, moved_to=final), None, MONDAY)

    assert (found.verdict, found.moved_to) == (Verdict.FINE, final)


@pytest.mark.parametrize(
    "new", [HERE, "http://nes.no/ny-tur", "https://nes.no/", "https://nes.no/index.html", "https://nes.no/no/"]
)
def test_what_is_the_same_less_safe_or_a_first_page_is_no_new_address(new: str) -> None:
    assert judged(HERE, answered(moved_to=new), None, MONDAY).moved_to == ""


@pytest.mark.parametrize(
    ("ending", "kept"),
    [
        ("?session=abc", ""),
        ("?PHPSESSID=42", ""),
        ("?side=3&sid=1", "?side=3"),
        (";jsessionid=0A1B?side=3", "?side=3"),
        ("/(S(abc123))/", "/"),
        ("?access_token=x#topp", "#topp"),
        ("#auth=1", ""),
        ("#/inn?key=7", ""),
        ("?id=c7ab01e5c83f4b6a9f", ""),
        ("?t=eyJhbGciOiJIUzI1NiJ9", ""),
    ],
)
def test_what_a_site_writes_into_an_address_for_one_visitor_is_neither_kept_nor_written(ending: str, kept: str) -> None:
    row = judged(HERE, answered(moved_to=f"https://nes.no/ny-tur{ending}"), None, MONDAY)

    assert row.moved_to == f"https://nes.no/ny-tur{kept}"
    assert told(row) == [(Rule.LINK_MOVED, 11)]
    assert moved(WALK, {"https://nes.no/turlag": row}) == WALK


def test_a_record_that_has_such_an_address_is_cleaned_as_it_is_read() -> None:
    address = "https://nes.no/turlag"

    record = read_record(record_as_text({address: known(moved_to=f"{address}/ny?PHPSESSID=42")}))

    assert moved(WALK, dict(record)) == WALK
    assert "PHPSESSID" not in record_as_text(record)


@pytest.mark.parametrize(
    "new",
    [
        "https://nes.no/ny-tur?side=3&author=kari",
        "https://nes.no/ny?tittel=rundt-blåtjern-2026",
        "https://nes.no/ny?keyword=tur#hvor-vi-går-i-november",
        "https://nes.no/8b1a9953c4611296a827abf8c47804d7/tur",
    ],
)
def test_an_address_that_holds_for_all_is_kept_whole(new: str) -> None:
    row = judged(HERE, answered(moved_to=new), None, MONDAY)

    assert (row.moved_to, row.why) == (new, "")


def test_what_the_old_address_had_too_is_its_own() -> None:
    old = "http://nes.no/tur?key=c7ab01e5c83f4b6a9f"
    new = "https://nes.no/ny?key=c7ab01e5c83f4b6a9f"

    row = judged(old, answered(moved_to=new), None, MONDAY)

    assert (row.moved_to, row.why) == (new, "")


def test_a_site_that_only_adds_a_session_has_not_moved() -> None:
    assert judged(HERE, answered(moved_to=f"{HERE}?sid=12"), None, MONDAY) == known(title="Turlaget")


def test_a_new_address_is_written_so_that_no_text_ends_it() -> None:
    new = "https://nes.no/kart (nytt)?q=a&b"

    assert judged(HERE, answered(moved_to=new), None, MONDAY).moved_to == "https://nes.no/kart%20%28nytt%29?q=a&b"


def test_silence_counts_its_days_and_not_its_runs() -> None:
    silent = Answer(How.SILENT, why="timeout")

    first = judged(HERE, silent, known(title="Turlaget"), MONDAY)
    again = judged(HERE, silent, first, MONDAY)
    second = judged(HERE, silent, again, TUESDAY)
    third = judged(HERE, silent, second, WEDNESDAY)

    assert [row.days for row in (first, again, second, third)] == [1, 1, 2, 3]
    assert third.title == "Turlaget"
    assert judged(HERE, answered(), third, WEDNESDAY).days == 0


def test_a_page_that_has_become_another_is_remembered_until_somebody_has_looked() -> None:
    first = judged(HERE, answered(), None, MONDAY)
    casino = judged(HERE, answered(title="Beste casino uten konto"), first, TUESDAY)
    still = judged(HERE, answered(title="Nye casino"), casino, WEDNESDAY)

    assert (casino.title, casino.new_title) == ("Turlaget", "Beste casino uten konto")
    assert (still.title, still.new_title) == ("Turlaget", "Nye casino")
    assert judged(HERE, answered(), still, WEDNESDAY).new_title == ""


@pytest.mark.parametrize(
    ("before", "now", "answer"),
    [
        ("Turer – Nes turlag", "Alle turer hos Nes", False),
        ("Turlaget", "Beste casino på nett", True),
        ("Turlaget", "", False),
        ("", "Turlaget", False),
        ("Forside", "Hjem", False),
    ],
)
def test_a_page_is_another_when_no_word_of_its_title_is_left(before: str, now: str, answer: bool) -> None:
    assert is_another(before, now) is answer


@pytest.mark.parametrize(
    ("title", "answer"),
    [
        ("404 – Page Not Found", True),
        ("Siden ble ikke funnet | Moss", True),
        ("Sida finst ikkje", True),
        ("Vi fant ikke siden", True),
        ("Rom 1404", False),
        ("Hva som finnes i kommunen", False),
    ],
)
def test_a_page_may_say_by_its_title_that_it_is_not_there(title: str, answer: bool) -> None:
    assert says_not_found(title) is answer


@pytest.mark.parametrize(
    ("body", "kind", "title"),
    [
        ("<title>\n Å &amp;\n Ø </title>".encode(), "text/html", "Å & Ø"),
        ("<TITLE lang=nb>Åsen".encode("latin-1"), "text/html; charset=iso-8859-1", "Åsen"),
        ('<meta charset="windows-1252"><title>Åsen</title>'.encode("cp1252"), "text/html", "Åsen"),
        (b"<title>Ring Kari 900 00 000, kari@vik.no</title>", "text/html", "Ring Kari …, …"),
        (b"<title>A\x1b[31mB</title>", "text/html; charset=finnes-ikke", "A[31mB"),
        (b"<title>Innlogget som Kari Nordmann</title>", "text/html", ""),
        ("<title>Min side – du er logga inn</title>".encode(), "text/html; charset=utf-8", ""),
        (b"%PDF-1.7", "application/pdf", ""),
        (b"<title>" + b"x" * 500, "text/html", "x" * 120),
    ],
)
def test_the_title_of_a_page_is_read_as_it_is_coded_and_without_numbers_of_people(
    body: bytes, kind: str, title: str
) -> None:
    assert title_in(body, kind) == title


def test_a_good_answer_holds_for_seven_days_and_a_bad_one_for_none() -> None:
    assert holds_still(known(asked=date(2026, 11, 24)), MONDAY)
    assert not holds_still(known(asked=date(2026, 11, 23)), MONDAY)
    assert not holds_still(known(asked=TUESDAY), MONDAY)
    assert not holds_still(known(Verdict.GONE), MONDAY)


RECORD = {
    "https://b.no/": known(title="Å «b»", new_title="B", moved_to="https://c.no/"),
    "https://a.no/": known(Verdict.SILENT, TUESDAY, days=2, why="timeout"),
    "https://d.no/": known(Verdict.GONE, status=404),
}


def test_the_record_says_what_it_was_told_in_a_fixed_order() -> None:
    text = record_as_text(RECORD)

    assert read_record(text) == RECORD
    assert text == record_as_text(dict(reversed(RECORD.items())))
    assert text.splitlines()[:5] == [
        "{",
        ' "sist": "2026-11-30",',
        ' "lenker": {',
        '  "https://a.no/": {"svar": "svarer_ikke", "sist": "2026-12-01", "dager": 2, "fordi": "timeout"},',
        '  "https://b.no/": {"svar": "ok", "ny_adresse": "https://c.no/", "tittel": "Å «b»", "ny_tittel": "B"},',
    ]
    assert read_record(record_as_text({})) == {}


def test_a_run_that_finds_nothing_new_changes_one_line_of_the_record() -> None:
    before = {f"https://{number}.no/": known() for number in range(50)}
    after = {address: row._replace(asked=WEDNESDAY) for address, row in before.items()}

    lines = zip(record_as_text(before).splitlines(), record_as_text(after).splitlines(), strict=True)

    assert [new for old, new in lines if old != new] == [' "sist": "2026-12-02",']


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"sist": "", "lenker": {"a": 1}}',
        '{"sist": "i dag", "lenker": {"a": {"svar": "ok"}}}',
        "<<<<<<<",
    ],
)
def test_a_record_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # whatever json and dates say
        read_record(text)


def told(row: Known, text: str = WALK) -> list[tuple[Rule, int]]:
    catalogue = catalogue_of(turer__sti=text)
    found = findings(uses_of(catalogue), {"https://nes.no/turlag": row}, owners_of(catalogue.settings))
    return [(problem.rule, problem.where.line) for problem in found]


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (known(Verdict.GONE, status=404), Rule.LINK_GONE),
        (known(Verdict.START_PAGE), Rule.LINK_LEADS_TO_START),
        (known(Verdict.NOT_FOUND, new_title="404"), Rule.LINK_SAYS_NOT_FOUND),
        (known(Verdict.SILENT, days=2), Rule.LINK_SILENT),
        (known(Verdict.SILENT, days=3), Rule.LINK_SILENT_LONG),
        (known(Verdict.UNTRUSTED), Rule.LINK_UNTRUSTED),
        (known(Verdict.UNSAFE), Rule.LINK_UNSAFE),
        (known(Verdict.CLOSED), Rule.LINK_NOT_TRIED),
        (known(title="A", new_title="B", moved_to="https://b.no"), Rule.LINK_IS_ANOTHER_PAGE),
        (known(moved_to="https://b.no"), Rule.LINK_MOVED),
    ],
)
def test_each_verdict_is_told_where_the_link_stands(row: Known, rule: Rule) -> None:
    assert told(row) == [(rule, 11)]


def test_a_good_link_is_not_told_of() -> None:
    assert told(known(title="Turlaget")) == []


def test_the_check_knows_of_no_error_that_only_the_net_can_tell() -> None:
    catalogue = catalogue_of(turer__sti=WALK)
    rows = {"https://nes.no/turlag": known(Verdict.GONE), "https://nes.no/kart": known(Verdict.CLOSED)}

    found = tuple(findings_of_last_time(uses_of(catalogue), rows, owners_of(catalogue.settings)))

    assert [problem.rule for problem in found] == [Rule.LINK_FAILED_LAST_TIME]
    assert {problem.severity for problem in found} == {Severity.WARNING}


def moved(text: str, record: dict[str, Known]) -> str:
    found = uses(text)
    after, left = with_moves(text, moves_of(found, record))
    assert left == ()
    return after


def test_a_new_address_is_written_wherever_the_old_one_stood_and_nothing_else_changes() -> None:
    after = moved(WALK, {"https://nes.no/sti": known(moved_to="https://ny.nes.no/stien")})

    assert after == (
        WALK.replace("<https://nes.no/sti>", "<https://ny.nes.no/stien>")
        .replace("på https://nes.no/sti,", "på https://ny.nes.no/stien,")
        .replace('(https://nes.no/sti "', '(https://ny.nes.no/stien "')
        .replace("{nett: https://nes.no/sti,", "{nett: https://ny.nes.no/stien,")
    )


def test_a_new_address_is_put_in_quotes_where_yaml_would_cut_it() -> None:
    after = moved(WALK, {"https://nes.no/turlag": known(moved_to="https://ny.nes.no/a,b")})

    assert yaml.safe_load(after)["kontakt"]["nett"] == "https://ny.nes.no/a,b"
    assert 'nett: "https://ny.nes.no/a,b"}' in after


def test_what_has_become_another_page_is_never_written() -> None:
    record = {"https://nes.no/sti": known(moved_to="https://casino.no/a", new_title="Casino", title="Stien")}

    assert moved(WALK, record) == WALK


@pytest.mark.slow
def test_every_link_of_eksempelvik_is_found_at_its_own_characters() -> None:
    folder = Path(__file__).parent / "eksempelvik"
    files = sorted(folder.rglob("*.yaml"))
    texts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    reading = read_content(texts.items(), ())
    assert reading.settings is not None

    found = uses_of(Catalogue(reading.documents, reading.settings, MONDAY))

    assert len(found) > 10
    for use in found:
        assert use.span is not None
        assert use.document.source.text[slice(*use.span)] == use.written
