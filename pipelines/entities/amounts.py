"""Amounts: money and shares, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.entities.model import Mention

NUMBER = r"\d[\d,]*(?:\.\d+)?"
# the first digit, where no longer number or word stands before: the pattern looks back from behind it, because a search
# skips to where a pattern's first character can be
FIRST = r"\d(?<![\w.,].)"
REST = r"[\d,]*(?:\.\d+)?"
SIGNS = ("US$", "$", "€", "£", "¥", "₩")
SIGN = "|".join(rf"{re.escape(sign[0])}(?<![\w.,].){re.escape(sign[1:])}" for sign in SIGNS)
PATTERNS = (
    re.compile(
        rf"[약총\d](?<![\w.,].)(?:(?<=\d)|(?<=[약총])\s?\d){REST}\s?[십백천만억조]*(?:\s?{NUMBER}\s?[십백천만억조]+)*\s?(?:원|달러|엔|유로|위안|파운드)(?![가-힣]*정|탁|래)"
    ),
    re.compile(rf"(?:{SIGN})\s?{NUMBER}(?:\s?(?:thousand|million|billion|trillion))?"),
    re.compile(
        rf"{FIRST}{REST}\s(?:(?:thousand|million|billion|trillion)\s)?(?:won|dollars|yen|euros|yuan)(?![A-Za-z])",
        re.IGNORECASE,
    ),
    re.compile(rf"{FIRST}{REST}\s?(?:%|％|퍼센트|percent|per cent)(?:p|포인트)?"),
)


def find_amounts(text: str) -> Iterator[Mention]:
    """The amounts of the text; they may overlap one another where two forms meet."""
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            yield Mention(match.start(), match.end(), match.group(), "amount")
