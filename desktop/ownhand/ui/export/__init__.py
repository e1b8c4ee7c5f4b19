"""The text as a Word, HTML or PDF file, and on paper."""
