"""A ready e-mail to an organisation: what we say of it today, and three questions; a person reads and sends it."""

from collections import Counter
from collections.abc import Iterator
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

from hefte import norwegian
from hefte.booklet.prose import blocks_of
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.mail.text import headed, prose, wrapped
from hefte.model import Entry
from hefte.telling.facts import said
from hefte.telling.freshness import checked
from hefte.upkeep.calls import Call
from hefte.upkeep.today import facts_today, missing_today

_NORWEGIAN = ("nb", "nn")
_ONE_LINE = 60
"""So many letters stand behind «Subject: » without being folded."""


def language_of_letter(call: Call, catalogue: Catalogue) -> str:
    """The form of Norwegian in which most of the entries are written; the site's own where they have both."""
    ours = next((code for code in catalogue.settings.languages if code in _NORWEGIAN), _NORWEGIAN[0])
    forms = Counter(due.entry.lead.said(ours).language for due in call.dues)
    written = forms.most_common(1)[0][0]
    return written if written in _NORWEGIAN else ours


def inquiry(call: Call, catalogue: Catalogue, words: Words) -> bytes:
    """The e-mail as a file that mail programs open as a draft; it has no sender of ours but where to answer."""
    message = EmailMessage(policy=SMTP if call.caller.email.isascii() else SMTPUTF8)
    contact = catalogue.settings.contact
    message["To"] = call.caller.email
    if contact and contact.email and contact.email.isascii():
        message["From"] = message["Reply-To"] = contact.email
    message["X-Unsent"] = "1"
    message.set_content("\n".join(_lines(call, catalogue, words)), cte="quoted-printable")
    return subject_line(_subject(call, words)) + message.as_bytes()


def subject_line(subject: str) -> bytes:
    """The header of a subject, folded; a message of the standard library drops spaces between encoded words."""
    is_plain = subject.isascii() and "=?" not in subject and len(subject) <= _ONE_LINE
    header = Header(subject, "us-ascii" if is_plain else "utf-8", header_name="Subject")
    folded = header.encode(linesep="\r\n")
    return f"Subject: {folded}\r\n".encode("ascii")


def _subject(call: Call, words: Words) -> str:
    title = " ".join(said(call.dues[0].entry.title, words).split())
    more = len(call.dues) - 1
    return (
        words.say_count("inquiry.subject_more", more, title=title)
        if more
        else words.say("inquiry.subject", title=title)
    )


def _lines(call: Call, catalogue: Catalogue, words: Words) -> Iterator[str]:
    settings = catalogue.settings
    site, service = said(settings.name, words), said(settings.service, words)
    address = f" ({settings.address})" if settings.address else ""
    yield from (words.say("inquiry.hello"), "")
    values = {"service": service, "site": f"{site}{address}"}
    yield from wrapped(words.say_count("inquiry.about", len(call.dues), **values))
    yield ""
    for question in ("right", "new", "call"):
        yield from wrapped(words.say(f"inquiry.ask.{question}"), "   ")
    yield ""
    yield from wrapped(words.say("inquiry.answer"))
    for due in call.dues:
        yield ""
        yield from _entry(due.entry, catalogue, words)
    yield from ("", *wrapped(words.say("inquiry.thanks")), "", service)
    yield from _ours(catalogue)


def _entry(entry: Entry, catalogue: Catalogue, words: Words) -> Iterator[str]:
    """The entry's page in words, from its title to when it was checked."""
    yield from headed(said(entry.title, words))
    if catalogue.settings.address:
        ours = "" if words.language == catalogue.settings.languages[0] else f"{words.language}/"
        is_spoken = words.language in catalogue.settings.languages
        yield f"{catalogue.settings.address.rstrip('/')}/{ours if is_spoken else ''}{entry.page}"
    yield from wrapped(said(entry.lead, words))
    for block in blocks_of(said(entry.body, words)):
        yield from ("", *prose(block))
    yield ""
    for line in facts_today(entry, catalogue, words):
        yield from wrapped(f"{line.label}: {line.text}", "  ")
    if missing := missing_today(entry, catalogue, words):
        yield from wrapped(words.say("inquiry.unknown", listed=", ".join(missing)), "  ")
    yield f"{checked(entry, words)}.".replace(norwegian.NBSP, " ")


def _ours(catalogue: Catalogue) -> Iterator[str]:
    contact = catalogue.settings.contact
    if contact:
        told = (norwegian.phone(contact.phone or "").replace(norwegian.NBSP, " "), contact.email or "")
        yield from filter(None, told)
