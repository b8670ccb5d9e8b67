"""Pages put together at random from what pages are made of, also wrongly: each ends as an article or as a reject."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.articles import Article, extract_article, split_sentences
from pipelines.articles.rejects import REASONS

TAGS = st.sampled_from(
    "html head body div p span a b i font table tr td ul li h1 h2 article main section figure figcaption script style "
    "title textarea select option svg math template noscript iframe br img meta link time address blockquote".split()
)
WORDS = st.sampled_from(
    (
        "가람전자와 나루통신이 로봇 협의체에 들어왔다. ",
        "Two makers of robots said that they would share a test site. ",
        "김가람 기자 ",
        "[사진=가람전자 제공]",
        "입력 2021.03.05 09:00",
        "무단 전재 및 재배포 금지",
        "“함께 가기로 했다”고 말했다. ",
        "&amp;&nbsp;&#44032;&#x1f600;&bogus;&#99999999;",
        "\x00\ufeff\u200b",
        " \n\t",
        "…?!.",
        "<",
        ">",
        '"',
        "'",
        "<!--",
        "-->",
        "]]>",
    )
)
TEXTS = st.lists(WORDS | st.text(max_size=12), max_size=6).map("".join)
ATTRIBUTES = st.lists(
    st.tuples(
        st.sampled_from("class id href itemprop property name content datetime lang src style onclick data-x".split()),
        st.sampled_from(("article", "body", "caption", "reporter", "ad:hidden", "og:title", "datePublished")) | TEXTS,
        st.sampled_from(('{}="{}"', "{}='{}'", "{}={}", '{}="{}', "{} {}", "{}=")),
    ).map(lambda parts: parts[2].format(parts[0], parts[1])),
    max_size=3,
).map(" ".join)


def _element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, attributes, content, form: form.format(tag=tag, attributes=attributes, content=content),
        TAGS,
        ATTRIBUTES.map(lambda text: text.replace("{", "(").replace("}", ")")),
        st.lists(inside, max_size=4).map("".join),
        st.sampled_from(
            (
                "<{tag} {attributes}>{content}</{tag}>",
                "<{tag} {attributes}>{content}",
                "</{tag}>{content}",
                "<{tag} {attributes}/>{content}",
                "<{tag} {attributes}{content}</{tag}>",
            )
        ),
    )


MARKUP = st.recursive(TEXTS, _element, max_leaves=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | TEXTS,
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "@type @graph @id headline author name datePublished dateModified articleBody publisher url "
                "mainEntityOfPage articleSection props content html".split()
            ),
            inside | st.sampled_from(("NewsArticle", "Person", "2021-03-05T09:00:00+09:00")),
            max_size=5,
        )
    ),
    max_leaves=15,
)
SCRIPTS = st.builds(
    lambda form, value: form.format(json.dumps(value, ensure_ascii=False)),
    st.sampled_from(
        (
            '<script type="application/ld+json">{}</script>',
            '<script id="__NEXT_DATA__" type="application/json">{}</script>',
            "<script>window.__NUXT__={}</script>",
            "<script>self.__next_f.push([1,{}])</script>",
            '<script type="application/ld+json"><!--{}',
        )
    ),
    JSON,
)
PAGES = st.lists(MARKUP | SCRIPTS, min_size=1, max_size=6).map("".join)
CODECS = st.sampled_from(("utf-8", "utf-8-sig", "cp949", "utf-16", "utf-16-le", "utf-32", "cp1252", "euc_jp", "cp932"))
DECLARED = st.sampled_from(("", '<meta charset="euc-kr">', '<meta charset="utf-8">', '<meta charset="utf-16">'))
HEADERS = st.sampled_from((None, "text/html; charset=euc-kr", "text/html; charset=hex", "charset=", "\x00"))
ADDRESSES = st.sampled_from(
    (
        None,
        "https://news.example/1",
        "https://n.news.naver.com/article/1/2",
        "https://v.daum.net/v/1",
        "https://news.zum.com/articles/1",
        "http://[",
        "javascript:1",
    )
)
FOLLOWING = b"<html><body>" + b"<p>Two makers of robots said that they would share a test site.</p>" * 5


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(PAGES, DECLARED, CODECS, HEADERS, ADDRESSES, st.integers(0, 3), st.binary(max_size=4))
def test_each_ends_as_an_article_or_a_reject_and_the_next_page_is_read(
    page: str, declared: str, codec: str, header: str | None, address: str | None, cut: int, noise: bytes
) -> None:
    data = (declared + page).encode(codec, "replace")
    data = data[: len(data) - cut] + noise
    found = extract_article(data, url=address, content_type=header)
    if isinstance(found, Article):
        _holds(found)
    else:
        assert found.reason in REASONS
    assert found == extract_article(data, url=address, content_type=header)
    assert isinstance(extract_article(FOLLOWING), Article)


def _holds(article: Article) -> None:
    """What an article's offsets point to is what it says."""
    assert article.text == "\n\n".join(article.text[one.char_start : one.char_end] for one in article.paragraphs)
    article.text.encode("utf-8")
    sentences = split_sentences(article.text, article.paragraphs, article.language)
    ends = 0
    said = []
    for number, sentence in enumerate(sentences):
        assert sentence.sentence_no == number
        assert ends <= sentence.char_start < sentence.char_end <= len(article.text)
        assert any(
            one.char_start <= sentence.char_start and sentence.char_end <= one.char_end for one in article.paragraphs
        )
        ends = sentence.char_end
        said.append(article.text[sentence.char_start : sentence.char_end])
    assert "".join("".join(said).split()) == "".join(article.text.split())
