"""Which lines are no part of the article: notices, captions, buttons. The patterns are in furniture_words.py."""

from __future__ import annotations

import re

from pipelines.articles import furniture_words as words


def _any(patterns: tuple[str, ...], end: str = "") -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{pattern})" for pattern in patterns) if not end else f"(?:{'|'.join(patterns)}){end}"
    )


AFTER_CAPTION = _any(words.AFTER_CAPTION)
ENDS, KOREAN_ENDS = _any(words.ENDS), _any(words.KOREAN_ENDS)
LINES, KOREAN_LINES = _any(words.LINES), _any(words.KOREAN_LINES)
CREDIT = _any(words.CREDITS, r"[\s.]*$")
CREDIT_SIGN = re.compile(f"[{re.escape(words.CREDIT_SIGNS)}]")
LONGEST_CAPTION = 300
LONGEST_NOTICE = 200
CREDIT_WITHIN = 80


def announces_caption(line: str) -> bool:
    """Whether the line before this one is a caption."""
    return len(line) <= LONGEST_NOTICE and not line.isascii() and AFTER_CAPTION.fullmatch(line) is not None


def ends_article(line: str) -> bool:
    """Whether nothing from this line on belongs to the article."""
    return len(line) <= LONGEST_NOTICE and _matches(line, ENDS, KOREAN_ENDS)


def is_notice(line: str) -> bool:
    """Whether a line has no content of the article."""
    return len(line) <= LONGEST_NOTICE and (_matches(line, LINES, KOREAN_LINES) or announces_caption(line))


def _matches(line: str, pattern: re.Pattern[str], korean: re.Pattern[str]) -> bool:
    return pattern.fullmatch(line) is not None or (not line.isascii() and korean.fullmatch(line) is not None)


def is_caption(line: str) -> bool:
    """Whether a line is a picture's caption, because it ends in the picture's credit."""
    if len(line) > LONGEST_CAPTION:
        return False
    end = line[-CREDIT_WITHIN:]
    return CREDIT_SIGN.search(end) is not None and CREDIT.search(end) is not None


def opens_subhead(line: str) -> bool:
    """Whether a line begins with a sign that opens subheadings."""
    return line[:1] in words.HEADING_SIGNS if line else False
