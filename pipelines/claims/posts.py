"""Who holds which post: a person's name beside an organization's, with a title ('박정호 SK텔레콤 사장')."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipelines.claims import words_ko as words
from pipelines.claims.model import Document
from pipelines.entities.model import Mention

_KOREAN_TITLES = "|".join(sorted(map(re.escape, words.TITLES), key=len, reverse=True))
_ENGLISH_TITLES = (
    r"CEO|CTO|CFO|COO|chief(?: \w+){0,2}(?: officer)?|president|chair(?:man|woman|person)?"
    r"|(?:vice|executive|senior) \w+(?: \w+)?"
)
# Department words between the two names or before the title; as few as will do, so that the nearest title counts.
_UNIT = r"(?:[가-힣A-Za-z0-9&/·]{1,20}\s+){0,3}?"
_TITLE_WORD = rf"[가-힣A-Za-z0-9/·&]{{0,12}}(?:{_KOREAN_TITLES})"
PERSON_FIRST = re.compile(r"\s*(?:\([^()]{0,10}\)\s*)?$")
AFTER_ORGANIZATION = re.compile(rf"\s*{_UNIT}(?P<title>{_TITLE_WORD})(?![가-힣]{{2,}}\s*[가-힣]*장)")
BETWEEN_WITH_TITLE = re.compile(rf"\s*(?:{_UNIT})(?P<title>(?:{_TITLE_WORD})|(?:{_ENGLISH_TITLES}))\s+$", re.IGNORECASE)
BETWEEN_BARE = re.compile(rf"\s+{_UNIT}$|\s*$")
AFTER_PERSON = re.compile(rf"(?:\s*\([^()]{{0,10}}\))?,?\s*{_UNIT}(?P<title>{_TITLE_WORD})")
LONGEST_GAP = 40

# person, organization, title, start and end
Post = tuple[Mention, Mention, str, int, int]


def read_posts(document: Document) -> list[Post]:
    """(person, organization, title, start, end) for each post that the text names, in order, each pair once."""
    names = [m for m in document.mentions if m.mention_type in ("org", "person") and m.entity_id]
    found: list[tuple[Mention, Mention, str, int, int]] = []
    seen: set[tuple[str | None, str | None]] = set()
    for post in _adjacent(document.text, names):
        key = (post[0].entity_id, post[1].entity_id)
        if key not in seen:
            seen.add(key)
            found.append(post)
    return found


def _adjacent(text: str, names: Sequence[Mention]) -> list[tuple[Mention, Mention, str, int, int]]:
    found: list[tuple[Mention, Mention, str, int, int]] = []
    taken: set[int] = set()
    for one, other in pairwise(names):
        gap = text[one.end : other.start]
        if len(gap) > LONGEST_GAP or {one.mention_type, other.mention_type} != {"org", "person"}:
            continue
        if one.mention_type == "person":
            # '박정호 SK텔레콤 사장': the title comes last.
            after = AFTER_ORGANIZATION.match(text, other.end)
            if PERSON_FIRST.match(gap) and gap and after and one.start not in taken:
                taken.add(one.start)
                found.append((one, other, after["title"], one.start, after.end()))
            continue
        titled = BETWEEN_WITH_TITLE.match(gap)
        if titled:
            taken.add(other.start)
            found.append((other, one, titled["title"].strip(), one.start, other.end))
            continue
        after = AFTER_PERSON.match(text, other.end)
        if BETWEEN_BARE.match(gap) and after:
            taken.add(other.start)
            found.append((other, one, after["title"], one.start, after.end()))
    return found
