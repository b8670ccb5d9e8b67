"""Ids: hashes of content, so that the same input gives the same ids on any machine and in any order.

An id is the first 24 hex digits (96 bits) of a SHA-256 over its parts, each preceded by its length, so that no two
lists of parts look alike. `page_id` alone is the whole digest, because it also proves that the bytes are unchanged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

ID_LENGTH = 24


def content_id(kind: str, *parts: str | int | None) -> str:
    """A stable id of `kind` for an ordered list of parts; None differs from the empty string."""
    digest = hashlib.sha256(kind.encode())
    for part in parts:
        encoded = b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()[:ID_LENGTH]


def page_id(data: bytes) -> str:
    """SHA-256 of a page's bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def capture_id(source_file: str, source_offset: int, page: str) -> str:
    """Id of one capture: the file that holds it (relative to its landing folder), its offset there, and its bytes."""
    return content_id("capture", source_file, source_offset, page)


def article_id(canonical_url: str | None, text: str) -> str:
    """Id of an article: its canonical address, or its normalized text where it has none."""
    if canonical_url:
        return content_id("article", canonical_url)
    return content_id("article-text", " ".join(text.split()))


def version_id(article: str, text: str) -> str:
    """Id of one version of an article."""
    return content_id("version", article, text)


def pairing_id(members: Iterable[str]) -> str:
    """Id of a nameless pairing: its sorted canonical member ids and nothing else."""
    return "pairing-" + content_id("pairing", *sorted(set(members)))


def tie_id(alliance_or_pairing: str, member: str) -> str:
    """Id of the tie between a member and an alliance or pairing."""
    return content_id("tie", alliance_or_pairing, member)


def discovered_id(entity_type: str, normalized_name: str) -> str:
    """Id of an entity that no knowledge base names: its type and its normalized name."""
    return f"{entity_type}-x-" + content_id("entity", entity_type, normalized_name)[:16]
