"""The names around an English verb as phrases: its subject before it, and behind it what its prepositions govern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.claims import verbs_en
from pipelines.claims import words_en as words
from pipelines.claims.clause import BY, COMPLEMENT, OBJECT, OF, SUBJECT, WITH, Phrase
from pipelines.claims.english_tokens import Segment, Token
from pipelines.claims.english_verbs import Verb
from pipelines.entities.model import Mention

# The case of those whose tie the subject is: 'the partnership between A and B'
SHARED = "shared"
CONTINUING = frozenset({",", "and", "or", "&", "as", "well", "together", "plus"})
BASES = frozenset(form.split(" ")[0] for form in verbs_en.FORMS) | frozenset(
    {"enhance", "boost", "improve", "cut", "reduce", "promote", "accelerate", "advance", "speed", "tackle", "make"}
)


@dataclass(slots=True)
class Subject:
    """What stands before a segment's first verb: its phrases, whether it goes on with another's, and where it ends."""

    phrases: list[Phrase]
    carried: bool
    end: int


def subject_of(tokens: Sequence[Token]) -> Subject:
    """The subject among the tokens before a verb: names that no preposition governs, or what its noun makes of it."""
    phrases: list[Phrase] = []
    shared: list[Phrase] = []
    preposition = head = ""
    at = end = 0
    for i, token in enumerate(tokens):
        after = tokens[i + 1].word if i + 1 < len(tokens) and tokens[i + 1].name is None else ""
        if token.name is not None:
            if after in words.POSSESSIVE:
                noun = _head_behind(tokens, i + 2)
                owned = any(t.name is not None and t.name.mention_type != "person" for t in tokens[i + 2 : i + 5])
                if preposition or (owned and noun not in words.BODIES):
                    continue
                if noun in words.TIE_NOUNS | words.STRUCTURES:
                    shared.append(_phrase(SHARED, token))
                    head = noun
                elif noun in words.BODIES or any(t.name is not None for t in tokens[i + 2 : i + 5]):
                    phrases.append(_phrase(SUBJECT, token))
                else:
                    head = noun
            elif not preposition:
                if after in words.THINGS:
                    head = after
                    continue
                phrases.append(_phrase(SUBJECT, token))
                end = i + 1
            elif head in words.BODIES and preposition in ("of", "from"):
                phrases.append(_phrase(SUBJECT, token))
                end = i + 1
            elif head in words.TIE_NOUNS | words.STRUCTURES and preposition in ("of", "between", "among", "with"):
                shared.append(_phrase(SHARED, token))
                end = i + 1
            elif preposition in ("with", "alongside"):
                phrases.append(_phrase(WITH, token))
            elif head in words.MEMBERS and preposition == "of":
                phrases.append(_phrase(OF, token))
        elif token.date:
            preposition = "" if not head else preposition
        elif token.word == ",":
            if preposition and not head:
                preposition = ""
        elif token.word == "including" and head in words.COMPANIES | words.MEMBERS:
            preposition = ""
        elif token.word in words.PREPOSITIONS:
            preposition = token.word
        elif (
            not preposition
            and token.word not in words.ADVERBS | words.DETERMINERS | words.POSSESSIVE
            and token.word != "and"
        ):
            head, at = token.word, i
    if phrases and any(p.case == SUBJECT for p in phrases):
        return Subject(phrases, False, end)
    if shared:
        # 'the partnership between A and B': they are its parties
        return Subject(shared, False, end)
    if not head or head in words.CARRYING:
        return Subject(phrases, True, at + 1 if head else 0)
    determined = any(t.word in ("the", "this", "that") for t in tokens[:at])
    noun = ("the" if determined or head in words.MEMBERS else "") + ("members" if head in words.MEMBERS else head)
    return Subject([*phrases, Phrase(SUBJECT, tokens[at].start, tokens[at].end, noun)], False, at + 1)


def _phrase(case: str, token: Token) -> Phrase:
    return Phrase(case, token.start, token.end, "", (token.name,) if token.name else ())


def _head_behind(tokens: Sequence[Token], at: int) -> str:
    """The last noun of the phrase that begins at `at`."""
    head = ""
    for token in tokens[at:]:
        if token.name is not None or token.word in words.PREPOSITIONS or not token.word[0].isalpha():
            break
        head = token.word
    return head


def companions_before(segment: Segment, subject: Subject, verb: Verb) -> list[Phrase]:
    """'A, together with B, founded': names that stand with the subject before a verb."""
    found: list[Phrase] = []
    preposition = ""
    for token in segment.tokens[subject.end : verb.first]:
        if token.name is not None:
            if preposition == WITH:
                found.append(_phrase(WITH, token))
        elif token.word in words.PREPOSITIONS:
            preposition = words.PREPOSITIONS[token.word]
        elif token.word not in CONTINUING and token.word not in words.ADVERBS:
            pass
    known = {p.start for p in subject.phrases}
    return [phrase for phrase in found if phrase.start not in known]


def phrases_behind(segment: Segment, verb: Verb, limit: int, case: str) -> list[Phrase]:
    """The names behind a verb in the cases of their prepositions; what an infinitive has is not the verb's own."""
    phrases: list[Phrase] = []
    last = verb.form.rsplit(" ", 1)[-1]
    if case == OBJECT and last in words.PREPOSITIONS and last in ("with",):
        case = WITH
    if case == OBJECT and verb.lemma == "bound":
        case = WITH
    base = case
    infinitive = False
    noun = ""
    tokens = segment.tokens
    for i in range(verb.last + 1, limit):
        token = tokens[i]
        after = tokens[i + 1].word if i + 1 < len(tokens) and tokens[i + 1].name is None else ""
        if token.name is not None:
            if after in words.POSSESSIVE:
                owned = _head_behind(tokens, i + 2)
                named = any(t.name is not None for t in tokens[i + 2 : i + 5])
                if owned in words.TIE_NOUNS and not named:
                    phrases.append(_phrase(WITH, token))
                elif named and tokens[min(i + 2, len(tokens) - 1)].name is None:
                    phrases.append(_phrase(WITH if case == WITH else OF, token))
                continue
            if (infinitive and case != WITH) or (
                infinitive and any(p.case == WITH for p in phrases if p.end < tokens[_infinitive(tokens, i)].start)
            ):
                phrases.append(_phrase(COMPLEMENT, token))
            else:
                phrases.append(_phrase(case or base, token))
        elif token.date:
            continue
        elif token.word == "to" and after and _verbal(after):
            infinitive = True
            case = ""
        elif token.word in words.PREPOSITIONS:
            governed = words.PREPOSITIONS[token.word]
            if token.word == "of" and case == COMPLEMENT and not noun:
                continue
            if token.word == "of" and noun in words.TIE_NOUNS | {"venture"} and case != BY:
                governed = WITH
            case = governed or case
        elif token.word == "instead":
            noun, case = "", COMPLEMENT
        elif token.word not in CONTINUING:
            noun = token.word
            if token.word in ("and", ","):
                continue
    return phrases


def _infinitive(tokens: Sequence[Token], at: int) -> int:
    while at > 0 and tokens[at].word != "to":
        at -= 1
    return at


def _verbal(word: str) -> bool:
    return word in words.FINITE or word in words.NOUNISH or (not word.endswith("s") and word in BASES)


def pointed_at(segment: Segment, verb: Verb, limit: int) -> list[Phrase]:
    """'Joined the forum': the structure that is meant; words alone, which the engine finds a name for."""
    tokens = segment.tokens
    at = verb.last + 1
    while at < limit and tokens[at].name is None and tokens[at].word in words.PREPOSITIONS:
        at += 1
    if at < limit and tokens[at].word in ("it", "them"):
        return [Phrase(OBJECT, tokens[at].start, tokens[at].end, "something")]
    if at < limit and tokens[at].name is None and tokens[at].word in words.DETERMINERS:
        for i in range(at + 1, min(limit, at + 4)):
            if tokens[i].name is not None or tokens[i].date:
                return []
            pointing = tokens[at].word in ("the", "this", "that")
            if not pointing or tokens[i].word not in words.STRUCTURES:
                continue
            if not (i + 1 < limit and tokens[i + 1].word in words.STRUCTURES):
                return [Phrase(OBJECT, tokens[at].start, tokens[i].end, "the" + tokens[i].word)]
        if tokens[at].word in words.DETERMINERS and not any(t.name for t in tokens[at:limit]):
            return [Phrase(OBJECT, tokens[at].start, tokens[at].end, "something")]
    plain = at < limit and tokens[at].name is None and not tokens[at].date and tokens[at].word[0].isalnum()
    if plain and tokens[at].word not in words.ADVERBS | words.SUBORDINATORS | words.NO_MODIFIERS | words.AUXILIARIES:
        return [Phrase(OBJECT, tokens[at].start, tokens[at].end, "something")]
    return []


def in_active(phrase: Phrase) -> Phrase:
    """The same phrase in the active voice."""
    case = {SUBJECT: OBJECT, BY: SUBJECT}.get(phrase.case, phrase.case)
    return Phrase(case, phrase.start, phrase.end, phrase.words, phrase.parties)


def names_of(tokens: Sequence[Token]) -> list[Mention]:
    """The names among tokens, in order."""
    return [token.name for token in tokens if token.name is not None]
