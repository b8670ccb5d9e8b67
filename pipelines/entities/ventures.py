"""Joint ventures with names: a company for the register, a structure of its parents for an article that says so.

'합작법인 가나셀에', 'Gana, its joint venture with …' make a known company's name that of an alliance in this article;
'X와 가나의 합병' makes a venture among the known alliances a company beside another. Here belongs that choice only.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.entities.findings import Findings
from pipelines.entities.model import Mention
from pipelines.entities.name_words import METAPHOR_HEADS, STRONG_HEADS, VENTURES, WEAK_HEADS
from pipelines.entities.normalizing import entity_id_of

VENTURE = "|".join(sorted(VENTURES, key=len, reverse=True))
VENTURE_BEFORE = re.compile(rf"(?:{VENTURE})(?:\([A-Z]{{2,4}}\))?(?:인)? ?['\"‘“「『<]?$")
# the word for a joint venture is said of a partner in it too: '합작사인 가나와'
PARTNER_AFTER = re.compile(r"['\"’”」』>]?(?:\([^()\n]{1,40}\))?(?:와|과|측)(?![가-힣])")
ENGLISH_BEFORE = re.compile(r"\bjoint[ -]venture(?: company)?,? (?:called |named |dubbed |known as )?$", re.IGNORECASE)
ENGLISH_AFTER = re.compile(
    r",? (?:is |was )?(?:a|an|the|its|their|which is an?) (?:[\w:\-/]+ ){0,4}joint[ -]venture (?:of|between|with|by)\b"
)
HEADS = (*STRONG_HEADS, *WEAK_HEADS, *METAPHOR_HEADS)
JOIN = re.compile(r"(?:[·ㆍ\-/]|(?:와|과) )")
REACH = 24


def read_ventures(found: Findings) -> None:
    """Give known names of joint ventures the type that the article's words give them, in all their places."""
    text = found.text
    ventures = {
        mention.entity_id for mention in found if mention.mention_type == "org" and _is_called_venture(text, mention)
    }
    companies = {
        mention.entity_id
        for mention in found
        if mention.mention_type == "alliance"
        and mention.method == "alias"
        and " " not in mention.surface
        and not mention.surface.endswith(HEADS)
        and _is_beside_organization(found, mention)
    }
    for mention in list(found):
        if mention.entity_id in ventures:
            _retype(found, mention, "alliance")
        elif mention.entity_id in companies:
            _retype(found, mention, "org")


def _is_called_venture(text: str, mention: Mention) -> bool:
    if VENTURE_BEFORE.search(text, max(0, mention.start - REACH), mention.start):
        return PARTNER_AFTER.match(text, mention.end) is None
    before = ENGLISH_BEFORE.search(text, max(0, mention.start - 2 * REACH), mention.start)
    return before is not None or ENGLISH_AFTER.match(text, mention.end) is not None


def _is_beside_organization(found: Findings, mention: Mention) -> bool:
    for other in found.overlapping(max(0, mention.start - 3), mention.end + 3):
        first, second = (other, mention) if other.start < mention.start else (mention, other)
        if other.mention_type == "org" and JOIN.fullmatch(found.text, first.end, second.start):
            return True
    return False


def _retype(found: Findings, mention: Mention, mention_type: str) -> None:
    name = mention.entity_name or mention.surface
    key = entity_id_of(mention_type, name)
    if key is not None and mention.mention_type != mention_type:
        like = replace(mention, mention_type=mention_type, entity_id=key, entity_name=name, method="article", score=0.6)
        found.replace(mention, like)
