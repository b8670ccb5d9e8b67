"""Pages of any site: body, title, names and times without an adapter."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.articles import Article, extract_article

Page = Callable[..., bytes]
SENTENCES = (
    "Two makers of delivery robots said on Monday that they would share a test site near the river.",
    "The site opens in spring, and a third company may join the group later this year.",
    "Neither side would say how much the work will cost or who is to pay for it.",
)
KOREAN = "가람전자와 나루통신이 배송 로봇 협의체를 만들었다. 두 회사는 3일 협약을 맺었다고 밝혔다."
OTHER = "협의체는 가람전자가 이끈다. 나루통신은 통신망을 대고, 다른 회사에도 문을 열어 둔다."


def read(page: bytes, url: str | None = None) -> Article:
    article = extract_article(page, url=url)
    assert isinstance(article, Article)
    return article


def body(article: Article) -> list[str]:
    return [article.text[one.char_start : one.char_end] for one in article.paragraphs if one.zone != "headline"]


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


@pytest.mark.parametrize(
    "markup",
    [
        "".join(f"<p>{one}</p>" for one in SENTENCES),
        "<br><br>".join(SENTENCES),
        "<br/>\n".join(SENTENCES),
        "".join(f"<div>{one}</div>" for one in SENTENCES),
        "".join(
            f"<p><span>{one.replace('group', '<b>group</b>').replace('site', '<a href=x>site</a>')}</span></p>"
            for one in SENTENCES
        ),
    ],
)
def test_paragraphs_are_found_in_any_markup_between_links_and_notices(html_page: Page, markup: str) -> None:
    page = html_page(
        f"""<nav><ul><li><a href=/>Home of the news that you can trust every day</a></li></ul></nav>
        <div class="wrap has-sidebar"><h1>Robot makers share a test site</h1><div class="story">{markup}</div>
        <div class="related"><p>Read also this other story of ours about something else entirely, today.</p></div></div>
        <footer><p>Copyright 2021. All rights reserved by the paper and its many owners.</p></footer>""",
        lang="en",
    )
    article = read(page)
    assert body(article) == list(SENTENCES)
    assert article.title == "Robot makers share a test site"
    assert article.language == "en"
    assert article.method == "generic"


def test_json_ld_gives_title_times_names_publisher_and_section(html_page: Page) -> None:
    head = ld(
        headline="배송 로봇 협의체 출범",
        datePublished="2021-03-05T00:01:02Z",
        dateModified="2021-03-05T10:00:00+09:00",
        author=[{"@type": "Person", "name": "문보라 기자"}, {"@type": "Person", "name": "한가람"}],
        publisher={"@type": "Organization", "name": "한샘일보"},
        articleSection="산업",
        alternativeHeadline="시험은 내년 봄부터",
        mainEntityOfPage={"@id": "https://hansaem.example/news/1?utm_source=x"},
    )
    article = read(html_page(f"<div><p>{KOREAN}</p></div>", head=head))
    assert article.title == "배송 로봇 협의체 출범"
    assert article.published_at
    assert article.published_at.isoformat() == "2021-03-05T09:01:02+09:00"
    assert article.updated_at
    assert article.updated_at.isoformat() == "2021-03-05T10:00:00+09:00"
    assert article.byline_names == ("문보라", "한가람")
    assert (article.publisher, article.section, article.portal) == ("한샘일보", "산업", None)
    assert article.canonical_url == "https://hansaem.example/news/1"
    assert body(article) == ["시험은 내년 봄부터", KOREAN]


def test_an_article_inside_a_graph_is_found(html_page: Page) -> None:
    graph = {"@graph": [{"@type": "WebPage"}, {"@type": ["Article", "NewsArticle"], "headline": "협의체 출범 소식"}]}
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert read(html_page(f"<p>{KOREAN}</p>", head=head)).title == "협의체 출범 소식"


def test_a_body_that_exists_only_in_json_ld_is_read(html_page: Page) -> None:
    article = read(html_page("<p>Loading</p>", head=ld(headline="배송 로봇", articleBody=KOREAN)))
    assert (article.method, body(article)) == ("json-ld", [KOREAN])


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("배송 로봇 협의체 출범 - 한샘일보", "한샘일보", "배송 로봇 협의체 출범"),
        ("배송 로봇 협의체 출범 | 산업 | 한샘일보", "한샘일보", "배송 로봇 협의체 출범 | 산업"),
        ("배송 로봇 협의체 출범 : 네이버 뉴스", "", "배송 로봇 협의체 출범"),
        ("한샘일보 - 배송 로봇 협의체 출범", "한샘일보", "배송 로봇 협의체 출범"),
        ("가람-나루, 로봇 협의체…'물결'", "한샘일보", "가람-나루, 로봇 협의체…'물결'"),
        ("Robots - a love story - The Paper Times", "", "Robots - a love story"),
    ],
)
def test_titles_lose_the_name_of_the_site_and_nothing_else(
    html_page: Page, title: str, site: str, expected: str
) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="{site}">'
    assert read(html_page(head=head)).title == expected


def test_a_title_that_the_page_prints_is_kept_as_printed(html_page: Page) -> None:
    head = '<meta property="og:title" content="[단독] 로봇 협의체 출범 | 한샘일보">'
    assert (
        read(html_page(f"<h1>[단독] 로봇 협의체 출범</h1><p>{KOREAN}</p>", head=head)).title
        == "[단독] 로봇 협의체 출범"
    )


def test_a_page_without_a_time_says_why_it_has_none(html_page: Page) -> None:
    article = read(html_page())
    assert article.published_at is None
    assert article.published_on is None
    assert article.published_missing_reason == "the page states no publication time"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("입력 2021.03.05 09:01", "2021-03-05T09:01:00+09:00"),
        ("기사입력 2021-03-05 오후 1:02:03", "2021-03-05T13:02:03+09:00"),
        ("등록 : 2021년 3월 5일 9시 01분", "2021-03-05T09:01:00+09:00"),
        ("승인 2021.03.05", "2021-03-05T00:00:00+09:00"),
    ],
)
def test_a_printed_time_is_read_and_is_no_part_of_the_body(html_page: Page, printed: str, expected: str) -> None:
    article = read(html_page(f"<div><span>{printed}</span><p>{KOREAN}</p><p>{KOREAN}</p></div>"))
    assert article.published_at
    assert article.published_at.isoformat() == expected
    assert printed not in article.text


def test_captions_copyright_and_later_links_stay_outside_the_body(html_page: Page) -> None:
    article = read(
        html_page(
            f"""<article><figure><img><figcaption>언덕을 오르는 로봇</figcaption></figure><p>{KOREAN}</p>
            <p>시연을 지켜보는 사람들. (사진=가람전자)</p>
            <p>{KOREAN} 다른 회사도 온다. 문보라 기자 bora@hansaem.example</p>
            <p>저작권자 ⓒ 한샘일보 무단전재 및 재배포 금지</p>
            <p>이 뒤는 다른 이야기이며 본문이 아닙니다.</p></article>"""
        )
    )
    assert body(article) == [KOREAN, f"{KOREAN} 다른 회사도 온다."]
    assert article.captions == ("언덕을 오르는 로봇", "시연을 지켜보는 사람들. (사진=가람전자)")
    assert article.byline_names == ("문보라",)


def test_a_wrapper_named_like_a_sidebar_does_not_lose_the_page(html_page: Page) -> None:
    assert KOREAN in read(html_page(f'<div class="page has-sidebar"><p>{KOREAN}</p><p>{KOREAN}</p></div>')).text


def test_headings_in_the_body_are_subheads_and_the_first_paragraph_is_the_lead(html_page: Page) -> None:
    article = read(
        html_page(
            f"<div><p>{KOREAN}</p><h3>로봇은 내년부터</h3><p>{KOREAN}</p></div>", head="<title>물결 모임 결성</title>"
        )
    )
    assert [one.zone for one in article.paragraphs] == ["headline", "lead", "subhead", "body"]


def test_the_address_is_absolute_http_and_without_tracking(html_page: Page) -> None:
    page = html_page(head='<link rel="canonical" href="/news/1?id=7&amp;fbclid=abc#top">')
    assert read(page, "https://hansaem.example/x").canonical_url == "https://hansaem.example/news/1?id=7"
    bad = html_page(head='<link rel="canonical" href="javascript:alert(1)">')
    assert read(bad, "https://HANSAEM.example/x?utm_medium=rss").canonical_url == "https://hansaem.example/x"
    assert read(bad).canonical_url is None


def test_nul_characters_are_left_out_and_the_text_remains(html_page: Page) -> None:
    article = read(html_page(f"<p>{KOREAN[:9]}\x00{KOREAN[9:]}</p>"))
    assert body(article) == [KOREAN]


@given(st.lists(st.sampled_from([KOREAN, "🙂 이모지도 글자다. 세는 법은 같다.", *SENTENCES]), min_size=1, max_size=6))
def test_paragraph_offsets_count_code_points_and_lie_in_the_text(paragraphs: list[str]) -> None:
    page = "<html><title>제목 🙂 하나</title><div>" + "".join(f"<p>{one}</p>" for one in paragraphs) + "</div></html>"
    article = read(page.encode())
    assert body(article) == paragraphs
    assert article.text == "\n\n".join(article.text[p.char_start : p.char_end] for p in article.paragraphs)


def test_characters_that_no_file_can_hold_are_left_out() -> None:
    script = r"""{"@type": "Article", "headline": "Robots \ud800share a site", "url": "https://a.example/\udfff"}"""
    page = f'<script type="application/ld+json">{script}</script><p>{SENTENCES[0]}\x01 {SENTENCES[1]}&#xD800;</p>'
    article = read(page.encode())
    assert article.title == "Robots share a site"
    assert article.canonical_url is None
    assert "\x01" not in article.text
    article.text.encode()


def test_parts_of_a_body_are_joined_and_denser_neighbours_are_not_needed(html_page: Page) -> None:
    parts = "".join(f'<div class="part"><div class="text"><p>{one}</p><p>{one}</p></div></div>' for one in SENTENCES)
    article = read(html_page(f'<div class="parts">{parts}</div><ul><li><a href=/>More</a></li></ul>', lang="en"))
    assert body(article) == [one for one in SENTENCES for _ in range(2)]


def test_classes_that_only_say_how_something_looks_hide_nothing(html_page: Page) -> None:
    paragraphs = "".join(f'<p class="md:hidden print:block overflow-hidden">{one}</p>' for one in SENTENCES)
    assert body(read(html_page(f"<div>{paragraphs}</div>", lang="en"))) == list(SENTENCES)


def test_a_summary_above_the_body_that_the_head_states_is_the_subtitle(html_page: Page) -> None:
    summary = "The group wants to have its first robots on the road by spring"
    page = html_page(
        f'<header><h1>Robots share a site</h1><p>{summary}</p></header><div class="story">'
        + "".join(f"<p>{one}</p>" for one in SENTENCES)
        + "</div>",
        head=f'<title>Robots share a site</title><meta name="description" content="{summary}">',
        lang="en",
    )
    article = read(page)
    assert article.subtitle == summary
    assert body(article) == [summary, *SENTENCES]


@pytest.mark.parametrize("nested", [False, True])
def test_a_body_that_stands_only_in_a_script_is_read_with_its_time(html_page: Page, nested: bool) -> None:
    paragraphs = "".join(f"<p>{KOREAN} 순서는 {number}번째다.</p>" for number in range(6))
    data = json.dumps({"article": {"publishedAt": "2021-03-05T09:01:00+09:00", "contentHtml": paragraphs}})
    script = f"self.push([1,{json.dumps(data)}])" if nested else f"window.state={data}"
    article = read(html_page(f"<div id=app>불러오는 중</div><script>{script}</script>"))
    assert article.method == "script"
    assert body(article) == [f"{KOREAN} 순서는 {number}번째다." for number in range(6)]
    assert article.published_at
    assert article.published_at.isoformat() == "2021-03-05T09:01:00+09:00"


def test_a_page_that_shows_a_part_of_its_json_ld_body_gives_the_whole(html_page: Page) -> None:
    whole = "\n".join(f"{KOREAN} 순서는 {number}번째다." for number in range(9))
    article = read(html_page(f"<p>{KOREAN}</p>", head=ld(headline="배송 로봇", articleBody=whole)))
    assert (article.method, len(body(article))) == ("json-ld", 9)


def test_a_json_ld_body_that_says_everything_twice_adds_nothing(html_page: Page) -> None:
    shown = [f"{KOREAN} 순서는 {number}번째다." for number in range(6)]
    page = html_page(
        "".join(f"<p>{one}</p>" for one in shown), head=ld(articleBody=f"{''.join(shown)} {' '.join(shown)}")
    )
    assert read(page).method == "generic"


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ({"@type": "Person", "name": "Ярослав Кузишин"}, ("Ярослав Кузишин",)),
        ({"@type": "Person", "givenName": "Anna Giulia", "familyName": "Fink"}, ("Anna Giulia Fink",)),
        ([{"@type": "Person", "name": "Elena Oberholzer (obe)"}], ("Elena Oberholzer",)),
        ({"@type": "Organization", "name": "The Robot Agency"}, ("The Robot Agency",)),
        ({"@id": "#jane"}, ("Jane Doe",)),
        ({"@type": "Person", "name": "https://paper.example/jane"}, ()),
    ],
)
def test_authors_are_named_in_any_script_and_by_reference(
    html_page: Page, author: object, expected: tuple[str, ...]
) -> None:
    graph = {"@graph": [{"@type": "NewsArticle", "author": author}, {"@id": "#jane", "name": "Jane Doe"}]}
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert read(html_page(f"<p>{SENTENCES[0]}</p>", head=head, lang="en")).byline_names == expected


def test_the_paper_is_no_author_of_a_korean_page(html_page: Page) -> None:
    head = ld(headline="배송 로봇", author={"@type": "Organization", "name": "한샘일보"})
    assert read(html_page(f"<p>{KOREAN}</p>", head=head)).byline_names == ()


def test_entities_that_a_site_escaped_twice_are_resolved_in_the_title(html_page: Page) -> None:
    head = '<meta property="og:title" content="Robots &amp;#8217;share&amp;#8217; a site">'
    assert read(html_page(head=head, lang="en")).title == "Robots ’share’ a site"


def test_captions_and_summaries_amid_a_line_are_no_part_of_it(html_page: Page) -> None:
    content = (
        "<div id='content'><strong class='news_summary'>두 회사, 3일 서울에서 협약</strong>"
        "<span class='photo'><img src='1.jpg'><em class='img_desc'>배송 로봇이 언덕을 오르고 있다</em></span>"
        f"{KOREAN}<br><br>{OTHER}</div>"
    )
    article = read(html_page(f"<h1>물결 모임 결성</h1>{content}"))
    assert article.subtitle == "두 회사, 3일 서울에서 협약"
    assert article.captions == ("배송 로봇이 언덕을 오르고 있다",)
    assert body(article)[-2:] == [KOREAN, OTHER]


def test_a_part_of_a_caption_stays_in_it(html_page: Page) -> None:
    figure = "<figure><figcaption><span class='caption'>배송 로봇</span>이 언덕을 오르고 있다</figcaption></figure>"
    article = read(html_page(f"<h1>물결 모임 결성</h1><div>{figure}<p>{KOREAN}</p><p>{OTHER}</p></div>"))
    assert article.captions == ("배송 로봇이 언덕을 오르고 있다",)
