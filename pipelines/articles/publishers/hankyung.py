"""Korea Economic Daily (hankyung.com): line breaks in `#articletxt`.

Seen: the element of the body as quoted from a page of June 2026; figure, caption and reporter's line in a page that
others rebuilt after a real one in September 2026.
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
