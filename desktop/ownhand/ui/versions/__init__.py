"""Earlier versions of the text, and putting two versions together."""
