"""Mends what can be mended without a guess: quotes, tabs, codings, slips of the finger, dates with one reading."""

from hefte.mending.fixes import FIXABLE, FIXES, FIXES_BETWEEN
from hefte.mending.mend import ROUNDS, Done, Mended, mend, mended_beside

__all__ = ["FIXABLE", "FIXES", "FIXES_BETWEEN", "ROUNDS", "Done", "Mended", "mend", "mended_beside"]
