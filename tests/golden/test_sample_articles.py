"""Each page of the sample against what a person read off it: tests/golden/articles, one JSON file a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.articles import Article, Reject, extract_article

HERE = Path(__file__).parent
GOLDEN = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("articles/*.json"))}
ARTICLES = [name for name, golden in GOLDEN.items() if "reject" not in golden]
REJECTS = [name for name, golden in GOLDEN.items() if "reject" in golden]

Page = dict[str, Any]


def extract(page: Page) -> Article | Reject:
    charset = f"; charset={page['declared_charset']}" if page["declared_charset"] else ""
    content_type = f"{page['content_type']}{charset}" if page["content_type"] else None
    return extract_article(page["bytes"], url=page["url"], content_type=content_type)


def as_golden(article: Article) -> dict[str, Any]:
    """The article's fields in the words of the golden files."""
    body = [part for part in article.paragraphs if part.zone in ("lead", "body")]
    return {
        "title": article.title,
        "subtitle": article.subtitle,
        "publisher": article.publisher,
        "portal": article.portal,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "updated_at": article.updated_at.isoformat() if article.updated_at else None,
        "byline_names": list(article.byline_names),
        "section": article.section,
        "language": article.language,
        "canonical_url": article.canonical_url,
        "original_url": article.original_url,
        "charset": article.charset,
        "method": article.method,
        "first_paragraph": article.text[body[0].char_start : body[0].char_end],
        "last_paragraph": article.text[body[-1].char_start : body[-1].char_end],
        "captions": list(article.captions),
    }


@pytest.mark.parametrize("name", ARTICLES)
def test_a_sample_page_gives_the_fields_that_a_person_reads_off_it(name: str, captures: dict[str, Page]) -> None:
    golden = dict(GOLDEN[name])
    page = captures[golden.pop("source")]
    foreign = golden.pop("not_in_text")
    article = extract(page)
    assert isinstance(article, Article)
    fields = as_golden(article)
    assert {field: fields[field] for field in golden} == golden
    assert [words for words in foreign if words in article.text] == []


@pytest.mark.parametrize("name", REJECTS)
def test_a_sample_page_without_an_article_is_rejected_with_its_reason(name: str, captures: dict[str, Page]) -> None:
    rejected = extract(captures[GOLDEN[name]["source"]])
    assert isinstance(rejected, Reject)
    assert rejected.reason == GOLDEN[name]["reject"]


def test_every_capture_of_the_sample_has_a_golden_file(captures: dict[str, Page]) -> None:
    assert sorted(captures) == sorted(golden["source"] for golden in GOLDEN.values())
