"""`grupper-oversikt.html`: every group on one sheet for whoever helps somebody into one, free places first."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.model import Group
from hefte.model.choices import SignUp, Status
from hefte.norwegian import sort_key
from hefte.output import fingerprint
from hefte.telling.freshness import is_overdue
from hefte.telling.people import tell_audience
from hefte.telling.sources import is_unsure
from hefte.telling.when import schedule_of, tell_when
from hefte.telling.where import where_in_short
from hefte.website.chips import Chip
from hefte.website.contact import contact_view
from hefte.website.digests import Digests
from hefte.website.site import Page, Site

PATH = "grupper-oversikt.html"


class Line(NamedTuple):
    """A group in the overview; what nobody has said is a chip that says so, or words that do."""

    title: Markup
    notice: Markup
    href: str
    room: Chip
    decision: Chip
    when: str
    where: str
    audience: str
    role: str
    phone: str
    phone_link: str
    checked: str
    is_old: bool


def pages(site: Site, digests: Digests) -> Iterator[Page]:
    """The one page, where there are groups."""
    if site.catalogue.shown_of(Group):
        title, lead = site.words.say("groups.title"), site.words.say("groups.lead")
        key = fingerprint(*sorted(digests.values()))
        head = f'<link rel="stylesheet" href="{site.assets(PATH)}assets/groups.css">'
        yield Page(PATH, "gruppeliste", title, lead, "groups.html", lambda: overview(site), (key,), head)


def overview(site: Site) -> Mapping[str, object]:
    """The groups under «Plass til flere», «Vet ikke» and «Fullt», each by title; a group that pauses has no room."""
    found: dict[str, list[Line]] = {"ja": [], "vet-ikke": [], "nei": []}
    for group in sorted(site.catalogue.shown_of(Group), key=lambda one: sort_key(site.plain(one.title))):
        line = _line(site, group)
        found[line.room[0]].append(line)
    return {
        "sections": tuple(
            (site.words.say(f"groups.room.{code}"), code, lines) for code, lines in found.items() if lines
        ),
        "number": len(site.catalogue.shown_of(Group)),
        "built": norwegian.day(site.catalogue.today, site.language),
    }


def _line(site: Site, group: Group) -> Line:
    told, contact = tell_when(schedule_of(group), site.words), contact_view(site, group)
    unknown = site.words.say("tell.dont_know")
    unsure = f" ({site.words.say('tell.unsure')})" if is_unsure(group, "møtes") else ""
    return Line(
        site.say(group.title),
        site.say(group.notice),
        group.page,
        room(site, group),
        decision(site, group),
        "; ".join(told) + unsure if told else unknown,
        where_in_short(site.catalogue, group, site.words) or unknown,
        tell_audience(group.audience, site.words) or unknown,
        contact.role.striptags() if contact else "",
        contact.phone if contact else "",
        contact.phone_link if contact else "",
        norwegian.day(group.checked.day, site.language) if group.checked else site.words.say("fact.not_checked"),
        group.checked is None or is_overdue(group, site.catalogue.today),
    )


def room(site: Site, group: Group) -> Chip:
    """Whether there is room for more, as a chip; what a source is unsure of nobody knows."""
    if group.status is Status.PAUSED:
        return ("nei", site.words.say("groups.paused"))
    if group.has_room is None or is_unsure(group, "ledig"):
        return ("vet-ikke", site.words.say("groups.room_unknown"))
    return ("ja", site.words.say("card.room")) if group.has_room else ("nei", site.words.say("card.no_room"))


def decision(site: Site, group: Group) -> Chip:
    """Whether a decision by the municipality is needed; `påmelding: vedtak` says so too."""
    stated, alias = group.needs_decision, "krever_vedtak"
    if stated is None and group.sign_up and group.sign_up.needed is SignUp.DECISION:
        stated, alias = True, "påmelding"
    if stated is None or is_unsure(group, alias):
        return ("vet-ikke", site.words.say("groups.decision_unknown"))
    return ("info", site.words.say("groups.decision")) if stated else ("ja", site.words.say("groups.no_decision"))
