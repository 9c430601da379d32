"""A letter as it goes into a mailbox: HTML that old mail programs show too, and plain text beside it."""
