"""When an article was published and changed, by the page's head, by its printed date line, by its address.

The time at which a page was fetched is never taken for either; nor is a date in a page's header, where many sites print
the day of the visit: a printed date counts only from the headline on, and not where it stands by another headline. Nor
is the day on which the paper was registered or founded, which Korean papers print at the foot of every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain

from selectolax.lexbor import LexborNode

from pipelines.articles import metadata_words as words
from pipelines.articles.authors import is_elsewhere
from pipelines.articles.blocks import clean
from pipelines.articles.head import article_text
from pipelines.articles.page import Page
from pipelines.articles.times import KST, find_time, parse_time

DATE = r"\d{4}\s*+[-./년]\s*+\d{1,2}\s*+[-./월]\s*+\d{1,2}.{0,25}"
PRINTED_PUBLISHED = re.compile(
    rf"(?:최초\s*+입력|기사\s*+입력|입력\s*+시간|입력|등록|승인|게재|발행|송고|작성)\s*+(?:일시?)?\s*+[:：|]?\s*+({DATE})"
)
PRINTED_UPDATED = re.compile(rf"(?:최종\s*+수정|최종\s*+업데이트|수정|업데이트)\s*+(?:일시?)?\s*+[:：|]?\s*+({DATE})")
IN_ADDRESS = re.compile(r"://[^/]+(?:/[^/]+){0,4}?/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-])")
# An archive's address says when a page was fetched.
ARCHIVED = re.compile(r"/\d{14}(?:\w\w_)?/")
SCANNED = 20_000
LONGEST_LINE = 120
MOST_LOOKED_AT = 40
MASTHEAD = re.compile("|".join(words.MASTHEAD))
# So near a date stand the words by which it is known as the paper's own.
NEAR = 60
# An entry in a list of articles has a headline that is a link, a date, and not much more.
ENTRY_LEVELS, LONGEST_ENTRY, SHORTEST_HEADLINE = 3, 400, 8
COMMENTS = re.compile(r"(?<![a-z])(?:comments?|repl(?:y|ies))(?![a-z])", re.IGNORECASE)
COMMENT_LEVELS = 6


def published_at(page: Page) -> datetime | None:
    """The time of publication that the page states, else the day in its address; None where there is neither."""
    article = page.head.article
    stated = [article_text(article, "datePublished"), *(page.head.meta.get(name) for name in words.PUBLISHED)]
    stated.append(article_text(article, "dateCreated") or article_text(article, "uploadDate"))
    return _first(page, stated) or _first(page, _printed(page))


def updated_at(page: Page) -> datetime | None:
    """The time of the last change that the page states."""
    stated = [article_text(page.head.article, "dateModified"), *(page.head.meta.get(name) for name in words.UPDATED)]
    return _first(page, stated) or _first(page, [_labelled(page, PRINTED_UPDATED)])


def time_of(page: Page, text: str | None) -> datetime | None:
    """A time as this page writes it: in KST on Korean pages, else in the zone that it names, else UTC."""
    return parse_time(text, KST if page.korean else UTC, korean=page.korean)


def _first(page: Page, texts: list[str | None] | Iterator[str | None]) -> datetime | None:
    return next((moment for text in texts if (moment := time_of(page, text))), None)


def _printed(page: Page) -> Iterator[str | None]:
    for name in ("datetime", "content"):
        yield page.attribute("[itemprop=datePublished]", name)
    yield _labelled(page, PRINTED_PUBLISHED)
    yield page.attribute("article time[datetime], time[pubdate][datetime]", "datetime")
    yield from _after_headline(page)
    for address in (page.head.canonical, page.url):
        found = IN_ADDRESS.search(address or "")
        if found and not ARCHIVED.search(address or ""):
            yield "-".join(found.groups())


def _labelled(page: Page, pattern: re.Pattern[str]) -> str | None:
    if not page.korean or page.tree.body is None:
        return None
    text = page.tree.body.text(separator=" ")[:SCANNED]
    return next((found[1] for found in pattern.finditer(text) if not _is_of_paper(text, found)), None)


def _is_of_paper(text: str, date: re.Match[str]) -> bool:
    return MASTHEAD.search(text, max(0, date.start() - NEAR), date.end() + NEAR) is not None


def _after_headline(page: Page) -> Iterator[str]:
    """What the elements after the headline that are named for dates say, as far as they say a day."""
    seen = False
    headings = 0
    for node in page.tree.css(f"h1, {words.DATED}"):
        if node.tag == "h1":
            seen = True
            continue
        headings += 1
        if not seen:
            continue
        if headings > MOST_LOOKED_AT:
            return
        text = " ".join(node.text(separator=" ").split())
        if len(text) > LONGEST_LINE or is_elsewhere(node) or _is_in_list(node):
            continue
        for stated in chain((node.attributes.get("datetime"), node.attributes.get("content")), (text,)):
            if stated and (found := find_time(stated)):
                yield found


def _is_in_list(node: LexborNode) -> bool:
    """Whether an element lies in a link to another article, beside one in an entry of a list, or among comments."""
    one: LexborNode | None = node
    for level in range(COMMENT_LEVELS):
        if one is None or one.tag == "body" or one.css_first("h1") is not None:
            return False
        if one.tag == "a" or COMMENTS.search(f"{one.attributes.get('class')} {one.id}"):
            return True
        if level < ENTRY_LEVELS and len(one.text()) <= LONGEST_ENTRY:
            links = one.css("a" if one.tag == "li" else words.HEADLINE_LINKS)
            if any(len(clean(link.text())) >= SHORTEST_HEADLINE for link in links):
                return True
        one = one.parent
    return False
