"""`python -m hefte` is the command `hefte`."""

from hefte.doors.command_line import run

run()
