"""What no reading scores: predictions from the annotation's own names."""

from __future__ import annotations

from pipelines.evaluation import GoldArticle, figures, score_baselines

TEXT = "가온전자와 누리소프트는 라온 얼라이언스의 회원이다. 다온카드는 아니다."


def article(memberships: list[dict[str, object]], alliance: bool = True) -> GoldArticle:
    names = [("가온전자", "org"), ("누리소프트", "org"), ("다온카드", "org")]
    names += [("라온 얼라이언스", "alliance")] if alliance else []
    entities = [{"canonical": name, "type": kind, "surface_forms": [name]} for name, kind in names]
    return GoldArticle("a", {"text": TEXT}, {"entities": entities, "memberships": memberships, "events": []})


def row(member: str, alliance: str | None, group: str | None, status: str) -> dict[str, object]:
    return {
        "member": member, "alliance": alliance, "group": group, "role": "member", "status": status,
        "char_start": 0, "char_end": 10,
    }  # fmt: skip


def test_every_organization_is_put_into_the_first_alliance():
    rows = [
        row("가온전자", "라온 얼라이언스", None, "active"),
        row("누리소프트", "라온 얼라이언스", None, "terminated"),
    ]
    tally = score_baselines([article(rows)])["every organization × the first alliance"]
    found = figures(tally).found
    assert found["membership"]["f1"] == 0.8
    assert found["membership+status"]["f1"] == 0.4


def test_all_organizations_are_put_into_one_group():
    rows = [row(name, None, "g", "active") for name in ("가온전자", "누리소프트")]
    tally = score_baselines([article(rows, alliance=False)])["all organizations in one nameless group"]
    assert figures(tally).found["membership"] == {
        "f1": 0.8, "precision": 2 / 3, "recall": 1.0, "gold": 2, "predicted": 3,
    }  # fmt: skip


def test_without_an_alliance_nobody_is_put_into_one():
    tally = score_baselines([article([], alliance=False)])["every organization × the first alliance"]
    assert tally.predicted["membership"] == 0
