"""`entente evaluate` and the reference scorer count alike."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.evaluation import Tally, figures, read_gold, score_article

HERE = Path(__file__).parent
GOLD = HERE / "gold"


def distorted(gold, text, seed):
    """A prediction that is partly right: rows dropped, renamed, restated, moved and added, by a fixed seed."""
    chance = random.Random(seed)  # noqa: S311
    entities = [
        {"name": e["canonical"], "type": e["type"], "surface_forms": e["surface_forms"]}
        for e in gold["entities"]
        if chance.random() > 0.15
    ]
    memberships = []
    for row in gold["memberships"]:
        if chance.random() < 0.2:
            continue
        start = max(0, row["char_start"] - chance.choice([0, 0, 5]))
        memberships.append(
            {
                "alliance": row["alliance"] if chance.random() > 0.1 else None,
                "group": row["group"] or "g",
                "member": row["member"] if chance.random() > 0.1 else "없는 회사",
                "role": row["role"] if chance.random() > 0.2 else "observer",
                "status": row["status"] if chance.random() > 0.2 else "expired",
                "since": row["since"] if chance.random() > 0.2 else "2020",
                "until": row["until"],
                "evidence": text[start : row["char_end"]] if chance.random() > 0.1 else "지어낸 문장",
            }
        )
    events = [
        {
            "type": event["type"] if chance.random() > 0.1 else "extend",
            "participants": event["participants"][: chance.choice([1, 2, 9])],
            "date": event["date"] if chance.random() > 0.2 else "1999-01-01",
            "modality": event["modality"] if chance.random() > 0.2 else "rumoured",
            "evidence": event["evidence"],
        }
        for event in gold["events"]
        if chance.random() > 0.2
    ]
    return {"entities": entities, "memberships": memberships, "events": events}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_equal_those_of_the_reference_scorer(seed, tmp_path):
    total = Tally()
    for article in read_gold(GOLD):
        prediction = distorted(article.gold, article.text, f"{seed}-{article.name}")
        if seed == 3 and article.name.endswith("3"):
            prediction = {}
        else:
            (tmp_path / f"{article.name}.json").write_text(json.dumps(prediction), encoding="utf-8")
        total.add(score_article(article.gold, prediction, article.text)[0])
    reference = subprocess.run(
        [sys.executable, HERE / "score_facts.py", GOLD, tmp_path, "--json"], capture_output=True, text=True, check=True
    )
    expected = json.loads(reference.stdout)
    ours = figures(total).as_json()
    assert ours.keys() == expected.keys()
    for kind, values in expected.items():
        assert ours[kind] == pytest.approx(values), kind


def as_predicted(entities):
    return [{"name": e["canonical"], "type": e["type"], "surface_forms": e["surface_forms"]} for e in entities]


def test_the_gold_itself_scores_one():
    total = Tally()
    for article in read_gold(GOLD):
        prediction = {**article.gold, "entities": as_predicted(article.gold["entities"])}
        tally, misses = score_article(article.gold, prediction, article.text)
        assert misses == []
        total.add(tally)
    found = figures(total).found
    assert {kind: values["f1"] for kind, values in found.items()} == dict.fromkeys(found, 1.0)


def test_misses_name_what_was_missed_and_what_is_spurious():
    text = "가람은 나래와 손잡았다."
    shared = {
        "alliance": None,
        "role": "partner",
        "status": "active",
        "evidence": text,
        "char_start": 0,
        "char_end": 13,
    }
    entities = [{"canonical": name, "type": "org", "surface_forms": [name]} for name in ("가람", "나래", "다온")]
    gold_rows = [{**shared, "group": "p", "member": name} for name in ("가람", "나래")]
    predicted_rows = [{**shared, "group": "p", "member": name} for name in ("가람", "다온")]
    gold = {"entities": entities, "memberships": gold_rows, "events": []}
    _, misses = score_article(gold, {"entities": as_predicted(entities), "memberships": predicted_rows}, text)
    found = {(miss.kind, miss.subject.rpartition("× ")[2]) for miss in misses}
    # The two groups share one of three members, which is less than half: so even the shared member is not found.
    assert found == {
        (kind, name)
        for kind, names in (("missed membership", ("가람", "나래")), ("spurious membership", ("가람", "다온")))
        for name in names
    }
