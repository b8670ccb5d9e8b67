"""What a deal costs and which share it is of: the sums of money and the stakes that stand before a trigger.

Only reading them off a text belongs here; which events have terms is said in DEALS. Figures of something else (sales,
what a company is worth) are told apart by the word before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Events of which a sum of money is a term.
DEALS = frozenset({"invest", "acquire", "equity_swap", "joint_venture"})
LONGEST_WINDOW = 300

NUMBER = r"\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,6})?"
KOREAN_UNITS = {"십": 1e1, "백": 1e2, "천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12}
ENGLISH_UNITS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
CURRENCIES = {
    "원": "KRW", "won": "KRW", "₩": "KRW", "달러": "USD", "dollar": "USD", "$": "USD",
    "엔": "JPY", "yen": "JPY", "¥": "JPY",
    "유로": "EUR", "euro": "EUR", "€": "EUR", "위안": "CNY", "yuan": "CNY", "파운드": "GBP", "pound": "GBP", "£": "GBP",
}  # fmt: skip
PIECE = rf"{NUMBER}\s?[십백천]?[만억조]?"
KOREAN_SUM = re.compile(
    rf"(?<![\d.,])(?P<sum>{PIECE}(?:\s?{PIECE}){{0,3}})\s?(?P<currency>원|달러|엔|유로|위안|파운드)(?![가-힣]*정|탁|래)"
)
# In headlines the currency is left out: '300억 투자'.
HEADLINE_SUM = re.compile(rf"(?<![\d.,])(?P<sum>{NUMBER}\s?[십백천]?[억조])(?P<currency>)(?=[\s,…에]|$)")
ENGLISH_SUM = re.compile(
    rf"(?:US)?(?P<sign>[$€£¥₩])\s?(?P<sum>{NUMBER})\s?(?P<unit>thousand|million|billion|trillion|bn|m)?\b"
    rf"|\b(?P<plain>{NUMBER})\s(?P<plain_unit>thousand|million|billion|trillion)?\s?"
    r"(?P<currency>won|dollar|yen|euro|yuan|pound)s?\b",
    re.IGNORECASE,
)
PIECES = re.compile(rf"(?P<number>{NUMBER})\s?(?P<small>[십백천]?)(?P<great>[만억조]?)")
PERCENT = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:\.\d{1,4})?)\s?(?:%|％|퍼센트|percent|per cent)(?!\s?(?:p\b|포인트))"
)
SHARE_BEFORE = re.compile(
    r"(?:지분|주식|지분율|stake|shares?|holding)(?:의|을|를|은|는|율)?\s?(?:총|약|전체)?\s?(?:of|to)?\s?$",
    re.IGNORECASE,
)
SHARE_AFTER = re.compile(
    r"^\s?(?:의|에 해당하는|규모의?|of the)?\s?(?:지분|주식|stake|share|of (?:\w+ ){0,3}shares)", re.IGNORECASE
)
# Before a figure that is no term of the deal
OTHER_FIGURES = re.compile(
    r"(?:매출액?|영업이익|순이익|기업가치|시가총액|자산|몸값|누적|sales|revenue|valuation|valued at|worth)"
    r"(?:[은는이가을를도]|\s?(?:of|at))?\s?(?:약|총|만)?\s?$",
    re.IGNORECASE,
)
BEFORE = 24


@dataclass(frozen=True, slots=True)
class Terms:
    """Money in whole units of an ISO 4217 currency, and the share in per cent; None for what is not stated."""

    amount: float | None = None
    currency: str | None = None
    stake_pct: float | None = None


def terms_of(text: str, start: int, end: int, event_type: str, headline: bool = False) -> Terms:
    """The terms that stand in the span, the last of each; none for an event that is no deal.

    Two stakes in an exchange of shares are one of each side: no term of the whole.
    """
    if event_type not in DEALS:
        return Terms()
    window = text[max(start, end - LONGEST_WINDOW) : end]
    sums = [(m.start(), *_money(m)) for pattern in (KOREAN_SUM, ENGLISH_SUM) for m in pattern.finditer(window)]
    if headline and not sums:
        sums = [(m.start(), *_money(m)) for m in HEADLINE_SUM.finditer(window)]
    sums = sorted(found for found in sums if not OTHER_FIGURES.search(window[max(0, found[0] - BEFORE) : found[0]]))
    stakes = [
        float(m["number"])
        for m in PERCENT.finditer(window)
        if SHARE_BEFORE.search(window[max(0, m.start() - BEFORE) : m.start()])
        or SHARE_AFTER.search(window[m.end() : m.end() + BEFORE])
    ]
    stakes = [stake for stake in stakes if 0 < stake <= 100]
    _, amount, currency = sums[-1] if sums else (0, None, None)
    return Terms(amount, currency, stakes[-1] if stakes and event_type in ("invest", "acquire") else None)


def _money(match: re.Match[str]) -> tuple[float, str]:
    found = match.groupdict()
    if found.get("sign") or found.get("plain"):
        number = float((found["sum"] or found["plain"] or "0").replace(",", ""))
        unit = (found["unit"] or found["plain_unit"] or "").lower()
        amount = number * ENGLISH_UNITS.get(unit, 1.0)
        return round(amount, 2), CURRENCIES[(found["sign"] or found["currency"] or "").lower()]
    return _korean_sum(match["sum"]), CURRENCIES.get(match["currency"], "KRW")


def _korean_sum(words: str) -> float:
    """'3조4400억' → 3440000000000: each number times its units, '5천만' a thousand times ten thousand."""
    total = 0.0
    for piece in PIECES.finditer(words):
        number = float(piece["number"].replace(",", ""))
        total += number * KOREAN_UNITS.get(piece["small"], 1.0) * KOREAN_UNITS.get(piece["great"], 1.0)
    return round(total, 2)
