"""What a run may still spend: requests, and tokens that are set aside before a request and settled after it."""

from __future__ import annotations

from threading import Lock

# Hangul takes three bytes and at most about one token and a half a syllable, Latin letters far less.
BYTES_PER_TOKEN = 2


def most_tokens(body: bytes) -> int:
    """More tokens than a text of these bytes takes."""
    return len(body) // BYTES_PER_TOKEN + 1


class Budget:
    """The requests and tokens that are left; threads may share it."""

    def __init__(self, requests: int, tokens: int) -> None:
        self.requests = requests
        self.tokens = tokens
        self._lock = Lock()

    def take(self, tokens: int) -> bool:
        """Set one request and these tokens aside; False, and nothing is taken, where not that much is left."""
        with self._lock:
            if self.requests < 1 or self.tokens < tokens:
                return False
            self.requests -= 1
            self.tokens -= tokens
            return True

    def give_back(self, tokens: int) -> None:
        """Return tokens that were set aside and not used (a negative number: those used beyond)."""
        with self._lock:
            self.tokens += tokens
