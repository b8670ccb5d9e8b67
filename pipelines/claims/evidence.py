"""Quotes: the shortest whole sentences that say a claim, at most 300 characters, literally from the text."""

from __future__ import annotations

from pipelines.articles.model import Sentence

MAX_QUOTE = 300
BOUNDARIES = ("\n", "다. ", ". ", '" ', "” ", ", ", " ")


def quote_span(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The span to quote for a trigger at `start` to `end`: its sentence, or a window of it cut at inner boundaries."""
    left, right = _trim(text, sentence.char_start, sentence.char_end)
    if right - left <= MAX_QUOTE:
        return left, right
    start, end = max(left, min(start, right - 1)), min(right, max(end, start + 1))
    room = max(0, MAX_QUOTE - (end - start))
    right = min(right, end + room // 4)
    left = max(left, right - MAX_QUOTE)
    for boundary in BOUNDARIES:
        at = text.find(boundary, left, start)
        if at >= 0:
            left = at + len(boundary)
            break
    return _trim(text, left, max(right, left + 1))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return start, end
