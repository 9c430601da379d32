"""What was done to a booklet so that it has its pages, as one sentence: type, spacing, notes, and who was left out."""

from collections.abc import Iterator

from hefte import norwegian
from hefte.booklet.fit import Fitted
from hefte.language import Words


def tell_fit(done: Fitted, words: Words) -> str:
    """Say pages, type size, spacing and columns, the pages for notes, and the entries left out by name."""
    return ", ".join(_told(done, words))


def _told(done: Fitted, words: Words) -> Iterator[str]:
    setting, notes = done.setting, done.press.notes
    yield words.say("booklet.fit.pages", number=done.pages)
    size = norwegian.number(setting.size, 1, words.language)
    yield words.say("booklet.fit.set", size=size, spacing=round(setting.spacing * 100))
    if setting.columns > 1:
        yield words.say("booklet.fit.columns", number=setting.columns)
    if notes:
        yield words.say_count("booklet.fit.notes", notes)
    if done.left_out:
        names = (entry.title.said(words.language).text for entry in done.left_out)
        told = norwegian.joined(sorted(names, key=norwegian.sort_key), words.say("tell.and"))
        yield words.say_count("booklet.fit.left_out", len(done.left_out), names=told)
