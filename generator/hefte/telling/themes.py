"""The lists that are derived and never typed in: «Gratis», «Med rullestol», «For eldre».

A fact that is unknown, or that its source is unsure of, never puts an entry on a list.
"""

from collections.abc import Callable, Mapping

from hefte.assessment.rules import Rules
from hefte.catalogue import Catalogue
from hefte.model import Entry, Organisation, Walk
from hefte.model.choices import Adapted, OrganisationType, People, YesNoPartly
from hefte.model.walk_choices import Profile
from hefte.telling.price import is_free
from hefte.telling.sources import is_unsure
from hefte.telling.walk import reaches_of

Theme = Callable[[Entry, Catalogue, Rules], bool]

OLD_AGE = 55
"""An offer whose youngest are this old is for the elderly."""


def is_surely_free(entry: Entry) -> bool:
    """Free, and not by an unsure source."""
    return is_free(entry) and not is_unsure(entry, "pris")


def _free(entry: Entry, catalogue: Catalogue, rules: Rules) -> bool:  # noqa: ARG001
    return is_surely_free(entry) and not isinstance(entry, Organisation)


def _with_wheelchair(entry: Entry, catalogue: Catalogue, rules: Rules) -> bool:
    """A measured reach on a walk, a stated yes elsewhere."""
    if isinstance(entry, Walk):
        return bool(entry.stretches) and reaches_of(entry, rules)[Profile.MANUAL_WHEELCHAIR].easy_m > 0
    venue = catalogue.venue(entry)
    stated = [one.suited.wheelchair_in for one in (entry, venue) if one is not None and one.suited]
    return YesNoPartly.YES in stated[:1] and not is_unsure(entry, "egnet")


def _adapted(entry: Entry, catalogue: Catalogue, rules: Rules) -> bool:  # noqa: ARG001
    fit = entry.adapted is not None and entry.adapted.degree in {Adapted.YES, Adapted.OWN_OFFER}
    return fit and not is_unsure(entry, "tilrettelagt")


def _for_the_elderly(entry: Entry, catalogue: Catalogue, rules: Rules) -> bool:  # noqa: ARG001
    ages = entry.audience.ages if entry.audience else None
    is_old = ages is not None and (ages[0] or 0) >= OLD_AGE
    return (is_old and not is_unsure(entry, "målgruppe")) or _is_for(entry, People.ELDERLY)


def _for_the_young(entry: Entry, catalogue: Catalogue, rules: Rules) -> bool:  # noqa: ARG001
    return _is_for(entry, People.CHILDREN, People.YOUTH, People.FAMILIES)


def _is_for(entry: Entry, *groups: People) -> bool:
    stated = entry.audience.people if entry.audience else ()
    return any(group in stated for group in groups) and not is_unsure(entry, "målgruppe")


def _interest_group(entry: Entry, catalogue: Catalogue, rules: Rules) -> bool:  # noqa: ARG001
    return isinstance(entry, Organisation) and entry.type is OrganisationType.INTEREST_GROUP


THEMES: Mapping[str, Theme] = {
    "gratis": _free,
    "med-rullestol": _with_wheelchair,
    "tilrettelagt": _adapted,
    "for-eldre": _for_the_elderly,
    "for-barn-og-unge": _for_the_young,
    "interesseorganisasjoner": _interest_group,
}
"""The name of the page, and who belongs on it."""
