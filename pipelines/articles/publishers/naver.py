"""Naver News (n.news.naver.com): text and line breaks in one element, times as attributes in KST, no JSON-LD.

Seen: a whole page of 2 November 2023 (head, body, section, reporter's line, copyright); the markup of pictures with
captions, photo tables, the summary and reporters' names in quotations of pages of 2021 to 2026; bodies of the form
before, `#articleBodyContents`, of December 2019, February 2020 and March 2021.

`.media_end_summary` repeats the publisher's own deck: it is the subtitle, and not in the body.
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.articles.publishers.adapter import Adapter, Spot, Template
from pipelines.articles.publishers.wire_words import SIGN_OFF

# Naver writes the outlet and its own name: '더팩트 | 네이버'.
OUTLET = r"^\s*([^|]+?)\s*(?:\||$)"

NEW = Template(
    name="naver",
    body=("#dic_area", "#newsct_article"),
    subtitle=".media_end_summary",
    captions=".img_desc",
    drop=".end_photo_org, .nbd_table, .vod_player_wrap, .byline, .copyright",
    subheads=".ab_sub_heading",
    noise=SIGN_OFF,
    title=(Spot("#title_area span"), Spot("#title_area")),
    names=(Spot(".media_end_head_journalist_name"), Spot(".byline_s")),
    publisher=(
        Spot(meta="og:article:author", pattern=OUTLET),
        Spot(meta="twitter:creator", pattern=OUTLET),
        Spot(".media_end_head_top_logo img", "alt"),
    ),
    section=(Spot(".media_end_categorize_item"),),
    published=(Spot("._ARTICLE_DATE_TIME", "data-date-time"),),
    updated=(Spot("._ARTICLE_MODIFY_DATE_TIME", "data-modify-date-time"),),
    original=(Spot("a.media_end_head_origin_link", "href"),),
)
OLD = replace(NEW, name="naver-2021", body=("#articleBodyContents", "#articeBody"), title=(), names=(), section=())

ADAPTER = Adapter(
    name="naver",
    hosts=frozenset(
        "n.news.naver.com m.news.naver.com news.naver.com m.sports.naver.com sports.news.naver.com "
        "entertain.naver.com m.entertain.naver.com".split()
    ),
    forms=(NEW, OLD),
    portal="Naver",
    signature="article#dic_area",
)
