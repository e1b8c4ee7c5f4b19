"""The token view: how likely the model finds each word, and what it might have written instead."""
