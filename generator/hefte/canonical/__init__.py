"""Canonical text: one way to write what a file says, the same as the form in the browser writes it."""
