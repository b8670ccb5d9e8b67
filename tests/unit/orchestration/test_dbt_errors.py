"""What of dbt's words reaches a person."""

from pipelines.orchestration.dbt_errors import reason

FAILED_TEST = """The dbt CLI process with command `dbt build` failed with exit code `1`.

Errors parsed from dbt logs:

Failure in test membership_never_overlaps (tests/membership_never_overlaps.sql)
  Got 3 results, configured to fail if != 0"""
CRASHED = """The dbt CLI process failed with exit code `2`.

Errors parsed from dbt logs:

Encountered an error:
Traceback (most recent call last):
  File "dbt/task/run.py", line 1, in before_run
    self.create_schemas()
_duckdb.IOException: IO Error: Could not set lock on file "/x/entente.duckdb": Conflicting lock is held (PID 7)."""


def test_a_failed_test_is_named_with_what_it_found():
    said = reason(FAILED_TEST)
    assert "membership_never_overlaps" in said
    assert "Got 3 results" in said
    assert "exit code" not in said


def test_a_warehouse_that_somebody_holds_open_gives_the_way_out_and_no_traceback():
    said = reason(CRASHED)
    assert "open in another program" in said
    assert "PID 7" in said
    assert "Traceback" not in said
    assert "create_schemas" not in said


def test_words_of_another_shape_are_kept():
    assert reason("no such command") == "dbt failed: no such command"
