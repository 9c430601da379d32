"""`hefte links` as a caseworker meets it: what it says and keeps, what it writes, and that no build knows of it."""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from hefte.doors import commands
from hefte.doors.asking import Asker
from hefte.doors.build import Work
from hefte.doors.command_line import main
from hefte.doors.console import Console
from hefte.doors.links import Ask, check_links
from hefte.doors.manners import Turns
from hefte.doors.options import Options, this_day
from hefte.doors.package import words_of
from hefte.doors.trouble import Exit, Trouble
from hefte.doors.visiting import Way
from hefte.links.answers import Answer, How
from hefte.links.record import RECORD
from hefte.output import Output, ready
from hefte.source import File
from link_server import Site, site_on_this_machine

pytestmark = pytest.mark.usefixtures("still_day")

SETTINGS = "navn: Ut i Vik\ntjeneste: Tjenesten\nkommune: '3107'\nkontakt: {epost: post@vik.no}\n"
ENTRY = "tittel: Kafé\ningress: Kom som du er.\nkategorier: [diverse]\nkommune: '3107'\nkontakt: {nett: \"ADDRESS\"}\n"


@pytest.fixture
def site() -> Iterator[Site]:
    with site_on_this_machine() as found:
        yield found


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content/aktiviteter").mkdir(parents=True)
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("content")


def link_to(content: Path, *addresses: str) -> None:
    for number, address in enumerate(addresses):
        text = ENTRY.replace("ADDRESS", address).replace("Kafé", f"Kafé {number}")
        (content / f"aktiviteter/kafe-{number}.yaml").write_text(text, encoding="utf-8")


def asked_here() -> Ask:
    return Asker(Way("hefte", is_allowed=lambda address: address.is_loopback), Turns(sleep=lambda _: None)).ask


def run(content: Path, ask: Ask | None = None, /, **more: object) -> tuple[Exit, str]:
    out = StringIO()
    here = Console(words_of("nb"), out, out)
    code = check_links(Options(content=content, **more), here, ask or asked_here())  # type: ignore[arg-type]
    return code, out.getvalue()


def test_a_link_that_is_gone_is_an_error_at_its_line(content: Path, site: Site) -> None:
    site.pages["/her"] = "Her"
    link_to(content, f"{site.address}/her", f"{site.address}/borte")

    code, said = run(content)

    assert code == Exit.CONTENT
    assert "content/aktiviteter/kafe-1.yaml:5:18: feil: Siden " in said
    assert "[link-gone]" in said
    assert "2 lenker til 2 adresser, 0 av dem hos kommunen selv. 2 er prøvd nå, 0 " in said


def test_good_answers_are_kept_for_a_week_and_bad_ones_are_asked_for_again(content: Path, site: Site) -> None:
    site.pages["/her"] = "Her"
    link_to(content, f"{site.address}/her", f"{site.address}/borte")
    run(content)
    site.asked.clear()

    run(content)
    run(content, again=True)

    assert site.paths("HEAD") == ["/borte", "/her", "/borte"]
    assert json.loads((content / RECORD).read_text())["lenker"][f"{site.address}/her"] == {
        "svar": "ok",
        "tittel": "Her",
    }


def test_a_limit_asks_for_what_was_never_asked_for_first(content: Path, site: Site) -> None:
    link_to(content, *(f"{site.address}/{number}" for number in range(3)))

    for _ in range(3):
        run(content, limit=1)

    assert sorted(site.paths("HEAD")) == ["/0", "/1", "/2"]


def test_one_host_may_be_asked_alone_and_the_rest_stays_known(content: Path, site: Site) -> None:
    link_to(content, f"{site.address}/a", f"{site.address.replace('127.0.0.1', 'localhost.')}/b")
    run(content)
    site.asked.clear()

    run(content, host="127.0.0.1")

    assert site.paths("HEAD") == ["/a"]
    assert len(json.loads((content / RECORD).read_text())["lenker"]) == 2


def test_an_address_that_is_gone_from_content_is_forgotten(content: Path, site: Site) -> None:
    link_to(content, f"{site.address}/a")
    run(content)
    link_to(content, f"{site.address}/b")

    run(content)

    assert list(json.loads((content / RECORD).read_text())["lenker"]) == [f"{site.address}/b"]


def test_a_new_address_is_shown_and_written_only_when_asked(content: Path, site: Site) -> None:
    site.moved["/gammel"] = (301, "/ny")
    site.pages["/ny"] = "Ny"
    link_to(content, f"{site.address}/gammel")
    file = content / "aktiviteter/kafe-0.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()

    code, shown = run(content)
    unchanged = file.read_bytes()
    _, written = run(content, write=True)
    site.asked.clear()
    _, afterwards = run(content)

    assert code == Exit.FINE
    assert f'+kontakt: {{nett: "{site.address}/ny"}}' in shown
    assert "hefte links --write" in shown
    assert unchanged == before
    assert "content/aktiviteter/kafe-0.yaml er skrevet." in written
    assert file.read_bytes() == before.replace(b"/gammel", b"/ny")
    assert site.asked == []
    assert "+kontakt" not in afterwards


def test_another_page_at_the_same_address_is_told_until_it_is_accepted(content: Path, site: Site) -> None:
    site.pages["/"] = "Turlaget på Nes"
    link_to(content, f"{site.address}/")
    run(content)
    site.pages["/"] = "Casino uten grenser"

    _, told = run(content, again=True)
    _, accepted = run(content, accept=True)

    assert "heter nå «Casino uten grenser»; før het den «Turlaget på Nes»" in told
    assert "Casino" not in accepted


def test_machines_get_the_report_alone(content: Path, site: Site) -> None:
    site.moved["/gammel"] = (301, "/ny")
    site.pages["/ny"] = "Ny"
    link_to(content, f"{site.address}/gammel")

    _, said = run(content, format="json")

    assert [problem["rule"] for problem in json.loads(said)["problems"]] == ["link-moved"]


def test_what_was_answered_before_a_stop_is_kept(content: Path) -> None:
    link_to(content, "https://a.no/", "https://b.no/")
    asked: list[str] = []

    def stopped(address: str) -> Answer:
        asked.append(address)
        return Answer(How.ANSWERED, 200, address)

    class Stopped(Console):
        def counting(self, name: str, **values: object) -> None:
            del name
            if values["number"] == 2:
                raise KeyboardInterrupt

    here = Stopped(words_of("nb"), StringIO(), StringIO())
    with pytest.raises(Trouble) as found:
        check_links(Options(content=content), here, stopped)

    assert (found.value.name, found.value.code) == ("links-stopped", Exit.INTERRUPTED)
    assert len(json.loads((content / RECORD).read_text())["lenker"]) == 1


def test_a_host_that_is_put_off_is_told_of_and_not_judged(content: Path) -> None:
    link_to(content, "https://a.no/")

    code, said = run(content, lambda _: Answer(How.LATER))

    assert code == Exit.FINE
    assert "1 adresse er utsatt" in said
    assert json.loads((content / RECORD).read_text())["lenker"] == {}


def test_a_machine_that_reaches_nobody_holds_it_against_no_link(content: Path) -> None:
    link_to(content, "https://a.no/", "https://b.no/", "https://c.no/")

    with pytest.raises(Trouble, match="links-no-network") as found:
        run(content, lambda _: Answer(How.SILENT, why="name"))

    assert found.value.code == Exit.MACHINE
    assert json.loads((content / RECORD).read_text())["lenker"] == {}
    code, said = run(content, lambda address: Answer(How.SILENT if "a.no" in address else How.CLOSED, why="name"))
    assert code == Exit.FINE
    assert "[link-silent]" in said


def test_a_mistake_of_ours_is_not_hidden_by_the_hosts_that_are_asked_side_by_side(content: Path) -> None:
    link_to(content, "https://a.no/")

    def broken(_: str) -> Answer:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(content, broken)


def test_a_record_that_cannot_be_read_is_said_and_left(content: Path) -> None:
    link_to(content, "https://a.no/")
    (content / ".hefte").mkdir()
    (content / RECORD).write_text("<<<<<<< HEAD\n", encoding="utf-8")

    with pytest.raises(Trouble, match="links-bad-record"):
        run(content)

    assert (content / RECORD).read_text() == "<<<<<<< HEAD\n"
    assert main(["check"]) == Exit.FINE


def test_the_check_tells_what_did_not_answer_last_time_and_asks_nobody(
    content: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    link_to(content, f"{site.address}/borte")
    run(content)
    site.asked.clear()

    code = main(["check"])

    assert code == Exit.FINE
    assert site.asked == []
    said = capsys.readouterr().out
    assert (
        f"kafe-0.yaml:5:18: advarsel: Lenken {site.address}/borte virket ikke sist den ble prøvd ({this_day()})" in said
    )


def test_a_build_is_the_same_with_and_without_the_record(
    content: Path, site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def all_that_is_known(work: Work, _: Path) -> Iterator[Output]:
        yield ready(File("index.html", repr((work.problems, work.content.texts, work.content.others))))

    monkeypatch.setattr(commands, "MAKERS", (all_that_is_known,))
    link_to(content, f"{site.address}/borte")
    main(["build"])
    before, said = Path("site/index.html").read_bytes(), capsys.readouterr().out
    run(content)

    main(["build"])

    assert (content / RECORD).is_file()
    assert Path("site/index.html").read_bytes() == before
    assert "link-" not in said + capsys.readouterr().out


def test_whoever_cannot_be_reached_is_told_so(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "oppsett.yaml").write_text(SETTINGS.rpartition("kontakt")[0], encoding="utf-8")

    assert main(["links"]) == Exit.FINE
    assert main(["links", "--limit", "ti"]) == Exit.WRONG_USE

    said = capsys.readouterr()
    assert "Skriv kontakt eller adresse i oppsett.yaml" in said.err
    assert "0 lenker til 0 adresser" in said.out


def test_files_whose_links_are_not_asked_for_are_told_of(content: Path) -> None:
    (content / "aktiviteter/kafe.yaml").write_text("tittel: [\n", encoding="utf-8")

    _, told = run(content)

    assert "1 fil kan ikke leses og er ikke med: content/aktiviteter/kafe.yaml." in told
