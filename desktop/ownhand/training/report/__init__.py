"""The before/after report of a run: measured on pages the model never saw, with intervals."""
