"""Asking an endpoint over a real connection: what is sent, kept and counted, and every way in which it can fail."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import date

import pytest

from pipelines.articles.model import Sentence
from pipelines.claims import Document
from pipelines.entities.model import Entity, Knowledge, Mention
from pipelines.language_model import Endpoint, LanguageModelError, Limits
from pipelines.language_model.extractor import DOWN_AFTER, WAVE, LanguageModelExtractor
from pipelines.language_model.pacing import SystemClock

LIMITS = Limits(per_minute=60_000, concurrency=3, timeout=20, attempts=3)
FIRMS = ("가온전자", "누리소프트", "다온카드", "라라물산")
ALLIANCE = "바다 얼라이언스"
KNOWLEDGE = Knowledge(
    {f"org:{name}": Entity(f"org:{name}", name, "org") for name in FIRMS}
    | {f"alliance:{ALLIANCE}": Entity(f"alliance:{ALLIANCE}", ALLIANCE, "alliance")},
    (),
)


class RecordingClock(SystemClock):
    """Waits for nothing, and remembers how long it would have."""

    def __init__(self):
        super().__init__()
        self.waited = []

    def wait(self, seconds):
        self.waited.append(seconds)


def story(number, firm=None):
    """A document of its own for each number."""
    firm = firm or FIRMS[number % len(FIRMS)]
    text = f"{number}번째 소식이다. {firm}는 {ALLIANCE}에 합류했다."
    first = text.index(". ") + 1
    spans = [(firm, "org"), (ALLIANCE, "alliance")]
    mentions = tuple(
        Mention(text.index(name), text.index(name) + len(name), name, kind, f"{kind}:{name}", name)
        for name, kind in spans
    )
    sentences = (Sentence(0, 0, first, "body"), Sentence(1, first + 1, len(text), "body"))
    return Document(text, sentences, mentions, "ko", date(2023, 5, 20))


@pytest.fixture
def clock():
    return RecordingClock()


@pytest.fixture
def made(endpoint, tmp_path, clock):
    def make(limits=LIMITS, **changes):
        at = Endpoint(endpoint.url, "small-model", endpoint.key)
        return LanguageModelExtractor(at, replace(limits, **changes), tmp_path / "answers", clock)

    return make


def read(extractor, documents):
    return list(extractor.extract(documents, KNOWLEDGE))


def members(extraction):
    return [claim.member_id.removeprefix("org:") for claim in extraction.claims.memberships]


def reason(extraction):
    [refusal] = extraction.refusals
    return refusal.reason


def test_a_request_is_what_the_protocol_says(endpoint, made):
    [extraction] = read(made(), [story(0)])
    assert members(extraction) == ["가온전자"]
    [request] = endpoint.requests
    assert endpoint.paths == ["/v1/chat/completions"]
    assert endpoint.headers[0]["Authorization"] == f"Bearer {endpoint.key}"
    assert (request["model"], request["temperature"]) == ("small-model", 0)
    assert request["response_format"]["type"] == "json_schema"
    assert request["response_format"]["json_schema"]["strict"] is True
    assert endpoint.texts() == [story(0).text]


def test_without_a_key_none_is_sent(endpoint, made):
    endpoint.key = ""
    read(made(), [story(0)])
    assert "Authorization" not in endpoint.headers[0]


def test_an_answer_is_paid_for_once(endpoint, made):
    [first] = read(made(), [story(0)])
    [again] = read(made(), [story(0)])
    assert first == again
    assert len(endpoint.requests) == 1


def test_a_text_that_stands_twice_is_asked_about_once(endpoint, made):
    one, two = read(made(), [story(0), story(0)])
    assert one == two
    assert len(endpoint.requests) == 1


def test_another_text_or_model_is_another_question(endpoint, made, tmp_path, clock):
    read(made(), [story(0)])
    read(made(), [story(4)])
    other = LanguageModelExtractor(Endpoint(endpoint.url, "other", ""), LIMITS, tmp_path / "answers", clock)
    read(other, [story(0)])
    assert len(endpoint.requests) == 3


def test_a_file_of_the_cache_that_is_broken_is_asked_for_anew(endpoint, made, tmp_path):
    read(made(), [story(0)])
    [kept] = (tmp_path / "answers").rglob("*.json")
    for content in (b"", b"{", b'{"content": 3}', b'{"content": "{}"}', b"\xff", b"[" * 100_000):
        kept.write_bytes(content)
        [extraction] = read(made(), [story(0)])
        assert members(extraction) == ["가온전자"]
    assert len(endpoint.requests) == 7
    assert [path.name for path in kept.parent.iterdir()] == [kept.name], "nothing is left beside it"


def test_documents_that_can_make_no_claim_are_not_sent(endpoint, made):
    document = story(0)
    silent = replace(document, mentions=document.mentions[:1])
    [extraction] = read(made(), [silent])
    assert extraction.refusals == ()
    assert endpoint.requests == []


def test_a_text_longer_than_allowed_is_not_sent(endpoint, made):
    [extraction] = read(made(text=20), [story(0)])
    assert reason(extraction) == "too_long_to_send"
    assert endpoint.requests == []


@pytest.mark.parametrize("concurrency", [1, 2, 8])
def test_claims_come_in_the_order_of_the_documents_for_any_concurrency(endpoint, made, concurrency):
    count = WAVE + 5
    extractions = read(made(concurrency=concurrency), [story(number) for number in range(count)])
    assert [members(each) for each in extractions] == [[FIRMS[number % len(FIRMS)]] for number in range(count)]
    assert sorted(endpoint.texts()) == sorted(story(number).text for number in range(count))


@pytest.mark.parametrize("concurrency", [1, 8])
def test_when_the_requests_are_used_up_the_first_documents_have_been_read(endpoint, made, concurrency):
    extractions = read(made(requests=3, concurrency=concurrency), [story(number) for number in range(6)])
    assert [len(members(each)) for each in extractions] == [1, 1, 1, 0, 0, 0]
    assert {reason(each) for each in extractions[3:]} == {"over_budget"}
    assert len(endpoint.requests) == 3


def test_tokens_bound_a_run_before_they_are_spent(endpoint, made):
    extractor = made(tokens=LIMITS.answer)
    [extraction] = read(extractor, [story(0)])
    assert reason(extraction) == "over_budget"
    assert endpoint.requests == []


def test_tokens_that_were_not_used_serve_later_documents(endpoint, made):
    # Enough for one question with the longest answer, and for the two answers as they really are.
    extractor = made(tokens=LIMITS.answer + 8_000)
    assert members(*read(extractor, [story(0)]))
    assert members(*read(extractor, [story(1)]))
    assert len(endpoint.requests) == 2


def test_a_run_that_was_cut_short_goes_on_where_it_stopped(endpoint, made):
    documents = [story(number) for number in range(4)]
    read(made(requests=2), documents)
    extractions = read(made(requests=2), documents)
    assert all(members(each) for each in extractions)
    assert len(endpoint.requests) == 4


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 529])
def test_a_passing_fault_is_asked_through(endpoint, made, clock, status):
    endpoint.script = [endpoint.fails(status), endpoint.fails(status)]
    [extraction] = read(made(), [story(0)])
    assert members(extraction) == ["가온전자"]
    assert [wait for wait in clock.waited if wait > 0.5] == [1, 2], "longer each time"


def test_the_wait_that_an_endpoint_asks_for_is_kept(endpoint, made, clock):
    endpoint.script = [endpoint.fails(429, Retry_After="17")]
    [extraction] = read(made(), [story(0)])
    assert members(extraction) == ["가온전자"]
    [wait] = [wait for wait in clock.waited if wait > 0.5]
    assert 16 < wait <= 17


def test_an_endpoint_that_asks_to_wait_for_hours_is_left_alone(endpoint, made, clock):
    endpoint.script = [endpoint.fails(429, Retry_After="36000")]
    [extraction] = read(made(), [story(0)])
    assert reason(extraction) == "no_answer"
    assert len(endpoint.requests) == 1
    assert [wait for wait in clock.waited if wait > 0.5] == []


@pytest.mark.parametrize("fault", ["hangs_up", "hangs_up_halfway"])
def test_a_connection_that_drops_is_tried_again(endpoint, made, fault):
    endpoint.script = [getattr(endpoint, fault)()]
    [extraction] = read(made(), [story(0)])
    assert members(extraction) == ["가온전자"]
    assert len(endpoint.requests) == 2


def test_an_endpoint_that_never_answers_costs_the_document_alone(endpoint, made):
    endpoint.script = [endpoint.hangs(), endpoint.hangs()]
    silent, heard = read(made(timeout=0.3, attempts=2, concurrency=1), [story(0), story(1)])
    assert reason(silent) == "no_answer"
    assert members(heard) == ["누리소프트"]


def test_attempts_end(endpoint, made):
    endpoint.always = endpoint.fails(500, "overloaded")
    [extraction] = read(made(), [story(0)])
    [refusal] = extraction.refusals
    assert (refusal.reason, refusal.detail) == ("no_answer", "HTTP 500: overloaded")
    assert len(endpoint.requests) == LIMITS.attempts


def test_repeated_requests_count_among_those_of_the_run(endpoint, made):
    endpoint.always = endpoint.fails(500)
    [extraction] = read(made(requests=2), [story(0)])
    assert reason(extraction) == "over_budget"
    assert len(endpoint.requests) == 2


def test_an_outage_ends_the_asking(endpoint, made):
    endpoint.always = endpoint.fails(500)
    extractor = made(attempts=1)
    extractions = read(extractor, [story(number) for number in range(WAVE + 8)])
    assert [reason(each) for each in extractions[:WAVE]] == ["no_answer"] * WAVE
    assert [reason(each) for each in extractions[WAVE:]] == ["endpoint_down"] * 8
    assert len(endpoint.requests) == WAVE
    assert DOWN_AFTER < WAVE


def test_a_request_that_is_refused_is_not_repeated(endpoint, made):
    endpoint.script = [endpoint.fails(400, "context too long")]
    [extraction] = read(made(), [story(0)])
    [refusal] = extraction.refusals
    assert (refusal.reason, refusal.detail) == ("refused_request", "HTTP 400: context too long")
    assert len(endpoint.requests) == 1


@pytest.mark.parametrize(
    ("status", "words"), [(401, "refuses the key"), (403, "refuses the key"), (404, "no such model"), (307, "redirect")]
)
def test_what_the_user_must_mend_stops_the_run(endpoint, made, status, words):
    endpoint.always = endpoint.fails(status, f"bad key {endpoint.key}", Location="http://127.0.0.1:1/")
    with pytest.raises(LanguageModelError, match=words) as stopped:
        read(made(), [story(number) for number in range(WAVE + 8)])
    assert endpoint.key not in str(stopped.value)
    # What is under way when the first answer comes may still arrive; the next wave is never sent.
    assert len(endpoint.requests) <= WAVE


MALFORMED = {
    "no JSON": "The article says that it joined.",
    "truncated": '{"ties": [{"alliance": "바다 얼라이언스", "mem',
    "no lists": "{}",
    "a list": "[]",
    "nested": "[" * 50_000,
}


@pytest.mark.parametrize("content", MALFORMED.values(), ids=MALFORMED)
def test_an_answer_that_cannot_be_read_is_asked_for_once_more_and_never_kept(endpoint, made, tmp_path, content):
    endpoint.script = [endpoint.says(content)]
    assert members(*read(made(), [story(0)]))
    endpoint.always = endpoint.says(content)
    [extraction] = read(made(), [story(1)])
    assert reason(extraction) == "malformed_answer"
    assert len(endpoint.requests) == 4
    assert len(list((tmp_path / "answers").rglob("*.json"))) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>busy</html>",
        b'{"choices": []}',
        b'{"choices": [{"message": null}]}',
        b'{"choices": {"0": 1}}',
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps({"choices": [{"message": {"content": None}}]}).encode(),
        json.dumps({"choices": [{"message": {"content": {"ties": []}}}], "usage": {"total_tokens": "many"}}).encode(),
    ],
)
def test_a_body_that_is_no_chat_completion_is_refused(endpoint, made, body):
    endpoint.always = endpoint.sends(body)
    [extraction] = read(made(), [story(0)])
    assert reason(extraction) == "malformed_answer"


def test_a_body_of_any_size_is_read_no_further_than_an_answer_needs(endpoint, made):
    endpoint.always = endpoint.sends(b"[" + b" " * 3_000_000)
    [extraction] = read(made(answer_bytes=10_000), [story(0)])
    assert reason(extraction) == "oversize_answer"
    assert len(endpoint.requests) == 1


def test_an_answer_that_was_cut_short_or_declined_says_so(endpoint, made):
    endpoint.script = [
        endpoint.says('{"ties": [', finish="length"),
        endpoint.says(None, refusal="I cannot read this."),
        endpoint.says("", finish="content_filter"),
    ]
    extractions = read(made(concurrency=1), [story(number) for number in range(3)])
    assert [reason(each) for each in extractions] == ["truncated_answer", "refused_request", "refused_request"]


def test_invented_quotes_and_odd_entries_are_refused_one_by_one(endpoint, made):
    def reply(handler):
        lists = {"ties": [], "events": [], "relations": [], "attributes": [], "posts": []}
        good = {
            "alliance": ALLIANCE,
            "members": [{"name": "가온전자", "is_founder": False}],
            "role": "member",
            "status": "active",
            "since": None,
            "since_basis": "act",
            "until": None,
            "until_basis": "act",
            "quote": f"가온전자는 {ALLIANCE}에 합류했다.",
            "trigger": "합류했다",
            "attribution": "own",
            "speaker": None,
        }
        lists["ties"] = [good, {**good, "quote": f"가온전자는 {ALLIANCE}를 이끈다."}, {**good, "role": "king"}, 7]
        handler.answer({"choices": [{"message": {"content": json.dumps(lists)}}]})

    endpoint.always = reply
    [extraction] = read(made(), [story(0)])
    assert members(extraction) == ["가온전자"]
    assert [refusal.reason for refusal in extraction.refusals] == ["invented_quote", "off_schema", "off_schema"]


def test_a_key_is_in_no_log_error_file_or_representation(endpoint, made, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    hidden = "".join(f"\\u{ord(sign):04x}" for sign in endpoint.key)
    lists = json.dumps(
        {"ties": [{"quote": endpoint.key}], "events": [], "relations": [], "attributes": [], "posts": []}
    )
    endpoint.script = [
        endpoint.fails(500, f"Bearer {endpoint.key}"),
        endpoint.says(lists),
        endpoint.fails(400, f"wrong: {endpoint.key}"),
        endpoint.sends(json.dumps(json_completion(lists)).replace(endpoint.key, hidden).encode()),
        endpoint.says(lists.replace(endpoint.key, hidden)),
    ]
    extractor = made(concurrency=1)
    extractions = read(extractor, [story(number) for number in range(4)])
    assert endpoint.script == []
    kept = "".join(path.read_text() for path in (tmp_path / "answers").rglob("*.json"))
    assert "[key]" in kept
    seen = f"{extractions!r} {extractor!r} {vars(extractor)!r} {extractor.version} {kept} {caplog.text}"
    assert endpoint.key not in seen
    assert endpoint.key not in json.dumps(seen)


def json_completion(content):
    return {"choices": [{"message": {"role": "assistant", "content": content}, "finish_reason": "stop"}]}
