"""One small file for each portal, publisher or news system; DIRECTORY finds the one that a page is from.

Each file says what of its site's pages was seen. "As quoted" means excerpts that others published, shortened by them:
the whole page was not seen, and what an excerpt does not show is left to the page's head and to the generic path.
"""

from pipelines.articles.publishers import (
    chosun,
    daejonilbo,
    daum,
    donga,
    edaily,
    entermedia,
    etnews,
    hani,
    hankookilbo,
    hankyung,
    joongang,
    kbs,
    mk,
    nate,
    naver,
    ndsoft,
    sbs,
    yonhap,
    zdnet,
    zum,
)
from pipelines.articles.publishers.adapter import Adapter
from pipelines.articles.publishers.lookup import Directory

DIRECTORY = Directory(
    module.ADAPTER
    for module in (
        zum, naver, daum, nate,
        chosun, daejonilbo, donga, edaily, entermedia, etnews, hani, hankookilbo, hankyung, joongang, kbs, mk, sbs,
        yonhap, zdnet,
        ndsoft,
    )
)  # fmt: skip

__all__ = ["DIRECTORY", "Adapter", "Directory"]
