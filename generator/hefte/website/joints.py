"""Where a long word may be divided in a narrow column: «Aktivitets-heftet», never «Aktivitetshef-tet»."""

import re
from functools import cache

SHORT = 5
"""What stands before the joint has at least so many letters."""


def jointed(text: str, joints: str) -> str:
    """The text with a soft hyphen before each of the last parts in `joints`, words with blanks between them."""
    return _joint(joints).sub("\u00ad", text)


@cache
def _joint(joints: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\w{{{SHORT}}})(?=(?:{'|'.join(map(re.escape, joints.split()))})\b)")
