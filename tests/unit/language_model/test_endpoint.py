"""Which endpoints are used, and that nobody gets to see a key."""

from __future__ import annotations

import pytest

from pipelines.language_model import Endpoint, LanguageModelError
from pipelines.language_model.budget import Budget, most_tokens

KEY = "sk-0123456789abcdef"


@pytest.mark.parametrize(
    "url",
    [
        "https://models.example/v1",
        "https://models.example:8443/openai/v1/",
        "http://localhost:11434/v1",
        "http://127.0.0.1:8000/v1",
        "http://[::1]:8000/v1",
    ],
)
def test_encrypted_endpoints_and_those_on_this_machine_are_used(url):
    assert Endpoint(url, "m").completions == url.rstrip("/") + "/chat/completions"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "models.example/v1",
        "ftp://models.example/v1",
        "file:///etc/passwd",
        "http://models.example/v1",
        "http://localhost.evil.example/v1",
        "http://127.0.0.1.evil.example/v1",
        "http://127.0.0.1@evil.example/v1",
        "http://127.0.0.1\\@evil.example/v1",
        "http://evil.example#@localhost/v1",
        "http://10.0.0.5:8000/v1",
        "http://0.0.0.0:8000/v1",
        f"https://user:{KEY}@models.example/v1",
        f"https://models.example/v1?key={KEY}",
        "https://models.example/v1\nHost: evil.example",
        "https://",
    ],
)
def test_other_endpoints_are_refused_before_anything_is_sent(url):
    with pytest.raises(LanguageModelError) as refused:
        Endpoint(url, "m", KEY)
    assert KEY not in str(refused.value)


def test_an_unencrypted_endpoint_elsewhere_must_be_allowed_by_name():
    assert Endpoint("http://10.0.0.5:8000/v1", "m", allow_http=True).host == "10.0.0.5"


@pytest.mark.parametrize("key", [f"{KEY}\r\nX: y", f"{KEY} ", "열쇠"])
def test_a_key_that_would_make_another_header_is_refused_unseen(key):
    with pytest.raises(LanguageModelError) as refused:
        Endpoint("https://models.example/v1", "m", key)
    assert KEY not in str(refused.value)


def test_a_key_is_in_no_representation_and_is_blotted_out_of_what_an_endpoint_repeats():
    endpoint = Endpoint("https://models.example/v1", "m", KEY)
    assert KEY not in f"{endpoint!r} {endpoint}"
    assert endpoint.without_key(f"wrong key {KEY}") == "wrong key [key]"
    assert Endpoint("https://models.example/v1", "m").without_key("all of it") == "all of it"


def test_a_budget_lets_no_more_through_than_there_is():
    budget = Budget(requests=2, tokens=100)
    assert not budget.take(101)
    assert budget.take(60)
    assert not budget.take(60)
    budget.give_back(50)
    assert budget.take(60)
    budget.give_back(60)
    assert not budget.take(1), "the requests are used up"


def test_tokens_are_never_set_aside_too_few():
    # A token takes about four bytes of English, and a Hangul syllable, three bytes long, up to one and a half.
    assert most_tokens(b"alliance " * 100) >= 250
    assert most_tokens("합류".encode() * 100) >= 300
