"""Which rules `hefte fix` can mend, and how: a closed table from a rule to what makes changes of a problem."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from hefte.mending import keys, letters, values, writing
from hefte.mending.coding import RECODINGS
from hefte.mending.sheet import Change, Sheet
from hefte.problem import Problem, Rule

Make = Callable[[Problem, Sheet], Iterable[Change]]


class Fix(NamedTuple):
    """What makes the changes that would each mend a problem, and what says so afterwards (`mending.<words>`).

    It makes none where people must decide. Where there are several, they are tried, and one is made only if it alone
    makes sense of the file. With `is_of_file` a change mends all problems of the rule, whichever is asked for.
    """

    changes: Make
    words: str
    is_of_file: bool = False


FIXES: Mapping[Rule, Fix] = MappingProxyType(
    {
        Rule.INVISIBLE_CHARACTER: Fix(letters.invisible, "invisible", is_of_file=True),
        Rule.BROKEN_LETTER: Fix(letters.broken, "value"),
        Rule.TAB: Fix(letters.tabs, "tab", is_of_file=True),
        Rule.LONG_DASH: Fix(letters.hyphens, "hyphens", is_of_file=True),
        Rule.COLON_IN_TEXT: Fix(writing.quotes, "quotes"),
        Rule.MISSING_COMMA: Fix(writing.comma, "comma"),
        Rule.COMMA_IN_VALUE: Fix(writing.whole_value, "whole"),
        Rule.TEXT_AFTER_QUOTE: Fix(writing.quotes_around_quotes, "quotes"),
        Rule.UNKNOWN_ESCAPE: Fix(writing.single_quotes, "single-quotes"),
        Rule.SPECIAL_CHARACTER: Fix(writing.quotes_before_a_mark, "quotes"),
        Rule.STAR: Fix(writing.quotes_before_a_mark, "quotes"),
        Rule.KEY_NOT_TEXT: Fix(writing.quotes_around_brackets, "quotes"),
        Rule.NO_SPACE_AFTER_COLON: Fix(writing.space_after_colon, "space-after-colon"),
        Rule.NO_SPACE_AFTER_DASH: Fix(writing.space_after_dash, "space-after-dash"),
        Rule.WRONG_INDENTATION: Fix(writing.indentation, "indentation"),
        Rule.UNKNOWN_KEY: Fix(keys.name, "name"),
        Rule.NOT_A_CHOICE: Fix(values.code, "value"),
        Rule.NOT_A_GROUP: Fix(values.offered, "value"),
        Rule.CURLY_QUOTES: Fix(values.offered, "value"),
        Rule.NOT_YES_OR_NO: Fix(values.offered, "value"),
        Rule.NOT_A_NUMBER: Fix(values.offered, "value"),
        Rule.NOT_A_WHOLE_NUMBER: Fix(values.offered, "value"),
        Rule.NOT_A_DATE: Fix(values.offered_date, "value"),
        Rule.NOT_A_MOMENT: Fix(values.offered_date, "value"),
        Rule.NOT_A_TIME: Fix(values.offered, "value"),
        Rule.NOT_A_PRICE: Fix(values.offered_price, "value"),
        Rule.NOT_A_MUNICIPALITY: Fix(values.offered, "value"),
    }
)
"""What a file shows by itself."""

FIXES_BETWEEN: Mapping[Rule, Fix] = MappingProxyType(
    {
        Rule.UNKNOWN_CATEGORY: Fix(values.code, "value"),
        Rule.UNKNOWN_ORGANISATION: Fix(values.reference, "value"),
        Rule.UNKNOWN_PLACE: Fix(values.reference, "value"),
        Rule.UNKNOWN_REFERENCE: Fix(values.reference, "value"),
    }
)
"""What shows only beside all other files."""

FIXABLE: frozenset[Rule] = frozenset((*RECODINGS, *FIXES, *FIXES_BETWEEN))
"""Rules that may be mended by a machine, where what was meant is certain."""
