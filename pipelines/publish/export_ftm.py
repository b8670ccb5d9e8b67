"""Facts as FollowTheMoney entities, one JSON object a line, for Aleph and the tools around it.

A tie that is a membership is a Membership; talks, wishes and observers are UnknownLink, whose status says what they
are. The schema is the library's (https://followthemoney.tech/explorer/); here are only the properties that we fill.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipelines.publish.selection import Selected, web_address

ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]*")
Values = dict[str, list[str | None]]
SCHEMA = {"company": "Company", "bank": "Company", "holding": "Company", "government": "PublicBody"}


def follow_the_money(selected: Selected) -> bytes:
    """JSON lines: the organizations and alliances by id, then the ties in their own order."""
    nodes = [
        *(_entity(entity) for entity in selected.entities.to_dicts()),
        *(_link(tie) for tie in selected.ties.to_dicts()),
    ]
    return "".join(json.dumps(node, ensure_ascii=False, sort_keys=True) + "\n" for node in nodes).encode()


def _entity(entity: Mapping[str, Any]) -> dict[str, Any]:
    schema = SCHEMA.get(entity["org_type"] or "", "Organization")
    names = dict.fromkeys(filter(None, (entity["name"], entity["name_ko"], entity["name_en"])))
    return _node(
        entity["id"],
        schema,
        name=[*names],
        # An organization's other names are those that it bore before; an alliance's are spellings.
        **{"alias" if entity["kind"] == "alliance" else "previousName": list(entity["other_names"])},
        classification=[entity["org_type"], entity["form"]],
        sector=[entity["sector"], entity["field"]],
        country=[(entity["country"] or "").lower()],
        incorporationDate=[entity["founded_on"]],
        registrationNumber=[entity["dart_corp_code"]],
        wikidataId=[entity["wikidata_qid"]],
        ticker=[entity["stock_code"]] if schema == "Company" else [],
    )


def _link(tie: Mapping[str, Any]) -> dict[str, Any]:
    schema, member, alliance = (
        ("Membership", "member", "organization") if tie["is_member"] else ("UnknownLink", "subject", "object")
    )
    ends: Values = {member: [identifier(tie["member_id"])], alliance: [identifier(tie["alliance_id"])]}
    published = tie["published_at"]
    return _node(
        tie["membership_id"],
        schema,
        **ends,
        role=[tie["role"], "founder" if tie["is_founder"] else None],
        status=[tie["status"]],
        startDate=[tie["valid_from"]],
        endDate=[tie["valid_to"]],
        date=[published.date().isoformat() if published else None],
        summary=[tie["quote"]],
        sourceUrl=[web_address(tie["url"])],
        publisher=[tie["publisher"]],
        recordId=[tie["membership_id"]],
    )


def _node(key: str, schema: str, **properties: list[str | None]) -> dict[str, Any]:
    return {"id": identifier(key), "schema": schema, "properties": dict(_filled(properties))}


def _filled(properties: Values) -> Iterator[tuple[str, list[str]]]:
    for name, values in properties.items():
        if kept := [value for value in values if value]:
            yield name, kept


def identifier(key: str) -> str:
    """The id as FollowTheMoney allows it: itself, or a hash of one with other signs than letters, digits, . and -."""
    return key if ID.fullmatch(key) else f"id-{hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()}"
