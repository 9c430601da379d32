"""Facts told in words: the same sentence on a page, in print and in the search index."""
