"""What stands before and after the chapters: how to use the booklet, how to read the walks, who made it."""

from collections.abc import Iterable, Iterator, Sequence

from hefte import norwegian
from hefte.assessment.rules import Measure
from hefte.assessment.telling import tell_limits
from hefte.booklet.entries import contact_lines
from hefte.booklet.photos import credits_of
from hefte.booklet.pieces import Block, Line, Span
from hefte.booklet.press import Press
from hefte.booklet.prose import blocks_of, paragraph, spans_of
from hefte.booklet.stretches import STATES
from hefte.booklet.volume import Card, Legend, Notice, Prose, Sign
from hefte.booklet.walks import toilet_chip, wheelchair_chip
from hefte.drawing.sights import icon_of
from hefte.model import Entry, Page, Walk
from hefte.model.texts import Text
from hefte.model.walk_choices import Experience, Profile, Verdict
from hefte.telling.price import card_words
from hefte.telling.walk import reaches_of
from hefte.upkeep.left_out import left_out_told


def how_to_use(entries: Iterable[Entry], press: Press) -> Prose:
    """The preface, what the words mean that the booklet prints, and whom to ask."""
    bullets = tuple((Span(text),) for text in _advice(entries, press))
    return Prose((*_blocks(press.booklet.preface, press), Block("bullets", items=bullets)), tuple(_ask(press)))


def _advice(entries: Iterable[Entry], press: Press) -> Iterator[str]:
    yield press.say("use.not_checked")
    yield press.say("use.unknown")
    yield from _of_prices(entries, press)
    if press.catalogue.settings.address:
        yield press.say("use.code") if press.paper else press.words.say("epub.use_link")


def _of_prices(entries: Iterable[Entry], press: Press) -> Iterator[str]:
    """The price for two and what is said of the companion card, each only where some entry says it."""
    used = {card_words(entry, press.catalogue.today) for entry in entries if not isinstance(entry, Walk)}
    if used - {None}:
        yield press.say("use.price_for_two")
    for name in ("with_card", "either", "no_card", "unknown_card"):
        if name in used:
            yield press.say(f"use.{name}")


def _ask(press: Press) -> Iterator[Card]:
    contact = press.catalogue.settings.contact
    if contact is None:
        return
    blocks = tuple(
        Block("paragraph", (Span(f"{line.label}: ", strong=True), *spans_of(line)))
        for line in contact_lines(contact, press)
    )
    yield Card(press.say("use.ask"), blocks)


def emergency(press: Press) -> Prose:
    """Whom to call when it is urgent, the same numbers in all of Norway."""
    return Prose(blocks_of(press.say("emergency.text")))


def page_prose(page: Page, press: Press) -> Prose:
    """A page of content/sider, as it is printed."""
    return Prose(_blocks(page.body, press))


def _blocks(text: Text | None, press: Press) -> tuple[Block, ...]:
    return blocks_of(text.said(press.language).text) if text else ()


def legend(entries: Iterable[Entry], press: Press) -> Legend:
    """The words, colours and marks of the walks that are printed, before the first of them."""
    walks = tuple(entry for entry in entries if isinstance(entry, Walk))
    drawn = _grounds(walks, press)
    told = drawn | {"yes"} if "beyond" in drawn else drawn
    return Legend(
        tuple(
            Sign(state, press.say(f"legend.{state}"), press.say(f"legend.{state}_means"))
            for state in ("yes", "partly", "no", "unknown")
            if state in told
        ),
        press.say("legend.lines"),
        tuple(
            Sign(state, "", press.words.say(f"assessment.ground.{ground.value}"))
            for ground, state in STATES.items()
            if state in drawn
        ),
        tuple(paragraph(text) for text in _of_walks(walks, press)),
        tuple(_pins(walks, press)),
    )


def _grounds(walks: Iterable[Walk], press: Press) -> frozenset[str]:
    """The states of the ways that are drawn: bars where something is measured, maps where there is a track."""
    drawn = (walk for walk in walks if walk.stretches or walk.track in press.tracks)
    reaches = (reach for walk in drawn for reach in reaches_of(walk, press.rules).values())
    return frozenset(STATES[part.ground] for reach in reaches for part in reach.parts)


def _of_walks(walks: Sequence[Walk], press: Press) -> Iterator[str]:
    """What the marks, measures, times and grades mean, each only where it is printed."""
    chips = [chip.state for walk in walks for chip in (wheelchair_chip(walk, press), toilet_chip(walk, press))]
    yield press.say("legend.marks")
    if "partly" in chips:
        yield press.say("legend.partly_mark")
    if any(walk.stretches for walk in walks):
        yield press.say("legend.measures")
        yield " ".join((tell_limits(press.rules, press.words), *_of_passing_places(walks, press)))
    if any(walk.length for walk in walks):
        yield press.say("legend.pace")
    if any(walk.grade for walk in walks):
        yield press.say("legend.grade")


def _of_passing_places(walks: Iterable[Walk], press: Press) -> Iterator[str]:
    """The width that is enough with passing places, where the stretches of a walk tell of them."""
    if any(stretch.passing_places is not None for walk in walks for stretch in walk.stretches):
        for test in press.rules.tests[Profile.MANUAL_WHEELCHAIR]:
            if isinstance(test, Measure) and test.passing:
                width = norwegian.number(test.passing.limits[Verdict.ACCESSIBLE], 0, press.language)
                yield press.say("legend.passing_places", width=width)


def _pins(walks: Iterable[Walk], press: Press) -> Iterator[Line]:
    """The marks of the walks that are printed, each once, in the order of the list of kinds."""
    used = {sight.type for walk in walks if walk.track for sight in walk.sights if sight.at_m is not None}
    names: dict[str, list[str]] = {}
    for kind in (kind for kind in Experience if kind in used):
        names.setdefault(icon_of(kind), []).append(press.words.say(f"choice.Experience.{kind.value}"))
    if None in used:
        names.setdefault("star", []).append(press.words.say("choice.Experience.annet"))
    for icon, told in names.items():
        yield Line(norwegian.joined([told[0], *map(str.lower, told[1:])], press.words.say("tell.and")), "", icon=icon)


def sample_notice(press: Press) -> Notice | None:
    """What every cover says until somebody has checked the content; silence counts as a sample."""
    sample = press.catalogue.settings.sample
    if sample is not None and not sample.answer:
        return None
    title = press.say("sample_title")
    text = (press.said(sample.text) if sample else None) or press.say("sample")
    return Notice(title, text.removeprefix(title.rstrip(".") + ":").removeprefix(title).strip())


def edition_of(press: Press) -> str:
    """The date the booklet holds for: its own, or today."""
    return norwegian.day(press.booklet.valid_on or press.catalogue.today, press.language)


def _made_for(service: str, press: Press) -> Iterator[Block]:
    """Whom it is made for, where the editor's own words have not named the service as its maker."""
    own = press.said(press.booklet.colophon) or ""
    if service.casefold() not in own.casefold():
        yield paragraph(press.say("colophon.made_by", service=service, title=press.said(press.booklet.title)))


def colophon(entries: Iterable[Entry], press: Press) -> Prose:
    """Who made it, from what, how to print it, and how to say that something is wrong."""
    service = press.said(press.catalogue.settings.service) or ""
    told = [
        *_made_for(service, press),
        paragraph(press.say("colophon.rules", version=press.rules.version)),
        paragraph(press.say("colophon.print") if press.paper else press.words.say("epub.reading")),
        paragraph(press.say("colophon.fonts")),
    ]
    if told_left_out := left_out_told(press.booklet, press.catalogue, press.words):
        told.append(paragraph(told_left_out))
    if told_photos := credits_of(entries, press):
        told.append(paragraph(told_photos))
    return Prose((*_blocks(press.booklet.colophon, press), *told), tuple(_ask(press)))
