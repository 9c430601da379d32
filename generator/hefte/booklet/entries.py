"""An entry that is not a walk: facts first, a few honest chips, the date of checking, the code."""

import re
from collections.abc import Iterable, Iterator, Mapping

from hefte import norwegian
from hefte.booklet.codes import code_of
from hefte.booklet.photos import SMALL, photo_of
from hefte.booklet.pieces import Block, Line, Span
from hefte.booklet.press import Press, address_of, chips_of, label_of, seen
from hefte.booklet.prose import blocks_of
from hefte.booklet.room import room_of
from hefte.booklet.volume import Item
from hefte.booklet.whereabouts import municipality_beside
from hefte.model import Activity, Entry, Event, Group, Organisation, Place, Walk
from hefte.model.choices import SignUp, YesNoPartly
from hefte.model.parts import Contact
from hefte.telling.changes import changes, has_untold_pause, is_told_closed
from hefte.telling.contact import contact_of, is_contact_unsure, is_somebodys
from hefte.telling.entry import first_facts, other_facts
from hefte.telling.facts import Fact, known
from hefte.telling.notices import notices
from hefte.telling.people import Answer
from hefte.telling.settled import settled_answers, settled_facts
from hefte.telling.sources import is_unsure
from hefte.telling.values import tell_choices, tell_link

_ARRANGED = (Activity, Event, Group, Organisation)
"""Of what somebody arranges the reader is told also that nobody has said whom to call."""

LONGEST_TEXT, MANY_FACTS = 260, 5
"""Characters of a description that are printed under an activity, and facts beside which none is."""

_TOWN = re.compile(r", \d{4}(?: [^,]+)?$")
"""Postal code and town, which everybody in the municipality knows."""

_NUMBER = re.compile(r"(?<=[a-zæøå]) (?=\d{1,3}[A-Za-z]?(?:$|,))")
"""The blank before a house number, which must not begin a line."""

_SENTENCE = re.compile(r"\. (?=[A-ZÆØÅ])")

_TIMES = frozenset(("when", "opening_hours"))
_WHERE = frozenset(("place", "start", "base", "visiting_address"))
_BETWEEN = dict.fromkeys(("accessible_toilet", *_WHERE), ", ")
_ICONS = {Organisation: "users-group", Group: "users", Place: "map-pin", Event: "calendar-event", Activity: "star"}


def item_of(entry: Entry, press: Press) -> Item:
    """One entry as it is printed in a chapter."""
    facts, room = tuple(_facts(entry, press)), room_of(entry, press)
    return framed(
        entry,
        press,
        icon=press.icon_of(entry.categories, _ICONS.get(type(entry), "star")),
        blocks=_short_text(entry, press) if len(facts) < MANY_FACTS else (),
        facts=(*facts, room) if room else facts,
    )._replace(photo=photo_of(entry, press, SMALL))


def closed_mark(entry: Entry, press: Press) -> str:
    """«(stengt)» for a walk that is closed; every other kind of entry tells its days."""
    is_shut = isinstance(entry, Walk) and is_told_closed(entry, press.words)
    return press.say("closed_mark") if is_shut else ""


def framed(entry: Entry, press: Press, icon: str, blocks: tuple[Block, ...], facts: tuple[Line, ...]) -> Item:
    """What all entries have around their own facts."""
    address = address_of(entry, press)
    title, lead = entry.title.said(press.language), entry.lead.said(press.language)
    return Item(
        label=label_of(entry),
        title=title.text,
        closed=closed_mark(entry, press),
        language=title.language,
        icon=icon,
        lead=lead.text,
        lead_language=lead.language,
        blocks=blocks,
        body_language=entry.body.said(press.language).language if entry.body else lead.language,
        notice=notice_of(entry, press),
        facts=facts,
        contact=tuple(_contact(entry, press)),
        chips=chips_of(_answers(entry, press), press),
        checked=seen(entry, press),
        url=address,
        qr=code_of(address) if address and press.paper else None,
        qr_alt=press.say("qr_alt", title=title.text),
        address=tell_link(address, press.words) if address else None,
    )


def _answers(entry: Entry, press: Press) -> Iterator[Answer]:
    """What one can count on; what nobody knows only where there is somewhere to go: not of a map that is for sale."""
    goes_somewhere = _is_somewhere(entry, press)
    for answer in settled_answers(entry, press.catalogue, press.rules, press.words):
        if goes_somewhere or answer.status != "vet_ikke":
            yield answer


def _is_somewhere(entry: Entry, press: Press) -> bool:
    if isinstance(entry, Walk | Place):
        return True
    catalogue = press.catalogue
    return bool(catalogue.venue(entry) or catalogue.spot(entry) or catalogue.area_of(entry))


def notice_of(entry: Entry, press: Press) -> str | None:
    """What must be known before anything else, a line each: a pause, what is changed, its own message, age, venue."""
    told = [change.told for change in changes(entry, press.words, press.catalogue.today)]
    if has_untold_pause(entry, press.words):
        told.insert(0, press.words.say("choice.Status.pause") + ".")
    more = notices(entry, press.catalogue, press.words)
    return "\n".join(filter(None, (*told, press.said(entry.notice), *more))) or None


def _short_text(entry: Entry, press: Press) -> tuple[Block, ...]:
    blocks = blocks_of(entry.body.said(press.language).text) if entry.body else ()
    length = 0
    kept: list[Block] = []
    for block in blocks:
        length += sum(len(span.text) for span in (*block.spans, *(span for item in block.items for span in item)))
        if block.kind == "heading" or length > LONGEST_TEXT:
            break
        kept.append(block)
    return tuple(kept)


def _facts(entry: Entry, press: Press) -> Iterator[Line]:
    lines = {fact.name: line_of(fact, press) for fact in _in_order(entry, press)}
    yield from _with_municipality(entry, lines, press)
    if isinstance(entry, Group) and entry.does:
        does = [text.said(press.language).text for text in entry.does]
        yield Line(press.words.say("field.does"), norwegian.joined(does, press.words.say("tell.and")))


def _with_municipality(entry: Entry, lines: Mapping[str, Line], press: Press) -> Iterator[Line]:
    """The lines with the municipality after where it is, or in a line of its own, where the booklet spans several."""
    told = next((name for name in lines if name in _WHERE), None)
    shown = " ".join((entry.title.said(press.language).text, lines[told].value if told else ""))
    beside = municipality_beside(entry, shown, press)
    for name, line in lines.items():
        yield line._replace(value=_joined((line.value, beside))) if name == told else line
    if beside and not told:
        yield Line(press.words.say("field.municipalities"), beside)


def _in_order(entry: Entry, press: Press) -> Iterator[Fact]:
    """The facts that are printed, the season right after the hours: «når som helst» holds in its season only."""
    first = first_facts(entry, press.catalogue, press.words)
    settled = settled_facts(entry, first, press.catalogue, press.rules, press.words)
    told = [fact for fact in settled if _is_printed(fact, entry)]
    before = 1 if told and told[0].name in _TIMES else 0
    return iter((*told[:before], *_season(entry, press), *told[before:], *_toilet(entry, press)))


def _toilet(entry: Entry, press: Press) -> Iterator[Fact]:
    """Where the toilet of a place is and when it is open, beside the chip that has room for the answer alone."""
    toilet = entry.accessible_toilet if isinstance(entry, Place) else None
    if toilet and toilet.answer is not YesNoPartly.NO and (toilet.note or toilet.season):
        yield from (fact for fact in other_facts(entry, press.words) if fact.name == "accessible_toilet")


def _season(entry: Entry, press: Press) -> Iterator[Fact]:
    if entry.season:
        yield known(entry, "season", "sesong", press.words, tell_choices(entry.season, press.words))


def _is_printed(fact: Fact, entry: Entry) -> bool:
    """What is known and matters; of an event also that nobody knows its day."""
    is_needed = fact.known or (isinstance(entry, Event) and fact.name == "when")
    return is_needed and not _goes_without_saying(fact, entry)


def _goes_without_saying(fact: Fact, entry: Entry) -> bool:
    """Paper is dear: what is said of an offer only where it matters; its page has all of it."""
    if fact.name == "sign_up":
        return entry.sign_up is None or entry.sign_up.needed is SignUp.NO
    return fact.name == "transport"


def _contact(entry: Entry, press: Press) -> Iterator[Line]:
    """Whom to call, or that nobody has said; the organiser's name where no number says whom one reaches."""
    lines = tuple(_call(entry, press))
    if contact_of(entry, press.catalogue) is None and isinstance(entry, _ARRANGED):
        lines = (Line(press.words.say("field.contact"), press.words.say("tell.dont_know"), known=False),)
    organiser = press.catalogue.organiser(entry)
    if organiser and (len(lines) != 1 or not lines[0].known):
        name = organiser.title.said(press.language).text
        yield Line(press.words.say("field.organiser"), name, link=Span(name, href=label_of(organiser)))
    yield from lines


def line_of(fact: Fact, press: Press) -> Line:
    """A fact as one line; what is not sure says so."""
    note = f"{press.words.say('field.note')}: "
    more = tuple(_TOWN.sub("", part) if fact.name in _WHERE else part for part in fact.more)
    answer = fact.answer.removeprefix(note).replace(f", {note}", ". ")
    if fact.name in _TIMES and not _is_several(answer):
        value = _joined((answer, *map(_inside, more)), ", ")
    else:
        value = _joined((answer, *more), _BETWEEN.get(fact.name, ". "))
    value = _NUMBER.sub(norwegian.NBSP, value)
    return Line(fact.label, f"{value} ({press.words.say('tell.unsure')})" if fact.unsure else value, fact.known)


def _is_several(answer: str) -> bool:
    """Whether it is more than one schedule, so that dates that follow do not seem to hold for the last alone."""
    return "; " in answer or bool(_SENTENCE.search(answer))


def marked(entry: Entry, alias: str, told: str, press: Press) -> str:
    """What is said of a field of the file, with «(usikkert)» where its source is unsure of it."""
    return f"{told} ({press.words.say('tell.unsure')})" if is_unsure(entry, alias) else told


def _inside(limit: str) -> str:
    """The dates of what is told before them go on in the same sentence; a remark is one of its own."""
    return limit if limit.endswith(".") else limit[:1].lower() + limit[1:]


def _joined(parts: Iterable[str], between: str = ", ") -> str:
    """Join what is said of one thing; what is a sentence of its own follows a full stop."""
    text = ""
    for part in filter(None, parts):
        sentence = part[:1].isupper() and part.endswith(".")
        text = f"{text.removesuffix('.')}{'. ' if sentence else between}{part}" if text else part
    return text


def _call(entry: Entry, press: Press) -> Iterator[Line]:
    """Whom to call; the service's own number stands in the front, and here where the reader is told to call it."""
    contact = contact_of(entry, press.catalogue)
    needed = entry.sign_up is not None and entry.sign_up.needed is not SignUp.NO
    if contact is None or not (needed or is_somebodys(entry, press.catalogue)):
        return
    doubt = f" ({press.words.say('tell.unsure')})" if is_contact_unsure(entry, press.catalogue) else ""
    yield from (line._replace(value=f"{line.value}{doubt}") for line in contact_lines(contact, press))


def alone(item: Item, entry: Entry, press: Press) -> Item:
    """The item where no front of a booklet tells the service's number: then it stands with the item."""
    own = press.catalogue.settings.contact
    if own is None or contact_of(entry, press.catalogue) != own:
        return item
    return item._replace(contact=tuple(contact_lines(own, press)))


def contact_lines(contact: Contact, press: Press) -> Iterator[Line]:
    """The phone number with its role, else the address for e-mail, else the page on the net."""
    said_role = press.said(contact.role)
    role = f" ({said_role})" if said_role else ""
    if contact.phone:
        number = Span(norwegian.phone(contact.phone), href=f"tel:{contact.phone}")
        said = _joined((number.text + role, press.said(contact.hours) or ""))
        yield Line(press.say("call"), said, link=number)
    elif contact.email:
        written = Span(contact.email, href=f"mailto:{contact.email}")
        yield Line(press.words.say("field.email"), contact.email + role, link=written)
    if contact.link and not contact.phone:
        page = Span(tell_link(contact.link, press.words), href=contact.link)
        yield Line(press.words.say("field.link"), page.text, link=page)
