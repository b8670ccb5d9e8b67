"""ZUM News (news.zum.com), the older template, by its markers and not by class names.

The template carries a hidden line of fields after '본문으로 바로가기', whose meaning five real pages gave away: id,
media code with day and id, category, sub-category, build, media id, media name, issue id, four flags, time of
publication and time of the last change in milliseconds; some pages add the issue's title and a stamp. The body stands
between '글자크기' and the notice on categories. The newer template has no such line; the date at its top is the
visitor's, and no date is taken from it here.
"""

from __future__ import annotations

import re

from pipelines.articles import furniture
from pipelines.articles.blocks import Block, read_blocks
from pipelines.articles.page import Page
from pipelines.articles.publishers.adapter import Adapter
from pipelines.articles.reading import Reading
from pipelines.articles.times import from_milliseconds

PORTAL = "ZUM"
HOST = "news.zum.com"
HIDDEN_LINE = re.compile(
    r"(?<!\d)(?P<id>\d{8,9}) \d{3}\d{8}(?P=id) (?P<category>\d{2}) \d{7} \S{1,30} \d{1,6} (?P<media>\S[^<>\n]{0,40}?) "
    r"\d{1,12}(?: (?:true|false)){4} (?P<published>1\d{12}) (?P<changed>1\d{12})(?!\d)"
)
# What every hidden line has, and hardly any other text: found much faster than the whole line.
FLAG = re.compile(r" (?:true|false) 1\d{12} 1\d{12}")
BODY_BEGINS = re.compile(r"글자\s*크기.{0,20}")
BODY_ENDS = "기사가 속한 카테고리는 언론사가 분류합니다"
# Categories of the hidden line, as far as pages showed which section they stand for.
SECTIONS = {"08": "IT/과학"}


def _knows(page: Page) -> bool:
    if page.host == HOST or not page.korean:
        return page.host == HOST
    text = _body_text(page)
    return FLAG.search(text) is not None and HIDDEN_LINE.search(text) is not None


def _read(page: Page) -> Reading | None:
    if page.tree.body is None:
        return None
    blocks = read_blocks(page.tree.body).blocks
    hidden = HIDDEN_LINE.search(_body_text(page))
    media = hidden["media"] if hidden else None
    body = _between(blocks)
    if not body:
        return None
    return Reading(
        method="zum",
        blocks=tuple(block for block in body if block.text != media),
        portal=PORTAL,
        publisher=media or page.head.first("article:author", "og:article:author", "dable:author"),
        section=SECTIONS.get(hidden["category"]) if hidden else None,
        published_at=from_milliseconds(hidden["published"]) if hidden else None,
        updated_at=from_milliseconds(hidden["changed"]) if hidden else None,
    )


def _between(blocks: list[Block]) -> list[Block]:
    begin = next((i + 1 for i, block in enumerate(blocks) if BODY_BEGINS.fullmatch(block.text)), None)
    end = next((i for i, block in enumerate(blocks) if block.text.startswith(BODY_ENDS)), None)
    if begin is None or end is None:
        return []
    return [block for block in blocks[begin:end] if not furniture.ends_article(block.text)]


def _body_text(page: Page) -> str:
    return page.tree.body.text(separator=" ") if page.tree.body else ""


ADAPTER = Adapter(PORTAL, _knows, _read)
