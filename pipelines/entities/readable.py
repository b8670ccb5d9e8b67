"""The part of a text that is worth reading: no endless runs without a space, and not more than a bound.

Patterns of names and dates look back and forth inside a word; a word of ten thousand letters is data, not language, and
would cost them the square of its length.
"""

from __future__ import annotations

import re

MAX_TEXT = 1_000_000
LONG_RUN = re.compile(r"\S{300,}")


def readable(text: str) -> str:
    """The text with runs of 300 characters or more blanked, cut at a million characters; offsets stay."""
    return LONG_RUN.sub(lambda run: " " * len(run.group()), text[:MAX_TEXT])
