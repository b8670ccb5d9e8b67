"""How `entente explain` shows a fact: in words on a terminal, or as JSON.

What a page or an outlet wrote is shown, never obeyed: rich gets it as plain Text, without markup, links or control
signs.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

if TYPE_CHECKING:
    from pipelines.publish.explanation import Explanation, Row

# Escape sequences, and signs that turn the direction of writing or end a line unseen
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def as_json(explanation: Explanation) -> str:
    """The explanation as one JSON object; dates and instants in ISO, every control sign escaped."""
    text = json.dumps(asdict(explanation), ensure_ascii=False, indent=2, default=_iso)
    # json.dumps escapes the C0 signs; line breaks of its own are the only ones left.
    return "\n".join(UNSAFE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", line) for line in text.split("\n"))


def show(explanation: Explanation, console: Console) -> None:
    """Print the fact in words, its states in known order, its claims, the rules that decided, and decisions."""
    console.print(_plain(f"{explanation.kind} {explanation.id}"), style="bold")
    for state in explanation.states:
        _show_state(state, console)
    for event in explanation.events:
        _show_event(event, console)
    for row in explanation.modalities:
        _line(console, 1, f"{row['modality']}: {_known(row)}; decided by claim {row['claim_id']}")
    _head(console, "Claims", explanation.claims)
    for claim in explanation.claims:
        _show_claim(claim, console)
    _head(console, "Conflicts", explanation.conflicts)
    for row in explanation.conflicts:
        _line(console, 1, f"{row['field']}: {row['shown_value']} is shown, not {row['other_value']}")
        _line(console, 2, f"rule {row['rule']}: {row['why']}")
        _line(console, 2, f"shown by claim {row['shown_claim_id']}, otherwise claim {row['other_claim_id']}")
    _head(console, "Decisions", explanation.overrides)
    for row in explanation.overrides:
        applied = "applied" if row["is_applied"] else "not applied"
        _line(console, 1, f"{row['field']}: {row['old_value']} -> {row['new_value']} ({applied})")
        _line(console, 2, f"{row['decided_by']}, {_iso(row['decided_at'])}: {row['reason']}")


def _show_state(state: Row, console: Console) -> None:
    founder = ", founder" if state["is_founder"] else ""
    _line(
        console, 0, f"{state['member_name']} in {state['alliance_name']}: {state['role']}{founder}, {state['status']}"
    )
    _line(console, 1, f"membership {state['membership_id']}, tie {state['tie_id']}")
    _line(console, 1, f"valid {_side(state, 'valid_from')} until {_side(state, 'valid_to')}")
    _line(console, 1, f"confirmed {state['first_confirmed_on']} to {state['last_confirmed_on']}")
    _line(console, 1, f"{_known(state)}; recorded from {state['recorded_from']}")
    _line(console, 1, _support(state))


def _show_event(event: Row, console: Console) -> None:
    about = f" of {event['alliance_name']}" if event["alliance_name"] else ""
    _line(console, 0, f"{event['event_type']}{about}: {event['participants']}; {event['modality']}")
    _line(console, 1, f"happened {_side(event, 'event_date')}; known from {_iso(event['known_from'])}")
    _line(console, 1, f"reported {event['first_reported_on']} to {event['last_reported_on']}")
    _line(console, 1, _support(event))


def _show_claim(claim: Row, console: Console) -> None:
    _line(console, 1, f"“{claim['quote']}”")
    published = _iso(claim["published_at"]) if claim["published_at"] else "undated"
    _line(console, 2, f"{claim['publisher'] or 'outlet not known'}, {published}")
    # An address stays in one piece, so that a terminal can open it.
    console.print(_plain(f"    {claim['url'] or 'no address'}"), soft_wrap=True)
    _line(
        console,
        2,
        f"{claim['stance']}; read by {claim['extractor']} {claim['extractor_version']} by the rule {claim['frame']}, "
        f"confidence {claim['confidence']:.2f}; {claim['attribution']}; in {claim['zone']}",
    )
    _line(console, 2, f"claim {claim['claim_id']}, known {_iso(claim['known_at'])}, of fact {claim['fact_id']}")


def _side(row: Row, name: str) -> str:
    if not row[name]:
        return "(not told)"
    told = ", ".join(row[f"{name}_{part}"] for part in ("precision", "edge", "basis") if row[f"{name}_{part}"])
    return f"{row[name]} ({told})" if told else str(row[name])


def _known(row: Row) -> str:
    until = f"until {_iso(row['known_to'])}" if row["known_to"] else "and still"
    return f"known from {_iso(row['known_from'])} ({row['known_basis']}) {until}"


def _support(row: Row) -> str:
    marks = [name for name, held in (("conflict", "has_conflict"), ("decided by hand", "is_overridden")) if row[held]]
    counts = f"{row['n_independent_sources']} independent sources, {row['n_articles']} articles"
    return "; ".join((f"confidence {row['confidence']:.2f}", counts, f"{row['n_mentions']} mentions", *marks))


def _head(console: Console, title: str, rows: Any) -> None:
    if rows:
        console.print()
        console.print(_plain(f"{title} ({len(rows)})"), style="bold")


def _line(console: Console, depth: int, text: str) -> None:
    console.print(Padding(_plain(text), (0, 0, 0, 2 * depth), expand=False))


def _plain(text: str) -> Text:
    return Text(UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text))


def _iso(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else str(value)
