"""Yonhap News Agency in Korean (yna.co.kr).

Seen: headline, body, sign-off with copyright and time, reporters' box and time of publication as quoted from pages of
2024 and of 14 May 2026. Pictures stand in figures. The English site's pages were not seen.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template
from pipelines.articles.publishers.wire_words import SIGN_OFF

TEMPLATE = Template(
    name="yonhap",
    body=(".story-news.article",),
    captions="figcaption",
    drop="figure, aside, .txt-copyright, .writer-zone01, .related-zone",
    noise=SIGN_OFF,
    title=(Spot("h1.tit01"),),
    names=(Spot("#newsWriterCarousel01 strong"),),
    published=(Spot(".update-time", "data-published-time"),),
)

ADAPTER = Adapter(
    name="yonhap", hosts=frozenset({"yna.co.kr", "yonhapnews.co.kr"}), forms=(TEMPLATE,), publisher="연합뉴스"
)
