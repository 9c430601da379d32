"""How often Python looks for rings of values that hold one another: seldom in a command, as usual in the preview.

A command makes hardly any and is soon over; to look for them among all entries, as Python would, takes a sixth of its
time.
"""

import gc

_AS_USUAL = gc.get_threshold()
_SELDOM = (50_000, 1_000_000)
"""So many more values made than forgotten, and so many such rounds before the older ones are looked at."""


def look_seldom() -> None:
    """Look among the youngest alone, and not often."""
    gc.set_threshold(*_SELDOM)


def look_as_usual() -> None:
    """Look as Python began: the preview lasts."""
    gc.set_threshold(*_AS_USUAL)
