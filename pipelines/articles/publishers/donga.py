"""Dong-A Ilbo (donga.com).

Seen: a whole page of 24 October 2013 (`.article_txt`); body, subtitle, pictures, advertisements and reporter's line of
pages of October 2026 (`section.news_view`) as quoted from them.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template

NEW = Template(
    name="donga",
    body=("section.news_view",),
    subtitle="h2.sub_tit",
    captions="figcaption",
    drop="figure, .ad, .view_adK, .view_m_adK, .byline",
    names=(Spot(".main_view .byline"),),
)
OLD = Template(
    name="donga-2013",
    body=(".article_txt",),
    captions=".articlePhotoC .t, .articlePhotoL .t, .articlePhotoR .t",
    drop=".articlePhotoC, .articlePhotoL, .articlePhotoR, .article_relation",
    title=(Spot(".article_title h1"),),
    section=(Spot(".article_title .location strong"),),
    published=(Spot(".title_foot .date"),),
    updated=(Spot(".title_foot .date2"),),
)

ADAPTER = Adapter(name="donga", hosts=frozenset({"donga.com"}), forms=(NEW, OLD), publisher="동아일보")
