"""Electronic Times (etnews.com): paragraphs in `#articleBody`, pictures and their captions in `figure.article_image`.

Seen: header, headline, body, picture and reporter's box as quoted from a page of 3 June 2026.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template

TEMPLATE = Template(
    name="etnews",
    body=("#articleBody",),
    captions="figure.article_image",
    title=(Spot("#article_title_h2"),),
    names=(Spot(".reporter_info"),),
)

ADAPTER = Adapter(name="etnews", hosts=frozenset({"etnews.com"}), forms=(TEMPLATE,), publisher="전자신문")
