"""Claims: what the sentences of an article say about ties and happenings, each with its quote and its trigger."""

from pipelines.claims.extraction import FRAMES, Extraction, Extractor
from pipelines.claims.model import Claims, Document
from pipelines.claims.reader import EXTRACTOR, EXTRACTOR_VERSION, read_claims

__all__ = [
    "EXTRACTOR",
    "EXTRACTOR_VERSION",
    "FRAMES",
    "Claims",
    "Document",
    "Extraction",
    "Extractor",
    "read_claims",
]
