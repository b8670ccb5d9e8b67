"""Chosun Ilbo (chosun.com, biz.chosun.com).

Seen: a whole page of 27 August 2020 in the form of that time (`#news_body_id`, paragraphs in `.par`). Pages since then
are built in the reader's browser from `Fusion.globalContent`, whose elements, with the class names that they get, were
seen as quoted from pages of 2022 to 2026. A page saved then has the paragraphs, one saved as sent only the script.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipelines.articles import bylines
from pipelines.articles.blocks import Block, clean
from pipelines.articles.metadata import time_of
from pipelines.articles.page import Page
from pipelines.articles.publishers.adapter import LONGEST_VALUE, Adapter, Spot, Template, parse_part
from pipelines.articles.reading import Reading

GLOBAL_CONTENT = "Fusion.globalContent="
MAX_SCRIPT = 4_000_000
MOST_ELEMENTS = 2_000

SHOWN = Template(
    name="chosun",
    body=("section.article-body", ".article-body"),
    captions="figcaption",
    drop="figure",
    title=(Spot("h1.article-header__headline"),),
)


@dataclass(frozen=True, slots=True)
class FusionScript:
    """Pages whose article is the value that a script gives to `Fusion.globalContent`."""

    name: str

    def read(self, page: Page) -> Reading:
        """The article in the script; no blocks where there is none."""
        content = _content(page)
        if not content:
            return Reading()
        parts: list[str] = []
        captions: list[str] = []
        for kind, text in _elements(content):
            if kind == "image":
                captions.append(clean(text))
            else:
                parts.append(f"<h3>{text}</h3>" if kind == "header" else f"<p>{text}</p>")
        blocks, _ = SHOWN.body_of(parse_part("".join(parts)))
        heads = [Block(line, "heading", 0) for line in _texts(content, "subheadlines", "basic")]
        return Reading(
            method=self.name if blocks else "",
            blocks=(*heads, *blocks) if blocks else (),
            captions=tuple(caption for caption in captions if caption),
            title=next((title[:LONGEST_VALUE] for title in _texts(content, "headlines", "basic")), None),
            byline_names=tuple(dict.fromkeys(_names(content))),
            published_at=time_of(page, _text(content.get("display_date") or content.get("first_publish_date"))),
            updated_at=time_of(page, _text(content.get("last_updated_date"))),
        )


def _elements(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Kind and text of the elements of the body: texts, headers, and images with their captions."""
    elements = content.get("content_elements")
    for element in elements[:MOST_ELEMENTS] if isinstance(elements, list) else ():
        kind = _text(element.get("type")) if isinstance(element, dict) else ""
        if kind in {"text", "header", "image"}:
            text = _text(element.get("caption" if kind == "image" else "content"))
            if text:
                yield kind, text


def _content(page: Page) -> dict[str, Any]:
    for node in page.tree.css("script"):
        text = node.text()
        start = text.find(GLOBAL_CONTENT)
        if start < 0 or len(text) > MAX_SCRIPT:
            continue
        try:
            value, _ = json.JSONDecoder(strict=False).raw_decode(text, start + len(GLOBAL_CONTENT))
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}
    return {}


def _texts(content: dict[str, Any], *path: str) -> Iterator[str]:
    value: Any = content
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    for line in _text(value).splitlines():
        if cleaned := clean(line):
            yield cleaned


def _names(content: dict[str, Any]) -> Iterator[str]:
    credit = content.get("credits")
    by = credit.get("by") if isinstance(credit, dict) else None
    for one in by[:20] if isinstance(by, list) else ():
        yield from bylines.names_in(_text(one.get("name")) if isinstance(one, dict) else None)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


AUGUST_2020 = Template(
    name="chosun-2020",
    body=("#news_body_id",),
    subtitle="h3.news_subtitle",
    captions="figcaption",
    drop="figure, .news_date, .news_imgbox, .news_like, .news_copyright",
    title=(Spot("#news_title_text_id"),),
    names=(Spot(".news_title_author .author"),),
)

ADAPTER = Adapter(
    name="chosun",
    hosts=frozenset({"chosun.com"}),
    forms=(SHOWN, FusionScript("chosun-script"), AUGUST_2020),
    publisher="조선일보",
)
