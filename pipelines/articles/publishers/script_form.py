"""A form of pages whose body stands only in a script, as a string under a known key of the page's data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.articles import bylines
from pipelines.articles.blocks import Block, clean
from pipelines.articles.metadata import time_of
from pipelines.articles.page import Page
from pipelines.articles.publishers.adapter import LONGEST_VALUE, Template, parse_part
from pipelines.articles.reading import Reading

MAX_SCRIPTS = 4_000_000
STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
# One that never ends counts to the end of its script, or each quotation mark in it would be tried as its beginning.
LITERAL = re.compile(STRING + "?", re.DOTALL)
BREAK = re.compile(r"<br\s*/?>|\n", re.IGNORECASE)
TAG = re.compile(r"<[^<>]{0,300}>")


@dataclass(frozen=True, slots=True)
class ScriptForm:
    """`html` is the key of the body; the others are keys of fields beside it and may be empty.

    `template` says what is what inside the body. What `placeholder` matches in the body is taken out.
    """

    name: str
    template: Template
    html: str
    title: str = ""
    subtitle: str = ""
    names: str = ""
    section: str = ""
    published: str = ""
    updated: str = ""
    placeholder: str = ""

    def read(self, page: Page) -> Reading:
        """What the first script that holds the body says; no blocks where none does."""
        for data in self._data(page):
            html = _value(data, self.html) or ""
            body, captions = self.template.body_of(parse_part(re.sub(self.placeholder or r"(?!)", "", html)))
            if body:
                break
        else:
            return Reading()
        lines = [clean(TAG.sub("", line)) for line in BREAK.split(_value(data, self.subtitle) or "")]
        return Reading(
            method=self.name,
            blocks=(*(Block(line, "heading", 0) for line in lines if line), *body),
            captions=captions,
            title=clean(TAG.sub("", _value(data, self.title) or ""))[:LONGEST_VALUE] or None,
            byline_names=bylines.names_in(_value(data, self.names)),
            section=_value(data, self.section),
            published_at=time_of(page, _value(data, self.published)),
            updated_at=time_of(page, _value(data, self.updated)),
        )

    def _data(self, page: Page) -> Iterator[str]:
        """Scripts that hold the key, and strings in them that do: frameworks ship their data as text in text."""
        size = 0
        for node in page.tree.css("script"):
            text = node.text()
            size += len(text)
            if size > MAX_SCRIPTS:
                return
            if self.html not in text:
                continue
            if f'"{self.html}"' in text:
                yield text
            for literal in LITERAL.finditer(text):
                if self.html in literal[0] and len(literal[0]) > len(self.html) + 2:
                    yield _decoded(literal[0])


def _value(data: str, key: str) -> str | None:
    found = re.search(rf'"{re.escape(key)}"\s*:\s*({STRING})', data) if key else None
    return _decoded(found[1]) or None if found else None


def _decoded(literal: str) -> str:
    try:
        value = json.loads(literal, strict=False)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""
