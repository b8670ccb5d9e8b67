"""Daum News (v.daum.net): paragraphs marked by `dmcf-ptype`, time in `og:regDate`, no JSON-LD.

Title, body, time and press were described off real pages in 2026 (older ones keep the body in `#harmonyContainer`); the
selectors of captions and of the line of information were not checked against a page.
"""

from __future__ import annotations

import re

from pipelines.articles import bylines
from pipelines.articles.blocks import Block, read_blocks
from pipelines.articles.metadata import time_of
from pipelines.articles.page import Page
from pipelines.articles.publishers.adapter import Adapter, part_blocks
from pipelines.articles.reading import Reading

PORTAL = "Daum"
HOSTS = frozenset({"v.daum.net", "news.v.daum.net", "news.daum.net", "v.media.daum.net", "media.daum.net"})
BODY = (".article_view section", "#harmonyContainer", ".article_view", "#mArticle .news_view")
CAPTIONS = "figcaption, .txt_caption, .figure_caption"
DROPPED = "figure, .link_figure, .summary_view, .emoticon_wrap, .foot_view, script, style"
CHANGED = re.compile(r"수정\s*(\d{4}.{10,20}\d{1,2}:\d{2})")


def _knows(page: Page) -> bool:
    return page.host in HOSTS or page.first(".article_view [dmcf-ptype]") is not None


def _read(page: Page) -> Reading | None:
    info = page.text(".info_view") or ""
    general, captions = _general(page)
    blocks, more = part_blocks(page, BODY, DROPPED, CAPTIONS)
    changed = CHANGED.search(info)
    if not general and not blocks:
        return None
    return Reading(
        method="daum",
        blocks=tuple(general or blocks),
        captions=tuple(captions or more),
        title=page.text(".tit_view"),
        byline_names=bylines.names_in(page.text(".info_view .txt_info")),
        portal=PORTAL,
        publisher=page.head.first("og:article:author", "article:media_name"),
        section=page.head.first("article:section") or page.text("#kakaoContent .link_gnb.on, .inner_gnb .on .txt_gnb"),
        published_at=time_of(page, page.head.first("og:regdate")),
        updated_at=time_of(page, changed[1]) if changed else None,
    )


def _general(page: Page) -> tuple[list[Block], list[str]]:
    nodes = page.tree.css(".article_view section [dmcf-ptype=general], #harmonyContainer [dmcf-ptype=general]")
    blocks = [block for node in nodes for block in read_blocks(node).blocks]
    figures = page.tree.css(".article_view figcaption, #harmonyContainer figcaption")
    return blocks, [block.text for node in figures for block in read_blocks(node).blocks]


ADAPTER = Adapter(PORTAL, _knows, _read)
