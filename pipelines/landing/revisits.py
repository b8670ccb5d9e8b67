"""Revisit records: captures whose bytes an archive does not repeat, because it has them already.

A revisit names the record it repeats by id, by address and date, or by the digest of its payload (WARC 1.1, 6.7). It
is resolved against the other records of its capture date, whatever their file.
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.landing.model import Capture, OtherRecord, RecordName, Refusal, Revisit

REASON = "revisit_unresolved"
RECORD_TYPE = "revisit"


class Originals:
    """The records that a revisit may repeat; of several under one name the first counts."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, ...], Capture | OtherRecord] = {}

    def add(self, item: Capture | OtherRecord) -> None:
        """Make a record known under each of its names."""
        for name in _names(item.name):
            self._by_name.setdefault(name, item)

    def resolve(self, revisit: Revisit) -> Capture | OtherRecord | Refusal:
        """The capture that a revisit is, with the payload of what it repeats.

        Where that is no page, the revisit is none either; where it is not here, it is refused.
        """
        original = next((self._by_name[name] for name in _names(revisit.repeats) if name in self._by_name), None)
        if isinstance(original, Capture):
            answered = revisit.http_status
            return replace(
                original,
                source_file=revisit.source_file,
                source_offset=revisit.source_offset,
                capture_date=revisit.capture_date,
                url=revisit.name.url or original.url,
                fetched_at=revisit.fetched_at,
                # "Not modified" means that the page is as it was, so its first answer holds.
                http_status=original.http_status if answered in {None, 304} else answered,
                declared_charset=revisit.declared_charset or original.declared_charset,
                name=revisit.name,
            )
        if original is not None or revisit.is_no_page:
            return OtherRecord(revisit.source_file, revisit.capture_date, RECORD_TYPE)
        return Refusal(
            revisit.source_file,
            revisit.source_offset,
            revisit.capture_date,
            REASON,
            f"no record of {revisit.capture_date} is the one that it repeats: {_described(revisit.repeats)}",
        )


def _names(name: RecordName | None) -> list[tuple[str, ...]]:
    if name is None:
        return []
    found: list[tuple[str, ...]] = []
    if name.record_id:
        found.append(("id", name.record_id))
    if name.url and name.date:
        found.append(("address", name.url, name.date))
    if name.digest:
        found.append(("digest", name.digest))
    return found


def _described(name: RecordName) -> str:
    return ", ".join(part for part in (name.record_id, name.url, name.date, name.digest) if part) or "it names none"
