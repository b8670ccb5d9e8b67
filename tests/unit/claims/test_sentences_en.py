"""What English sentences of many builds say about ties, with all names given."""

from __future__ import annotations

import pytest

A, B, C, D = "[org:Gaon Electronics]", "[org:Nuri Telecom]", "[org:Daon Bank]", "[org:Mirae Motors]"
X, Y = "[alliance:Raon Alliance]", "[alliance:Haneul Forum]"
NAMES = {"A": "Gaon Electronics", "B": "Nuri Telecom", "C": "Daon Bank", "D": "Mirae Motors"}
PAIR = "[group:the two carmakers=Gaon Electronics,Nuri Telecom]"


def rows(alliance, members, role, status):
    """The rows of several members, each given by its letter."""
    return {(alliance, NAMES[letter], role, status) for letter in members}


RAON, HANEUL = "Raon Alliance", "Haneul Forum"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # relative clauses, participles and appositions
        (f"{X}, which {A} founded with {B} and {C}, met on Friday.", rows(RAON, "ABC", "member", "active")),
        (f"{X}, to which {A}, {B} and {C} belong, is not affected.", rows(RAON, "ABC", "member", "active")),
        (f"{X}, founded by {A}, {B} and {C}, moved to Seoul.", rows(RAON, "ABC", "member", "active")),
        (f"{X}, a joint venture of {A} and {B}, makes cells.", rows(RAON, "AB", "partner", "active")),
        (f"{A} grows: in {X}, its 50:50 joint venture with {B}, work goes on.", rows(RAON, "AB", "partner", "active")),
        (f"{A}, {B} and {C}, all members of {X}, unveiled a plan.", rows(RAON, "ABC", "member", "active")),
        (f"{A}, which joined {X} last year, left {Y} in May.", rows(RAON, "A", "member", "active")
         | rows(HANEUL, "A", "former", "terminated")),
        (f"{A} and {B} run {X}, a venture established in 2020.", rows(RAON, "AB", "partner", "active")),
        (f"{X}, whose members include {A}, {B} and {C}, met on Tuesday.", rows(RAON, "ABC", "member", "active")),
        # lists
        (f"{A}, {B} and chipmaker {C} are among the founding members of {X}.", rows(RAON, "ABC", "member", "active")),
        (f"{X} has 30 members, including {A}, {B} and {C}.", rows(RAON, "ABC", "member", "active")),
        (f"{X} will be left with {A}, {B} and {C}.", rows(RAON, "ABC", "member", "active")),
        (f"{A}, along with {B} and {C}, is part of {X}.", rows(RAON, "ABC", "member", "active")),
        (f"Thirty companies, including {A} and {B}, signed pledges at the summit.", set()),
        # names given to what is signed
        (
            f"{A} and {B} said they had signed an agreement on a tie-up named {X}, which is due to start next year.",
            rows(RAON, "AB", "partner", "announced"),
        ),
        (f"{A}, {B} and {C} will run their services under a new name, {X}.", rows(RAON, "ABC", "member", "announced")),
        # offers and answers
        (f"{X} has invited {A} to become a member.", rows(RAON, "A", "prospective", "proposed")),
        (f"{A} declined to join {X}.", set()),
        (f"{A} has asked {B} for a cooperation deal.", rows(None, "AB", "prospective", "proposed")),
        (f"{A} sounded out {B} about a merger but was turned down.", rows(None, "AB", "prospective", "denied")),
        (f"{A} is considering joining {X}.", rows(RAON, "A", "prospective", "under_discussion")),
        # talks, denials and ends
        (f"{A} said it is not in talks with {B}.", rows(None, "AB", "prospective", "denied")),
        (f"{A} wants to work with {B}.", set()),
        (f"{A} has not signed any agreement with {B}.", set()),
        (f"{A} and {B} have agreed to dissolve {X}.", rows(RAON, "AB", "partner", "active")),
        (f"{A} and {B} called off their planned merger.", rows(None, "AB", "former", "terminated")),
        (f"Talks between {A} and {B} on a joint venture collapsed.", rows(None, "AB", "former", "terminated")),
        # group words
        (f"{A} and {B} are rivals. {PAIR} have been working together.", rows(None, "AB", "partner", "active")),
        (f"{A} and {B}, its Japanese partner in the venture, are in talks over shares.",
         rows(None, "AB", "partner", "active")),
        # observers, and what is no tie
        (f"{A} takes part in {X} as an observer.", rows(RAON, "A", "observer", "active")),
        (f"{A} supplies cells to {B} under a contract signed in 2021.", set()),
        (f"{A}'s shares rose after {B} reported profit from joint ventures.", set()),
        (f"{A} signed a supply agreement with {B} and {C}.", set()),
        (f"Customers of {X} include {A} and {B}.", set()),
    ],
)  # fmt: skip
def test_a_sentence_says_these_ties_and_no_others(read, sentence, expected):
    assert read(sentence, language="en").members == expected


def test_a_venture_named_in_the_next_sentence_is_that_of_the_deal(read):
    reading = read(
        f"{A} and {B} completed their joint venture in May. The venture, {X}, is based in Seoul.", language="en"
    )
    assert reading.members == rows(RAON, "AB", "partner", "active")


def test_the_day_of_saying_only_announces(read):
    reading = read(f"{A} said on 3 May 2023 it had joined {X}.", language="en")
    (tie,) = reading.claims.memberships
    assert tie.since is not None
    assert (tie.since.value, tie.since.basis) == ("2023-05-03", "announced")


def test_whom_the_words_are_of_is_told_in_english_too(read):
    sources = read(f"{A} is in talks with {B}, according to people familiar with the matter.", language="en")
    paper = read(f"Reuters reported that {A} had teamed up with {B}.", language="en")
    assert {tie.evidence.attribution for tie in sources.claims.memberships} == {"anonymous"}
    assert {tie.evidence.attribution for tie in paper.claims.memberships} == {"other_media"}


def test_the_stake_and_the_price_stand_behind_an_english_verb(read):
    reading = read(f"{A} bought a 12% stake in {B} for $40 million.", language="en")
    (event,) = reading.claims.events
    assert (event.event_type, event.amount, event.currency, event.stake_pct) == ("invest", 40e6, "USD", 12.0)
