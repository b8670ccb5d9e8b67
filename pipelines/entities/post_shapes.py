"""The shapes of posts: the words, what may be written onto them, and where one stands behind an organization.

Here belongs the post; who holds it is found in people.py.
"""

from __future__ import annotations

import re

from pipelines.entities.findings import Findings
from pipelines.entities.model import Mention
from pipelines.entities.particles import hangul_after, is_particle_tail
from pipelines.entities.post_words import LATIN_POSTS, NOT_POSTS, POST_ENDINGS, REPORTERS

POSTS = "|".join(sorted((*POST_ENDINGS, *LATIN_POSTS), key=len, reverse=True))
# a post, with what may be written onto its front ('IM부문장', 'MNO사업대표') and a second one in parentheses
POST = rf"(?:[A-Za-z0-9가-힣&/·]{{0,14}}?(?:{POSTS}))(?![A-Za-z])"
SECOND_POST = re.compile(rf"\((?:{POSTS})\)| (?:겸 )?(?:{POSTS})(?![가-힣A-Za-z])")
UNIT = (
    r"(?:[A-Za-z0-9가-힣&/·]{1,14}(?:팀|부|실|본부|부문|사업부|센터|그룹|담당|총괄)"
    r"|신임|전임|전|현|겸|한국|국내|북미|아시아)"
)
POST_AFTER_ORGANIZATION = re.compile(rf" ?(?P<post>(?:{UNIT} ){{0,2}}?{POST})")
# the whole of a post where a shorter one begins it ('수석부사장'), and one written onto an institute's name
LONG_POST_AFTER_ORGANIZATION = re.compile(
    rf" ?(?P<post>(?:{UNIT} ){{0,2}}?[A-Za-z0-9가-힣&/·]{{0,14}}(?:{POSTS}))(?![A-Za-z])"
)
HEAD_OF = re.compile(r"(?<=[원회관처청])(?P<post>장)")
# a form in parentheses behind a name
GLOSS_BEHIND = re.compile(r"\([^()\n]{2,30}\)")


def is_post(found: Findings, span: tuple[int, int]) -> bool:
    """Whether the words can be a post here: no reporter's, and nothing but particles goes on from them."""
    surface = found.text[span[0] : span[1]]
    tail = hangul_after(found.text, span[1])
    if any((surface + tail).startswith(word) or surface.endswith(word) for word in REPORTERS):
        return False
    return is_particle_tail(tail) and not surface.endswith(NOT_POSTS)


def post_behind(found: Findings, org: Mention) -> tuple[int, int] | None:
    """Where the post stands behind an organization, or behind the form in parentheses after it."""
    gloss = GLOSS_BEHIND.match(found.text, org.end)
    patterns = (POST_AFTER_ORGANIZATION, LONG_POST_AFTER_ORGANIZATION, HEAD_OF)
    for at in (org.end, gloss.end()) if gloss else (org.end,):
        for pattern in patterns:
            match = pattern.match(found.text, at)
            if match is not None and is_post(found, match.span("post")):
                return match.span("post")
    return None
