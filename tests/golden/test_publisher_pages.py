"""Pages in the form of each site that has an adapter, against everything that a person reads off them.

The forms are the sites', the articles are not: they were written for the project, about facts that are public.
docs/add_a_publisher.md says how such a page and its JSON file come about.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pipelines.articles import Article, Reject, extract_article
from pipelines.articles.publishers import DIRECTORY

HERE = Path(__file__).parent / "publishers"
GOLDEN = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.json"))}


def page_of(name: str) -> bytes:
    return (HERE / f"{name}.html").read_bytes()


def read(page: bytes, url: str | None) -> Article:
    article = extract_article(page, url=url)
    assert isinstance(article, Article)
    return article


def as_golden(article: Article) -> dict[str, Any]:
    """The article in the words of the golden files."""
    return {
        "url": article.url,
        "method": article.method,
        "title": article.title,
        "subtitle": article.subtitle,
        "publisher": article.publisher,
        "portal": article.portal,
        "section": article.section,
        "byline_names": list(article.byline_names),
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "updated_at": article.updated_at.isoformat() if article.updated_at else None,
        "language": article.language,
        "canonical_url": article.canonical_url,
        "original_url": article.original_url,
        "charset": article.charset,
        "captions": list(article.captions),
        "paragraphs": [
            {"zone": one.zone, "text": article.text[one.char_start : one.char_end]}
            for one in article.paragraphs
            if one.zone != "headline"
        ],
    }


@pytest.mark.parametrize("name", GOLDEN)
def test_a_page_in_a_sites_form_gives_all_that_a_person_reads_off_it(name: str) -> None:
    golden = dict(GOLDEN[name])
    foreign = golden.pop("not_in_text")
    article = read(page_of(name), golden["url"])
    assert as_golden(article) == golden
    assert [words for words in foreign if words in article.text] == []


def renamed(name: str) -> bytes:
    """The page as after a redesign: every mark by which its form is known reads otherwise."""
    charset = GOLDEN[name]["charset"]
    page = re.sub(r'\b(class|id|itemprop)="[^"]*"', r'\1="renewed"', page_of(name).decode(charset))
    # Marks that are neither: ZUM's line, keys in scripts.
    for mark in ("글자크기", '"contentHtml"', "Fusion.globalContent"):
        page = page.replace(mark, mark[::-1])
    return page.encode(charset)


@pytest.mark.parametrize("name", [name for name in GOLDEN if name not in {"chosun-script", "ndsoft"}])
def test_a_redesigned_page_is_still_read_and_says_whose_form_did_not_fit(name: str) -> None:
    golden = GOLDEN[name]
    lead = next(one["text"] for one in golden["paragraphs"] if one["zone"] == "lead")
    article = read(renamed(name), golden["url"])
    assert re.fullmatch(r"(generic|json-ld|script) after [a-z]+", article.method)
    assert article.portal == golden["portal"]
    assert golden["title"] in (article.title or "")
    assert lead[-60:] in article.text


def test_a_redesigned_page_of_a_site_that_is_known_by_its_marks_alone_is_a_page_like_any_other() -> None:
    article = read(renamed("ndsoft"), GOLDEN["ndsoft"]["url"])
    assert article.method == "generic"
    assert article.title == GOLDEN["ndsoft"]["title"]


def test_a_page_without_a_body_outside_an_unknown_script_is_rejected_and_not_invented() -> None:
    rejected = extract_article(renamed("chosun-script"), url=GOLDEN["chosun-script"]["url"])
    assert isinstance(rejected, Reject)
    assert rejected.reason == "no_text"


def test_the_walk_through_shows_the_adapter_as_it_is() -> None:
    root = HERE.parents[2]
    code = (root / "pipelines/articles/publishers/etnews.py").read_text(encoding="utf-8")
    assert code[code.index("TEMPLATE = ") :] in (root / "docs/add_a_publisher.md").read_text(encoding="utf-8")


def test_every_form_of_every_site_has_a_golden_page() -> None:
    forms = {form.name for adapter in DIRECTORY.adapters for form in adapter.forms}
    assert forms == {golden["method"] for golden in GOLDEN.values()}
