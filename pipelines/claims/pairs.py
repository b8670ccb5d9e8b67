"""Clauses that say one thing of several pairs: 'A는 B와, C는 D와 손잡았다', 'A는 2월, B는 3월 합류한다'.

Here is decided which phrases of one predicate go together; what the predicate says of them is for the frames.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.claims import words_ko as words
from pipelines.claims.clause import BY, OBJECT, SUBJECT, TO, TOPIC, WITH, Phrase, StatedDate

Entry = Phrase | StatedDate

# One letter for each entry: who acts, with whom, what, whither, as what, a date, anything else.
PATTERNS = tuple(
    (re.compile(rf"(?:{one}){{2,}}"), re.compile(one))
    for one in ("Dx*W", "D?SD?x*W", "D?SD?x*O", "D?SD?x*T", "D?SD?x*R", "SD")
)
# What everyone has a part of is one thing: 'A가 60%를, B가 40%를 갖는다'.
PART = re.compile(r"\d|지분$|주식$|자사주$|절반$")


def spread(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries of one predicate, once for each pair that it is said of; as they are where it is said once."""
    kinds = "".join(map(_kind, entries))
    for several, one in PATTERNS:
        found = several.search(kinds)
        if found is None:
            continue
        shared = [*entries[: found.start()]], [*entries[found.end() :]]
        groups = [entries[pair.start() : pair.end()] for pair in one.finditer(kinds, found.start(), found.end())]
        if one.pattern == "SD" and len({entry.case for entry in _subjects(groups)}) > 1:
            # 'A는 3일 B가 4일 …': one tells of the other.
            continue
        return [[*shared[0], *group, *shared[1]] for group in groups]
    return [list(entries)]


def _subjects(groups: Sequence[Sequence[Entry]]) -> list[Phrase]:
    return [entry for group in groups for entry in group if isinstance(entry, Phrase)]


def _kind(entry: Entry) -> str:
    if isinstance(entry, StatedDate):
        return "D"
    if entry.case == OBJECT:
        return "x" if PART.search(entry.words) else "O"
    if entry.case == BY and entry.words.endswith(words.MEMBER_NOUNS):
        return "R"
    if not entry.parties:
        return "x"
    if entry.case in (TOPIC, SUBJECT):
        return "S"
    if entry.case == TO:
        return "T" if any(name.mention_type == "alliance" for name in entry.parties) else "x"
    return "W" if entry.case == WITH else "x"
