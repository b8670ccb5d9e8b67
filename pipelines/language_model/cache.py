"""Answers on disk, by the hash of all that was asked: the same question is paid for once.

The files hold what the model wrote, which quotes the articles; deleting the folder loses nothing but money.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from pipelines.language_model.model import Answer, Endpoint
from pipelines.storage.atomic import replacing
from pipelines.storage.errors import explained


class AnswerCache:
    """A folder of answers. A file that cannot be read counts as none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, endpoint: Endpoint, body: bytes) -> Path:
        """Where the answer to a request lies: the name hashes the endpoint, the model, the prompt and the text."""
        digest = hashlib.sha256(endpoint.completions.encode() + b"\n" + body).hexdigest()
        return self.folder / digest[:2] / f"{digest}.json"

    def get(self, path: Path) -> Answer | None:
        """The answer of an earlier request, None where there is none."""
        try:
            kept = json.loads(path.read_bytes())
            content = kept["content"]
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None
        return Answer(content, 0) if isinstance(content, str) else None

    def put(self, path: Path, answer: Answer) -> None:
        """Keep an answer. Raises StorageError."""
        kept = json.dumps({"content": answer.content, "tokens": answer.tokens})
        with explained("write", path), replacing(path) as file:
            file.write(kept.encode())
