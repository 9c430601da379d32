"""Pictures: each is one, is not larger than a phone can carry, and does not tell where it was taken."""

from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.check.files import picture_name, pictures_named
from hefte.check.prose import pictures_in
from hefte.picture import Fault, Look
from hefte.problem import Problem, Rule, Where


def pictures_are_sound(catalogue: Catalogue) -> Iterator[Problem]:
    """A picture is told of once, where it is first used; unused, it is not published, but can be found."""
    odd = {name: seen for name, seen in catalogue.looks.items() if isinstance(seen, Fault) or seen.has_position}
    places = dict(reversed(tuple(_uses(catalogue)))) if odd else {}
    for name, seen in odd.items():
        if name in places or isinstance(seen, Look):
            yield _problem(places.get(name, Where(f"bilder/{name}")), name, seen)


def _problem(where: Where, name: str, seen: Look | Fault) -> Problem:
    if isinstance(seen, Fault):
        return Problem(where, seen.rule, {"name": name, **seen.values})
    return Problem(where, Rule.PICTURE_TELLS_WHERE, {"name": name})


def _uses(catalogue: Catalogue) -> Iterator[tuple[str, Where]]:
    for document in catalogue.documents:
        for location, name in pictures_named(document):
            if name in catalogue.looks:
                yield name, document.where(*location)
    if catalogue.settings.logo in catalogue.looks:
        yield catalogue.settings.logo or "", catalogue.settings.where("logo")
    for source in catalogue.sources:
        for where, target, _ in pictures_in(source):
            yield picture_name(target) or "", where
