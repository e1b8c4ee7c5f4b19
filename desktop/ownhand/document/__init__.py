"""A text on disk: load, save, journal, provenance spans. No Qt, no Keras."""
