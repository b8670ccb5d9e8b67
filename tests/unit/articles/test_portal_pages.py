"""Pages of portals: what each template's markers give."""

from __future__ import annotations

from collections.abc import Callable

from pipelines.articles import Article, extract_article

LEAD = "가람전자와 나루통신이 배송 로봇 협의체 '물결 모임'을 만들었다. 두 회사는 3일 협약을 맺었다고 밝혔다."
BODY = "협의체는 가람전자가 이끈다. 나루통신은 통신망을 대고, 다른 회사에도 문을 열어 둔다."


def read(page: str, url: str | None = None) -> Article:
    article = extract_article(page.encode(), url=url)
    assert isinstance(article, Article)
    return article


def zones(article: Article) -> list[tuple[str, str]]:
    return [(one.zone, article.text[one.char_start : one.char_end]) for one in article.paragraphs]


def test_zums_hidden_line_gives_times_publisher_and_section(zum_page: Callable[..., str]) -> None:
    article = read(zum_page(), "https://news.zum.com/articles/123456789")
    assert article.published_at
    assert article.published_at.isoformat() == "2021-03-05T09:01:02+09:00"
    assert article.updated_at
    assert article.updated_at.isoformat() == "2021-03-05T09:09:59+09:00"
    assert (article.publisher, article.portal, article.section) == ("한샘일보", "ZUM", "IT/과학")
    assert article.title == "가람·나루, '물결 모임' 결성"


def test_a_zum_page_is_known_by_its_markers_alone(zum_page: Callable[..., str]) -> None:
    assert read(zum_page()).portal == "ZUM"


def test_zums_body_has_no_caption_button_notice_or_byline(zum_page: Callable[..., str]) -> None:
    article = read(zum_page(), "https://news.zum.com/articles/123456789")
    assert zones(article) == [
        ("headline", "가람·나루, '물결 모임' 결성"),
        ("subhead", "두 회사, 3일 서울에서 협약"),
        ("lead", LEAD),
        ("subhead", "◆ 로봇은 내년부터"),
        ("body", BODY),
    ]
    assert article.subtitle == "두 회사, 3일 서울에서 협약"
    assert article.byline_names == ("문보라",)
    assert article.captions == ("가람전자의 배송 로봇이 언덕을 오르고 있다. /한샘일보 DB",)


def test_the_day_of_a_visit_is_never_the_day_of_publication(zum_page: Callable[..., str]) -> None:
    article = read(zum_page(hidden=False), "https://news.zum.com/articles/123456789")
    assert article.portal == "ZUM"
    assert article.published_at is None
    assert article.published_missing_reason


def test_an_unknown_zum_category_gives_no_section(zum_page: Callable[..., str]) -> None:
    assert read(zum_page(category="77")).section is None


def test_naver_has_line_breaks_for_paragraphs_and_times_as_attributes() -> None:
    article = read(
        f"""<html lang="ko"><head><meta property="og:article:author" content="한샘일보 | 네이버">
<meta property="og:title" content="가람·나루 손잡았다"></head><body>
<h2 id="title_area"><span>가람·나루, 물결 모임 결성</span></h2>
<span class="media_end_head_info_datestamp_time _ARTICLE_DATE_TIME" data-date-time="2021-03-05 09:01:02">x</span>
<span class="_ARTICLE_MODIFY_DATE_TIME" data-modify-date-time="2021-03-05 10:00:00">x</span>
<a class="media_end_head_origin_link" href="https://hansaem.example/1">기사원문</a>
<em class="media_end_head_journalist_name">문보라 기자</em>
<article id="dic_area"><strong class="media_end_summary">두 회사 협약<br>시험은 내년</strong>
<span class="end_photo_org"><img><em class="img_desc">언덕을 오르는 로봇</em></span>
[한샘일보 문보라 기자] {LEAD}<br><br>{BODY}<br><br>문보라 기자 bora@hansaem.example</article>
<p>함께 보면 좋은 다른 글</p></body></html>""",
        "https://n.news.naver.com/mnews/article/001/0001?sid=105",
    )
    assert article.published_at
    assert article.published_at.isoformat() == "2021-03-05T09:01:02+09:00"
    assert article.updated_at
    assert article.updated_at.isoformat() == "2021-03-05T10:00:00+09:00"
    assert (article.publisher, article.portal) == ("한샘일보", "Naver")
    assert article.original_url == "https://hansaem.example/1"
    assert article.captions == ("언덕을 오르는 로봇",)
    assert article.byline_names == ("문보라",)
    assert article.subtitle == "두 회사 협약"
    assert zones(article) == [
        ("headline", "가람·나루, 물결 모임 결성"),
        ("subhead", "두 회사 협약"),
        ("subhead", "시험은 내년"),
        ("lead", LEAD),
        ("body", BODY),
    ]


def test_daum_marks_its_paragraphs_and_states_its_time_without_a_zone() -> None:
    article = read(
        f"""<html lang="ko"><head><meta property="og:regDate" content="20210305090102">
<meta property="og:article:author" content="한샘일보"></head><body><h3 class="tit_view">가람·나루, 물결 모임 결성</h3>
<span class="info_view"><span class="txt_info">문보라 기자</span>
<span class="txt_info">수정 2021. 3. 5. 10:00</span></span>
<div class="article_view"><section dmcf-sid="a">
<figure dmcf-ptype="figure"><figcaption>언덕의 로봇</figcaption></figure>
<p dmcf-ptype="general">{LEAD}</p><div dmcf-ptype="general">{BODY}</div>
<p dmcf-ptype="general">bora@hansaem.example</p></section></div><p>많이 본 뉴스</p></body></html>""",
        "https://v.daum.net/v/20210305090102123",
    )
    assert article.published_at
    assert article.published_at.isoformat() == "2021-03-05T09:01:02+09:00"
    assert article.updated_at
    assert article.updated_at.isoformat() == "2021-03-05T10:00:00+09:00"
    assert (article.publisher, article.portal, article.byline_names) == ("한샘일보", "Daum", ("문보라",))
    assert article.captions == ("언덕의 로봇",)
    assert article.text == f"가람·나루, 물결 모임 결성\n\n{LEAD}\n\n{BODY}"


def test_a_portal_whose_markup_has_changed_is_read_by_the_generic_path() -> None:
    body = f'<div class="brand-new"><h1>물결 모임 결성</h1><p>{LEAD}</p><p>{BODY}</p></div>'
    page = f'<html lang="ko"><body>{body}</body></html>'
    article = read(page, "https://n.news.naver.com/mnews/article/001/0001")
    assert article.method == "generic after naver"
    assert article.portal == "Naver"
    assert LEAD in article.text
