"""Contracts, messages and small services that every layer may use; imports nothing of the layers above."""
