"""Upkeep: what must be checked again, whom to call about it, and the date that says it was done."""
