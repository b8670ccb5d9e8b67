"""KBS News (news.kbs.co.kr): line breaks in `#cont_newstext`, with the speakers of a broadcast in brackets.

Seen: the body of a broadcast report as quoted from a page of 2026. Headline, times and names come from the head.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Template

TEMPLATE = Template(
    name="kbs",
    body=("#cont_newstext",),
    captions="figcaption",
    drop="figure",
    # Who speaks, and the words with which Korean reporters end their report on air.
    noise=(r"\[(?:앵커|기자|리포트|앵커멘트)\]", r"KBS ?뉴스,? [가-힣]{2,4}입니다\.?"),
)

ADAPTER = Adapter(name="kbs", hosts=frozenset({"news.kbs.co.kr"}), forms=(TEMPLATE,), publisher="KBS")
