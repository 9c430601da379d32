"""The booklets as EPUB 3: the same volume as the printed one, for e-readers, phones and reading aloud."""
