"""Conversations with the model: a tree of turns in memory, lines of a file on the disk."""
