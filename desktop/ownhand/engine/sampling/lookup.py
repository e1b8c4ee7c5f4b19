"""Guesses at the tokens to come: what followed where the last tokens stood before."""

from __future__ import annotations

from collections.abc import Iterable

LENGTHS = (3, 2)
"""How many last tokens are looked up; the longer match is the better one."""


class PromptLookup:
    """An index of a text that grows: of each run of `LENGTHS` tokens, where it was gone on from last.

    After "Prompt lookup decoding" (Saxena 2023). What is taken back stays in the index until it is
    overwritten: a guess may be wrong, it costs time alone.
    """

    def __init__(self, ids: Iterable[int]) -> None:
        """Begin with the tokens of a prompt; takes about a microsecond each."""
        self._tokens: list[int] = []
        self._next: dict[tuple[int, ...], int] = {}
        for token in ids:
            self.push(token)

    def push(self, token: int) -> None:
        """Append a token."""
        tokens = self._tokens
        for length in LENGTHS:
            if len(tokens) >= length:
                self._next[tuple(tokens[-length:])] = len(tokens)
        tokens.append(token)

    def drop(self, count: int) -> None:
        """Take back the last `count` tokens."""
        del self._tokens[len(self._tokens) - count :]

    def match(self) -> tuple[int, int] | None:
        """How many of the last tokens stood together before, and the place after them; or None."""
        for length in LENGTHS:
            place = self._next.get(tuple(self._tokens[-length:]))
            if place is not None and place < len(self._tokens):
                return length, place
        return None

    def following(self, place: int, count: int) -> list[int]:
        """`count` tokens from a place on; beyond the end of the text it goes round in the same circle."""
        round_trip = len(self._tokens) - place
        return [self._tokens[place + step % round_trip] for step in range(count)]
