"""Scores one article's prediction against its annotation, and sums the counts into figures.

A predicted name is a gold entity when it, or a surface form predicted with it, is one of that entity's forms. A
membership is found when member and alliance agree; in a nameless pairing, when the whole groups overlap by half and the
prediction names no other alliance of the gold. An event is found when the type agrees and the participants overlap by
half; `event core` leaves out the types with soft bounds. Status, role, dates and modality are right or wrong among the
rows that were found. Everything is counted, and averaged over all rows of all articles (micro-average).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]

SOFT_EVENTS = frozenset({"announce", "statement", "launch", "policy"})
# Terms of the data model that are finer than the gold set's.
COARSE_TERMS = {
    "founding_member": "member",
    "observer": "member",
    "renegotiated": "active",
    "expired": "terminated",
    "lapsed": "terminated",
    "suspended": "terminated",
    "rumoured": "under_discussion",
    "extend": "sign_mou",
}
FOUND_KINDS = ("org", "person", "alliance", "membership", "membership+status", "event", "event core")
SHARE_KINDS = (
    "status",
    "role",
    "since",
    "until",
    "modality",
    "event date",
    "dates kept honest",
    "evidence",
    "evidence overlap",
)
LEGAL_FORM = re.compile(
    r"(?<=\w)[\s,.]+(co|corp|corporation|company|inc|ltd|limited|llc|plc|gmbh|ag|sa)\.?$|\((주|유)\)|㈜|^주식회사\s*|\s*주식회사$"
)


@dataclass(slots=True)
class Tally:
    """Counts: rows found, in the gold and predicted, and rights among those asked."""

    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    right: dict[str, float] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)

    def count(self, kind: str, found: int, gold: int, predicted: int) -> None:
        """Adds rows found, rows of the gold and rows predicted."""
        self.found[kind] += found
        self.gold[kind] += gold
        self.predicted[kind] += predicted

    def ask(self, kind: str, right: float) -> None:
        """Adds one question with its score from 0 to 1."""
        self.asked[kind] += 1
        self.right[kind] = self.right.get(kind, 0.0) + right

    def add(self, other: Tally) -> None:
        """Adds another tally to this one."""
        for kind in FOUND_KINDS:
            self.count(kind, other.found[kind], other.gold[kind], other.predicted[kind])
        self.asked.update(other.asked)
        for kind, right in other.right.items():
            self.right[kind] = self.right.get(kind, 0.0) + right


@dataclass(frozen=True, slots=True)
class Miss:
    """One row that was missed or is spurious, in words."""

    kind: str
    subject: str
    detail: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What a tally amounts to: per kind F1, precision, recall and counts; per question the share that is right."""

    found: dict[str, dict[str, float]]
    shares: dict[str, dict[str, float | None]]

    def as_json(self) -> dict[str, dict[str, float | None]]:
        """Both in one object, by kind."""
        return {**{kind: dict(values) for kind, values in self.found.items()}, **self.shares}


def figures(tally: Tally) -> Figures:
    """The figures of a tally; a share of nothing is None, an F1 of nothing 0."""
    found = {}
    for kind in FOUND_KINDS:
        hits, gold, predicted = tally.found[kind], tally.gold[kind], tally.predicted[kind]
        precision = hits / predicted if predicted else 0.0
        recall = hits / gold if gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        found[kind] = {"f1": f1, "precision": precision, "recall": recall, "gold": gold, "predicted": predicted}
    shares: dict[str, dict[str, float | None]] = {
        kind: {"right": tally.right[kind] / tally.asked[kind] if tally.asked[kind] else None, "n": tally.asked[kind]}
        for kind in SHARE_KINDS
    }
    return Figures(found, shares)


def normalized(name: str | None) -> str:
    """A name without legal form, case, spaces and punctuation."""
    text = (name or "").casefold().strip()
    while (cut := LEGAL_FORM.sub("", text).strip()) != text and cut:
        text = cut
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


def score_article(gold: Row, prediction: Row, text: str) -> tuple[Tally, list[Miss]]:
    """The counts of one article, and its misses."""
    tally = Tally()
    names = _Names(gold, prediction)
    for kind in ("org", "person", "alliance"):
        wanted = {entity["canonical"] for entity in gold["entities"] if entity["type"] == kind}
        got = {names.canonical(e["name"]) for e in prediction.get("entities", ()) if e.get("type") == kind}
        tally.count(kind, len(wanted & got), len(wanted), len(got))
    misses = _score_memberships(gold, prediction, names, text, tally)
    misses += _score_events(gold, prediction, names, text, tally)
    for row in (*prediction.get("memberships", ()), *prediction.get("events", ())):
        tally.ask("evidence", bool(row.get("evidence")) and row["evidence"] in text)
    return tally, misses


class _Names:
    """Maps the predicted names of one article onto the canonical names of its annotation."""

    def __init__(self, gold: Row, prediction: Row) -> None:
        self._canonical: dict[str, str] = {}
        for entity in gold["entities"]:
            for form in (entity["canonical"], *entity["surface_forms"]):
                self._canonical.setdefault(normalized(form), entity["canonical"])
        self._together: dict[str, set[str]] = {}
        for entity in prediction.get("entities", ()):
            forms = {normalized(f) for f in (entity.get("name"), *entity.get("surface_forms", ())) if f}
            for form in forms:
                self._together.setdefault(form, set()).update(forms)

    def canonical(self, name: str | None) -> str | None:
        if name is None:
            return None
        form = normalized(name)
        for candidate in (form, *sorted(self._together.get(form, ()))):
            if candidate in self._canonical:
                return self._canonical[candidate]
        return "?" + form


@dataclass(frozen=True, slots=True)
class _Tie:
    alliance: str | None
    member: str | None
    others: frozenset[str | None]
    row: Row

    @property
    def group(self) -> frozenset[str | None]:
        return self.others | {self.member}


def _ties(rows: Sequence[Row], names: _Names) -> list[_Tie]:
    def key(row: Row) -> tuple[str, Any]:
        return (
            ("alliance", names.canonical(row.get("alliance"))) if row.get("alliance") else ("group", row.get("group"))
        )

    groups: dict[tuple[str, Any], set[str | None]] = {}
    for row in rows:
        groups.setdefault(key(row), set()).add(names.canonical(row["member"]))
    ties = []
    for row in rows:
        member = names.canonical(row["member"])
        others = frozenset(groups[key(row)] - {member})
        ties.append(_Tie(names.canonical(row.get("alliance")), member, others, row))
    return ties


def rights(gold: Row, prediction: Row) -> list[tuple[str, int, bool]]:
    """(`memberships` or `events`, index of the predicted row, whether it is right) for each row of one article.

    A membership is right when it is found with its state, an event when it is found; soft types count too.
    """
    names = _Names(gold, prediction)
    wanted, got = _ties(gold["memberships"], names), _ties(prediction.get("memberships", ()), names)
    held = {j for i, j in _pair_ties(wanted, got) if wanted[i].row["status"] == _coarse(got[j].row.get("status"))}
    events = prediction.get("events", ())
    told = {j for _, j in _pair_events(list(gold["events"]), list(events), names)}
    return [
        *(("memberships", j, j in held) for j in range(len(got))),
        *(("events", j, j in told) for j in range(len(events))),
    ]


def _pair_ties(wanted: Sequence[_Tie], got: Sequence[_Tie]) -> list[tuple[int, int]]:
    """Pairs of (gold index, predicted index) of the memberships that are found."""
    named = {tie.alliance for tie in wanted if tie.alliance}
    candidates = []
    for i, left in enumerate(wanted):
        for j, right in enumerate(got):
            if left.member != right.member:
                continue
            if left.alliance:
                same = left.alliance == right.alliance
            else:
                same = right.alliance not in named and _jaccard(left.group, right.group) >= 0.5
            if same:
                score = (
                    2 * (left.alliance == right.alliance)
                    + (left.row["status"] == _coarse(right.row.get("status")))
                    + 0.5 * (left.row["role"] == _coarse(right.row.get("role")))
                )
                candidates.append((score, i, j))
    return _one_to_one(candidates)


def _score_memberships(gold: Row, prediction: Row, names: _Names, text: str, tally: Tally) -> list[Miss]:
    wanted, got = _ties(gold["memberships"], names), _ties(prediction.get("memberships", ()), names)
    pairs = _pair_ties(wanted, got)
    tally.count("membership", len(pairs), len(wanted), len(got))
    with_status = 0
    for i, j in pairs:
        left_row, right_row = wanted[i].row, got[j].row
        status = left_row["status"] == _coarse(right_row.get("status"))
        with_status += status
        tally.ask("status", status)
        tally.ask("role", left_row["role"] == _coarse(right_row.get("role")))
        if left_row.get("since") and left_row.get("since_basis") == "act":
            tally.ask("since", _same_date(left_row["since"], right_row.get("since")))
        if left_row.get("until"):
            tally.ask("until", _same_date(left_row["until"], right_row.get("until")))
        for key in ("since", "until"):
            if right_row.get(key):
                tally.ask("dates kept honest", _same_date(left_row.get(key) or "-", right_row[key]))
        tally.ask("evidence overlap", _overlap(text, left_row, right_row.get("evidence")))
    tally.count("membership+status", with_status, len(wanted), len(got))
    found, hit = {i for i, _ in pairs}, {j for _, j in pairs}
    return [
        *(_tie_miss("missed membership", tie) for i, tie in enumerate(wanted) if i not in found),
        *(_tie_miss("spurious membership", tie) for j, tie in enumerate(got) if j not in hit),
    ]


def _pair_events(wanted: Sequence[Row], got: Sequence[Row], names: _Names) -> list[tuple[int, int]]:
    """Pairs of (gold index, predicted index) of the events that are found."""
    candidates = []
    for i, left in enumerate(wanted):
        for j, right in enumerate(got):
            overlap = _jaccard(_who(left, names), _who(right, names))
            if left["type"] == _coarse(right.get("type")) and overlap >= 0.5:
                modality = left["modality"] == _coarse(right.get("modality"))
                date = bool(left.get("date")) and _same_date(left["date"], right.get("date"))
                candidates.append((overlap + 0.1 * modality + 0.05 * date, i, j))
    return _one_to_one(candidates)


def _who(event: Row, names: _Names) -> frozenset[str | None]:
    return frozenset(names.canonical(p["name"]) for p in event.get("participants", ()))


def _score_events(gold: Row, prediction: Row, names: _Names, text: str, tally: Tally) -> list[Miss]:
    wanted, got = list(gold["events"]), list(prediction.get("events", ()))
    pairs = _pair_events(wanted, got, names)
    for kind, excluded in (("event", frozenset()), ("event core", SOFT_EVENTS)):
        tally.count(
            kind,
            sum(wanted[i]["type"] not in excluded for i, _ in pairs),
            sum(event["type"] not in excluded for event in wanted),
            sum(event.get("type") not in excluded for event in got),
        )
    for i, j in pairs:
        left, right = wanted[i], got[j]
        tally.ask("modality", left["modality"] == _coarse(right.get("modality")))
        if left.get("date") and left.get("date_basis") == "act":
            tally.ask("event date", _same_date(left["date"], right.get("date")))
        if right.get("date"):
            tally.ask("dates kept honest", _same_date(left.get("date") or "-", right["date"]))
        tally.ask("evidence overlap", _overlap(text, left, right.get("evidence")))
    found, hit = {i for i, _ in pairs}, {j for _, j in pairs}
    return [
        *(_event_miss("missed event", e, _who(e, names)) for i, e in enumerate(wanted) if i not in found),
        *(_event_miss("spurious event", e, _who(e, names)) for j, e in enumerate(got) if j not in hit),
    ]


def _one_to_one(candidates: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Pairs of (gold index, predicted index), best score first, each index once."""
    gold_used: set[int] = set()
    predicted_used: set[int] = set()
    pairs = []
    for _, i, j in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if i not in gold_used and j not in predicted_used:
            gold_used.add(i)
            predicted_used.add(j)
            pairs.append((i, j))
    return pairs


def _overlap(text: str, gold: Row, quote: str | None) -> float:
    """Character F1 of a quote with the gold's span; the nearest occurrence of the quote counts."""
    if not quote or quote not in text:
        return 0.0
    length = len(quote) + gold["char_end"] - gold["char_start"]
    best, at = 0.0, text.find(quote)
    while at >= 0:
        shared = max(0, min(at + len(quote), gold["char_end"]) - max(at, gold["char_start"]))
        best = max(best, 2 * shared / length)
        at = text.find(quote, at + 1)
    return best


def _jaccard(left: frozenset[str | None], right: frozenset[str | None]) -> float:
    union = left | right
    return len(left & right) / len(union) if union else 0.0


def _same_date(gold: str, predicted: object) -> bool:
    return bool(predicted) and str(predicted) == gold


def _coarse(term: str | None) -> str | None:
    return COARSE_TERMS.get(term, term) if term else term


def _tie_miss(kind: str, tie: _Tie) -> Miss:
    subject = f"{tie.alliance or 'pairing ' + '+'.join(sorted(map(str, tie.group)))} × {tie.member}"
    detail = f"{tie.row.get('role')}, {tie.row.get('status')}"
    return Miss(kind, subject, detail, str(tie.row.get("evidence") or ""))


def _event_miss(kind: str, event: Row, participants: frozenset[str | None]) -> Miss:
    subject = f"{event.get('type')}: {', '.join(sorted(map(str, participants)))}"
    return Miss(kind, subject, str(event.get("modality")), str(event.get("evidence") or ""))
