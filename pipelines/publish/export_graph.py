"""Facts as a graph: organizations and alliances as nodes, ties as edges from the member to the alliance, in GraphML."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import networkx as nx  # type: ignore[import-untyped]  # it ships no type information

from pipelines.publish.selection import Selected

NODE = (
    "kind",
    "name",
    "name_ko",
    "name_en",
    "org_type",
    "country",
    "sector",
    "stock_code",
    "form",
    "field",
    "is_pairing",
)
EDGE = (
    *("tie_id", "role", "status", "is_founder", "is_member", "certainty", "valid_from", "valid_to", "known_from"),
    *("confidence", "n_independent_sources", "has_conflict", "quote", "publisher", "url", "published_at"),
)


def graph_ml(selected: Selected) -> bytes:
    """A directed multigraph as GraphML, for Gephi, Cytoscape, yEd and networkx; an edge's key is its membership_id."""
    graph = nx.MultiDiGraph(name="Entente")
    for entity in selected.entities.to_dicts():
        graph.add_node(entity["id"], **_attributes(entity, NODE))
    for tie in selected.ties.to_dicts():
        graph.add_edge(tie["member_id"], tie["alliance_id"], key=tie["membership_id"], **_attributes(tie, EDGE))
    data = io.BytesIO()
    # Not write_graphml, which takes lxml where it happens to be installed.
    nx.write_graphml_xml(graph, data)
    return data.getvalue()


def _attributes(row: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    values = {name: row[name] for name in names if row.get(name) is not None}
    return {name: value.isoformat() if isinstance(value, date | datetime) else value for name, value in values.items()}
