"""Word goal, and figures of the text and of this session."""
