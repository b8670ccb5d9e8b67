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
KOREAN_CURRENCIES = ("원", "달러", "엔", "유로", "위안", "파운드")
ENGLISH_CURRENCIES = ("won", "dollars", "yen", "euros", "yuan")
SHARES = ("%", "％", "퍼센트", "percent", "per cent")
# each with words of which a match holds one, in small letters: a text without them is not searched
PATTERNS = (
    (
        KOREAN_CURRENCIES,
        re.compile(
            rf"[약총\d](?<![\w.,].)(?:(?<=\d)|(?<=[약총])\s?\d){REST}\s?[십백천만억조]*(?:\s?{NUMBER}\s?[십백천만억조]+)*"
            rf"\s?(?:{'|'.join(KOREAN_CURRENCIES)})(?![가-힣]*정|탁|래)"
        ),
    ),
    (
        tuple(sign[-1] for sign in SIGNS),
        re.compile(rf"(?:{SIGN})\s?{NUMBER}(?:\s?(?:thousand|million|billion|trillion))?"),
    ),
    (
        ENGLISH_CURRENCIES,
        re.compile(
            rf"{FIRST}{REST}\s(?:(?:thousand|million|billion|trillion)\s)?(?:{'|'.join(ENGLISH_CURRENCIES)})(?![A-Za-z])",
            re.IGNORECASE,
        ),
    ),
    (SHARES, re.compile(rf"{FIRST}{REST}\s?(?:{'|'.join(SHARES)})(?:p|포인트)?")),
)


def find_amounts(text: str) -> Iterator[Mention]:
    """The amounts of the text; they may overlap one another where two forms meet."""
    small = text.casefold()
    for needed, pattern in PATTERNS:
        for match in pattern.finditer(text) if any(word in small for word in needed) else ():
            yield Mention(match.start(), match.end(), match.group(), "amount")
