"""ZUM News (news.zum.com): known by marks in its text, because class names of its pages were not seen.

The older form carries a hidden line of fields after '본문으로 바로가기', whose meaning five real pages gave away: id,
media code with day and id, category, sub-category, build, media id, media name, issue id, four flags, time of
publication and time of the last change in milliseconds; some pages add the issue's title and a stamp. The newer form,
seen on a Sunday 24 November, as in 2024, begins with '컨텐츠 바로가기' and the day of the visit and has no such line:
its pages state no time, and none is made up. In both, the body stands between '글자크기' and the notice on categories.

The names of the categories are those of the links in ZUM's own menu (its start page of early 2018).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.articles import furniture
from pipelines.articles.blocks import Block, read_blocks
from pipelines.articles.page import Page
from pipelines.articles.publishers.adapter import Adapter
from pipelines.articles.reading import Reading
from pipelines.articles.times import from_milliseconds

HIDDEN_LINE = re.compile(
    r"(?<!\d)(?P<id>\d{8,9}) \d{3}\d{8}(?P=id) (?P<category>\d{2}) \d{7} \S{1,30} \d{1,6} (?P<media>\S[^<>\n]{0,40}?) "
    r"\d{1,12}(?: (?:true|false)){4} (?P<published>1\d{12}) (?P<changed>1\d{12})(?!\d)"
)
# What every hidden line has, and hardly any other text: found much faster than the whole line.
FLAG = re.compile(r" (?:true|false) 1\d{12} 1\d{12}")
BODY_BEGINS = re.compile(r"글자\s*크기.{0,20}")
BODY_ENDS = "기사가 속한 카테고리는 언론사가 분류합니다"
SECTIONS = {
    "01": "정치",
    "02": "사회",
    "03": "경제",
    "04": "국제",
    "05": "스포츠",
    "06": "연예",
    "07": "문화",
    "08": "IT/과학",
    "09": "사설/칼럼",
}


@dataclass(frozen=True, slots=True)
class BetweenMarks:
    """Pages whose body stands between two lines; `hidden` says whether they carry the line of fields."""

    name: str
    hidden: bool

    def read(self, page: Page) -> Reading:
        """What the hidden line says and the blocks between the marks; no blocks where the page is in the other form."""
        line = _hidden_line(page)
        if page.tree.body is None or (line is not None) != self.hidden:
            return Reading()
        fields = Reading()
        if line:
            fields = Reading(
                publisher=line["media"],
                section=SECTIONS.get(line["category"]),
                published_at=from_milliseconds(line["published"]),
                updated_at=from_milliseconds(line["changed"]),
            )
        body = _between(read_blocks(page.tree.body).blocks, line["media"] if line else None)
        captions = tuple(block.text for block in body if block.kind == "caption")
        body = tuple(block for block in body if block.kind != "caption")
        stated = Reading(publisher=page.head.first("article:author", "og:article:author", "dable:author"))
        return Reading(method=self.name if body else "", blocks=body, captions=captions).over(fields).over(stated)


def _between(blocks: list[Block], media: str | None) -> tuple[Block, ...]:
    begin = next((i + 1 for i, block in enumerate(blocks) if BODY_BEGINS.fullmatch(block.text)), None)
    end = next((i for i, block in enumerate(blocks) if block.text.startswith(BODY_ENDS)), None)
    if begin is None or end is None:
        return ()
    return tuple(block for block in blocks[begin:end] if block.text != media and not furniture.ends_article(block.text))


def _hidden_line(page: Page) -> re.Match[str] | None:
    text = page.tree.body.text(separator=" ") if page.tree.body else ""
    return HIDDEN_LINE.search(text) if FLAG.search(text) else None


def _knows(page: Page) -> bool:
    return page.korean and _hidden_line(page) is not None


ADAPTER = Adapter(
    name="zum",
    hosts=frozenset({"news.zum.com", "m.news.zum.com"}),
    forms=(BetweenMarks("zum", hidden=True), BetweenMarks("zum-2024", hidden=False)),
    portal="ZUM",
    knows=_knows,
)
