"""Ties that English nouns say without a verb: 'X, a joint venture of A and B', 'A's alliance with B', 'X members A, B'.

The sentence is read as its shape, in which each name is a sign of its kind, by the patterns of one table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.articles.model import Sentence
from pipelines.claims.clause import OBJECT, SUBJECT, WITH, Clause, Phrase, StatedDate
from pipelines.entities.model import Mention

SIGNS = {"org": "O", "group": "O", "alliance": "A", "person": "P", "place": "P", "event_name": "P"}
MOST_NAMES = 80
PAIR = 2
ORG, ALLIANCE = r"<O\d+>", r"<A\d+>"
SIGN = re.compile(r"<([OAP])(\d+)>")
# What stands before a name or noun without changing what it is of
MODIFIERS = r"(?:(?:<P\d+>['’]s|[a-zA-Z$][\w./:&$-]*|\d[\d.,:/%-]*)(?<! of)(?<! with)(?<! and) ){0,5}?"
ITEM = rf"(?:the )?{MODIFIERS}{ORG}(?: \(<\w\d+>\))?"
JOINED = r"(?:,? and (?:with )?|, | & )"
LIST = rf"(?P<list>{ITEM}(?:{JOINED}{ITEM})*)"
SEVERAL = rf"(?P<list>{ITEM}(?:{JOINED}{ITEM})+)"
VENTURE = r"(?P<noun>joint[- ]venture|venture|JV)(?: company| partnership| firm)?"
STRUCTURE = (
    r"(?P<noun>alliance|consortium|coalition|partnership|group(?:ing)?|club|forum|body|tie-up|network|initiative"
    r"|collaboration|project|association|platform|pact|federation|effort)"
)
TIE = r"(?P<noun>joint[- ]venture|alliance|partnership|tie-up|collaboration|cooperation|cross-shareholding)"
OF = (
    r"(?: (?:set up|formed|run|owned|operated|shared|held))?"
    r" (?:of|between|with|among|by|involving|that includes|linking|uniting|grouping)"
)
BE = r"(?:,| is| was|,? which is| \(| --| —|:)(?: now| also| already| itself)?"
OWNER = rf"(?:(?P<own>its|their)|(?P<owner>{ORG})['’]s|an?|the|this|one of the)"
CALLED = r"(?:,| called| named| dubbed| known as|, called| to be called| branded)? (?:the )?"
SHARED = r"(?:[\w-]+ )?(?:venture|alliance|project|partnership|development)\b"
MEMBERS = "(?:members?|partners?|carriers)"
NAMED = (
    rf"(?:{MODIFIERS}(?:alliance|tie-up|partnership|cooperation|grouping|group|network|consortium|coalition|forum|body"
    r"|collaboration|project|initiative)(?:,|,? to be|,? which (?:is|will be))? (?:called|named|dubbed|known as)"
    r"|under (?:a|the) (?:new |common |joint )?(?:name|banner|brand|label),?(?: of)?)"
)
AHEAD = re.compile(
    r"\b(?:will|due to|set to|plan\w*|scheduled|from (?:next|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|20)|to (?:start|begin|launch))\b"
)
PATTERNS = (
    ("venture", re.compile(rf"(?P<alliance>{ALLIANCE}){BE} {OWNER} {MODIFIERS}{VENTURE}{OF} {LIST}")),
    ("structure", re.compile(rf"(?P<alliance>{ALLIANCE}){BE} {OWNER} {MODIFIERS}{STRUCTURE}{OF} {LIST}")),
    ("venture", re.compile(rf"{OWNER} {MODIFIERS}{VENTURE}{OF} {LIST}{CALLED}(?P<alliance>{ALLIANCE})")),
    ("structure", re.compile(rf"{OWNER} {MODIFIERS}{STRUCTURE}{OF} {LIST}{CALLED}(?P<alliance>{ALLIANCE})")),
    ("venture", re.compile(rf"{OWNER} {MODIFIERS}{VENTURE}{CALLED}(?P<alliance>{ALLIANCE}),? with {LIST}")),
    ("venture", re.compile(rf"{SEVERAL}['’]s? (?:{MODIFIERS}{VENTURE},? )?(?P<alliance>{ALLIANCE})")),
    ("venture", re.compile(rf"(?P<list>{ORG})['’]s (?P<alliance>{ALLIANCE})(?= (?:joint )?venture| operat| run)")),
    ("named", re.compile(rf"{NAMED} (?:the )?(?P<alliance>{ALLIANCE})")),
    ("members", re.compile(rf"(?P<alliance>{ALLIANCE})(?:['’]s)?(?: founding| board)? {MEMBERS} {LIST}")),
    ("members", re.compile(rf"(?:[Ff]ounding|[Ff]ellow) members? {LIST}")),
    ("partner", re.compile(rf"(?P<list>{ORG}), (?P<own>its|their) {MODIFIERS}partner in (?:the|their|its|a) {SHARED}")),
    ("pairing", re.compile(rf"\b[Tt]he {MODIFIERS}{TIE} between {SEVERAL}")),
    ("pairing", re.compile(rf"{OWNER} {MODIFIERS}{TIE}(?: \w+){{0,2}}? with {LIST}(?!,? (?:called|{ALLIANCE}))")),
)  # fmt: skip
PROSPECT = re.compile(
    r"\b(?:planned|proposed|potential|possible|new|future|prospective|a|an|failed|collapsed|aborted|former|rumou?red)\b"
)


def clauses_of_nouns(
    text: str,
    sentence: Sentence,
    names: Sequence[Mention],
    subject: Sequence[Mention],
    dates: Sequence[StatedDate] = (),
) -> list[Clause]:
    """One clause for each noun that says whose tie it is; `subject` is whom 'its' and 'their' mean."""
    if not names or len(names) > MOST_NAMES:
        return []
    shape, places = _shape(text, sentence, names)
    found: list[Clause] = []
    told: set[int] = set()
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(shape):
            clause = _clause(kind, match, sentence, names, places, subject, dates)
            if clause is not None and clause.start not in told:
                told.add(clause.start)
                found.append(clause)
    return found


def _clause(
    kind: str,
    match: re.Match[str],
    sentence: Sentence,
    names: Sequence[Mention],
    places: Sequence[int],
    subject: Sequence[Mention],
    dates: Sequence[StatedDate],
) -> Clause | None:
    parts = match.groupdict()
    members = _named(parts.get("list") or "", names)
    owners = _named(parts.get("owner") or "", names)
    if parts.get("own"):
        owners = [name for name in subject if name.mention_type in ("org", "group")]
    alliance = _named(parts.get("alliance") or "", names)
    if kind in ("pairing", "partner") and len({m.entity_id for m in (*members, *owners)}) < PAIR:
        return None
    if kind == "pairing" and (PROSPECT.search(match.group()) or len(members) + len(owners) < PAIR):
        return None
    start, end = places[match.start()], places[match.end() - 1] + 1
    phrases = [Phrase(OBJECT, m.start, m.end, "", (m,)) for m in (*members, *owners)]
    if kind in ("pairing", "partner"):
        phrases = [Phrase(SUBJECT, m.start, m.end, "", (m,)) for m in owners or members[:1]]
        phrases += [Phrase(WITH, m.start, m.end, "", (m,)) for m in members]
    elif kind == "named":
        phrases = [Phrase(SUBJECT, m.start, m.end, "", (m,)) for m in subject]
        phrases.append(Phrase(OBJECT, alliance[0].start, alliance[0].end, "", (alliance[0],)))
    elif alliance:
        phrases.append(Phrase(SUBJECT, alliance[0].start, alliance[0].end, "", (alliance[0],)))
    else:
        phrases.append(Phrase(SUBJECT, start, start, "themembers"))
    tail = "will" if kind == "named" and AHEAD.search(match.string) else "was"
    later = tuple(date for date in dates if date.start >= end)
    dated = (later or tuple(dates)) if kind == "named" else ()
    return Clause(f"noun {kind}", start, max(end, start + 1), sentence, tuple(phrases), tail, "final", dates=dated)


def _named(shape: str, names: Sequence[Mention]) -> list[Mention]:
    return [names[int(sign[2])] for sign in SIGN.finditer(shape) if sign[1] != "P"]


def _shape(text: str, sentence: Sentence, names: Sequence[Mention]) -> tuple[str, list[int]]:
    """The sentence with a sign for each name, and for each of its characters the place in the text."""
    pieces: list[str] = []
    places: list[int] = []
    at = sentence.char_start
    for number, name in enumerate(names):
        if name.start < at or name.end > sentence.char_end:
            continue
        pieces.append(text[at : name.start])
        places.extend(range(at, name.start))
        sign = f"<{SIGNS.get(name.mention_type, 'P')}{number}>"
        pieces.append(sign)
        places.extend([name.start] * (len(sign) - 1))
        places.append(name.end - 1)
        at = name.end
    pieces.append(text[at : sentence.char_end])
    places.extend(range(at, sentence.char_end))
    return "".join(pieces), places
