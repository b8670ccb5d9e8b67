"""How the tables of words are written down: many short words, several to a line."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a table, separated by white space."""
    return tuple(text.split())
