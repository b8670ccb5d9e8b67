from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.entities.model import Judgement, Redirect
from pipelines.entities.normalizing import entity_id_of
from pipelines.entities.resolution_pages import Bearer, redirects_between

DAY = date(2024, 5, 6)
LATER = date(2024, 6, 7)


def org(key: str, *names: str, glosses: tuple[str, ...] = (), listed: bool = False) -> Bearer:
    return Bearer(key, "org", names, glosses, listed)


def judged(left: str, right: str, word: str, day: date = DAY) -> Judgement:
    return Judgement(left, right, word, "analyst", day, "read the filing")


def pairs(redirects: tuple[Redirect, ...]) -> dict[str, str]:
    return {redirect.entity_id: redirect.canonical_id for redirect in redirects}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("LG이노텍", "엘지이노텍"),
        ("가온대학교", "가온대"),
        ("가온자동차", "가온차"),
        ("마이크로소프트", "Microsoft"),
        ("Gaon Systems Co., Ltd.", "GAON SYSTEMS"),
    ],
)
def test_names_that_say_the_same_across_pages_are_one(first: str, second: str) -> None:
    found = redirects_between([org("org-x-1", first), org("org-x-2", second)], [])
    assert pairs(found) == {"org-x-2": "org-x-1"}
    assert "score" in found[0].reason
    assert found[0].decided_by is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("가람중공업", "가람중공업그룹"),
        ("가람중공업", "가람중공업지주"),
        ("가람중공업그룹", "가람중공업지주"),
        ("가람", "가람전자"),
        ("서울대 약학과", "제주대 약학과"),
        ("가람은행", "가람투자은행"),
        ("서울과학대", "서울대"),
        ("제5공군", "제6공군"),
        ("한국가람연구원", "한가연"),
    ],
)
def test_names_that_say_too_little_across_pages_stay_two(first: str, second: str) -> None:
    assert redirects_between([org("org-x-1", first), org("org-x-2", second)], []) == ()


def test_two_listed_entities_are_never_joined_by_evidence() -> None:
    bearers = [
        org("org-a", "LG가람", listed=True),
        org("org-b", "엘지가람", listed=True),
        org("org-x-1", "LG 가람"),
    ]
    assert "org-b" not in pairs(redirects_between(bearers, []))
    assert "org-a" not in pairs(redirects_between(bearers, []))


def test_a_form_that_an_article_gives_for_one_party_leads_there_from_other_articles() -> None:
    bearers = [org("org-x-1", "가온누리연구원", glosses=("GNRI",))]
    other = Bearer(str(entity_id_of("org", "GNRI")), "org", ("GNRI",))
    found = redirects_between([*bearers, other], [])
    assert {other.entity_id, "org-x-1"} == {found[0].entity_id, found[0].canonical_id}


def test_a_form_that_articles_give_for_two_parties_leads_to_neither() -> None:
    bearers = [
        org("org-x-1", "가온누리연구원", glosses=("GNRI",)),
        org("org-x-2", "강남녹지연구원", glosses=("GNRI",)),
        Bearer(str(entity_id_of("org", "GNRI")), "org", ("GNRI",)),
    ]
    assert redirects_between(bearers, []) == ()


def test_what_a_person_keeps_apart_no_evidence_joins() -> None:
    bearers = [org("org-x-1", "LG이노텍"), org("org-x-2", "엘지이노텍")]
    assert redirects_between(bearers, [judged("org-x-2", "org-x-1", "different")]) == ()


def test_what_a_person_keeps_apart_is_not_joined_through_a_third() -> None:
    bearers = [org("org-x-1", "가온대학교"), org("org-x-2", "가온대"), org("org-x-3", "가온대학")]
    assert len(redirects_between(bearers, [])) == 2
    found = pairs(redirects_between(bearers, [judged("org-x-1", "org-x-2", "different")]))
    assert found.get("org-x-1", "org-x-1") != found.get("org-x-2", "org-x-2")


def test_the_later_of_two_decisions_counts() -> None:
    bearers = [org("org-a", "가람", listed=True), org("org-x-1", "나루")]
    same, different = judged("org-x-1", "org-a", "same"), judged("org-a", "org-x-1", "different", LATER)
    assert redirects_between(bearers, [same, different]) == ()
    again = judged("org-a", "org-x-1", "same", date(2024, 7, 8))
    assert pairs(redirects_between(bearers, [same, different, again])) == {"org-x-1": "org-a"}


def test_a_redirect_tells_who_decided_when_and_why() -> None:
    bearers = [org("org-a", "가람", listed=True), org("org-x-1", "나루")]
    assert redirects_between(bearers, [judged("org-a", "org-x-1", "same")]) == (
        Redirect("org-x-1", "org-a", "read the filing", "analyst", DAY),
    )


def test_a_written_redirect_stays_and_leads_to_the_end_of_its_chain() -> None:
    bearers = [org("org-a", "가람", listed=True), org("org-b", "나루", listed=True)]
    written = Redirect("org-old", "org-b", "renamed", "analyst", DAY)
    found = redirects_between(bearers, [judged("org-a", "org-b", "same", LATER)], [written])
    assert pairs(found) == {"org-b": "org-a", "org-old": "org-a"}
    assert {redirect.entity_id: redirect.reason for redirect in found}["org-old"] == "renamed"


def test_a_judgement_about_ids_that_no_page_holds_redirects_to_none_of_them() -> None:
    assert redirects_between([], [judged("org-x-1", "org-x-2", "same")]) == ()


NAMES = [
    "LG이노텍",
    "엘지이노텍",
    "가온대학교",
    "가온대",
    "가람은행",
    "가람지주",
    "가람그룹",
    "Gaon Bank",
    "가온뱅크",
    "한전",
]


@given(st.lists(st.sampled_from(NAMES), unique=True, min_size=2), st.integers(0, 99), st.booleans())
def test_the_order_of_entities_and_judgements_means_nothing(names: list[str], seed: int, listed: bool) -> None:
    bearers = [org(f"org-x-{n}", name, listed=listed and n % 3 == 0) for n, name in enumerate(names)]
    judgements = [judged("org-x-0", "org-x-1", "different"), judged("org-x-1", "org-x-2", "same", LATER)]
    mixed, mixed_judgements = list(bearers), list(judgements)
    random.Random(seed).shuffle(mixed)  # noqa: S311  any fixed order will do
    random.Random(seed + 1).shuffle(mixed_judgements)  # noqa: S311  any fixed order will do
    straight = redirects_between(bearers, judgements)
    assert redirects_between(mixed, mixed_judgements) == straight
    found = pairs(straight)
    assert not set(found) & set(found.values())
    by_rule = {r.entity_id for r in straight if r.decided_by is None}
    assert not by_rule & {bearer.entity_id for bearer in bearers if bearer.listed}
