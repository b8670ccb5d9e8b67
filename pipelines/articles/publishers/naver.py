"""Naver News (n.news.naver.com): text and line breaks in `#dic_area`, times as attributes in KST, no JSON-LD.

Title, body, times, press and the link to the original were described off real pages in 2026; the selectors of section,
summary and reporter were not checked against a page, and where they find nothing the generic path answers.
"""

from __future__ import annotations

from pipelines.articles import bylines
from pipelines.articles.addresses import absolute
from pipelines.articles.blocks import Block, read_blocks
from pipelines.articles.metadata import time_of
from pipelines.articles.page import Page
from pipelines.articles.publishers.adapter import Adapter, part_blocks
from pipelines.articles.reading import Reading

PORTAL = "Naver"
HOSTS = frozenset(
    {"n.news.naver.com", "m.news.naver.com", "news.naver.com", "m.sports.naver.com", "entertain.naver.com"}
)
BODY = ("#dic_area", "#newsct_article", "#articleBodyContents", "#articeBody")
CAPTIONS = ".img_desc, em.img_desc, .end_photo_org em"
DROPPED = ".end_photo_org, .media_end_summary, .vod_player_wrap, .byline, .copyright, .reporter_area, script, style"
BYLINES = (".media_end_head_journalist_name", ".byline_s", ".byline_p")


def _knows(page: Page) -> bool:
    return page.host in HOSTS or (page.first("article#dic_area, #dic_area.go_trans") is not None)


def _read(page: Page) -> Reading | None:
    names = [
        name for selector in BYLINES for node in page.tree.css(selector)[:10] for name in bylines.names_in(node.text())
    ]
    summary = page.first(".media_end_summary")
    subtitles = [Block(block.text, "heading", 0) for block in read_blocks(summary).blocks] if summary else []
    blocks, captions = part_blocks(page, BODY, DROPPED, CAPTIONS)
    if not blocks:
        return None
    return Reading(
        method="naver",
        blocks=(*subtitles, *blocks),
        captions=tuple(captions),
        title=page.text("#title_area span") or page.text("#title_area"),
        byline_names=tuple(dict.fromkeys(names)),
        portal=PORTAL,
        publisher=_publisher(page),
        section=page.text(".media_end_categorize_item"),
        published_at=time_of(page, page.attribute("._ARTICLE_DATE_TIME", "data-date-time")),
        updated_at=time_of(page, page.attribute("._ARTICLE_MODIFY_DATE_TIME", "data-modify-date-time")),
        original_url=absolute(page.attribute("a.media_end_head_origin_link", "href"), page.url),
    )


def _publisher(page: Page) -> str | None:
    stated = page.head.first("og:article:author", "twitter:creator")
    # Naver writes the outlet and its own name: '더팩트 | 네이버'.
    name = (stated or "").partition("|")[0].strip()
    return name or page.attribute(".media_end_head_top_logo img", "alt")


ADAPTER = Adapter(PORTAL, _knows, _read)
