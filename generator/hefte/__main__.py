"""The command `hefte`, also as `python -m hefte`: quiet when it is stopped before it has begun."""

import gc

_SELDOM = (50_000, 1_000_000)
"""So many more values made than forgotten, and so many such rounds before the older ones are looked at."""


def run() -> None:
    """Read the program and carry it out; Ctrl-C while it is read leaves no traceback.

    Rings of values are looked for among the youngest alone, and seldom: a command makes hardly any, is soon over, and
    would spend a sixth of its time on it. The preview, which lasts, looks for all of them again.
    """
    gc.set_threshold(*_SELDOM)
    try:
        from hefte.doors.command_line import run as carry_out  # noqa: PLC0415  # reading it takes a while
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    carry_out()


if __name__ == "__main__":
    run()
