"""The retellings are a sound gold folder: what each annotation says, its article says literally."""

import itertools
import json
from collections import Counter
from pathlib import Path

import pytest

from pipelines.evaluation import Tally, figures, read_gold, score_article

FOLDER = Path(__file__).parent / "retellings"
GOLD = FOLDER.parent / "gold"
ARTICLES = read_gold(FOLDER)
LONG = 1200

KINDS = {"tie", "pending", "ended_denied", "negative"}
ENTITY_TYPES = {"org", "person", "alliance", "event_name", "place"}
ROLES = {"leader", "member", "partner", "prospective", "former"}
STATUSES = {"active", "announced", "under_discussion", "proposed", "denied", "terminated"}
EVENT_TYPES = {
    *("found_alliance", "join", "leave", "sign_mou", "invest", "equity_swap", "joint_venture", "acquire"),
    *("propose", "discuss", "deny", "terminate", "announce", "launch", "statement", "policy"),
}
MODALITIES = {"done", "planned", "under_discussion", "denied"}
PARTICIPANT_ROLES = {
    *("initiator", "party", "counterparty", "investor", "investee", "acquirer", "target", "alliance"),
    *("speaker", "host", "signatory_person", "venue_event", "regulator"),
}
BASES = {"act", "announced"}


@pytest.fixture(params=ARTICLES, ids=lambda article: article.name)
def article(request):
    return request.param


def ties(gold):
    return {(row["alliance"], row["group"]) for row in gold["memberships"]}


def is_partial_date(value):
    parts = value.split("-")
    widths = [len(part) for part in parts]
    return all(part.isdigit() for part in parts) and widths == [4, 2, 2][: len(parts)]


def test_every_piece_of_evidence_stands_where_its_offsets_say(article):
    for row in [*article.gold["memberships"], *article.gold["events"]]:
        assert row["evidence"]
        assert article.text[row["char_start"] : row["char_end"]] == row["evidence"]


def test_every_name_is_read_in_the_text(article):
    for entity in article.gold["entities"]:
        assert entity["type"] in ENTITY_TYPES
        assert entity["surface_forms"]
        assert [form for form in entity["surface_forms"] if form not in article.text] == []
    names = [entity["canonical"] for entity in article.gold["entities"]]
    assert len(names) == len(set(names))


def test_members_and_participants_are_among_the_entities(article):
    types = {entity["canonical"]: entity["type"] for entity in article.gold["entities"]}
    for row in article.gold["memberships"]:
        assert types[row["member"]] in {"org", "alliance"}
        assert row["alliance"] is None or types[row["alliance"]] == "alliance"
    for event in article.gold["events"]:
        assert event["participants"]
        for participant in event["participants"]:
            assert participant["name"] in types
            assert participant["role"] in PARTICIPANT_ROLES


def test_a_row_is_of_an_alliance_or_of_a_nameless_pairing_and_stands_once(article):
    rows = article.gold["memberships"]
    assert all((row["alliance"] is None) != (row["group"] is None) for row in rows)
    keys = [(row["alliance"], row["group"], row["member"]) for row in rows]
    assert len(keys) == len(set(keys))
    pairings = Counter(row["group"] for row in rows if row["group"])
    assert all(count >= 2 for count in pairings.values())


def test_words_are_of_the_closed_vocabularies(article):
    assert article.article["kind"] in KINDS
    assert article.article["lang"] in {"ko", "en"}
    for row in article.gold["memberships"]:
        assert row["role"] in ROLES
        assert row["status"] in STATUSES
    for event in article.gold["events"]:
        assert event["type"] in EVENT_TYPES
        assert event["modality"] in MODALITIES


def test_a_date_is_iso_as_precise_as_stated_and_has_a_basis(article):
    dated = [(row[key], row[f"{key}_basis"]) for row in article.gold["memberships"] for key in ("since", "until")]
    dated += [(event["date"], event["date_basis"]) for event in article.gold["events"]]
    for date, basis in dated:
        assert (date is None) == (basis is None)
        assert date is None or (is_partial_date(date) and basis in BASES)


def test_article_and_annotation_name_each_other(article):
    assert article.article["id"] == article.gold["id"] == article.name


def test_a_negative_has_no_tie_and_every_other_article_has_one(article):
    assert (article.article["kind"] == "negative") == (article.gold["memberships"] == [])


def test_every_article_has_its_annotation():
    stems = {path.stem for path in (FOLDER / "articles").glob("*.json")}
    assert stems == {article.name for article in ARTICLES}


def test_the_set_is_as_wide_as_it_says():
    kinds = Counter(article.article["kind"] for article in ARTICLES)
    languages = Counter(article.article["lang"] for article in ARTICLES)
    long = [one for one in ARTICLES if len(one.text) >= LONG and len(ties(one.gold)) >= 2]
    assert len(ARTICLES) >= 40
    assert 2 * kinds["negative"] >= len(ARTICLES)
    assert len(long) >= 12
    assert languages["en"] >= 8
    assert languages["ko"] >= 32
    roles = {row["role"] for article in ARTICLES for row in article.gold["memberships"]}
    statuses = {row["status"] for article in ARTICLES for row in article.gold["memberships"]}
    types = {event["type"] for article in ARTICLES for event in article.gold["events"]}
    assert (roles, statuses, types) == (ROLES, STATUSES, EVENT_TYPES)


def test_no_long_run_of_characters_is_shared_with_the_gold_set_or_with_another_retelling():
    """A retelling tells with its own sentences: no 30 characters stand in two articles."""
    texts = {f"gold {path.stem}": json.loads(path.read_text())["text"] for path in (GOLD / "articles").glob("*.json")}
    texts |= {article.name: article.text for article in ARTICLES}
    runs = {name: {text[at : at + 30] for at in range(len(text) - 29)} for name, text in texts.items()}
    shared = [
        (one, other)
        for one, other in itertools.combinations(sorted(runs), 2)
        if not (one.startswith("gold") and other.startswith("gold")) and runs[one] & runs[other]
    ]
    assert shared == []


def test_the_annotation_itself_scores_full_marks():
    """What the scorer asks for can be given: the gold, told as a prediction, is right in every figure."""
    total = Tally()
    for article in ARTICLES:
        prediction = {
            **article.gold,
            "entities": [{**entity, "name": entity["canonical"]} for entity in article.gold["entities"]],
        }
        tally, misses = score_article(article.gold, prediction, article.text)
        total.add(tally)
        assert misses == []
    shares = figures(total).as_json()
    assert shares["membership+status"]["f1"] == shares["event"]["f1"] == 1
    assert shares["evidence"]["right"] == shares["dates kept honest"]["right"] == 1
