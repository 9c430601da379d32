"""How large content may be; every limit is named in the message that enforces it."""

FILE_KILOBYTES = 256
LEVELS = 12
VALUES = 20_000
"""In one file; keys, and what opens and closes a group, count as well."""

ID_CHARACTERS = 80
PROBLEMS_OF_ONE_KIND = 20
"""In one file; a file full of tabs is told about 20 times, not 2,000."""
