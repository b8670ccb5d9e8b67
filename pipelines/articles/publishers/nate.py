"""Nate News (news.nate.com): the body in `#realArtcContents`, the time of transmission in `span.firstDate`.

Seen: title, outlet, body and date elements as quoted from pages of 2021 to 2026 ('기사전송' before the time, in KST
without a zone); no whole page. The markup of captions was not seen: captions are known by their credits.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template
from pipelines.articles.publishers.wire_words import SIGN_OFF

TEMPLATE = Template(
    name="nate",
    body=("#realArtcContents",),
    captions="figcaption",
    drop="figure",
    noise=SIGN_OFF,
    title=(Spot("h1.articleSubecjt"), Spot("#articleSubecjt")),
    publisher=(Spot("#articleView a.medium"), Spot("a.medium")),
    published=(Spot("span.firstDate em"), Spot("span.firstDate", pattern=r"(\d{4}-\d{2}-\d{2} \d{2}:\d{2})")),
)

ADAPTER = Adapter(
    name="nate",
    hosts=frozenset({"news.nate.com", "m.news.nate.com"}),
    forms=(TEMPLATE,),
    portal="Nate",
    signature="#realArtcContents",
)
