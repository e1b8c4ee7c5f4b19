"""The model store and what brings models into it."""
