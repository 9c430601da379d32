"""The command `hefte`, also as `python -m hefte`: quiet when it is stopped before it has begun."""

from hefte.doors.rings import look_seldom


def run() -> None:
    """Read the program and carry it out; Ctrl-C while it is read leaves no traceback."""
    look_seldom()
    try:
        from hefte.doors.command_line import run as carry_out  # noqa: PLC0415  # reading it takes a while
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    carry_out()


if __name__ == "__main__":
    run()
