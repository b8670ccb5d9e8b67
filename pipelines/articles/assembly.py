"""Title and paragraphs to the text of an article with the offsets and zones of its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.articles.body import BodyParagraph
from pipelines.articles.model import Paragraph

SEPARATOR = "\n\n"


def assemble(title: str | None, body: Sequence[BodyParagraph]) -> tuple[str, tuple[Paragraph, ...]]:
    """The text (title, blank line, paragraphs separated by blank lines) and its paragraphs with their zones.

    Offsets count code points. The first paragraph of the body that is no subhead is the lead.
    """
    parts: list[tuple[str, str]] = [(title, "headline")] if title else []
    lead_seen = False
    for paragraph in body:
        zone = "subhead" if paragraph.is_subhead else "body" if lead_seen else "lead"
        lead_seen = lead_seen or zone == "lead"
        parts.append((paragraph.text, zone))
    paragraphs: list[Paragraph] = []
    start = 0
    for text, zone in parts:
        paragraphs.append(Paragraph(start, start + len(text), zone))
        start += len(text) + len(SEPARATOR)
    return SEPARATOR.join(text for text, _ in parts), tuple(paragraphs)
