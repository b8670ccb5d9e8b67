"""What of a language model's answer becomes a claim, and what is refused for which reason."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.articles.model import Sentence
from pipelines.claims.answers import MOST_ENTRIES, AnswerError, claims_of, parse_answer
from pipelines.claims.asking import KINDS
from pipelines.claims.extraction import REASONS
from pipelines.claims.model import Document
from pipelines.entities.model import Entity, Knowledge, Mention

JOINING = "가온전자와 누리소프트는 지난 3일 라온 얼라이언스에 합류했다고 밝혔다."
LATER = "양사는 이번 협력으로 반도체를 함께 개발한다."
POST = "홍길순 가온전자 사장은 “기쁘다”고 말했다."
LAST = "다음 날 새벽일보가 소식을 전했다."
TEXT = f"가온전자, 동맹 합류\n\n{JOINING} {LATER}\n\n{POST} {LAST}"
NAMES = {
    "가온전자": "org",
    "누리소프트": "org",
    "라온 얼라이언스": "alliance",
    "홍길순": "person",
    "새벽일보": "org",
}
QUOTED = {"quote": JOINING, "trigger": "합류했다", "attribution": "own", "speaker": None}
TIE = {
    "alliance": "라온 얼라이언스",
    "members": [{"name": "가온전자", "is_founder": False}, {"name": "누리소프트", "is_founder": True}],
    "role": "member",
    "status": "active",
    "since": "지난 3일",
    "since_basis": "announced",
    "until": None,
    "until_basis": "act",
    **QUOTED,
}
PAIRING = {
    **TIE,
    "alliance": None,
    "role": "partner",
    "since": None,
    "quote": LATER,
    "trigger": "함께 개발한다",
}
EVENT = {
    "event_type": "join",
    "modality": "done",
    "participants": [{"name": "가온전자", "role": "party"}, {"name": "라온 얼라이언스", "role": "alliance"}],
    "date": "3일",
    "date_basis": "announced",
    **QUOTED,
}


def find_all(name):
    at = TEXT.find(name)
    while at >= 0:
        yield at
        at = TEXT.find(name, at + 1)


@pytest.fixture(scope="module")
def document():
    mentions = [
        Mention(at, at + len(name), name, kind, f"{kind}:{name}", name, "alias")
        for name, kind in NAMES.items()
        for at in find_all(name)
    ]
    at = TEXT.index("양사")
    mentions.append(Mention(at, at + 2, "양사", "group", members=("org:가온전자", "org:누리소프트")))
    spans = [(0, TEXT.index("\n"), "headline")]
    spans += [(TEXT.index(part), TEXT.index(part) + len(part), "body") for part in (JOINING, LATER, POST, LAST)]
    sentences = tuple(Sentence(number, start, end, zone) for number, (start, end, zone) in enumerate(spans))
    ordered = tuple(sorted(mentions, key=lambda m: m.start))
    return Document(TEXT, sentences, ordered, "ko", date(2023, 5, 20))


KNOWLEDGE = Knowledge(
    {
        f"{kind}:{name}": Entity(f"{kind}:{name}", name, kind, org_type="outlet" if name == "새벽일보" else None)
        for name, kind in NAMES.items()
    },
    (),
)


def answered(document, **lists):
    answer = {kind: lists.get(kind, []) for kind in KINDS}
    return claims_of(parse_answer(json.dumps(answer)), document, KNOWLEDGE)


def reasons(extraction):
    return [refusal.reason for refusal in extraction.refusals]


def test_a_tie_gives_a_claim_for_each_member_with_literal_spans(document):
    extraction = answered(document, ties=[TIE])
    assert extraction.refusals == ()
    first, second = extraction.claims.memberships
    assert (first.member_id, first.alliance_id) == ("org:가온전자", "alliance:라온 얼라이언스")
    assert (second.member_id, second.is_founder) == ("org:누리소프트", True)
    for claim in (first, second):
        evidence = claim.evidence
        assert TEXT[evidence.start : evidence.end] == JOINING
        assert TEXT[evidence.trigger_start : evidence.trigger_end] == "합류했다"
        assert TEXT[slice(*claim.alliance_span)] == "라온 얼라이언스"
        assert evidence.start <= claim.member_span[0] < evidence.end, "the mention in the quote, not in the headline"


def test_a_date_is_read_off_the_text_and_never_taken_from_the_answer(document):
    [claim, _] = answered(document, ties=[TIE]).claims.memberships
    assert (claim.since.value, claim.since.precision, claim.since.basis) == ("2023-05-03", "day", "announced")
    dated = answered(document, ties=[{**TIE, "since": "2023-05-03"}])
    assert dated.claims.memberships == ()
    assert reasons(dated) == ["invented_date"]
    [claim, _] = answered(document, ties=[{**TIE, "since": "합류"}]).claims.memberships
    assert claim.since is None, "words that state no date give none"


def test_a_pairing_is_named_by_all_its_parties_and_a_group_word_stands_for_them(document):
    extraction = answered(document, ties=[PAIRING])
    pairing = ("org:가온전자", "org:누리소프트")
    assert [claim.pairing for claim in extraction.claims.memberships] == [pairing, pairing]
    assert all(TEXT[slice(*claim.member_span)] in NAMES for claim in extraction.claims.memberships)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "가온전자는 라온 얼라이언스를 이끈다."}, "invented_quote"),
        ({"quote": ""}, "invented_quote"),
        ({"quote": " "}, "invented_quote"),
        ({"quote": JOINING.replace(" ", "  ")}, "invented_quote"),
        ({"quote": JOINING + "\ud800"}, "invented_quote"),
        ({"quote": TEXT + "가" * 300}, "long_quote"),
        ({"trigger": "탈퇴했다"}, "invented_trigger"),
        ({"trigger": ""}, "invented_trigger"),
        ({"trigger": "함께 개발한다"}, "invented_trigger"),
        ({"alliance": "다른 얼라이언스"}, "invented_name"),
        ({"alliance": "가온전자"}, "unknown_name"),
        ({"members": [{"name": "삼성전자", "is_founder": False}]}, "invented_name"),
        ({"members": [{"name": "반도체", "is_founder": False}]}, "unknown_name"),
        ({"members": [{"name": "새벽일보", "is_founder": False}]}, "unknown_name"),
        ({"members": [{"name": "라온 얼라이언스", "is_founder": False}]}, "no_tie"),
        ({"members": []}, "no_tie"),
        ({"alliance": None, "members": TIE["members"][:1]}, "no_tie"),
        ({"alliance": None, "members": [*TIE["members"], {"name": "반도체", "is_founder": False}]}, "unknown_name"),
        ({"quote": LAST, "trigger": "전했다", "since": None}, "no_party_in_quote"),
        ({"role": "boss"}, "off_schema"),
        ({"status": None}, "off_schema"),
        ({"members": "가온전자"}, "off_schema"),
        ({"members": [{"name": "가온전자"}]}, "off_schema"),
        ({"since": 3}, "off_schema"),
        ({"quote": "가" * 3_000}, "off_schema"),
    ],
)
def test_a_tie_that_the_text_does_not_bear_is_refused_with_the_reason(document, change, reason):
    extraction = answered(document, ties=[{**TIE, **change}])
    assert extraction.claims.memberships == ()
    assert reasons(extraction) == [reason]
    assert json.loads(extraction.refusals[0].row)


def test_an_unknown_member_of_a_named_alliance_leaves_the_others_in(document):
    members = [*TIE["members"], {"name": "반도체", "is_founder": False}]
    extraction = answered(document, ties=[{**TIE, "members": members}])
    assert [claim.member_id for claim in extraction.claims.memberships] == ["org:가온전자", "org:누리소프트"]
    assert reasons(extraction) == ["unknown_name"]


def test_an_event_names_its_participants_once_each_and_its_day(document):
    participants = [*EVENT["participants"], {"name": "가온전자", "role": "initiator"}]
    [event] = answered(document, events=[{**EVENT, "participants": participants}]).claims.events
    assert [(p.entity_id, p.role) for p in event.participants] == [
        ("org:가온전자", "party"),
        ("alliance:라온 얼라이언스", "alliance"),
    ]
    assert (event.event_type, event.modality, event.date.value) == ("join", "done", "2023-05-03")


def test_a_denied_event_is_negative(document):
    [event] = answered(document, events=[{**EVENT, "modality": "denied"}]).claims.events
    assert event.polarity == "negative"


def test_an_invented_participant_costs_the_event(document):
    participants = [*EVENT["participants"], {"name": "삼성전자", "role": "party"}]
    extraction = answered(document, events=[{**EVENT, "participants": participants}])
    assert extraction.claims.events == ()
    assert reasons(extraction) == ["invented_name"]


def test_relations_attributes_and_posts_hold_what_the_quote_says(document):
    relation = {"subject": "가온전자", "relation": "rival_of", "object": "누리소프트", **QUOTED}
    attribute = {"alliance": "라온 얼라이언스", "attribute": "purpose", "value": "합류", **QUOTED}
    post = {
        "person": "홍길순",
        "organization": "가온전자",
        "title": "사장",
        "quote": "홍길순 가온전자 사장은",
        "trigger": "사장",
        "attribution": "quoted",
        "speaker": "홍길순",
    }
    invented = {**attribute, "value": "세계 정복"}
    itself = {**relation, "object": "가온전자"}
    extraction = answered(document, relations=[relation, itself], attributes=[attribute, invented], posts=[post])
    [relating], [attributed], [posted] = (
        extraction.claims.relations,
        extraction.claims.attributes,
        extraction.claims.posts,
    )
    assert (relating.subject_id, relating.object_id) == ("org:가온전자", "org:누리소프트")
    assert attributed.value == "합류"
    assert (posted.person_id, posted.title, posted.evidence.speaker_id) == ("person:홍길순", "사장", "person:홍길순")
    assert posted.evidence.start == TEXT.index(POST), "widened to whole sentences"
    assert sorted(reasons(extraction)) == ["invented_value", "no_tie"]


def test_claims_stand_in_the_order_of_the_text_whatever_the_answers_order(document):
    forth, back = answered(document, ties=[TIE, PAIRING]), answered(document, ties=[PAIRING, TIE])
    assert forth.claims == back.claims
    starts = [claim.evidence.start for claim in forth.claims.memberships]
    assert starts == sorted(starts)


def test_no_more_entries_are_read_than_an_article_can_make(document):
    extraction = answered(document, events=[EVENT] * (MOST_ENTRIES + 5))
    assert len(extraction.claims.events) == MOST_ENTRIES
    assert reasons(extraction) == ["too_many_claims"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "null",
        "[]",
        "I found no claims.",
        "{}",
        '{"ties": {}, "events": [], "relations": [], "attributes": [], "posts": []}',
        json.dumps({kind: [] for kind in KINDS})[:-3],
        "[" * 100_000,
        '{"ties": [' + "9" * 10_000 + "]",
    ],
)
def test_an_answer_that_is_not_what_was_asked_for_is_no_answer(content):
    with pytest.raises(AnswerError):
        parse_answer(content)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from([JOINING, "합류했다", *NAMES]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*TIE, *EVENT]), inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*TIE, *EVENT, "name"]), JSON), st.sampled_from(["ties", "events"]))
def test_whatever_an_entry_holds_it_makes_grounded_claims_or_a_refusal(document, entry, kind):
    base = TIE if kind == "ties" else EVENT
    extraction = answered(document, **{kind: [{**base, **entry}, entry]})
    for claim in (*extraction.claims.memberships, *extraction.claims.events):
        evidence = claim.evidence
        assert 0 <= evidence.start <= evidence.trigger_start < evidence.trigger_end <= evidence.end <= len(TEXT)
        assert evidence.end - evidence.start <= 300
    assert all(refusal.reason in REASONS for refusal in extraction.refusals)


def test_a_page_that_gives_orders_gains_nothing_that_its_text_does_not_say(document):
    """An answer that obeys a page still needs quotes and names that the page holds as news holds them."""
    obeyed = {**TIE, "members": [{"name": "악당전자", "is_founder": True}], "quote": "악당전자가 이끈다."}
    extraction = answered(document, ties=[obeyed])
    assert extraction.claims.memberships == ()
    assert reasons(extraction) == ["invented_quote"]
