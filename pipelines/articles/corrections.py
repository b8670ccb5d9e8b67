"""What a page says of an earlier one that it corrects: that it does, the link, and the day of the earlier one.

Reads one page. Which article that was, where there is no link, can only be said with the others: corrected.py.
"""

from __future__ import annotations

import re
from datetime import date

from pipelines.articles import correction_words as words
from pipelines.articles.addresses import canonical, host
from pipelines.articles.blocks import clean
from pipelines.articles.model import Correction
from pipelines.articles.page import Page

BRACKETED = re.compile(
    r"^\W{0,2}[\[<〈【(《]([^\]>〉】)》]{2,20})[\]>〉】)》]|[\[<〈【(《]([^\]>〉】)》]{2,20})[\]>〉】)》]\W{0,2}$"
)
OPENING = re.compile(rf"^\W*(?:{'|'.join(sorted(words.OPENINGS, key=len, reverse=True))})\s*[:：—–-]", re.IGNORECASE)
LINK = re.compile("|".join(words.LINKS), re.IGNORECASE)
PRINTED_ADDRESS = re.compile(r"https?://[^\s<>\"'()]+")
# Addresses of articles carry a number, or a headline of several words.
ARTICLE_PATH = re.compile(r"\d{4}|\w-\w+-\w")
# A link of this many letters is a headline.
HEADLINE = 8
MAX_LINKS = 2_000
KOREAN_DAY = re.compile(r"(?<!\d)(?:(\d{4})년\s?)?(\d{1,2})월\s?(\d{1,2})일")
ENGLISH_DAY = re.compile(
    rf"\b({'|'.join(words.MONTHS)})[a-z]*\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(\d{{4}}))?", re.IGNORECASE
)


def read_correction(
    page: Page, title: str | None, text: str, published_on: date | None, own: str | None
) -> Correction | None:
    """What an article says that it corrects; None where it is no correction.

    `text` is the article's whole text, `published_on` its day, `own` its canonical address.
    """
    if not title or not is_correction(title):
        return None
    return Correction(url=_link(page, text, own), published_on=_day(text, published_on))


def is_correction(title: str) -> bool:
    """Whether a headline is that of a correction."""
    tags = (tag for found in BRACKETED.finditer(title) for tag in found.groups() if tag)
    if any(_key(tag) in words.TAGS for tag in tags) or OPENING.match(title):
        return True
    key = _key(title)
    return any(key.startswith(heading) or key.endswith(heading) for heading in words.HEADINGS)


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _link(page: Page, text: str, own: str | None) -> str | None:
    """The first link inside the text to another article of the same site: a headline before 'this article'."""
    body = "".join(text.split())
    other: str | None = None
    for node in page.tree.css("a[href]")[:MAX_LINKS]:
        shown = clean(node.text())
        if len(shown) < 2 or "".join(shown.split()) not in body:
            continue
        address = _article_address(node.attributes.get("href"), page, own)
        if address and len(_key(shown)) >= HEADLINE:
            return address
        if address and LINK.search(shown):
            other = other or address
    printed = (_article_address(found[0], page, own) for found in PRINTED_ADDRESS.finditer(text))
    return other or next((address for address in printed if address), None)


def _article_address(address: str | None, page: Page, own: str | None) -> str | None:
    found = canonical(address, page.url or own)
    if not found or found == own or host(found) not in {host(page.url), host(own)} - {""}:
        return None
    return found if ARTICLE_PATH.search(found.split("/", 3)[-1]) else None


def _day(text: str, published_on: date | None) -> date | None:
    """The first day that the text names: the last one so called up to its publication."""
    if not published_on:
        return None
    korean, english = KOREAN_DAY.search(text), ENGLISH_DAY.search(text)
    if korean:
        year, month, day = korean[1], int(korean[2]), int(korean[3])
    elif english:
        year, month, day = english[3], words.MONTHS.index(english[1].lower()) + 1, int(english[2])
    else:
        return None
    years = [int(year)] if year else [published_on.year, published_on.year - 1]
    for one in years:
        try:
            named = date(one, month, day)
        except ValueError:
            continue
        if named <= published_on:
            return named
    return None
