"""Daejeon Ilbo's site for phones (m.daejonilbo.com) as it was in 2020.

Seen: a whole page of 4 March 2020, in cp949. The paper's other pages were not seen.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Spot, Template

TEMPLATE = Template(
    name="daejonilbo-2020",
    body=("#imgbox, .m_cont",),
    captions="#imgbox span",
    title=(Spot("h2.sub_tit"),),
    names=(Spot("#s_main span", pattern=r"([가-힣]{2,4} 기자)"),),
    published=(Spot("#s_main > div > div", pattern=r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)"),),
)

ADAPTER = Adapter(name="daejonilbo", hosts=frozenset({"m.daejonilbo.com"}), forms=(TEMPLATE,), publisher="대전일보")
