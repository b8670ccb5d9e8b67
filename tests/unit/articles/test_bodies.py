"""Which blocks of a page are the body, on pages that also hold other articles, boxes, summaries and copies."""

from __future__ import annotations

from collections.abc import Callable

from pipelines.articles import Article, extract_article

Page = Callable[..., bytes]
SENTENCES = (
    "Two makers of delivery robots said on Monday that they would share a test site near the river.",
    "The site opens in spring, and a third company may join the group later this year.",
    "Neither side would say how much the work will cost or who is to pay for it.",
)
OTHERS = (
    "A bridge over the same river has been closed for repairs since the start of the month, the town said.",
    "Drivers are asked to take the road along the old harbour until the work has been finished.",
    "The town hopes to open the bridge again before the summer, but has named no day for it yet.",
)
SUMMARY = "The group wants to have its first robots on the road by spring."


def read(page: bytes) -> Article:
    article = extract_article(page)
    assert isinstance(article, Article)
    return article


def body(article: Article) -> list[str]:
    return [article.text[one.char_start : one.char_end] for one in article.paragraphs if one.zone != "headline"]


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{one}</p>" for one in texts)


def test_of_two_articles_on_a_page_the_first_is_read(html_page: Page) -> None:
    page = html_page(
        f"<main><article><h1>Robots</h1><div class='bodytext'>{paragraphs(SENTENCES)}</div></article>"
        f"<article><h1>Bridge</h1><div class='bodytext'>{paragraphs(OTHERS)}</div></article></main>",
        lang="en",
    )
    assert body(read(page)) == list(SENTENCES)


def test_a_teaser_of_another_article_inside_the_body_is_left_out(html_page: Page) -> None:
    teaser = f"<article class='card'><p>{OTHERS[0]}</p></article>"
    page = html_page(f"<article>{paragraphs(SENTENCES)}{teaser}{paragraphs(SENTENCES[:0])}</article>", lang="en")
    assert body(read(page)) == list(SENTENCES)


def test_a_summary_between_headline_and_body_is_the_subtitle(html_page: Page) -> None:
    page = html_page(
        f"<article><header><h1>Robots share a site</h1><div>5 March</div><p>{SUMMARY}</p></header>"
        f"<figure><img><figcaption>A robot crosses the river on a Monday morning.</figcaption></figure>"
        f"<section>{paragraphs(SENTENCES)}</section></article>",
        lang="en",
    )
    article = read(page)
    assert article.subtitle == SUMMARY
    assert body(article) == [SUMMARY, *SENTENCES]
    assert article.paragraphs[1 if article.title else 0].zone == "subhead"


def test_a_caption_above_the_body_is_no_summary(html_page: Page) -> None:
    page = html_page(
        f"<article><h1>Robots share a site</h1><div class='photo-caption'><p>{SUMMARY}</p></div>"
        f"<section>{paragraphs(SENTENCES)}</section></article>",
        lang="en",
    )
    assert body(read(page)) == list(SENTENCES)


def test_a_quotation_in_a_figure_is_body_and_a_line_below_a_picture_is_not(html_page: Page) -> None:
    page = html_page(
        f"<div>{paragraphs(SENTENCES)}<figure><blockquote><p>{OTHERS[0]}</p></blockquote></figure>"
        f"<figure><img><div>{OTHERS[1]}</div></figure></div>",
        lang="en",
    )
    article = read(page)
    assert body(article) == [*SENTENCES, OTHERS[0]]
    assert article.captions == (OTHERS[1],)


def test_pull_quotes_and_copies_are_read_once(html_page: Page) -> None:
    long = " ".join(SENTENCES)
    page = html_page(
        f"<div><p>{OTHERS[0]}</p><p>{long}</p><p>{SENTENCES[1]}</p><p>{OTHERS[1]}</p><p>{long}</p></div>", lang="en"
    )
    assert body(read(page)) == [OTHERS[0], long, OTHERS[1]]


def test_paragraphs_in_chinese_characters_count_as_long_when_they_are_short(html_page: Page) -> None:
    texts = (
        "配送ロボットの二社は月曜日、川の近くに共同の試験場を設けると発表した。",
        "試験場は春に開き、年内に三社目が加わる見通しだ。",
    )
    menu = "".join(f"<div>{one}</div>" for one in ("Sign in to read all of our news", "Terms of use of this site"))
    page = html_page(f"<div>{menu}</div><div>{paragraphs(texts)}</div>", lang="ja")
    assert body(read(page)) == list(texts)


def test_a_teaser_above_the_body_is_its_summary_and_one_inside_it_is_another_article(html_page: Page) -> None:
    page = html_page(
        f"<div><p class='teaser-text'>{SUMMARY}</p>{paragraphs(SENTENCES)}<p class='teaser-text'>{OTHERS[0]}</p></div>",
        lang="en",
    )
    assert body(read(page)) == [SUMMARY, *SENTENCES]


def test_boxes_notices_and_what_follows_the_article_are_no_body(html_page: Page) -> None:
    boxes = "".join(
        f"<div class='{label}'><p>{OTHERS[0]}</p></div>"
        for label in (
            "story-factbox",
            "newsletter-signup",
            "related-content",
            "article__disclaimer",
            "about-the-author",
        )
    )
    end = f"<h3>Join the conversation</h3><p>{OTHERS[1]}</p>"
    article = read(
        html_page(f"<div>{paragraphs(SENTENCES)}{boxes}<p>Opening day (Image: The Paper)</p>{end}</div>", lang="en")
    )
    assert body(article) == list(SENTENCES)
    assert article.captions == ("Opening day (Image: The Paper)",)
