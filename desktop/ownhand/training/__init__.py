"""Finetuning: the spec of a run, the worker process that carries it out, and what it leaves."""
