"""Copies of one story are one source; rewrites in other words are not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.articles.copies import group_copies
from pipelines.tables import identifiers, pages, schemas

WIRE = (
    "가람전자와 나루통신이 배송 로봇 협의체 물결 모임을 만들었다. "
    "두 회사는 3일 서울에서 협약을 맺고 시험 지역을 함께 쓰기로 했다. "
    "협의체는 가람전자가 이끈다. 나루통신은 통신망을 대고 다른 회사에도 문을 열어 둔다. "
    "첫 시험은 내년 봄 강가의 아파트 단지에서 한다. 비용을 어떻게 나눌지는 아직 정하지 않았다. "
    "두 회사는 사무국을 따로 두고 해마다 가을에 총회를 열 계획이다."
)
OWN = (
    "강가의 아파트 주민들은 걱정이 앞선다. 아이들이 뛰노는 길에 로봇이 다닌다니 당연한 일이다. "
    "구청은 주민 모임을 세 번 열었다. "
    "가람전자와 나루통신의 협의체가 들어오면 밤에는 운행을 멈추겠다는 약속을 받아 냈다. "
    "약속이 지켜질지는 지켜볼 일이다."
)
BASE = datetime(2021, 3, 5, tzinfo=UTC)


def version(number: int, text: str, title: str = "로봇 협의체", hours: int = 0) -> dict[str, Any]:
    whole = f"{title}\n\n{text}"
    article = identifiers.article_id(f"https://outlet{number}.example/1", whole)
    at = BASE + timedelta(hours=hours)
    return {
        "version_id": identifiers.version_id(article, whole),
        "article_id": article,
        "capture_id": f"c{number}",
        "capture_date": date(2021, 3, 6),
        "title": title,
        "byline_names": [],
        "published_at": at,
        "known_at": at,
        "known_basis": "published",
        "language": "ko",
        "text": whole,
        "text_length": len(whole),
        "paragraphs": [],
        "captions": [],
        "method": "test",
        "charset": "utf-8",
        "signature": identifiers.content_id("signature", "".join(whole.split())),
    }


ROWS = [
    version(1, WIRE, hours=3),
    version(2, WIRE, title="로봇 협의체 출범…강가에서 시험", hours=1),
    version(3, WIRE.replace("해마다 가을에", "매년 10월에"), hours=2),
    version(4, OWN),
    version(5, WIRE, hours=9),
    version(5, WIRE + " 고침.", hours=10),
]


def group(rows: list[dict[str, Any]]) -> Any:
    return group_copies(schemas.frame(pages.ARTICLES, rows))


def test_copies_share_a_group_whose_head_is_the_earliest() -> None:
    found = {row["article_id"]: row for row in group(ROWS).iter_rows(named=True)}
    assert len(found) == 5
    wire = [found[ROWS[i]["article_id"]] for i in (0, 1, 2, 4)]
    assert {row["kind"] for row in wire} == {"copy"}
    assert {row["group_id"] for row in wire} == {min(row["article_id"] for row in wire)}
    assert {row["head_article_id"] for row in wire} == {ROWS[1]["article_id"]}
    own = found[ROWS[3]["article_id"]]
    assert (own["kind"], own["group_id"], own["head_article_id"]) == ("single", own["article_id"], own["article_id"])


@settings(max_examples=25, deadline=None)
@given(st.permutations(ROWS))
def test_the_order_of_the_articles_makes_no_difference(rows: list[dict[str, Any]]) -> None:
    assert group(rows).equals(group(ROWS))


def test_no_articles_give_no_groups() -> None:
    assert group([]).height == 0


def test_texts_too_short_to_compare_stay_apart() -> None:
    assert set(group([version(1, "짧다."), version(2, "길지 않다.")])["kind"]) == {"single"}
