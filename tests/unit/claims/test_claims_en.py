"""The same path in English."""

from __future__ import annotations

import pytest

A, B, C = "[org:Gaon Electronics]", "[org:Nuri Telecom]", "[org:Daon Bank]"
X = "[alliance:Raon Alliance]"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"{A} joined {X} last month.", {("Raon Alliance", "Gaon Electronics", "member", "active")}),
        (f"{A} has left {X}.", {("Raon Alliance", "Gaon Electronics", "former", "terminated")}),
        (f"{A} plans to join {X}.", {("Raon Alliance", "Gaon Electronics", "prospective", "announced")}),
        (
            f"{A} signed a memorandum of understanding with {B}.",
            {(None, "Gaon Electronics", "partner", "active"), (None, "Nuri Telecom", "partner", "active")},
        ),
        (
            f"{A} and {B} are in talks over a joint venture.",
            {
                (None, "Gaon Electronics", "prospective", "under_discussion"),
                (None, "Nuri Telecom", "prospective", "under_discussion"),
            },
        ),
        (
            f"{X} consists of {A}, {B} and {C}.",
            {("Raon Alliance", name, "member", "active") for name in ("Gaon Electronics", "Nuri Telecom", "Daon Bank")},
        ),
        (
            f"{X} was launched by {A}, {B} and {C}.",
            {("Raon Alliance", name, "member", "active") for name in ("Gaon Electronics", "Nuri Telecom", "Daon Bank")},
        ),
        (f"{A} is a former member of {X}.", {("Raon Alliance", "Gaon Electronics", "former", "terminated")}),
        (
            f"The partnership between {A} and {B} was terminated in April.",
            {(None, name, "former", "terminated") for name in ("Gaon Electronics", "Nuri Telecom")},
        ),
        (f"If {A} joins {X}, prices would rise.", set()),
        (f"{A} signed a supply agreement with {B}.", set()),
        (f"{A} competes with {B}.", set()),
    ],
)
def test_english_ties(read, sentence, expected):
    assert read(sentence, language="en").members == expected


def test_english_acquisition_has_acquirer_and_target(read):
    reading = read(f"{A} acquired {B} in 2021.", language="en")
    (event,) = reading.claims.events
    assert {(p.entity_id, p.role) for p in event.participants} == {
        ("org:Gaon Electronics", "acquirer"),
        ("org:Nuri Telecom", "target"),
    }
    assert event.date is not None
    assert event.date.value == "2021"
