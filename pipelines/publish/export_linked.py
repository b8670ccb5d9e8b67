"""Facts as linked data: W3C ORG, time, PROV and schema.org in JSON-LD with its context inside, nothing to fetch.

A tie that is a membership is an org:Membership. Talks, wishes and observers are none: they are entente:Tie, with the
same properties, so that a query for memberships finds only memberships.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from pipelines.publish.selection import Selected, web_address

CONTEXT = {
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "entente": "urn:entente:vocabulary:",
    "owl:sameAs": {"@type": "@id"},
    "org:member": {"@type": "@id"},
    "org:organization": {"@type": "@id"},
    "org:role": {"@type": "@id"},
    "org:subOrganizationOf": {"@type": "@id"},
    "prov:wasQuotedFrom": {"@type": "@id"},
    "schema:datePublished": {"@type": "xsd:dateTime"},
    "entente:confidence": {"@type": "xsd:decimal"},
    "entente:knownFrom": {"@type": "xsd:dateTime"},
}
# A date's type in xsd and its property in OWL-Time, by the length of its text.
DATES = {
    10: ("xsd:date", "time:inXSDDate"),
    7: ("xsd:gYearMonth", "time:inXSDgYearMonth"),
    4: ("xsd:gYear", "time:inXSDgYear"),
}
UNINCORPORATED = (None, "other", "group")
Node = dict[str, Any]


def json_ld(selected: Selected) -> bytes:
    """One JSON-LD document: the organizations, the alliances, and each tie with its interval, quote and source."""
    ties = selected.ties.to_dicts()
    roles = [
        {"@id": _iri("role", role), "@type": "org:Role", "skos:prefLabel": {"@value": role, "@language": "en"}}
        for role in sorted({tie["role"] for tie in ties})
    ]
    articles = {node["@id"]: node for node in map(_article, ties) if node}
    graph = [
        *(_entity(entity) for entity in selected.entities.to_dicts()),
        *roles,
        *(articles[address] for address in sorted(articles)),
        *map(_tie, ties),
    ]
    return (json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n").encode()


def _entity(entity: Mapping[str, Any]) -> Node:
    if entity["kind"] == "alliance":
        kind = "org:OrganizationalCollaboration"
    else:
        kind = "org:Organization" if entity["org_type"] in UNINCORPORATED else "org:FormalOrganization"
    same = [
        prefix + quote(entity[column], safe="")
        for column, prefix in (("wikidata_qid", "http://www.wikidata.org/entity/"), ("ror_id", "https://ror.org/"))
        if entity[column]
    ]
    return _without_nulls(
        {
            "@id": _iri("entity", entity["id"]),
            "@type": kind,
            "org:identifier": entity["id"],
            "skos:prefLabel": _labels(entity),
            "skos:altLabel": list(entity["other_names"]) or None,
            "entente:classification": entity["org_type"] or entity["form"],
            "entente:field": entity["field"] or entity["sector"],
            "entente:isPairing": True if entity["is_pairing"] else None,
            "schema:foundingDate": _date(entity["founded_on"]),
            "schema:addressCountry": entity["country"],
            "schema:tickerSymbol": entity["stock_code"],
            "org:subOrganizationOf": _iri("entity", entity["parent_id"]) if entity["parent_id"] else None,
            "owl:sameAs": same or None,
        }
    )


def _labels(entity: Mapping[str, Any]) -> list[Node]:
    labels = [
        {"@value": entity[column], "@language": language}
        for column, language in (("name_ko", "ko"), ("name_en", "en"))
        if entity[column]
    ]
    return labels or [{"@value": entity["name"]}]


def _tie(tie: Mapping[str, Any]) -> Node:
    address = web_address(tie["url"])
    begins, ends = _instant(tie["valid_from"]), _instant(tie["valid_to"])
    interval = _without_nulls({"@type": "time:Interval", "time:hasBeginning": begins, "time:hasEnd": ends})
    quotation = _without_nulls(
        {
            "@type": ["schema:Quotation", "prov:Entity"],
            "schema:text": tie["quote"],
            "schema:isPartOf": {"@id": address} if address else None,
            "prov:wasQuotedFrom": address,
        }
    )
    return _without_nulls(
        {
            "@id": _iri("membership", tie["membership_id"]),
            "@type": "org:Membership" if tie["is_member"] else "entente:Tie",
            "org:member": _iri("entity", tie["member_id"]),
            "org:organization": _iri("entity", tie["alliance_id"]),
            "org:role": _iri("role", tie["role"]),
            "org:memberDuring": interval if begins or ends else None,
            "entente:status": tie["status"],
            "entente:isFounder": tie["is_founder"],
            "entente:certainty": tie.get("certainty"),
            "entente:confidence": str(tie["confidence"]),
            "entente:independentSources": tie["n_independent_sources"],
            "entente:hasConflict": tie["has_conflict"],
            "entente:knownFrom": tie["known_from"].isoformat(),
            "schema:citation": quotation if tie["quote"] else None,
        }
    )


def _article(tie: Mapping[str, Any]) -> Node | None:
    address = web_address(tie["url"])
    if not address:
        return None
    published = tie["published_at"]
    return _without_nulls(
        {
            "@id": address,
            "@type": ["schema:NewsArticle", "prov:Entity"],
            "schema:publisher": tie["publisher"],
            "schema:datePublished": published.isoformat() if published else None,
        }
    )


def _instant(stated: str | None) -> Node | None:
    """A date as OWL-Time knows it, no more exact than its source states it."""
    if not stated or len(stated) not in DATES:
        return None
    kind, name = DATES[len(stated)]
    return {"@type": "time:Instant", name: {"@value": stated, "@type": kind}}


def _date(stated: str | None) -> Node | None:
    return {"@value": stated, "@type": DATES[len(stated)][0]} if stated and len(stated) in DATES else None


def _iri(kind: str, identifier: str) -> str:
    return f"urn:entente:{kind}:{quote(identifier, safe='')}"


def _without_nulls(node: Node) -> Node:
    return {name: value for name, value in node.items() if value is not None}
