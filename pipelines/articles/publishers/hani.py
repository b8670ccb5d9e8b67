"""Hankyoreh (hani.co.kr), a Next.js site whose class names end in a hash.

Seen: article, title, reporters, subtitle, pictures, advertisements, subheads and signature as quoted from pages of
October 2026; earlier forms were not seen.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template

TEMPLATE = Template(
    name="hani",
    body=(".article-text",),
    subtitle="h4[class*=ArticleDetailView_subtitle]",
    captions="figcaption",
    drop="figure, [class*=imageContainer], [class*=adWrap], .embeded-area",
    subheads=".cont-midtitle",
    noise=(r"<이 기사는 .{1,80} 다를 수 있습니다>",),
    title=(Spot("h3[class*=ArticleDetailView_title]"),),
    names=(Spot("[class*=ArticleDetailView_reporterList] a"),),
)

ADAPTER = Adapter(name="hani", hosts=frozenset({"hani.co.kr"}), forms=(TEMPLATE,), publisher="한겨레")
