"""A letter on paper: a few tagged pages without a cover of their own, to hang up or hand out."""

from collections.abc import Mapping

from hefte import norwegian
from hefte.booklet.codes import code_of
from hefte.booklet.inks import own_ink
from hefte.booklet.pieces import Span
from hefte.booklet.prose import blocks_of
from hefte.booklet.volume import Front, Mailing, Notice, Part, Volume
from hefte.language import Words
from hefte.model import Settings
from hefte.news.letter import Letter
from hefte.telling.values import tell_link

EDITION = "newsletter"
"""The edition of a volume that is a letter."""

_SIZE = 12.0


def newsletter_volume(letter: Letter, settings: Settings, words: Words, icons: Mapping[str, str]) -> Volume:
    """What the print engine is given of a letter; with the code of its page where the site has an address."""
    url = letter.address_of(letter.path) or None
    sent = words.say("newsletter.sent_on", day=norwegian.day(letter.sent, letter.language)) if letter.sent else ""
    return Volume(
        id=letter.path,
        language=letter.language,
        title=f"{letter.title}: {letter.site}",
        subtitle=words.say("newsletter.description", title=letter.title, site=letter.site),
        owner=letter.service,
        keywords=tuple(section.title for section in letter.sections),
        foot=f"{letter.site} · {letter.title}",
        paper="A4",
        size=_SIZE,
        words={},
        icons=icons,
        sample=Notice("", letter.sample) if letter.sample else None,
        cover=Front("", letter.site, 0, sent, ink=own_ink(settings.colours)),
        vignettes=(),
        parts=(Part(EDITION, letter.title, _mailing(letter, url, words)),),
        edition=EDITION,
    )


def _mailing(letter: Letter, url: str | None, words: Words) -> Mailing:
    ask = letter.ask
    links = ((ask.email, f"mailto:{ask.email}"), (ask.phone, f"tel:{ask.digits}"))
    return Mailing(
        greeting=blocks_of(letter.greeting.text) if letter.greeting else (),
        greeting_language=letter.greeting.language if letter.greeting else letter.language,
        sections=letter.sections,
        ask=letter.ask,
        links=tuple(Span(shown, href=href) for shown, href in links if shown),
        root=letter.address,
        url=url,
        qr=code_of(url) if url else None,
        qr_alt=words.say("newsletter.on_the_web"),
        address=tell_link(url, words) if url else None,
    )
