"""Where a news outlet is the source of what is told, rather than a party: it reports, is told, or heads the story.

Here belongs the judging of one place in a text by what stands around it; credits and bylines are in credits.py.
"""

from __future__ import annotations

import re

HEADING = re.compile(r"(?:^|\n)[ \t]*[\[(【](?:[가-힣A-Za-z() ]{0,16}=)?$")
PLACE_BEFORE = re.compile(r"(?:^|\n)[A-Z][A-Z .,]{2,30} \($")
TOLD_BEFORE = re.compile(
    r"\b(?:according to|told|reported by|cited by|interview with|quoted by) (?:the )?$", re.IGNORECASE
)
REPORTS = re.compile(
    r"(?: 등)?(?:에 따르면|에 [\"“]|(?:은|는|이|가|도) (?:[^.\n]{0,60} )?(?:보도|전했다|인용해)|(?:와|과)의 인터뷰"
    r"| 보도)"
    r"|(?: TV)?(?: had| has| first)? (?:reported|wrote|said)\b"
)


def is_source(text: str, start: int, end: int) -> bool:
    """Whether the outlet named at `start` to `end` (half-open character offsets) is only a source there."""
    if REPORTS.match(text, end) is not None:
        return True
    before = text[max(0, start - 40) : start]
    return any(pattern.search(before) is not None for pattern in (HEADING, PLACE_BEFORE, TOLD_BEFORE))
