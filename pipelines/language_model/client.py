"""One request to an endpoint, and every way in which it can end.

Imports httpx, which the extra `llm` installs: nothing else of the project does. Nothing of the environment is used (no
proxies, no .netrc), no redirect is followed, and no more is read than an answer needs.
"""

from __future__ import annotations

import json
from types import TracebackType
from typing import Any

import httpx

from pipelines.language_model.budget import most_tokens
from pipelines.language_model.model import (
    Answer,
    Endpoint,
    LanguageModelError,
    Limits,
    RefusedError,
    TransientError,
)
from pipelines.language_model.pacing import Clock, retry_after

CONNECT_SECONDS = 10.0
LONGEST_MESSAGE = 200
# What the user has to mend: no document can be read until then.
FATAL = {
    401: "refuses the key; set ENTENTE_LLM_KEY",
    402: "asks for payment",
    403: "refuses the key; set ENTENTE_LLM_KEY",
    404: "knows no such model or address; check ENTENTE_LLM_URL and ENTENTE_LLM_MODEL",
}
TRANSIENT = frozenset({408, 409, 425, 429})


class Client:
    """Asks one endpoint. Threads may share it; use it in a with block."""

    def __init__(self, endpoint: Endpoint, limits: Limits, clock: Clock) -> None:
        self._endpoint = endpoint
        self._limits = limits
        self._clock = clock
        headers = {"Accept": "application/json", "Accept-Encoding": "identity", "Content-Type": "application/json"}
        if endpoint.key:
            headers["Authorization"] = f"Bearer {endpoint.key}"
        self._http = httpx.Client(
            headers=headers,
            timeout=httpx.Timeout(limits.timeout, connect=min(CONNECT_SECONDS, limits.timeout)),
            limits=httpx.Limits(max_connections=limits.concurrency),
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def ask(self, body: bytes) -> Answer:
        """The answer to one request.

        Raises TransientError where asking again may help, RefusedError where not, LanguageModelError where the user has
        to mend something first.
        """
        try:
            with self._http.stream("POST", self._endpoint.completions, content=body) as response:
                data = self._received(response)
        except httpx.TimeoutException as error:
            # An endpoint that was too slow may have done the work all the same, and charge for it.
            tokens = most_tokens(body) + self._limits.answer
            raise TransientError("no_answer", f"no answer in time ({type(error).__name__})", tokens) from None
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise TransientError("no_answer", f"the connection failed ({type(error).__name__})") from None
        text = self._endpoint.without_key(data.decode("utf-8", "replace"))
        if response.status_code != httpx.codes.OK:
            self._raise_for_status(response, text)
        return self._answer(text, body)

    def _received(self, response: httpx.Response) -> bytes:
        """The body as it came, at most so many bytes and so many seconds of it."""
        deadline = self._clock.seconds() + self._limits.timeout
        parts, size = [], 0
        # Undecoded: a small body that swells when unpacked was not asked for.
        for part in response.iter_raw():
            size += len(part)
            if size > self._limits.answer_bytes:
                detail = f"the answer is larger than {self._limits.answer_bytes} bytes"
                raise RefusedError("oversize_answer", detail, self._limits.answer)
            if self._clock.seconds() > deadline:
                raise TransientError("no_answer", "no whole answer in time", self._limits.answer)
            parts.append(part)
        return b"".join(parts)

    def _raise_for_status(self, response: httpx.Response, text: str) -> None:
        status, host = response.status_code, self._endpoint.host
        if status in FATAL:
            raise LanguageModelError(f"the language model at {host} {FATAL[status]} (HTTP {status})")
        if 300 <= status < 400:
            raise LanguageModelError(
                f"the language model at {host} answers with a redirect, which is not followed (HTTP {status})"
            )
        said = f"HTTP {status}{_message(text)}"
        if status in TRANSIENT or status >= 500:
            wait = retry_after(response.headers.get("Retry-After"), self._clock.today())
            raise TransientError("no_answer", said, wait=wait)
        raise RefusedError("refused_request", said)

    def _answer(self, text: str, body: bytes) -> Answer:
        """The first choice of a chat completion."""
        estimate = most_tokens(body) + most_tokens(text.encode())
        try:
            completion = json.loads(text)
            choice = completion["choices"][0]
            message = choice["message"]
            content, refusal = message.get("content"), message.get("refusal")
            finish = choice.get("finish_reason")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            detail = f"the endpoint's answer is no chat completion ({type(error).__name__})"
            raise TransientError("malformed_answer", detail, estimate) from None
        tokens = _tokens(completion, estimate)
        if refusal or finish == "content_filter":
            raise RefusedError("refused_request", "the model declined to read the text", tokens)
        if finish == "length":
            raise RefusedError("truncated_answer", f"the answer was cut at {self._limits.answer} tokens", tokens)
        if not isinstance(content, str):
            raise TransientError("malformed_answer", "the message has no content", tokens)
        # Escapes may have hidden it from the first look.
        return Answer(self._endpoint.without_key(content), tokens)


def _tokens(completion: Any, estimate: int) -> int:
    """The tokens that the endpoint says it has counted, else the estimate."""
    usage = completion.get("usage")
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    return total if isinstance(total, int) and not isinstance(total, bool) and total >= 0 else estimate


def _message(text: str) -> str:
    """What an error's body says, in a few words."""
    try:
        said = json.loads(text)["error"]["message"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
    return f": {' '.join(str(said).split())[:LONGEST_MESSAGE]}"
