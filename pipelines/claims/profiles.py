"""What a text says about an alliance apart from its members, and how two entities relate. Modest on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.claims.clause import BY, OBJECT, SUBJECT, TO, TOPIC, WITH, Clause
from pipelines.claims.context import Context
from pipelines.claims.evidence import quote_span
from pipelines.claims.matching import Reading
from pipelines.claims.model import AttributeClaim, Evidence, RelationClaim

RENAMING = frozenset({"변경하", "바꾸", "개명하", "교체하", "바뀌"})
NAME_NOUNS = ("사명", "이름", "명칭", "상호")
RIVALRY = frozenset({"경쟁하", "맞서", "겨루", "맞붙"})
ALIKE = frozenset({"org", "alliance"})
ITEM_MARK = re.compile("[△▲▷]")
LIST_ITEM = re.compile(r"[△▲▷]\s*([^△▲▷\n]{4,120}?)(?=\s*(?:[△▲▷]|등을|등에|등이|등의|$))")


def read_attributes(readings: Sequence[Reading], context: Context) -> tuple[AttributeClaim, ...]:
    """Stated member counts, and the items of △-lists in sentences that name one alliance."""
    text = context.document.text
    found: dict[tuple[str, str, str], AttributeClaim] = {}
    for reading in readings:
        if reading.alliance is None or reading.stated_count is None or reading.frame.tie not in ("found", "listing"):
            continue
        clause = reading.clause
        start, end = quote_span(text, clause.sentence, clause.start, clause.end)
        evidence = Evidence(start, end, clause.start, clause.end, clause.sentence.zone, "count", confidence=0.7)
        key = (reading.alliance.entity_id or "", "stated_member_count", str(reading.stated_count))
        found.setdefault(key, AttributeClaim(*key, evidence))
    for sentence in context.document.sentences if ITEM_MARK.search(text) else ():
        said = text[sentence.char_start : sentence.char_end]
        items = list(LIST_ITEM.finditer(said))
        if not items:
            continue
        alliances = {
            m.entity_id: m
            for m in context.names_between(sentence.char_start, sentence.char_end)
            if m.mention_type == "alliance"
        }
        if len(alliances) != 1:
            continue
        for item in items:
            at = sentence.char_start + item.start(1), sentence.char_start + item.end(1)
            start, end = quote_span(text, sentence, *at)
            evidence = Evidence(start, end, *at, sentence.zone, "list_item", confidence=0.6)
            key = (next(iter(alliances)) or "", "activity", item[1].strip())
            found.setdefault(key, AttributeClaim(*key, evidence))
    return tuple(sorted(found.values(), key=lambda claim: (claim.evidence.trigger_start, claim.attribute, claim.value)))


def read_relations(clauses: Sequence[Clause], context: Context) -> tuple[RelationClaim, ...]:
    """New names ('X는 사명을 Y로 바꿨다') and rivals ('X는 Y와 경쟁한다'), each pair once."""
    found: dict[tuple[str, str, str], RelationClaim] = {}
    for clause in clauses:
        named = any(noun in phrase.words for phrase in clause.phrase(OBJECT, SUBJECT) for noun in NAME_NOUNS)
        if clause.lemma in RENAMING and named:
            relation = "renamed_to"
            cases: tuple[str, ...] = (BY,)
        elif clause.lemma in RIVALRY:
            relation, cases = "rival_of", (WITH, TO)
        else:
            continue
        subjects = context.parties((name for phrase in clause.phrase(TOPIC) for name in phrase.parties), ALIKE)
        objects = context.parties((name for phrase in clause.phrase(*cases) for name in phrase.parties), ALIKE)
        if len(subjects) != 1 or len(objects) != 1 or subjects[0].entity_id == objects[0].entity_id:
            continue
        start, end = quote_span(context.document.text, clause.sentence, clause.start, clause.end)
        evidence = Evidence(start, end, clause.start, clause.end, clause.sentence.zone, relation, confidence=0.6)
        key = (subjects[0].entity_id or "", relation, objects[0].entity_id or "")
        found.setdefault(key, RelationClaim(*key, evidence))
    return tuple(found.values())
