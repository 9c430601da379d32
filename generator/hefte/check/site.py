"""The site as a whole: its address, its accessibility declaration, its categories and languages."""

from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.language import LANGUAGES
from hefte.model import Settings
from hefte.problem import Problem, Rule, Where
from hefte.spelling import nearest

LEAST_CONTRAST = 4.5


def site_has_an_address(catalogue: Catalogue) -> Iterator[Problem]:
    """Without it a booklet has no QR codes."""
    if catalogue.settings.address is None:
        yield Problem(Where(Settings.file), Rule.NO_SITE_ADDRESS)


def site_declares_its_accessibility(catalogue: Catalogue) -> Iterator[Problem]:
    """The law asks for a declaration at uustatus.no and a link to it on every page."""
    if catalogue.settings.declaration is None:
        yield Problem(Where(Settings.file), Rule.NO_ACCESSIBILITY_DECLARATION)


def languages_are_known(catalogue: Catalogue) -> Iterator[Problem]:
    """A site is made in the languages that there are words in."""
    for index, code in enumerate(catalogue.settings.languages):
        if code not in LANGUAGES:
            values = {"value": code, "choices": LANGUAGES, "nearest": nearest(code, LANGUAGES)}
            yield Problem(catalogue.settings.where("språk", index), Rule.NOT_A_LANGUAGE, values)


def parents_of_categories_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """A category under one that is not there would be under nothing."""
    known = catalogue.categories
    for index, category in enumerate(known.values()):
        if category.parent and category.parent not in known:
            values = {
                "value": category.parent,
                "nearest": nearest(category.parent, known),
                "choices": tuple(known),
            }
            where = catalogue.settings.where("kategorier", index, "under")
            yield Problem(where, Rule.UNKNOWN_CATEGORY, values)
