"""From a catalogue to problems: what is wrong between fields, between entries and in the texts."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace

from hefte.catalogue import Catalogue
from hefte.check.addresses import hosts_are_what_they_seem
from hefte.check.booklets import booklets_hold_something
from hefte.check.changes import (
    days_are_changed_once,
    moves_lead_somewhere_likely,
    what_is_called_off_was_planned,
    what_is_moved_was_planned,
)
from hefte.check.duplicates import duplicates_are_told
from hefte.check.files import (
    pictures_are_told,
    pictures_are_used,
    pictures_exist,
    pictures_in_prose_are_ours,
    tracks_exist,
)
from hefte.check.freshness import (
    advised_fields_are_filled,
    checks_are_not_in_the_future,
    entries_are_checked,
)
from hefte.check.letters import letters_can_be_printed
from hefte.check.names import (
    former_ids_are_free,
    ids_are_unique,
    ids_do_not_vanish,
    titles_tell_entries_apart,
)
from hefte.check.newsletters import newsletters_name_entries_that_exist, walks_of_the_month_are_open
from hefte.check.people import (
    birth_numbers_are_not_told,
    checkers_are_roles,
    persons_have_consented,
    roles_are_not_names,
    texts_give_no_private_numbers,
)
from hefte.check.pictures import pictures_are_sound
from hefte.check.plain_language import texts_are_plain
from hefte.check.plausible import measures_are_plausible
from hefte.check.prices_and_dates import free_means_free, hours_run_forward, time_runs_forward
from hefte.check.prose import links_are_safe, lists_have_a_bottom, texts_hold_no_html
from hefte.check.references import (
    booklets_name_entries_that_exist,
    categories_exist,
    municipalities_exist,
    organisations_do_not_form_a_ring,
    organisers_are_open,
    references_lead_somewhere,
)
from hefte.check.schedules import (
    events_are_told_once,
    events_have_a_day,
    rules_begin,
    rules_name_one_day,
    what_is_over_is_taken_down,
)
from hefte.check.site import (
    colours_can_be_read,
    form_knows_its_repository,
    icons_exist,
    languages_are_known,
    parents_of_categories_exist,
    site_declares_its_accessibility,
    site_has_an_address,
)
from hefte.check.times import hours_exist, hours_of_rows_exist
from hefte.check.tracks import tracks_fit_walks
from hefte.check.walks import (
    climbs_are_shorter_than_walks,
    grades_are_not_too_kind,
    lengths_are_likely,
    stretches_join,
    wheels_get_past_what_is_told,
)
from hefte.problem import Problem, Rule, in_order

Check = Callable[[Catalogue], Iterator[Problem]]

OF_EACH: tuple[Check, ...] = (
    free_means_free,
    time_runs_forward,
    hours_run_forward,
    hours_exist,
    rules_name_one_day,
    rules_begin,
    events_have_a_day,
    events_are_told_once,
    lengths_are_likely,
    climbs_are_shorter_than_walks,
    stretches_join,
    grades_are_not_too_kind,
    wheels_get_past_what_is_told,
    measures_are_plausible,
    persons_have_consented,
    birth_numbers_are_not_told,
    texts_hold_no_html,
    letters_can_be_printed,
    texts_are_plain,
    lists_have_a_bottom,
)
"""What can be told of a file without any other, whatever the day; a new rule of this kind is a function here."""

OF_ALL: tuple[Check, ...] = (
    ids_are_unique,
    titles_tell_entries_apart,
    duplicates_are_told,
    former_ids_are_free,
    references_lead_somewhere,
    organisers_are_open,
    booklets_name_entries_that_exist,
    booklets_hold_something,
    newsletters_name_entries_that_exist,
    walks_of_the_month_are_open,
    categories_exist,
    municipalities_exist,
    organisations_do_not_form_a_ring,
    hours_of_rows_exist,
    what_is_over_is_taken_down,
    what_is_called_off_was_planned,
    what_is_moved_was_planned,
    days_are_changed_once,
    moves_lead_somewhere_likely,
    entries_are_checked,
    checks_are_not_in_the_future,
    advised_fields_are_filled,
    texts_give_no_private_numbers,
    roles_are_not_names,
    checkers_are_roles,
    links_are_safe,
    hosts_are_what_they_seem,
    pictures_exist,
    pictures_are_told,
    pictures_are_sound,
    pictures_in_prose_are_ours,
    pictures_are_used,
    tracks_exist,
    tracks_fit_walks,
    site_has_an_address,
    site_declares_its_accessibility,
    languages_are_known,
    parents_of_categories_exist,
    icons_exist,
    colours_can_be_read,
    form_knows_its_repository,
)
"""What needs more than the file, or the day; a new rule of this kind is a function here."""

CHECKS: tuple[Check, ...] = (*OF_EACH, *OF_ALL)
"""Every check there is."""

_NAMED_ELSEWHERE = (Rule.UNUSED_PICTURE,)
"""What nobody can tell before every file is read."""

_REFERENCES = (Rule.UNKNOWN_ORGANISATION, Rule.UNKNOWN_PLACE, Rule.UNKNOWN_REFERENCE, Rule.DEAD_LINK)


def check(
    catalogue: Catalogue,
    broken: frozenset[tuple[str, str]] = frozenset(),
    published: frozenset[tuple[str, str]] = frozenset(),
    of_each: Iterable[Problem] | None = None,
) -> tuple[Problem, ...]:
    """All problems of a catalogue, in order.

    `broken` is folder and id of entries whose files could not be read: a reference to one of
    them is right, and only its own file is reported. `published` is folder and id of all that
    the last edition held. `of_each` is what `check_each` found, where it was asked before.
    """
    found = list(check_each(catalogue) if of_each is None else of_each)
    found += [problem for rule in OF_ALL for problem in rule(catalogue)]
    found += ids_do_not_vanish(catalogue, published - broken)
    sound = (problem for problem in found if not _leads_to_broken(problem, broken))
    return in_order(problem for problem in sound if not (broken and problem.rule in _NAMED_ELSEWHERE))


def check_each(catalogue: Catalogue) -> list[Problem]:
    """The problems of files and settings that show without looking at any other file."""
    return [problem for rule in OF_EACH for problem in rule(catalogue)]


def without(catalogue: Catalogue, paths: Container[str]) -> Catalogue:
    """The catalogue without what lies in some files."""
    return replace(catalogue, documents=tuple(one for one in catalogue.documents if one.path not in paths))


def _leads_to_broken(problem: Problem, broken: frozenset[tuple[str, str]]) -> bool:
    if problem.rule not in _REFERENCES:
        return False
    folder, identity = problem.values.get("folder"), problem.values.get("id")
    return any(identity == known and folder in ("", place) for place, known in broken)


__all__ = ["CHECKS", "Check", "check", "check_each", "without"]
