"""ZDNet Korea (zdnet.co.kr): related articles stand in the middle of the body, under a heading of their own.

Seen: head, headline, summary, times, reporter's box and body with advertisement and related articles as quoted from a
page of 4 June 2026.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template

TEMPLATE = Template(
    name="zdnet",
    body=("#articleBody",),
    subtitle=".news_head .summary",
    captions="figcaption",
    drop="figure, .view_ad, .news_box, .mt_bn_box",
    # The heading over related articles: the body goes on after them.
    noise=(r"관련\s?기사",),
    title=(Spot(".news_head h1"),),
    names=(Spot(meta="dd:author"), Spot(".reporter_info strong")),
    updated=(Spot(".news_head .meta span", pattern=r"수정\s*:\s*(\d{4}/\d\d/\d\d \d\d:\d\d)"),),
)

ADAPTER = Adapter(name="zdnet", hosts=frozenset({"zdnet.co.kr"}), forms=(TEMPLATE,), publisher="ZDNet Korea")
