"""Edaily (edaily.co.kr): line breaks in `.news_body`, pictures with their captions in white tables.

Seen: the beginning of a body of 14 December 2020 with its picture table and advertisement; bodies quoted from pages of
July 2026.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Template

TEMPLATE = Template(
    name="edaily",
    body=(".news_body[itemprop=articleBody]",),
    captions="table[bgcolor=ffffff]",
    drop=".ad_texbanner, [class^=adTarget]",
)

ADAPTER = Adapter(name="edaily", hosts=frozenset({"edaily.co.kr"}), forms=(TEMPLATE,), publisher="이데일리")
