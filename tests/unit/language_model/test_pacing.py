"""When requests go, told by a clock that the test moves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.language_model.pacing import Pace, retry_after

NOW = datetime(2023, 5, 20, 12, 0, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.time = 0.0

    def seconds(self):
        return self.time

    def today(self):
        return NOW

    def wait(self, seconds):
        self.time += seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("7", 7.0),
        (" 7 ", 7.0),
        ("Sat, 20 May 2023 12:00:30 GMT", 30.0),
        ("Sat, 20 May 2023 11:00:00 GMT", 0.0),
        ("Sat, 20 May 2023 12:00:30 -0000", 30.0),
        ("soon", None),
        ("-3", None),
        ("٣", None),
        ("9" * 5_000, 999_999_999.0),
    ],
)
def test_retry_after_is_a_number_or_a_date(value, seconds):
    assert retry_after(value, NOW) == seconds


@given(st.text(max_size=40))
def test_no_header_breaks_the_run(value):
    seconds = retry_after(value, NOW)
    assert seconds is None or seconds >= 0


def test_turns_are_spread_over_the_minute():
    clock = Clock()
    pace = Pace(30, clock)
    turns = []
    for _ in range(4):
        pace.wait_for_turn()
        turns.append(clock.time)
    assert turns == [0, 2, 4, 6]


def test_nobody_gets_a_turn_while_the_endpoint_asks_to_wait():
    clock = Clock()
    pace = Pace(60, clock)
    pace.wait_for_turn()
    pace.hold(20)
    pace.hold(5)
    pace.wait_for_turn()
    assert clock.time == 20
