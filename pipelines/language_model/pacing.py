"""When the next request may go: so many a minute, and none while the endpoint asks to wait."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Event, Lock
from typing import Protocol

MINUTE = 60.0


class Clock(Protocol):
    """What time it is, and how to let some pass."""

    def seconds(self) -> float:
        """Seconds since some moment; never goes back."""

    def today(self) -> datetime:
        """The current instant, aware."""

    def wait(self, seconds: float) -> None:
        """Return after that many seconds, or at once when waiting has been called off."""


class SystemClock:
    """The machine's clock. `stop` ends all waiting, so that an interrupted run ends soon."""

    def __init__(self) -> None:
        self._stopped = Event()

    def seconds(self) -> float:
        """Seconds of the monotonic clock."""
        return time.monotonic()

    def today(self) -> datetime:
        """The current instant in UTC."""
        return datetime.now(UTC)

    def wait(self, seconds: float) -> None:
        """Wait, unless stopped."""
        self._stopped.wait(seconds)

    def stop(self) -> None:
        """Call off all waiting."""
        self._stopped.set()

    @property
    def stopped(self) -> bool:
        """Whether waiting has been called off: nobody wants an answer any more."""
        return self._stopped.is_set()


class Pace:
    """Hands out turns, evenly spread over a minute, to any number of threads."""

    def __init__(self, per_minute: int, clock: Clock) -> None:
        self._clock = clock
        self._interval = MINUTE / per_minute
        self._next = clock.seconds()
        self._lock = Lock()

    def wait_for_turn(self) -> None:
        """Return when a request may go."""
        with self._lock:
            turn = max(self._next, self._clock.seconds())
            self._next = turn + self._interval
        delay = turn - self._clock.seconds()
        if delay > 0:
            self._clock.wait(delay)

    def hold(self, seconds: float) -> None:
        """Give no turn to anybody for that long."""
        with self._lock:
            self._next = max(self._next, self._clock.seconds() + seconds)


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for (RFC 9110: a number or a date); None where it says nothing."""
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
