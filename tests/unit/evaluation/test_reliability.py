"""Bins of confidence, the intervals that their rows allow, and the distance of confidence from what came true."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.evaluation import bins, brier
from pipelines.evaluation.reliability import wilson

ROWS = st.lists(st.tuples(st.integers(0, 100).map(lambda n: n / 100), st.booleans()), max_size=300)


@pytest.mark.parametrize(
    ("right", "rows", "interval"), [(0, 0, (0.0, 1.0)), (10, 10, (0.7225, 1.0)), (50, 100, (0.4038, 0.5962))]
)
def test_the_interval_is_that_of_wilson(right, rows, interval):
    assert wilson(right, rows) == pytest.approx(interval, abs=1e-4)


@given(ROWS)
def test_every_row_is_in_one_bin_of_enough_rows(judged):
    found = bins(judged)
    assert sum(one.rows for one in found) == (len(judged) if len(judged) >= 20 else 0)
    assert all(one.rows >= 20 for one in found)
    assert all(a.high < b.low for a, b in pairwise(found))
    assert all(
        0 <= one.at_least <= one.right <= one.at_most <= 1 or math.isclose(one.right, one.at_most) for one in found
    )


def test_a_bin_says_whether_its_confidence_is_kept():
    kept, broken = [(0.9, n < 18) for n in range(20)], [(0.9, n < 2) for n in range(20)]
    assert [one.kept for one in bins(kept)] == [True]
    assert [one.kept for one in bins(broken)] == [False]


def test_the_brier_score_is_the_mean_squared_distance():
    assert brier([(1.0, True), (0.5, False)]) == pytest.approx(0.125)
    assert brier([]) is None
