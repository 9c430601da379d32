"""Walks and events from other people's files, ours in their words, and places by their addresses; all of it drafts."""
