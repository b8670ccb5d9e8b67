"""Where a language model is reached, what it may cost, and how asking it ends. No network here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

# No user, query or fragment: those carry secrets into logs, and odd signs read differently from one parser to another.
ADDRESS = re.compile(r"https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:/[A-Za-z0-9._~/-]*)?")
KEY = re.compile(r"[!-~]*")


class LanguageModelError(RuntimeError):
    """The language model cannot be asked at all; the message is for the user and holds no key."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An endpoint: the address up to /v1, the model's name there, and the key, which no representation shows.

    Raises LanguageModelError for an address that is not http or https, or not encrypted and not on this machine.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    allow_http: bool = False

    def __post_init__(self) -> None:
        """Check everything before anything can be sent."""
        if not ADDRESS.fullmatch(self.url):
            raise LanguageModelError(
                "the address of the language model must look like https://host/v1, without user, query or fragment"
            )
        if self.url.startswith("http://") and not (self.allow_http or self.is_local):
            raise LanguageModelError(
                f"{self.host} is not this machine, and http:// would send texts and key unencrypted; use https://"
            )
        if not self.model.strip():
            raise LanguageModelError("the language model has no name")
        if not KEY.fullmatch(self.key):
            raise LanguageModelError("the key of the language model has signs that no header can carry")

    @property
    def host(self) -> str:
        """The name of the machine that texts are sent to."""
        return urlsplit(self.url).hostname or ""

    @property
    def is_local(self) -> bool:
        """Whether that is this machine."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def completions(self) -> str:
        """The address that requests go to."""
        return self.url.rstrip("/") + "/chat/completions"

    def without_key(self, text: str) -> str:
        """The text with the key blotted out, should an endpoint repeat it."""
        return text.replace(self.key, "[key]") if self.key else text


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run may cost, and how patient it is. Tokens count prompts and answers; times are seconds.

    `requests` counts every request, repeated ones too; `text` is the longest article that is sent, in characters;
    `answer` the longest answer in tokens, `answer_bytes` in bytes.
    """

    requests: int = 500
    tokens: int = 2_000_000
    per_minute: int = 60
    concurrency: int = 4
    timeout: float = 120.0
    attempts: int = 4
    text: int = 20_000
    answer: int = 8_000
    answer_bytes: int = 2_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model wrote, and how many tokens question and answer took."""

    content: str
    tokens: int


class RefusedError(Exception):
    """One document gets no answer, and asking again would not help; `reason` is a code of extraction.REASONS."""

    def __init__(self, reason: str, detail: str, tokens: int = 0) -> None:
        super().__init__(detail)
        self.reason = reason
        self.tokens = tokens


class TransientError(RefusedError):
    """One attempt failed; another may succeed, after `wait` seconds where the endpoint says so."""

    def __init__(self, reason: str, detail: str, tokens: int = 0, wait: float | None = None) -> None:
        super().__init__(reason, detail, tokens)
        self.wait = wait
