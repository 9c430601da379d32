"""What is to be said of each use of a link, by what is known of its address."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from hefte.links.answers import Known, Verdict
from hefte.links.judging import DAYS_OF_SILENCE
from hefte.links.record import Record
from hefte.links.sessions import FOR_ONE
from hefte.links.uses import Owners, Use
from hefte.problem import Problem, Rule, Severity

_RULES: Mapping[Verdict, Rule] = MappingProxyType(
    {
        Verdict.GONE: Rule.LINK_GONE,
        Verdict.START_PAGE: Rule.LINK_LEADS_TO_START,
        Verdict.NOT_FOUND: Rule.LINK_SAYS_NOT_FOUND,
        Verdict.SILENT: Rule.LINK_SILENT,
        Verdict.UNTRUSTED: Rule.LINK_UNTRUSTED,
        Verdict.UNSAFE: Rule.LINK_UNSAFE,
        Verdict.CLOSED: Rule.LINK_NOT_TRIED,
    }
)


def findings(uses: Iterable[Use], record: Record, owners: Owners) -> Iterator[Problem]:
    """What is wrong with links now that they have been asked for."""
    for use in uses:
        if (known := record.get(use.address)) and (rule := _rule(known)):
            yield Problem(use.where, rule, _values(use, known, owners))


def findings_of_last_time(uses: Iterable[Use], record: Record, owners: Owners) -> Iterator[Problem]:
    """The same for whoever asks nobody: nothing of it is an error, for the net may have changed since."""
    for problem in findings(uses, record, owners):
        if problem.severity is Severity.ERROR or problem.rule in (Rule.LINK_SILENT, Rule.LINK_UNTRUSTED):
            yield Problem(problem.where, Rule.LINK_FAILED_LAST_TIME, problem.values)
        elif problem.rule is not Rule.LINK_NOT_TRIED:
            yield problem


def wants_telling(known: Known) -> bool:
    """Whether the check has anything to say of an address."""
    return _rule(known) not in (None, Rule.LINK_NOT_TRIED)


def _rule(known: Known) -> Rule | None:
    if known.verdict is Verdict.SILENT and known.days >= DAYS_OF_SILENCE:
        return Rule.LINK_SILENT_LONG
    if known.verdict is not Verdict.FINE:
        return _RULES[known.verdict]
    if known.new_title:
        return Rule.LINK_IS_ANOTHER_PAGE
    return Rule.LINK_MOVED if known.moved_to else None


def _values(use: Use, known: Known, owners: Owners) -> Mapping[str, object]:
    values: dict[str, object] = {"value": use.written, "asked": known.asked.isoformat(), "status": known.status}
    if known.new_title:
        values |= {"title": known.new_title, "before": known.title}
    if known.why:
        values["why"] = known.why
    if known.moved_to and known.verdict is Verdict.FINE and known.why != FOR_ONE:
        values["instead"] = known.moved_to
    if known.days:
        values["days"] = known.days
    return values | ({"own": "ja"} if owners.has(use.address) else {})
