"""Daum News (v.daum.net): paragraphs marked by `dmcf-ptype`, the time in `og:regDate`, no JSON-LD.

Seen: the bodies of nine pages of 1 November 2023 with figures and captions; head, title, reporter and date as quoted
from a page of 27 September 2026. Older pages hold the same body in `#harmonyContainer`. No page showed its section.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template
from pipelines.articles.publishers.wire_words import SIGN_OFF

TEMPLATE = Template(
    name="daum",
    body=(".article_view section", "#harmonyContainer section", "#harmonyContainer", ".article_view"),
    captions="figcaption, .txt_caption",
    drop="figure, .link_figure, .layer_summary, .summary_view, .foot_view",
    noise=SIGN_OFF,
    title=(Spot(".tit_view"),),
    names=(Spot(".info_view .txt_info"),),
    publisher=(Spot(meta="og:article:author"), Spot(meta="article:media_name")),
    published=(Spot(meta="og:regdate"), Spot(".info_view .txt_info", pattern=r"^입력\s*(\d.+)")),
    updated=(Spot(".info_view .txt_info", pattern=r"^수정\s*(\d.+)"),),
)

ADAPTER = Adapter(
    name="daum",
    hosts=frozenset("v.daum.net news.v.daum.net news.daum.net v.media.daum.net media.daum.net".split()),
    forms=(TEMPLATE,),
    portal="Daum",
    signature=".article_view [dmcf-ptype]",
)
