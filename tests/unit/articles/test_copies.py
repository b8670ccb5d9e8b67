"""Copies of one story are one source, and so are rewrites of one press release; reports of one's own are not."""

from __future__ import annotations

import hashlib
import itertools
from datetime import UTC, date, datetime, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.articles.copies import group_copies
from pipelines.articles.fingerprints import SCHEMA, fingerprints
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
SAID = "강가에서 시작한 시험을 내년에는 온 도시로 넓히겠다"
# Sentences of one release, of which each rewrite takes some; the paragraph with the deal is told by all.
DEAL = (
    "가람전자와 나루통신은 3일 서울에서 배송 로봇 협의체 '물결 모임'을 만드는 협약을 체결했다고 밝혔다. "
    "가람전자가 협의체를 이끌고 나루통신은 통신망을 댄다."
)
ASIDES = [
    "장마가 끝난 뒤라 강가에는 사람이 많았다. 행사장 앞에는 로봇 여섯 대가 줄지어 섰다.",
    "배송 로봇은 바퀴가 여섯이고 한 번에 사과 상자 두 개를 나른다. 계단은 아직 오르지 못한다.",
    "두 회사가 손을 잡은 것은 십 년 만이다. 그때는 전화기 단말을 함께 팔다가 두 해 뒤에 갈라섰다.",
    "업계는 값싼 외국산 로봇이 들어오기 전에 시장을 나눠 가지려는 것으로 본다. 다른 회사도 바쁘다.",
    "시청은 인도를 넓히는 공사를 서두르기로 했다. 시민 단체는 보행자가 먼저라는 글을 냈다.",
]
BASE = datetime(2021, 3, 5, tzinfo=UTC)
NO_CLAIMS = pl.DataFrame(schema={"version_id": pl.String, "char_start": pl.Int32, "char_end": pl.Int32})
NO_NAMES = pl.DataFrame(schema={"version_id": pl.String, "entity_id": pl.String})


def version(number: int, text: str, title: str = "로봇 협의체", hours: float = 0, **fields: Any) -> dict[str, Any]:
    whole = f"{title}\n\n{text}"
    article = identifiers.article_id(f"https://outlet{number}.example/1", whole)
    at = BASE + timedelta(hours=hours)
    paragraphs, start = [], 0
    for index, part in enumerate(whole.split("\n\n")):
        zone = ("headline", "lead")[index] if index < 2 else "body"
        paragraphs.append({"char_start": start, "char_end": start + len(part), "zone": zone})
        start += len(part) + 2
    return {
        "version_id": identifiers.version_id(article, whole),
        "article_id": article,
        "capture_id": f"c{number}",
        "capture_date": date(2021, 3, 6),
        "title": title,
        "byline_names": [],
        "published_at": at,
        "published_on": at.date(),
        "known_at": at,
        "known_basis": "published",
        "language": "ko",
        "text": whole,
        "text_length": len(whole),
        "paragraphs": paragraphs,
        "captions": [],
        "is_correction": False,
        "method": "test",
        "charset": "utf-8",
        "signature": identifiers.content_id("signature", "".join(whole.split())),
        **fields,
    }


def claims_of(rows: list[dict[str, Any]], sentence: str) -> pl.DataFrame:
    """Claims that the rows make wherever they say a sentence."""
    spans = [
        (row["version_id"], row["text"].index(sentence), row["text"].index(sentence) + len(sentence))
        for row in rows
        if sentence in row["text"]
    ]
    return pl.DataFrame(spans, schema=NO_CLAIMS.schema, orient="row")


def names_of(named: dict[str, list[str]]) -> pl.DataFrame:
    rows = [(version, name) for version, names in named.items() for name in names]
    return pl.DataFrame(rows, schema=NO_NAMES.schema, orient="row")


def group(
    *parts: list[dict[str, Any]], claims: pl.DataFrame = NO_CLAIMS, mentions: pl.DataFrame = NO_NAMES
) -> pl.DataFrame:
    """The groups of articles that lie in as many partitions as there are `parts`."""
    frames = [schemas.frame(pages.ARTICLES, rows) for rows in parts]
    prints = pl.concat([SCHEMA.to_frame(), *(fingerprints(frame, claims, mentions) for frame in frames)])
    known = {row["version_id"]: row for rows in parts for row in rows}
    return group_copies(prints, lambda versions: [(one, known[one]["text"], known[one]["title"]) for one in versions])


def sets(groups: pl.DataFrame) -> set[frozenset[str]]:
    members = groups.group_by("group_id").agg("article_id")["article_id"].to_list()
    return {frozenset(each) for each in members}


def ids(*rows: dict[str, Any]) -> frozenset[str]:
    return frozenset(row["article_id"] for row in rows)


def quoting(number: int, hours: float, said: str = f"“{SAID}”고 말했다.", **fields: Any) -> dict[str, Any]:
    return version(number, f"{noise(number, 200)} 대표는 {said}", hours=hours, **fields)


def noise(seed: int, length: int) -> str:
    """Syllables in no order that another seed would repeat."""
    return "".join(chr(0xAC00 + number * 40) for number in hashlib.shake_128(str(seed).encode()).digest(length))


ROWS = [
    version(1, WIRE, hours=3),
    version(2, WIRE, title="로봇 협의체 출범…강가에서 시험", hours=1),
    version(3, WIRE.replace("해마다 가을에", "매년 10월에"), hours=2),
    version(4, OWN),
    version(5, WIRE, hours=9),
    version(5, WIRE + " 고침.", hours=10),
]
REWRITES = [version(10 + i, f"{DEAL}\n\n{aside}", hours=5 * i) for i, aside in enumerate(ASIDES)]
ALL = [*ROWS, *REWRITES, quoting(21, 4), quoting(22, 30), quoting(23, 300)]
CLAIMS = claims_of(ALL, DEAL)


def test_copies_share_a_group_whose_head_is_the_earliest() -> None:
    found = {row["article_id"]: row for row in group(ROWS).iter_rows(named=True)}
    assert len(found) == 5
    wire = [found[ROWS[i]["article_id"]] for i in (0, 1, 2, 4)]
    assert {row["kind"] for row in wire} == {"copy"}
    assert {row["group_id"] for row in wire} == {min(row["article_id"] for row in wire)}
    assert {row["head_article_id"] for row in wire} == {ROWS[1]["article_id"]}
    own = found[ROWS[3]["article_id"]]
    assert (own["kind"], own["group_id"], own["head_article_id"]) == ("single", own["article_id"], own["article_id"])


@settings(max_examples=40, deadline=None)
@given(st.permutations(ALL), st.lists(st.integers(0, len(ALL)), max_size=4))
def test_neither_the_order_of_the_articles_nor_their_partitions_make_a_difference(
    rows: list[dict[str, Any]], cuts: list[int]
) -> None:
    edges = [0, *sorted(cuts), len(rows)]
    parts = [rows[first:last] for first, last in itertools.pairwise(edges)]
    assert group(*parts, claims=CLAIMS).equals(group(ALL, claims=CLAIMS))


def test_no_articles_give_no_groups() -> None:
    assert group([]).height == 0


def test_texts_too_short_to_compare_stay_apart() -> None:
    assert set(group([version(1, "짧다."), version(2, "길지 않다.")])["kind"]) == {"single"}


def test_a_notice_in_place_of_a_body_makes_no_copies() -> None:
    notice = "이 기사는 회원만 읽을 수 있습니다. 로그인한 뒤에 이어서 읽어 주십시오."
    assert set(group([version(i, notice, title=f"{i}번째 소식") for i in range(3)])["kind"]) == {"single"}


def test_a_story_cut_short_is_a_copy_and_a_round_up_that_includes_a_brief_is_none() -> None:
    longer = f"{WIRE}\n\n{ASIDES[0]}"
    cut = version(2, WIRE[: len(WIRE) * 2 // 3], hours=2)
    round_up = version(3, "\n\n".join((*ASIDES, WIRE[:100], OWN, DEAL)), hours=3)
    rows = [version(1, longer), cut, round_up]
    assert sets(group(rows)) == {ids(rows[0], cut), ids(round_up)}


def test_a_text_in_hundreds_of_papers_is_one_group() -> None:
    """A limit on how many articles may have a passage in common would leave the largest stories ungrouped."""
    rows = [version(i, f"{WIRE} {i}번째 지면.", hours=i / 10) for i in range(450)]
    assert group(rows)["group_id"].n_unique() == 1


def test_five_rewrites_of_one_release_and_one_report_of_its_own_are_two_sources() -> None:
    own = version(20, f"{OWN}\n\n가람전자가 나루통신과 맺은 협약의 이름은 물결 모임이다. {ASIDES[1]}", hours=8)
    rows = [*REWRITES, own]
    claims = pl.concat(
        [claims_of(rows, DEAL), claims_of(rows, "가람전자가 나루통신과 맺은 협약의 이름은 물결 모임이다.")]
    )
    groups = group(rows, claims=claims)
    assert sets(groups) == {ids(*REWRITES), ids(own)}
    kinds = dict(groups.select("article_id", "kind").iter_rows())
    assert {kinds[row["article_id"]] for row in REWRITES} == {"release"}
    assert kinds[own["article_id"]] == "single"


def test_only_paragraphs_that_make_claims_count_towards_a_release() -> None:
    assert len(sets(group(REWRITES))) == len(REWRITES)


def test_one_sentence_in_common_makes_a_release_and_a_formula_none() -> None:
    sentence = "솔방울로봇은 4일 별무리텔레콤과 업무협약을 체결하고 미리내 컨소시엄에 합류했다고 밝혔다."
    formula = "은 4일 업무협약을 체결했다고 밝혔다."
    same = [version(i, f"{sentence}\n\n{noise(i, 300)}") for i in (1, 2)]
    other = [version(i, f"{noise(i, 12)}{formula}\n\n{noise(-i, 300)}") for i in (3, 4)]
    claims = pl.concat([claims_of(same, sentence), claims_of(other, formula)])
    assert sets(group([*same, *other], claims=claims)) == {ids(*same), ids(other[0]), ids(other[1])}


def test_rewrites_of_one_release_in_hundreds_of_papers_are_one_group() -> None:
    texts = [f"{DEAL} {noise(number, 40)}\n\n{noise(-number, 300)}" for number in range(300)]
    rows = [version(number, text, hours=number / 8) for number, text in enumerate(texts)]
    assert group(rows, claims=claims_of(rows, DEAL))["group_id"].n_unique() == 1


@pytest.mark.parametrize(
    "said",
    [
        f"“{SAID}”고 말했다.",
        f'"{SAID}."',
        f"‘{SAID}’라고 적었다.",
        f"'{SAID}'는 말을 남겼다.",
        f"「{SAID}」고 했다.",
        f'"그렇다"는 물음에 "아니다"라고 답하고 "{SAID}"고 했다.',
        f"“{SAID.replace(' ', '  ')}. 그리고 기다려 달라”고 했다.",
    ],
)
def test_a_quotation_joins_whatever_the_marks_and_the_spacing(said: str) -> None:
    rows = [quoting(1, 0), quoting(2, 20, said)]
    groups = group(rows)
    assert sets(groups) == {ids(*rows)}
    assert set(groups["kind"]) == {"release"}


@pytest.mark.parametrize(
    "said",
    [
        "“온 도시로 넓히겠다”고 말했다.",
        "‘강가와 도시를 잇는 차세대 배송 로봇 시험 사업’에 참여한다고 했다.",
        "“강가와 도시를 잇는 차세대 배송 로봇 시험 사업”을 맡았다.",
        f"{SAID}는 뜻을 밝혔다.",
    ],
)
def test_short_words_names_and_unquoted_words_do_not_join(said: str) -> None:
    assert len(sets(group([quoting(1, 0, said), quoting(2, 20, said)]))) == 2


def test_english_quotations_join() -> None:
    said = "“We will bring the robots to every street of the city next year,” the chief executive said."
    rows = [version(i, f"{ASIDES[i]} {said}", language="en") for i in (1, 2)]
    assert sets(group(rows)) == {ids(*rows)}


def test_a_quotation_joins_for_three_days_and_no_longer() -> None:
    rows = [quoting(i, hours) for i, hours in enumerate((0, 3 * 24, 4 * 24))]
    assert sets(group(rows)) == {ids(*rows[:2]), ids(rows[2])}


def test_words_that_are_quoted_every_day_chain_no_groups_beyond_three_days() -> None:
    rows = [quoting(i, 24 * i) for i in range(200)]
    assert {len(one) for one in sets(group(rows))} == {4}


def test_passages_join_for_three_days_and_no_longer() -> None:
    early, late = version(1, f"{DEAL}\n\n{ASIDES[0]}"), version(2, f"{DEAL}\n\n{ASIDES[1]}", hours=96)
    near = version(3, f"{DEAL}\n\n{ASIDES[2]}", hours=72)
    assert len(sets(group([early, late], claims=claims_of([early, late], DEAL)))) == 2
    assert sets(group([early, near], claims=claims_of([early, near], DEAL))) == {ids(early, near)}


def test_a_formula_that_articles_about_different_firms_quote_joins_nothing() -> None:
    rows = [quoting(1, 0), quoting(2, 1), quoting(3, 2)]
    named = {rows[0]["version_id"]: ["org-a", "org-b"], rows[1]["version_id"]: ["org-c"]}
    named[rows[2]["version_id"]] = ["org-b"]
    assert sets(group(rows, mentions=names_of(named))) == {ids(rows[0], rows[2]), ids(rows[1])}


def test_an_article_without_a_publication_day_is_no_part_of_a_release() -> None:
    undated = quoting(2, 1, published_at=None, published_on=None)
    assert len(sets(group([quoting(1, 0), undated]))) == 2


def test_an_article_is_compared_by_its_last_known_version() -> None:
    before, after = version(1, OWN), version(1, WIRE, hours=5)
    assert sets(group([before, version(2, WIRE)], [after])) == {ids(before, version(2, WIRE))}
