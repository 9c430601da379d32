"""Find positions that are missing: ask, judge, show, and write only what is certain."""

from collections.abc import Mapping, Sequence

from hefte.catalogue import Catalogue
from hefte.doors.agent import agent_of, contact_of
from hefte.doors.build import look_through
from hefte.doors.console import Console
from hefte.doors.geocoding import PAUSE_S, Ask, Memory, asker
from hefte.doors.options import Options
from hefte.doors.package import outlines, words_of
from hefte.doors.rewriting import rewrite
from hefte.doors.tell import tell_errors
from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.edits import Value, flow, with_plain_ends
from hefte.interchange.hits import Answer, Hit, Outcome, Query, Wanted, judge, spots_wanted
from hefte.interchange.land import Land
from hefte.interchange.placing import with_position, with_source
from hefte.language import Words
from hefte.model.parts import Spot
from hefte.norwegian import distance
from hefte.reading import language_of, read_file

_LINKS: Mapping[str, str] = {
    "kartverket": "https://ws.geonorge.no/adresser/v1",
    "nominatim": "https://www.openstreetmap.org/copyright",
}
_CERTAINTY: Mapping[str, str] = {"kartverket": "sikker", "nominatim": "trolig"}
"""Kartverket answers from the official register; OpenStreetMap is what volunteers have drawn."""

_MOST_LABELS = 5


def locate_entries(options: Options, console: Console, *, pause_s: float = PAUSE_S) -> Exit:
    """What `hefte locate` does."""
    work = look_through(options.content, options.day)
    if work.catalogue is None:
        return tell_errors(work.problems, options.content, console)
    wanted = tuple(spots_wanted(work.catalogue, names=options.service == "nominatim"))
    if not wanted:
        console.say("locate-none-missing")
        return Exit.FINE
    land = Land(outlines())
    ask = asker(options.service, options.server, options.agent or _agent(work.catalogue), pause_s)
    found, stopped = _ask_all(wanted, _remembering(ask, options), land, options, console)
    if options.write:
        _write(found, work.catalogue, options, console)
    elif found:
        console.say("locate-hint")
    if stopped:
        raise stopped
    return Exit.FINE


def _agent(catalogue: Catalogue) -> str:
    """Who is asking; empty where nobody can be reached."""
    return agent_of(catalogue.settings) if contact_of(catalogue.settings) else ""


def _remembering(ask: Ask, options: Options) -> Ask:
    memory = Memory(options.content)
    service = " ".join(filter(None, (options.service, options.server)))

    def answer(query: Query) -> tuple[Hit, ...]:
        known = None if options.again else memory.recall(service, query)
        if known is not None:
            return known
        hits = ask(query)
        memory.keep(service, query, hits)
        return hits

    return answer


def _ask_all(
    wanted: Sequence[Wanted], ask: Ask, land: Land, options: Options, console: Console
) -> tuple[list[tuple[Wanted, Hit]], Trouble | None]:
    """Ask for each spot and show what comes of it; what is certain, and what stopped the asking."""
    found: list[tuple[Wanted, Hit]] = []
    for one in wanted:
        try:
            hits = ask(one.query)
        except Trouble as trouble:
            return found, _told(trouble, console)
        answer = judge(one.query, hits, one.entry.municipalities, land)
        _show(one, answer, options, console)
        if answer.outcome is Outcome.FOUND:
            found.append((one, answer.hits[0]))
    return found, None


def _told(trouble: Trouble, console: Console) -> Trouble:
    """How long to wait is said where the service says it, and what went wrong in the reader's language."""
    if trouble.name == "locate-stopped":
        why, detail = trouble.values["reason"], trouble.values["detail"]
        trouble.values["reason"] = console.words.say(f"command.locate-why-{why}", detail=detail)
    if trouble.name == "locate-wait":
        seconds = trouble.values["seconds"]
        trouble.values["seconds"] = console.words.say("command.locate-seconds", number=seconds) if seconds else ""
    return trouble


def _place(one: Wanted, options: Options) -> str:
    where = one.entry.where(one.key)
    return f"{options.content.as_posix()}/{where.path}:{where.line}:{where.column}"


def _show(one: Wanted, answer: Answer, options: Options, console: Console) -> None:
    labels = " · ".join(hit.label for hit in answer.hits[:_MOST_LABELS])
    if len(answer.hits) > _MOST_LABELS:
        labels += " …"
    first = answer.hits[0] if answer.hits else Hit(0, 0, "")
    console.say(
        f"locate-{answer.outcome}",
        place=_place(one, options),
        query=one.query.text,
        label=first.label,
        labels=labels,
        lat=f"{first.lat:.5f}",
        lon=f"{first.lon:.5f}",
        away=distance(answer.away_m, console.words.language),
        number=", ".join(one.entry.municipalities),
    )


def _write(found: Sequence[tuple[Wanted, Hit]], catalogue: Catalogue, options: Options, console: Console) -> None:
    """Write file by file, from the bottom up, so that what is above keeps its place."""
    language = language_of(catalogue.settings)
    source = _source(options, words_of(language))
    paths: dict[str, list[tuple[Wanted, Hit]]] = {}
    for one, hit in found:
        paths.setdefault(one.entry.path, []).append((one, hit))
    for path, rows in paths.items():
        file = options.content / path
        with machine_trouble(file):
            content = file.read_bytes()
        before = after = content.decode("utf-8")
        for one, hit in rows:
            after = _with(after, one, hit, source, language) or _not_written(after, one, hit, options, console)
        if after != before:
            rewrite(file, content, after.encode())
            console.say("file-written", path=str(file))


def _source(options: Options, words: Words) -> dict[str, Value]:
    """A row of `kilde` for the position alone: the address itself is as sure as it was."""
    return {
        "nett": _LINKS[options.service],
        "navn": words.say(f"command.locate-source-{options.service}"),
        "lest": options.day.isoformat(),
        "sikkerhet": _CERTAINTY[options.service],
        "gjelder": ["lat", "lon"],
    }


def _with(text: str, one: Wanted, hit: Hit, source: dict[str, Value], language: str) -> str | None:
    """The text with the position and its source; None where what comes out does not say what it should."""
    whole = with_plain_ends(text, lambda plain: _placed(plain, one, hit, source))
    return whole if whole and _says(whole, one, hit, language) else None


def _placed(text: str, one: Wanted, hit: Hit, source: dict[str, Value]) -> str | None:
    placed = with_position(text, one.entry.stand.at, one.key, hit.lat, hit.lon)
    is_sourced = placed is None or flow(source) in placed
    return placed if placed is None or is_sourced else with_source(placed, one.entry.stand.at, source)


def _says(text: str, one: Wanted, hit: Hit, language: str) -> bool:
    """Whether the file, read anew, has the position, and nothing wrong that it had not before."""
    reading = read_file(one.entry.path, text.encode("utf-8"), language)
    entry = next((entry for entry in reading.documents if entry.id == one.entry.id), None)
    values = (getattr(entry, name) for name, field in type(one.entry).model_fields.items() if field.alias == one.key)
    spot = next(values, None) if entry else None
    is_there = isinstance(spot, Spot) and spot.latitude == round(hit.lat, 5) and spot.longitude == round(hit.lon, 5)
    return is_there and not any(problem.stops_the_build for problem in reading.problems)


def _not_written(text: str, one: Wanted, hit: Hit, options: Options, console: Console) -> str:
    console.remark("locate-not-written", place=_place(one, options), lat=f"{hit.lat:.5f}", lon=f"{hit.lon:.5f}")
    return text
