"""The lists that are derived and never typed in: «Gratis», «Med rullestol», «For eldre».

A fact that is unknown, or that its source is unsure of, never puts an entry on a list.
"""

from collections.abc import Callable, Mapping

from hefte.assessment.rules import Rules
from hefte.catalogue import Catalogue
from hefte.model import Entry, Organisation, Walk
from hefte.model.choices import Adapted, OrganisationType, People, YesNoPartly
from hefte.model.values import Ages
from hefte.telling.people import Known, counted_on
from hefte.telling.price import has_conditions, is_free
from hefte.telling.sources import is_unsure
from hefte.telling.walk import wheelchair_reach

Theme = Callable[[Entry, Catalogue, Rules], bool]

OLD_AGE = 55
"""An offer whose youngest are this old is for the elderly."""

YOUNG_AGE = 18
"""An offer whose oldest are this old is for children and young people."""


def is_surely_free(entry: Entry) -> bool:
    """Free without conditions, and not by an unsure source."""
    return is_free(entry) and not has_conditions(entry) and not is_unsure(entry, "pris")


def _free(entry: Entry, catalogue: Catalogue, rules: Rules) -> bool:  # noqa: ARG001
    return is_surely_free(entry) and not isinstance(entry, Organisation)


def _with_wheelchair(entry: Entry, catalogue: Catalogue, rules: Rules) -> bool:
    """A measured reach on a walk, a stated yes elsewhere."""
    if isinstance(entry, Walk):
        return is_measured(entry) and wheelchair_reach(entry, rules).easy_m > 0
    return counted_on(entry, catalogue).get("wheelchair_in") == Known(YesNoPartly.YES)


def is_measured(walk: Walk) -> bool:
    """Whether stretches are described by a source that is sure of them."""
    return bool(walk.stretches) and not is_unsure(walk, "strekninger")


def _adapted(entry: Entry, catalogue: Catalogue, rules: Rules) -> bool:  # noqa: ARG001
    fit = entry.adapted is not None and entry.adapted.degree in {Adapted.YES, Adapted.OWN_OFFER}
    return fit and not is_unsure(entry, "tilrettelagt")


def _for_the_elderly(entry: Entry, catalogue: Catalogue, rules: Rules) -> bool:  # noqa: ARG001
    youngest, _ = _ages(entry)
    return _is_for(entry, People.ELDERLY) or (_is_sure_for_whom(entry) and (youngest or 0) >= OLD_AGE)


def _for_the_young(entry: Entry, catalogue: Catalogue, rules: Rules) -> bool:  # noqa: ARG001
    _, oldest = _ages(entry)
    is_young = oldest is not None and oldest <= YOUNG_AGE
    return _is_for(entry, People.CHILDREN, People.YOUTH, People.FAMILIES) or (_is_sure_for_whom(entry) and is_young)


def _ages(entry: Entry) -> Ages:
    stated = entry.audience.ages if entry.audience else None
    return stated or (None, None)


def _is_for(entry: Entry, *groups: People) -> bool:
    stated = entry.audience.people if entry.audience else ()
    return _is_sure_for_whom(entry) and any(group in stated for group in groups)


def _is_sure_for_whom(entry: Entry) -> bool:
    return not is_unsure(entry, "målgruppe")


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
