"""Korea Economic Daily (hankyung.com): line breaks in `#articletxt`.

Seen: the body with a figure, its caption and the reporter's line as quoted from pages of June and September 2026.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Template

TEMPLATE = Template(
    name="hankyung",
    body=("#articletxt",),
    captions="figcaption",
    drop="figure, .article-figure",
)

ADAPTER = Adapter(name="hankyung", hosts=frozenset({"hankyung.com"}), forms=(TEMPLATE,), publisher="한국경제")
