"""The site as a whole: its address, its accessibility declaration, its categories and languages."""

import re
from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.language import LANGUAGES
from hefte.model import Settings
from hefte.model.choices import GitService
from hefte.problem import Problem, Rule, Where
from hefte.spelling import nearest

LEAST_CONTRAST = 4.5
_REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)+")


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


def icons_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """A category without its icon would be a hole in the page."""
    for index, category in enumerate(catalogue.settings.categories):
        if category.icon and category.icon not in catalogue.icons:
            known = tuple(sorted(catalogue.icons))
            values = {"value": category.icon, "choices": (), "nearest": nearest(category.icon, known)}
            yield Problem(catalogue.settings.where("kategorier", index, "ikon"), Rule.UNKNOWN_ICON, values)


def colours_can_be_read(catalogue: Catalogue) -> Iterator[Problem]:
    """White words stand on the main colour: WCAG asks for 4.5 to 1."""
    main = catalogue.settings.colours.main if catalogue.settings.colours else None
    if main and _contrast_to_white(main) < LEAST_CONTRAST:
        values = {"value": main, "contrast": f"{_contrast_to_white(main):.1f}".replace(".", ",")}
        yield Problem(catalogue.settings.where("farger", "hovedfarge"), Rule.COLOUR_TOO_LIGHT, values)


def form_knows_its_repository(catalogue: Catalogue) -> Iterator[Problem]:
    """A form in the browser must know where to save; a server of one's own has an address."""
    form = catalogue.settings.web_form
    if form is None or form.host is GitService.LOCAL:
        return
    if not _REPOSITORY.fullmatch(form.repository or ""):
        yield Problem(
            catalogue.settings.where("skjema"), Rule.FORM_WITHOUT_REPOSITORY, {"value": form.repository or ""}
        )
    if form.host is GitService.GITEA and form.server is None:
        yield Problem(catalogue.settings.where("skjema"), Rule.FORM_WITHOUT_SERVER, {})


def _contrast_to_white(colour: str) -> float:
    """The contrast ratio of WCAG 2.2 between a colour as #rrggbb and white."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
