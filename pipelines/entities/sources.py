"""Where a news outlet heads a story: '[서울=가나통신]', 'OSLO (Ganapress) -'. There it is no party and no source.

Here belongs the judging of one place in a text by what stands before it; credits and bylines are in credits.py. An
outlet that reports inside a sentence stays a name, since it is whose word the sentence gives.
"""

from __future__ import annotations

import re

HEADING = re.compile(r"(?:^|\n)[ \t]*[\[(【](?:[가-힣A-Za-z() ]{0,16}=)?$|(?:^|\n)[A-Z][A-Z .,]{2,30} \($")
REACH = 40


def heads_story(text: str, start: int) -> bool:
    """Whether the outlet named at `start` only says whose story the line begins."""
    return HEADING.search(text[max(0, start - REACH) : start]) is not None
