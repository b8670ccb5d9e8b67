"""The trained model of names, as the bytes that `pipelines.entities.tag_names` reads with."""

from __future__ import annotations

from pathlib import Path

from pipelines.knowledge.rows import KnowledgeError

MAX_BYTES = 10_000_000


def load_names_model(path: Path | None) -> bytes | None:
    """The bytes of a model file; None without one. Raises KnowledgeError where there is none or it is too large."""
    if path is None:
        return None
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise KnowledgeError(f"it has {size} bytes; a model of names has {MAX_BYTES} at most", path)
        return path.read_bytes()
    except OSError as error:
        raise KnowledgeError(
            f"{error.strerror}; benchmarks/train_names.py writes a model of names, and ENTENTE_NAMES_MODEL=none reads "
            "without one",
            path,
        ) from None
