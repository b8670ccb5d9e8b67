"""JoongAng Ilbo (joongang.co.kr): parts of the body are named by classes that begin with `ab_`.

Seen: a whole body of 30 August 2022 with picture, caption, related articles and reporter's line; a subhead as Naver
repeats it, 2026. Title and times come from the head.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template

TEMPLATE = Template(
    name="joongang",
    body=("#article_body",),
    captions=".ab_photo .caption",
    drop=".ab_photo, .ab_related_article, .ab_byline",
    subheads=".ab_sub_heading",
    names=(Spot(".ab_byline"),),
)

ADAPTER = Adapter(
    name="joongang",
    hosts=frozenset({"joongang.co.kr", "news.joins.com"}),
    forms=(TEMPLATE,),
    publisher="중앙일보",
)
