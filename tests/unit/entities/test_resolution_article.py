from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from pipelines.entities import find_mentions
from pipelines.entities.model import Alias, Entity, Judgement, Knowledge
from pipelines.entities.normalizing import entity_id_of

NOTHING = Knowledge({}, ())


def parties(text: str, knowledge: Knowledge = NOTHING) -> list[set[str]]:
    """The surfaces of each organization or alliance that the text names."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in find_mentions(text, knowledge):
        if mention.mention_type in ("org", "alliance") and mention.entity_id:
            found[mention.entity_id].add(mention.surface)
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("가온누리대학교가 나섰다.\n가온누리대는 나루대학교와 손을 잡았다.", {"가온누리대학교", "가온누리대"}),
        ("가온누리연구원(GNRI)이 나섰다.\nGNRI는 나루연구원과 만났다.", {"가온누리연구원", "GNRI"}),
        ("㈜SK가람과 나루연구원이 나섰다.\n㈜에스케이가람은 웃었다.", {"SK가람", "에스케이가람"}),
    ],
)
def test_other_forms_of_a_name_are_the_same_party(text: str, one: set[str]) -> None:
    assert one in parties(text)


@pytest.mark.parametrize(
    "text",
    [
        "㈜가람나루그룹과 ㈜가람나루지주가 나섰다.",
        "서울가람대학교와 부산가람대학교가 손을 잡았다.",
        "가온누리연구원과 가온미르연구원이 손을 잡았다.",
    ],
)
def test_names_that_are_only_alike_stay_two(text: str) -> None:
    assert len(parties(text)) == 2


def test_a_discovered_name_joins_the_listed_one_whichever_comes_first() -> None:
    known = Entity("org-sk-garam", "SK가람", "org", org_type="company")
    knowledge = Knowledge({known.entity_id: known}, (Alias(known.entity_id, known.name),))
    for text in ("㈜에스케이가람이 나섰다.\nSK가람은 웃었다.", "SK가람이 나섰다.\n㈜에스케이가람은 웃었다."):
        assert {m.entity_id for m in find_mentions(text, knowledge) if m.mention_type == "org"} == {known.entity_id}


def test_a_form_that_a_person_judged_to_be_another_party_is_not_linked() -> None:
    text = "가온누리연구원(GNRI)이 나섰다.\nGNRI는 나루연구원과 만났다."
    left, right = entity_id_of("org", "가온누리연구원"), entity_id_of("org", "GNRI")
    assert left is not None
    assert right is not None
    judgement = Judgement(left, right, "different", "analyst", date(2024, 5, 6), "a namesake")
    knowledge = Knowledge({}, (), judgements=(judgement,))
    assert {"가온누리연구원", "GNRI"} in parties(text)
    assert {"가온누리연구원", "GNRI"} not in parties(text, knowledge)
