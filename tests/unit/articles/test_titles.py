"""Headlines of pages that put them where something else belongs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields

import pytest

from pipelines.articles import Article, extract_article
from pipelines.articles.title_places import PLACES, place_of
from pipelines.articles.titles import Titles, headline

FULL = "Robot makers share a test site near the river"


def test_a_headline_in_the_place_of_the_site_s_name_is_still_the_headline() -> None:
    titles = Titles(social=FULL, window=FULL, printed=(FULL,))
    assert headline(titles, ["The Paper", FULL]) == FULL


@pytest.mark.parametrize("printed", [("The Paper",), ()])
def test_a_site_s_name_in_the_place_of_the_headline_is_none(printed: tuple[str, ...]) -> None:
    titles = Titles(social="The Paper", window="The Paper", printed=printed)
    assert headline(titles, ["The Paper"]) is None


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (Titles(social="Robot makers share a te…", window=FULL), "Robot makers share a te…"),
        (Titles(social="Robot makers share a te…", printed=(FULL,)), FULL),
        (Titles(social="Robot makers share a te...", structured=FULL, shared="Robot makers share a te..."), FULL),
        (Titles(social="Robot makers wait…", printed=(FULL,)), "Robot makers wait…"),
        (Titles(social="Robots &amp; rivers <em>share</em> a site"), "Robots & rivers share a site"),
        (Titles(structured="Robots where 3 < 4 and R&D share a site"), "Robots where 3 < 4 and R&D share a site"),
    ],
)
def test_a_title_is_given_in_full_and_without_markup(titles: Titles, expected: str) -> None:
    assert headline(titles, ["The Paper"]) == expected


@pytest.mark.parametrize("host", PLACES)
def test_an_outlet_s_headline_is_taken_from_where_it_keeps_it(html_page: Callable[..., bytes], host: str) -> None:
    place, seen = PLACES[host]
    stated = {
        "structured": "Makers of robots share a site by the river",
        "social": "Why two robots need one river",
        "meta": "Two makers of robots and what they share",
        "printed": "On the banks of a river robots meet",
    }
    head = (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{stated["structured"]}"}}</script>'
        f'<meta property="og:title" content="{stated["social"]} | The Paper">'
        f'<meta property="og:site_name" content="The Paper">'
        f'<meta name="parsely-title" content="{stated["meta"]}"><title>{stated["structured"]} | The Paper</title>'
    )
    body = f"<h1>{stated['printed']}</h1><p>Two makers of robots said on Monday that they would share a test site.</p>"
    for address in (f"https://{host}/robots-1234", f"https://www.{host}/robots-1234"):
        article = extract_article(html_page(body, head, "en"), url=address)
        assert isinstance(article, Article)
        assert article.title == stated[place]
    assert re.fullmatch(r"20\d\d-(?:0[1-9]|1[0-2])", seen)


def test_other_hosts_keep_their_headline_wherever_it_is() -> None:
    assert {place_of(host) for host in ("paper.example", "notfaz.net", "net", "")} == {None}
    assert place_of("m.sub.faz.net") == place_of("faz.net") is not None
    assert {place for place, _ in PLACES.values()} <= {field.name for field in fields(Titles)} - {"window"}
