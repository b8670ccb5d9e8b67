"""Centrality in the network of co-membership, which SQL does not reckon with: networkx does. All else of it is SQL.

One row a party. What depends on the order of a graph's nodes or edges gets them sorted.
"""

from typing import Any

import networkx as nx
import pyarrow as pa

EXACT = 500  # parties up to which every shortest path is counted
SAMPLED = 64  # parties from which paths are counted beyond that
SCHEMA = pa.schema(
    {
        "member_id": pa.string(),
        "n_partners": pa.int64(),
        "strength": pa.float64(),
        "betweenness": pa.float64(),
        "core_number": pa.int64(),
        "component_no": pa.int64(),
        "component_size": pa.int64(),
    }
)


def model(dbt: Any, session: Any) -> pa.Table:
    """The measures of each party of co_membership."""
    pairs = dbt.ref("co_membership").select("member_id, other_id, weight").order("member_id, other_id").fetchall()
    network = nx.Graph()
    network.add_nodes_from(sorted({party for one, other, _ in pairs for party in (one, other)}))
    network.add_weighted_edges_from(pairs)
    sampled = SAMPLED if len(network) > EXACT else None
    between = nx.betweenness_centrality(network, k=sampled, seed=0)
    cores = nx.core_number(network)
    parts = sorted(map(sorted, nx.connected_components(network)), key=lambda part: (-len(part), part))
    places = {party: (number, len(part)) for number, part in enumerate(parts, start=1) for party in part}
    rows = [
        {
            "member_id": party,
            "n_partners": network.degree(party),
            "strength": round(sum(sorted(weight for *_, weight in network.edges(party, data="weight"))), 6),
            "betweenness": round(between[party], 6),
            "core_number": cores[party],
            "component_no": places[party][0],
            "component_size": places[party][1],
        }
        for party in network
    ]
    return pa.Table.from_pylist(rows, schema=SCHEMA)
