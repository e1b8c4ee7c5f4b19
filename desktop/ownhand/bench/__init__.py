"""Measurements, each run in a process of its own: `python -m ownhand.bench.speed`, `.start`, `.gui`."""
