"""The news system of ND Soft, on which hundreds of Korean papers run: `#article-view-content-div`.

Known by that mark, whatever the host; who publishes comes from the head. Seen: the body of a page of Jeonnam Ilbo of
6 December 2025 with its tool bar and picture; subtitle, pictures, advertisements, reporter's box and copyright as
quoted from pages of several papers of 2026 (Sisa Journal, Kyosu Shinmun, Jeju Ilbo, Children's Dong-A).
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template

TEMPLATE = Template(
    name="ndsoft",
    body=("#article-view-content-div",),
    subtitle="#article-view-content-div .subheading, #article-view-content-div .article-head-sub",
    captions="figcaption",
    drop="figure, .ad-template, .view-copyright, .view-editors, .info-options2",
    title=(Spot(".article-view-header .heading"),),
    names=(Spot("article.writer .name"), Spot(".view-editors .names")),
)

ADAPTER = Adapter(
    name="ndsoft",
    hosts=frozenset({"kids.donga.com"}),
    forms=(TEMPLATE,),
    signature="#article-view-content-div",
)
