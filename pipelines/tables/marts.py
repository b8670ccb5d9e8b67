"""Tables of the marts: what is so, as far as all claims together support it. dbt writes them.

Also which lake tables dbt reads: a staging view each, without the columns that dbt has no business with.
"""

from __future__ import annotations

from pipelines.tables import analysis, dimensions, facts, wide
from pipelines.tables.declaration import Table

TABLES: tuple[Table, ...] = (*facts.TABLES, *dimensions.TABLES, *wide.TABLES, *analysis.TABLES)

# Lake table → columns that its staging view leaves out. dbt never reads a sentence: a page's text stays in the lake.
STAGED: dict[str, frozenset[str]] = {
    "raw/pages": frozenset(
        {"page_id", "url", "http_status", "content_type", "declared_charset", "byte_count", "bytes"}
        | {"source_file", "source_offset"}
    ),
    "core/articles": frozenset(
        {"text", "paragraphs", "captions", "byline_names", "subtitle", "method", "charset", "signature"}
        | {"is_correction", "corrects_url", "corrects_on"}
    ),
    "core/syndication": frozenset(),
    "core/corrections": frozenset(),
    "core/entities": frozenset(),
    "core/entity_aliases": frozenset(),
    "core/entity_redirects": frozenset(),
    "core/overrides": frozenset(),
    "core/suppressions": frozenset(),
    "core/watchlist": frozenset(),
    "core/membership_claims": frozenset(),
    "core/event_claims": frozenset(),
    "core/event_claim_participants": frozenset(),
    "core/relation_claims": frozenset(),
    "core/attribute_claims": frozenset(),
    "core/post_claims": frozenset(),
}
