"""Entermedia (entermedia.co.kr) as it was from 2018 to 2019: line breaks in `#_article`, pictures in tables.

Seen: two whole pages of September 2018.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template

TEMPLATE = Template(
    name="entermedia-2018",
    body=("#_article",),
    captions="table",
    noise=(r"칼럼니스트 .{1,20}\S+@\S+",),
    title=(Spot(".newsTitle dt"),),
    published=(Spot(".newsContent", pattern=r"기사입력\s*:\s*\[\s*(\d{4}-\d\d-\d\d \d\d:\d\d)"),),
)

ADAPTER = Adapter(name="entermedia", hosts=frozenset({"entermedia.co.kr"}), forms=(TEMPLATE,), publisher="엔터미디어")
