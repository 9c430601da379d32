"""What is new, and the letter that tells it: the same words for a mailbox, a page, paper and a feed."""
