"""What a person needs of every entry without its page: rows for the shortlist and for places without coverage.

`assets/told-nb-0.js` and on hand 50 rows each to `window.hefteTold`, in the order of the search rows;
`assets/told-ids.js` hands the ids of all rows, a line each, to `window.hefteToldIds`.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from hefte.assessment.telling import badge, tell_reach
from hefte.catalogue import Catalogue
from hefte.model import Entry, Walk
from hefte.output import Output, fingerprint
from hefte.search.scripts import call
from hefte.telling.changes import changes, has_untold_pause
from hefte.telling.facts import Fact
from hefte.telling.freshness import is_overdue, last_checked
from hefte.telling.nearest import places_named
from hefte.telling.notices import notices
from hefte.telling.walk import reaches_of
from hefte.website.card import card
from hefte.website.chips import Chip
from hefte.website.contact import contact_view
from hefte.website.digests import Digests, of_cards
from hefte.website.entry_view import answers, kicker, sums
from hefte.website.facts import facts
from hefte.website.photos import smallest_copy
from hefte.website.prose import to_html
from hefte.website.search import ROWS_A_FILE
from hefte.website.site import Site
from hefte.website.walk import quick_facts

_SHORT = 14
"""So many letters of a title are still one word under a picture."""

Row = Mapping[str, object]


def told_data(site: Site, digests: Digests) -> Iterator[Output]:
    """The rows in the site's language; a file is made again when an entry in it has changed, or whom it refers to."""
    shown = site.catalogue.rows
    for number, start in enumerate(range(0, len(shown), ROWS_A_FILE)):
        part = shown[start : start + ROWS_A_FILE]
        made_of = (digest for entry in part for digest in _made_of(site.catalogue, entry, digests))
        key = fingerprint(site.key, site.language, *made_of)
        yield Output(f"assets/told-{site.language}-{number}.js", key, partial(_file, site, number, part))


def told_ids(catalogue: Catalogue) -> Output:
    """`folder/id` of every row, which is the same in every language; then those that an entry had before."""
    ids = "\n".join(_name(entry) for entry in catalogue.rows)
    former = {f"{entry.folder}/{old}": _name(entry) for entry in catalogue.shown for old in entry.former_ids}
    text = call("hefteToldIds", ids) + (call("hefteFormerIds", former) if former else "")
    return Output("assets/told-ids.js", fingerprint(text), lambda: text)


def _made_of(catalogue: Catalogue, entry: Entry, digests: Digests) -> Iterator[str]:
    named = tuple(places_named(entry, catalogue)) if isinstance(entry, Walk) else ()
    yield from of_cards(catalogue, (entry, *named), digests)
    organiser = catalogue.organiser(entry)
    yield digests[organiser.folder, organiser.id] if organiser else ""


def _file(site: Site, number: int, entries: tuple[Entry, ...]) -> str:
    return call("hefteTold", {"number": number, "rows": [told(site, entry) for entry in entries]})


def _name(entry: Entry) -> str:
    return f"{entry.folder}/{entry.id}"


def told(site: Site, entry: Entry) -> Row:
    """One row: plain words but for `body`, which is clean HTML; what there is nothing to say of is left out."""
    row = {"id": _name(entry), **_head(site, entry), **_facts(site, entry)}
    row["contact"] = _contact(site, entry)
    row["checked"] = last_checked(entry, site.words, site.catalogue.today)
    row["sure"] = int(entry.checked is not None and not is_overdue(entry, site.catalogue.today))
    row["at"] = [round(degrees, 5) for degrees in site.catalogue.position(entry) or ()]
    row["body"] = to_html(entry.body.said(site.language).text) if entry.body else ""
    return {name: value for name, value in row.items() if value}


def _head(site: Site, entry: Entry) -> Row:
    """Name, picture and chips as its card has them, and what stands first: closed, paused, cancelled."""
    seen = card(site, entry)
    photo = smallest_copy(site.catalogue, entry)
    return {
        "title": site.plain(entry.title),
        "short": site.plain(entry.short_title),
        "kicker": kicker(site, entry),
        "lead": site.plain(entry.lead),
        "notices": list(_notices(site, entry)),
        "cancelled": int(seen.cancelled),
        "lines": seen.lines,
        "chips": seen.chips,
        "icon": seen.icon,
        "colour": "" if seen.picture else seen.colour,
        "picture": photo or seen.picture,
        "alt": site.plain(entry.pictures[0].alt) if photo else "",
        "word": _word(site, entry),
    }


def _notices(site: Site, entry: Entry) -> Iterator[tuple[str, str]]:
    """(kind of notice, words): its own message, a pause, its age, its venue's message, what is off or moved."""
    if entry.notice:
        yield "advarsel", site.plain(entry.notice)
    if has_untold_pause(entry, site.words):
        yield "advarsel", site.words.say("entry_page.paused")
    yield from (("advarsel", told) for told in notices(entry, site.catalogue, site.words))
    for change in changes(entry, site.words, site.catalogue.today):
        yield "nei" if change.is_off else "advarsel", change.told


def _word(site: Site, entry: Entry) -> str:
    """A word under a picture: a short title, «Bingo» of «Bingo på kafeen», else its category."""
    title = site.plain(entry.short_title or entry.title)
    first, _, rest = title.partition(" ")
    if len(title) <= _SHORT:
        return title
    if len(first) <= _SHORT and rest.partition(" ")[0] in site.words.say("shortlist.joins").split():
        return first
    top = site.catalogue.main_category(entry)
    return site.plain(top.name) if top and not isinstance(entry, Walk) else site.words.say(f"type.{entry.folder}.one")


def _facts(site: Site, entry: Entry) -> Row:
    """Facts as [name, label, answer, "unsure" or "unknown" or "", more lines …], in the order of the page."""
    first, others = facts(site, entry)
    quick = _quick(site, entry) if isinstance(entry, Walk) else ()
    return {
        "facts": [*quick, *map(_fact, first)],
        "others": [_fact(fact) for fact in others],
        "sums": sums(site, entry),
        "answers": [_chip(chip) for chip in answers(site, entry)],
        "reach": list(_reach(site, entry)) if isinstance(entry, Walk) and entry.stretches else [],
    }


def _fact(fact: Fact) -> tuple[str, ...]:
    certainty = "unsure" if fact.unsure else "" if fact.known else "unknown"
    return (fact.name, fact.label, fact.answer, certainty, *fact.more)


def _quick(site: Site, walk: Walk) -> Iterator[tuple[str, ...]]:
    """The four facts at the top of a walk that somebody knows; the icon stands for the name."""
    for icon, label, answer, known, unsure in quick_facts(walk, site.words):
        if known:
            yield (icon, label, answer, "unsure" if unsure else "")


def _chip(chip: Chip) -> tuple[str, str]:
    return chip[0], chip[1]


def _reach(site: Site, walk: Walk) -> Iterator[tuple[str, str, str]]:
    """(profile, status, the sentence that is enough alone with its reason), one per profile."""
    for reach in reaches_of(walk, site.rules).values():
        sentence, found = tell_reach(reach, walk.sights, site.words), badge(reach, site.words)
        status = found.status.value if found.status else "vet-ikke"
        yield site.words.say(f"choice.Profile.{reach.profile.value}"), status, " ".join(filter(None, sentence))


def _contact(site: Site, entry: Entry) -> Row:
    """Whom to call: `role`, `name` where consent is written down, `phone`, `email`, `link`, `hours`, and `unsure`."""
    found = contact_view(site, entry)
    if found is None:
        return {}
    role, hours = found.role.striptags(), found.hours.striptags()
    said = {"role": role, "name": found.name, "phone": found.phone, "email": found.email, "link": found.link}
    row = {**said, "hours": hours, "unsure": int(found.unsure)}
    return {name: value for name, value in row.items() if value}
