"""English sentences as clauses: a verb form, whose subject and objects the names around it are.

A light reading without a tagger: the word order of English does what particles do in Korean. How a sentence is cut is
in english_tokens.py; the words behind the rules are in words_en.py and verbs_en.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.articles.model import Sentence
from pipelines.claims import words_en as words
from pipelines.claims.clause import BY, COMPLEMENT, OBJECT, OF, SUBJECT, TO, WITH, Clause, Phrase, StatedDate
from pipelines.claims.english_nouns import clauses_of_nouns
from pipelines.claims.english_phrases import (
    SHARED,
    Subject,
    companions_before,
    in_active,
    names_of,
    phrases_behind,
    pointed_at,
    subject_of,
)
from pipelines.claims.english_segments import segments_of
from pipelines.claims.english_tokens import (
    APPOSITION,
    CONTENT,
    INSERTED,
    PARTICIPLE,
    RELATIVE,
    SAYING,
    Segment,
    Token,
)
from pipelines.claims.english_verbs import (
    NEAREST,
    OF_MEMBERS,
    STATES,
    TRANSITIVE,
    Verb,
    bounds,
    is_coordinated,
    is_finite,
    is_passive,
    lists_members,
    tail_of,
    verb_start,
    verbs_of,
)
from pipelines.entities.model import Mention

# What somebody has not done, by nobody's word but the paper's, is no denial.
NOT = re.compile(r"\b(?:not|never|neither|nor|no|n't)\b|n't\b")
ACTS = frozenset(
    {
        "join",
        "sign",
        "form",
        "found",
        "establish",
        "create",
        "launch",
        "set up",
        "strike",
        "enter into",
        "agree",
        "seal",
    }
    | {"ink", "team up", "partner", "join forces", "cooperate"}
)
REPORTING = frozenset({"say", "tell", "add", "note"})
# Verbs that say of themselves what the infinitive behind them says: their frames read both
OF_OTHERS = frozenset({"consist", "include", "lead"})
# Verbs of agreements, of which a cooperation that an infinitive tells is the content
AGREEING = frozenset({"sign", "strike", "seal", "ink", "enter into", "agree on", "announce", "partner", "team up"})
TYING = frozenset(
    {"join", "partner", "team up", "cooperate", "join forces", "merge", "form", "set up", "create", "member"}
)
DEALS = TYING | frozenset(
    "found establish create launch forge buy acquire invest end dissolve leave extend sign complete talk consider lead"
    .split()
) | {"call off", "enter into", "part ways"}  # fmt: skip
GOVERNED = {"invite": TYING | {"belong"}, "propose": TYING, "reject": TYING | {"sign"}, "meet": frozenset({"talk"})}


def read_english(
    text: str, sentence: Sentence, names: Sequence[Mention], dates: Sequence[StatedDate], lemmas: frozenset[str]
) -> list[Clause]:
    """The clauses of one sentence whose verbs are among `lemmas`, in order."""
    segments = segments_of(text, sentence.char_start, sentence.char_end, names, dates)
    reader = _Reader(sentence, segments, dates, lemmas)
    clauses = [clause for segment in segments for clause in reader.read(segment)]
    clauses += clauses_of_nouns(text, sentence, names, reader.main_subject(), dates)
    clauses.sort(key=lambda clause: (clause.start, clause.end, clause.lemma))
    if not clauses and (subject := reader.main_subject()):
        clauses.append(_state(sentence, subject))
    return clauses


def _state(sentence: Sentence, names: Sequence[Mention]) -> Clause:
    """A sentence that claims nothing, and whose subject the next one goes on with."""
    phrase = Phrase(SUBJECT, names[0].start, names[-1].end, "", tuple(names))
    return Clause("", names[0].start, names[0].end, sentence, (phrase,), "", "final")


class _Reader:
    """The segments of one sentence with the subjects that have been found for them."""

    def __init__(
        self, sentence: Sentence, segments: Sequence[Segment], dates: Sequence[StatedDate], lemmas: frozenset[str]
    ) -> None:
        self.sentence = sentence
        self.segments = segments
        self.dates = {date.start: date for date in dates}
        self.lemmas = lemmas
        self.subjects: dict[int, Subject] = {}
        self.saying = [s for s in segments if s.kind == SAYING]
        self.conditional = any(s.opener in ("if", "unless") for s in segments)
        self.reports = any(t.word in words.REPORTING for s in segments for t in s.tokens if t.name is None)

    def main_subject(self) -> tuple[Mention, ...]:
        """The names that the sentence's main clause is about."""
        for segment in self.segments:
            if segment.kind in INSERTED or segment.quoted:
                continue
            found = tuple(n for p in self._subject(segment).phrases if p.case in (SUBJECT, SHARED) for n in p.parties)
            if found:
                return found
        return ()

    def read(self, segment: Segment) -> list[Clause]:
        """The clauses of one segment's verbs."""
        verbs = verbs_of(segment)
        subject = self._subject(segment)
        out: list[Clause] = []
        tail = ""
        conditional = segment.opener in words.CONDITIONS | {"whether"} or (
            self.conditional and segment.kind not in INSERTED
        )
        for n, verb in enumerate(verbs):
            coordinated = n > 0 and is_coordinated(segment, verbs[n - 1], verb)
            tail = tail_of(segment, subject.end, verb, verbs[:n], tail if coordinated else None)
            if verb.lemma not in self.lemmas or verb.lemma == "other":
                continue
            if (
                n
                and not coordinated
                and not is_finite(segment, verb)
                and verb.lemma in GOVERNED.get(verbs[n - 1].lemma, ())
            ):
                # 'offered to partner', 'met to discuss': what is said of the first verb
                continue
            if verb.form in NEAREST and not lists_members(segment, verb):
                continue
            if verb.lemma == "agree" and _is_content(segment, verbs, n):
                continue
            unsaid = not self.reports and verb.lemma in ACTS and NOT.search(tail) and "denied" not in tail
            tail_here = f"if {tail}" if conditional or unsaid else tail
            clause = self._clause(segment, subject, verbs, n, tail_here, coordinated)
            if clause is not None:
                out.append(clause)
        return out

    def _clause(
        self, segment: Segment, subject: Subject, verbs: list[Verb], n: int, tail: str, coordinated: bool
    ) -> Clause | None:
        verb = verbs[n]
        limit = next(
            (v.group for before, v in zip(verbs[n:], verbs[n + 1 :], strict=False) if bounds(segment, before, v)),
            len(segment.tokens),
        )
        passive = is_passive(segment, verb)
        phrases = list(subject.phrases)
        phrases = self._with_antecedent(segment, verb, phrases, passive)
        if not coordinated and n and not is_finite(segment, verb):
            # 'A signed a contract with B to found': with B
            phrases += [p for earlier in verbs[:n] for p in earlier.phrases if p.case == WITH]
        if not n or not coordinated:
            phrases += companions_before(segment, subject, verb)
        behind = phrases_behind(segment, verb, limit, BY if passive and verb.form not in STATES else OBJECT)
        verb.phrases = behind
        following = list(behind)
        if verb.lemma != "become" and not any(p.case == OBJECT and (p.names or p.words) for p in following):
            following += pointed_at(segment, verb, limit)
        if passive and verb.form not in STATES:
            phrases = [in_active(phrase) for phrase in (*phrases, *following)]
            if not any(phrase.case in (SUBJECT, SHARED) for phrase in phrases):
                # nobody is said to have done it: no subject goes on from the sentence before
                phrases.append(Phrase(SUBJECT, verb_start(segment, verb), verb_start(segment, verb), ""))
        else:
            phrases += following
        acting = any(p.case == SUBJECT and p.parties for p in phrases)
        phrases = [replace(p, case=WITH if acting else SUBJECT) if p.case == SHARED else p for p in phrases]
        if verb.form in NEAREST and verb.form != "include":
            near = [t.name for t in segment.tokens[: verb.first] if t.name and t.name.mention_type == "alliance"]
            phrases = [p for p in phrases if p.case not in (SUBJECT, OF)]
            phrases += [Phrase(SUBJECT, name.start, name.end, "", (name,)) for name in near[-1:]]
        if verb.form in OF_MEMBERS | NEAREST and not any(p.case == SUBJECT and p.names for p in phrases):
            phrases = [p for p in phrases if p.case != SUBJECT]
            phrases.append(Phrase(SUBJECT, verb_start(segment, verb), verb_start(segment, verb), "themembers"))
        founding = passive and segment.kind in INSERTED and verb.lemma in TRANSITIVE
        nobody = founding and not any(p.parties and p.case == SUBJECT for p in phrases)
        if nobody and not self._own_dates(segment, verbs, n):
            # 'a body set up to …': what it is, and nothing that is told
            return None
        start, end = segment.tokens[verb.first].start, segment.tokens[verb.last].end
        said = "".join(_spelled(t) for t in _around(segment, verbs, n, limit, passive) if t.name is None)
        if segment.kind == RELATIVE and segment.parent is not None and not segment.antecedent:
            said += "".join(t.word for t in segment.parent.tokens if t.end <= segment.tokens[0].start and not t.name)
        said += "".join(
            t.word for s in self.segments if s.kind == APPOSITION and _is_about(s, behind) for t in s.tokens
        )
        phrases.append(Phrase(COMPLEMENT, start, end, said))
        own, told = self._own_dates(segment, verbs, n), self._report_dates(segment)
        content = verb.lemma == "cooperate" and any(v.lemma in AGREEING for v in verbs[:n])
        return Clause(
            lemma="agreed to cooperate" if content else verb.lemma,
            start=start,
            end=end,
            sentence=self.sentence,
            phrases=tuple(phrases),
            tail=tail,
            link="adnominal" if segment.kind in INSERTED else "final",
            dates=own,
            report_dates=told,
            reported=self.reports,
            quoted=segment.quoted,
        )

    # subjects

    def _subject(self, segment: Segment) -> Subject:
        if id(segment) not in self.subjects:
            self.subjects[id(segment)] = Subject([], True, 0)
            self.subjects[id(segment)] = self._find_subject(segment)
        return self.subjects[id(segment)]

    def _find_subject(self, segment: Segment) -> Subject:
        verbs = verbs_of(segment)
        first = next(
            (
                i
                for i, token in enumerate(segment.tokens)
                if token.name is None
                and (token.word in words.AUXILIARIES or any(v.first == i and v.form not in NEAREST for v in verbs))
            ),
            len(segment.tokens),
        )
        if segment.kind == SAYING:
            return Subject([Phrase(SUBJECT, n.start, n.end, "", (n,)) for n in names_of(segment.tokens)], False, first)
        if first == len(segment.tokens) and segment.kind in INSERTED:
            return Subject([], True, 0)
        found = subject_of(segment.tokens[:first])
        unknown = [p for p in found.phrases if p.parties and all(_is_open(name) for name in p.parties)]
        if unknown and len(unknown) == len(found.phrases) and len(told := self._tellers()) > 1:
            # 'The two companies signed …, A and B said': who they are is said behind
            return Subject(told, False, found.end)
        if not found.carried:
            return found
        if segment.kind == RELATIVE and found.end:
            # 'which it leads': a pronoun goes on with the clause around it
            return Subject([*self._around_subject(segment), *found.phrases], True, found.end)
        return Subject([*self._inherited(segment), *found.phrases], True, found.end)

    def _tellers(self) -> list[Phrase]:
        names = [name for segment in self.saying for name in names_of(segment.tokens) if name.mention_type == "org"]
        return [Phrase(SUBJECT, name.start, name.end, "", (name,)) for name in names]

    def _inherited(self, segment: Segment) -> list[Phrase]:
        if segment.quoted and any(token.word in ("we", "our", "us") for token in segment.tokens):
            return [
                Phrase(SUBJECT, name.start, name.end, "", (name,))
                for other in self.segments
                if not other.quoted and any(token.word in words.REPORTING for token in other.tokens)
                for name in names_of(other.tokens)
            ]
        if segment.kind == RELATIVE or (segment.kind == PARTICIPLE and not segment.opener.endswith("ing")):
            return []
        return self._around_subject(segment)

    def _around_subject(self, segment: Segment) -> list[Phrase]:
        parent = segment.parent
        while parent is not None:
            subject = self._subject(parent)
            if any(phrase.parties or phrase.words for phrase in subject.phrases):
                return subject.phrases
            parent = parent.parent
        return []

    def _with_antecedent(self, segment: Segment, verb: Verb, phrases: list[Phrase], passive: bool) -> list[Phrase]:
        """The phrases with what an insertion is about in the place that is empty in it."""
        about = segment.antecedent
        if segment.kind not in INSERTED or not about:
            return phrases
        own = any(phrase.case == SUBJECT and (phrase.parties or phrase.words) for phrase in phrases)
        ing = segment.kind == PARTICIPLE and segment.opener.endswith("ing") and verb.form not in NEAREST
        if ing and verb.lemma not in ("consist", "include"):
            return phrases
        case = SUBJECT
        if segment.preposition:
            case = {"of": OBJECT, "with": WITH, "by": BY}.get(segment.preposition, TO)
        elif (segment.kind == APPOSITION and own and not passive) or (
            segment.opener in ("which", "that", "whom") and own
        ):
            case = OBJECT
        elif (segment.kind != RELATIVE and verb.lemma in ("consist", "include", "lead") and not passive) or (
            passive and own
        ):
            phrases = [phrase for phrase in phrases if phrase.case != SUBJECT]
        added = [Phrase(case, name.start, name.end, "", (name,)) for name in about]
        if segment.opener == "whose" and verb.form not in OF_MEMBERS:
            return phrases
        return [*phrases, *added]

    # dates

    def _own_dates(self, segment: Segment, verbs: list[Verb], n: int) -> tuple[StatedDate, ...]:
        """The dates nearest to a verb: those up to the next verb, else those before it that no other verb has."""
        at = segment.tokens[verbs[n].first].start
        acts = [segment.tokens[v.first].start for v in verbs if v.lemma not in REPORTING and v.lemma != "other"]
        following = min((start for start in acts if start > at), default=None)
        preceding = max((start for start in acts if start < at), default=None)
        here = [self.dates[t.start] for t in segment.tokens if t.date and t.start in self.dates]
        before = [date for date in here if date.start < at and preceding is None]
        behind = [date for date in here if date.start > at and (following is None or date.start < following)]
        return tuple(before + behind or [date for date in here if date.start > at])

    def _report_dates(self, segment: Segment) -> tuple[StatedDate, ...]:
        telling = [segment.parent] if segment.kind == CONTENT and segment.parent else self.saying
        return tuple(self.dates[t.start] for s in telling for t in s.tokens if t.date and t.start in self.dates)


def _is_content(segment: Segment, verbs: list[Verb], n: int) -> bool:
    """Whether what is agreed is a deal of its own, which an infinitive behind the verb at `n` tells."""
    behind = [verb for verb in verbs[n + 1 :] if not is_finite(segment, verb)]
    shares = any(token.word in ("shares", "stakes", "stake", "stock") for token in segment.tokens)
    return any(verb.lemma in DEALS or (verb.lemma == "swap" and shares) for verb in behind)


def _spelled(token: Token) -> str:
    return "memorandum" if token.word in ("mou", "mous") else token.word


def _is_open(name: Mention) -> bool:
    """Whether it is a group word that stands for nobody named before."""
    return name.mention_type == "group" and not name.members


def _is_about(segment: Segment, phrases: Sequence[Phrase]) -> bool:
    return any(name in phrase.parties for phrase in phrases for name in segment.antecedent)


def _around(segment: Segment, verbs: list[Verb], n: int, limit: int, passive: bool) -> Sequence[Token]:
    """The tokens among which a frame looks for its noun: behind the verb, and before it where that is its object."""
    verb = verbs[n]
    reach = limit
    first = 0 if passive or not any(t.name for t in segment.tokens[verb.last + 1 : reach]) else verb.first
    return segment.tokens[first:reach]
