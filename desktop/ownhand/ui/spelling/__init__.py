"""Marks words that the dictionary does not know, and says what may have been meant."""
