"""Which words of a segment are verbs that frames know, and of what kind: finite or not, active or passive.

The verbs themselves are in verbs_en.py; what stands around them is read in english_phrases.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.claims import verbs_en
from pipelines.claims import words_en as words
from pipelines.claims.clause import Phrase
from pipelines.claims.english_tokens import CONTENT, PARTICIPLE, Segment, Token

LONGEST_FORM = 6
# Nouns that are read as verbs only where they are denied
DENIED_NOUNS = frozenset(
    {"talks", "alliance talks", "merger talks", "talks with", "talks between", "negotiations with"}
)
# Verbs whose subject is a structure's members, those that speak of the name before them, and those that are passive
OF_MEMBERS = frozenset(verbs_en.PHRASES["members"])
NEAREST = frozenset(verbs_en.PHRASES["include"])
STATES = frozenset(
    verb.removeprefix("be ") for verbs in verbs_en.VERBS.values() for verb in verbs if verb.startswith("be ")
) | frozenset(phrase for phrases in verbs_en.PHRASES.values() for phrase in phrases)
PAST_PARTICIPLES = frozenset(
    {"led", "set", "wound", "broken", "struck", "put", "built", "split", "bought", "taken", "shut", "cut"}
)
TRANSITIVE = frozenset(
    {"found", "form", "establish", "create", "launch", "set up", "sign", "announce", "agree", "strike"}
)


@dataclass(slots=True)
class Verb:
    """A verb form in its segment: places among the segment's tokens, and where its auxiliaries begin."""

    lemma: str
    form: str
    first: int
    last: int
    group: int
    phrases: list[Phrase] = field(default_factory=list)


def verb_start(segment: Segment, verb: Verb) -> int:
    """Where a verb begins in the text."""
    return segment.tokens[verb.first].start


def verbs_of(segment: Segment) -> list[Verb]:
    """The verb forms of a segment, the longest at each place; a noun that looks like one is none."""
    tokens = segment.tokens
    found: list[Verb] = []
    at = 0
    while at < len(tokens):
        for length in range(min(LONGEST_FORM, len(tokens) - at), 0, -1):
            run = tokens[at : at + length]
            if any(token.name is not None or token.date for token in run):
                continue
            form = " ".join(token.word for token in run)
            lemma = verbs_en.FORMS.get(form)
            if lemma is not None and not _is_noun(tokens, at, form):
                found.append(Verb(lemma, form, at, at + length - 1, _group(tokens, at)))
                at += length - 1
                break
        at += 1
    return found


def _is_noun(tokens: Sequence[Token], at: int, form: str) -> bool:
    if form.endswith("members of") and (at == 0 or tokens[at - 1].word in ("the", "other", "some", "for", "to")):
        # 'members of X say': the members, and nobody's membership
        return True
    if form in DENIED_NOUNS:
        return not any(token.word in words.DENYING for token in tokens[:at])
    if form.startswith("in ") and form.endswith(" with"):
        # 'launched in partnership with': how, and not that they are partners
        return at == 0 or tokens[at - 1].word not in words.BE | words.ADVERBS
    if form in STATES:
        return False
    if at == 0:
        # 'Talks between': nothing stands before it that could do it
        return form in words.NOUNISH and len(tokens) > 1 and tokens[1].word in words.PREPOSITIONS
    before = tokens[at - 1]
    if before.name is not None or before.date:
        return False
    if before.word in words.DETERMINERS or before.word in ("of", *words.POSSESSIVE):
        return not (before.word in ("both", "that") or (form.endswith("ing") and before.word == "of"))
    if " " not in form and form in words.NOUNISH:
        verbal = (
            before.word in words.AUXILIARIES
            or before.word in words.ADVERBS
            or before.word.endswith("ly")
            or before.word in (",", "and", "or", "but", "it", "they", "which", "who", "that", "two", "companies")
            or before.word in words.CARRYING
        )
        return not verbal
    return False


def _group(tokens: Sequence[Token], at: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    while at > 0 and tokens[at - 1].name is None and not tokens[at - 1].date:
        word = tokens[at - 1].word
        if not (word in words.AUXILIARIES or word in words.ADVERBS or word.endswith("ly")):
            break
        at -= 1
    return at


def is_finite(segment: Segment, verb: Verb) -> bool:
    """Whether a verb is no infinitive and no gerund."""
    group = {segment.tokens[i].word for i in range(verb.group, verb.first)}
    gerund = verb.form.split(" ")[0].endswith("ing") and not group & words.BE
    return not gerund and "to" not in group


def is_coordinated(segment: Segment, before: Verb, verb: Verb) -> bool:
    """Whether 'and' or a comma joins a verb to the one before it."""
    return verb.group - 1 > before.last and segment.tokens[verb.group - 1].word in ("and", "or", ",", "but", "then")


def bounds(segment: Segment, before: Verb, verb: Verb) -> bool:
    """Whether what follows `verb` is no more of the verb before it."""
    if verb.form in NEAREST:
        return False
    return is_coordinated(segment, before, verb) or (is_finite(segment, verb) and verb.form not in STATES)


def is_passive(segment: Segment, verb: Verb) -> bool:
    """Whether the verb says what was done to its subject."""
    if verb.form in STATES:
        return False
    first = verb.form.split(" ")[0]
    participle = first.endswith("ed") or first in PAST_PARTICIPLES
    if not participle:
        return False
    group = [segment.tokens[i].word for i in range(verb.group, verb.first)]
    if any(word in words.BE for word in group):
        return True
    after = segment.tokens[verb.last + 1] if verb.last + 1 < len(segment.tokens) else None
    if after is not None and after.name is None and after.word == "by":
        return not any(word in words.AUXILIARIES for word in group)
    if segment.kind == PARTICIPLE and verb.first <= 1:
        return True
    # 'a venture established in 2022': nothing that it did
    before = segment.tokens[verb.first - 1] if verb.first else None
    noun = before is not None and before.name is None and before.word in words.STRUCTURES | words.TIE_NOUNS
    bare = after is None or after.date or after.word in words.PREPOSITIONS or after.word in (",", ".")
    return noun and bare and verb.first > 0 and verb.lemma in TRANSITIVE


def lists_members(segment: Segment, verb: Verb) -> bool:
    """Whether 'including' names members: 'has 30 members, including A'."""
    before = [token for token in segment.tokens[: verb.first] if token.word not in (",", "as")]
    if verb.form == "include" or not before:
        return True
    if before[-1].name is not None:
        return False
    structure = any(t.name is not None and t.name.mention_type == "alliance" for t in before)
    return before[-1].word in words.MEMBERS or (structure and before[-1].word in words.COMPANIES)


def tail_of(segment: Segment, subject_end: int, verb: Verb, earlier: Sequence[Verb], coordinated: str | None) -> str:
    """The words that tell how certain a verb is: its auxiliaries and what governs it."""
    start = min(subject_end, verb.group)
    if coordinated is not None and earlier:
        start = verb.group
        own = [token.word for token in segment.tokens[start : verb.last + 1] if token.name is None and not token.date]
        base = verb.form in words.FINITE and not verb.form.split(" ")[0].endswith(("ed", "s"))
        inherited = coordinated if base and len(own) == verb.last + 1 - verb.first else ""
        return f"{inherited} {' '.join(own)}".strip()
    said = [token.word for token in segment.tokens[start : verb.last + 1] if token.name is None and not token.date]
    lead = []
    if verb.last + 1 < len(segment.tokens) and segment.tokens[verb.last + 1].word in (
        "neither",
        "none",
        "no",
        "nothing",
    ):
        lead.append("not")
    if segment.matrix in words.DENYING:
        lead.append("denied")
    elif segment.kind == CONTENT:
        lead.append("said")
    if any(t.word in words.CONDITIONS for t in segment.tokens[: verb.first]):
        lead.append("if")
    return " ".join([*lead, *said])
