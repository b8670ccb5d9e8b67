"""Maeil Business Newspaper (mk.co.kr).

Seen: whole pages of 4 June 2025 and of an article of July 2020 in the same form (paragraphs in `p`, or line breaks
only), and of July 2022 in the form before, whose body is `.art_txt`.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template

NEW = Template(
    name="mk",
    body=(".news_cnt_detail_wrap",),
    subtitle=".midtitle_text",
    captions=".thum_figure_txt, figcaption",
    drop=".thumb_area, .mid_title, .ad_wrap, .box_editor_wrap, figure",
    subheads=".border_org",
    title=(Spot("h2.news_ttl"),),
    section=(Spot(".news_ttl_wrap .cate"),),
)
OLD = Template(
    name="mk-2022",
    body=(".art_txt",),
    subtitle="h2.sub_title1_new",
    captions="figcaption, .image_caption",
    drop="figure, div[id^=google_dfp]",
    title=(Spot("h1.top_title"),),
    names=(Spot(".news_title_author .author"),),
    published=(Spot("li.lasttime", pattern=r"입력\s*:\s*(\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d)"),),
    updated=(Spot("li.lasttime", pattern=r"수정\s*:\s*(\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d)"),),
)

ADAPTER = Adapter(name="mk", hosts=frozenset({"mk.co.kr"}), forms=(NEW, OLD), publisher="매일경제")
