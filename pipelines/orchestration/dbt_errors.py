"""What dbt says when a build fails, cut down to what a person can act on. The whole of it stays in the run's log."""

from __future__ import annotations

PARSED = "Errors parsed from dbt logs:"
TRACEBACK = "Traceback (most recent call last):"
LOCKED = "Could not set lock on file"
LOCKED_ADVICE = (
    "The warehouse is open in another program. Close it and run again; "
    "readers should open published/entente.duckdb, which never blocks a run."
)
LONGEST = 2_000


def reason(message: str) -> str:
    """The errors of a failed dbt command, without the traceback that may come with them, and the way out if known."""
    said = message.partition(PARSED)[2] or message
    before, traceback, inside = said.partition(TRACEBACK)
    # The last line of a traceback is the error; the lines before it are dbt's own code.
    last = inside.strip().splitlines()[-1] if inside.strip() else ""
    text = (last if traceback else before).strip()[:LONGEST]
    return f"{LOCKED_ADVICE} ({text})" if LOCKED in said else f"dbt failed: {text}"
