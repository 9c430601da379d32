"""Booklets: which entries, in what order and words, as data that the print engine sets."""
