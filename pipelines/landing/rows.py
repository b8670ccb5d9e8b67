"""Captures and refusals as rows of their tables."""

from __future__ import annotations

import json
from datetime import UTC

from pipelines.landing.model import STAGE, Capture, Refusal
from pipelines.tables.identifiers import capture_id, content_id


def page_row(capture: Capture) -> dict[str, object]:
    """A capture as a row of raw/pages."""
    return {
        "capture_id": capture_id(capture.source_file, capture.source_offset, capture.body.page_id),
        "page_id": capture.body.page_id,
        "url": capture.url,
        "fetched_at": capture.fetched_at.astimezone(UTC) if capture.fetched_at else None,
        "capture_date": capture.capture_date,
        "http_status": capture.http_status,
        "content_type": capture.content_type,
        "declared_charset": capture.declared_charset,
        "byte_count": capture.body.byte_count,
        "bytes": capture.body.data,
        "source_file": capture.source_file,
        "source_offset": capture.source_offset,
    }


def reject_row(refusal: Refusal) -> dict[str, object]:
    """A refusal as a row of core/rejects."""
    key = f"{refusal.source_file}#{refusal.source_offset}" if refusal.source_offset else refusal.source_file
    row = json.dumps({"source_file": refusal.source_file, "source_offset": refusal.source_offset}, ensure_ascii=False)
    return {
        "reject_id": content_id("reject", STAGE, key, refusal.reason, row),
        "capture_date": refusal.capture_date,
        "stage": STAGE,
        "key": key,
        "reason": refusal.reason,
        "detail": refusal.detail,
        "row": row,
    }
