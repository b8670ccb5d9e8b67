"""Which phrase belongs to which predicate: a stack that is read when a predicate comes.

An adnominal clause takes what stands right before it, up to its own subject and never the topic of the sentence; a
linked clause takes everything and leaves the subject to the next; a reported or embedded clause shares with the verb
above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.articles.model import Sentence
from pipelines.claims import words_ko as words
from pipelines.claims.clause import (
    AFTER,
    BARE,
    BY,
    COMPLEMENT,
    OBJECT,
    PURPOSE,
    SUBJECT,
    THROUGH,
    TO,
    TOPIC,
    WITH,
    Clause,
    Phrase,
    StatedDate,
)
from pipelines.claims.denials import UNDECIDED, is_rumour
from pipelines.claims.korean import Item, Predicate
from pipelines.claims.nouns_of_action import clause_of, headline_clauses, nouns_of_action, supported_clauses
from pipelines.claims.pairs import spread
from pipelines.claims.tails import ADNOMINAL, EMBEDDED, FINAL, LINKED, REPORTED

MAX_STACK = 60
PAST_QUALIFIER = re.compile(r"^(?:ᆫ|은)/ETM")
# 'X에 대해', '~과 관련해': of a rumour they say what is answered.
ABOUT = frozenset({"대하", "관하", "관련하", "둘러싸"})
AGREEING = re.compile(r"^(?:기/ETN 로|키/NNG 로)/JKB")
PLAN = re.compile(r"기/ETN 로/JKB|키/NNG 로/JKB|계획/NNG|예정/NNG|방침/NNG|ᆫ다|는다|겠")
# Links by which one act follows another or goes with it, and shares no plan with it.
SEQUENTIAL = ("면서/EC", "으면서/EC", "어서/EC", "아서/EC", "자/EC", "어/EC", "아/EC", "면서도/EC")


def attach(
    sentence: Sentence, items: Sequence[Item], triggers: frozenset[str], supports: frozenset[str]
) -> list[Clause]:
    """The clauses of one sentence in the order of their predicates.

    A noun of action ('합류') under one of `supports` ('확정하') makes a clause of its own with the endings of its
    support; so does one that ends a headline.
    """
    clauses: list[Clause] = []
    stack: list[Phrase | StatedDate] = []
    taken: list[Phrase | StatedDate]
    carried: list[Phrase] = []
    lent: list[Phrase] = []
    parted: list[Phrase] = []
    mark = told = dated = 0
    nouns = nouns_of_action(triggers)
    for index, item in enumerate(items):
        if not isinstance(item, Predicate):
            stack = [*stack[-MAX_STACK:], item]
            continue
        if not item.lemma:
            # A headline's next part goes on with its subject.
            if stack and not any(clause.link == FINAL for clause in clauses[told:]):
                clauses.extend(headline_clauses(sentence, [*carried, *stack], nouns))
            subjects = [entry for entry in stack if isinstance(entry, Phrase) and _is_subject(entry)]
            carried, stack, mark, told = subjects or carried, [], 0, len(clauses)
            continue
        if item.lemma in words.BINDING_VERBS and item.link == LINKED:
            continue
        if (
            item.lemma in words.MODAL_VERBS
            and stack
            and isinstance(stack[-1], Phrase)
            and stack[-1].words in words.MODAL_NOUNS
        ):
            # '할 수 있다', '한 바 없다': the end of the predicate before, which has read it already.
            stack.pop()
            continue
        if (item.lemma in words.FUNCTION_VERBS and item.link in (LINKED, ADNOMINAL)) or _sets_terms(stack, item):
            _circumstance(stack, item, nouns)
            continue
        if item.link == ADNOMINAL:
            taken = _adnominal(stack, item.lemma in triggers, dated)
            if item.lemma in triggers and PAST_QUALIFIER.search(item.tail) and stack and _is_period(stack[-1]):
                # '2019년 6월 A가 세운 X에 …': the time before the subject is that of the first verb.
                taken = [stack.pop(), *taken]
            mark = min(mark, len(stack))
            if index and isinstance(items[index - 1], Predicate) and not taken:
                # '50%씩 내 만든': two verbs in a row share what the first has taken.
                taken = [entry for entry in clauses[-1].phrases if entry.case != TOPIC] if clauses else []
            elif clauses and clauses[-1].link == LINKED and not any(map(_is_subject, taken)):
                # 'X는 A와 B가 절반씩 내 2020년 세운 회사다': what the linked verb's subject did.
                taken = [*(entry for entry in clauses[-1].phrases if entry.case == SUBJECT and entry.names), *taken]
            head = _head(items, index, [*carried, *stack])
            sides = [entry for entry in taken if isinstance(entry, Phrase) and entry.case == WITH]
            subjects = [entry for entry in taken if isinstance(entry, Phrase) and _is_subject(entry)]
            agreement = item.lemma in words.AGREEING_VERBS and head is not None and not head.names
            if agreement:
                # 'B와 맺은 협약을 해지했다': whose agreement it is, the verb behind it tells as well.
                parted = [*sides, *(replace(entry, case=WITH) for entry in subjects)]
            entered = item.lemma.endswith(words.ENTRY_VERBS) and _is_structure(head)
            if (entered or ((agreement or _is_structure(head)) and sides)) and not subjects:
                # 'A는 B와 세운 X에 출자했다': what A has set up with B.
                taken = [*(entry for entry in (*carried, *stack) if _is_topic(entry)), *taken]
            if head is not None and head.words.endswith(words.OCCASIONS):
                # '3일 진행한 미팅에서 제안했다': the day is that of both.
                stack.extend(entry for entry in taken if isinstance(entry, StatedDate))
            clauses.extend(clause_of(sentence, item, entries, head=head) for entries in spread(taken))
            clauses.extend(
                replace(clause, head=head) for clause in supported_clauses(sentence, item, taken, nouns, supports)
            )
            if sides and head is not None and not head.names and head.words.endswith(words.AGREEMENT_NOUNS):
                # 'B와 X를 나누는 협약을 맺었다': who agrees with whom on what.
                stack.extend(sides)
            if item.lemma in triggers and not (head and any(name.mention_type == "alliance" for name in head.names)):
                lent = [entry for entry in taken if isinstance(entry, Phrase) and entry.case == SUBJECT]
            continue
        if item.lemma in words.MERGING_VERBS and item.tail.startswith("기/ETN") and not AGREEING.search(item.tail):
            # 'A와 B를 합치기 위한 협약': A and B are what is merged.
            while stack and isinstance(last := stack[-1], Phrase) and last.case in (WITH, OBJECT):
                stack.pop()
        if any(_opens_clause(entry) for entry in stack[mark:]):
            # A subject after an embedded clause begins the clause above it.
            stack = stack[mark:]
        own = [entry for entry in stack if isinstance(entry, Phrase) and _is_subject(entry)]
        everything = [*([] if own else carried or lent), *stack]
        if item.lemma in words.CONTINUING_VERBS:
            everything, parted = [*everything, *parted], []
        if item.lemma in words.SAYING and item.link != ADNOMINAL:
            reports = tuple(entry for entry in stack if isinstance(entry, StatedDate)) if item.link != EMBEDDED else ()
            clauses = _reported(clauses, reports)
        clauses.extend(supported_clauses(sentence, item, everything, nouns, supports))
        clauses.extend(clause_of(sentence, item, entries) for entries in spread(everything))
        if AGREEING.search(item.tail):
            agreed = replace(item, lemma=words.AGREED)
            clauses.extend(clause_of(sentence, agreed, entries) for entries in spread(everything))
        if item.link == EMBEDDED:
            mark = len(stack)
            continue
        mark = 0
        topics = [entry for entry in own if entry.case == TOPIC]
        addressed = [entry for entry in stack if isinstance(entry, Phrase) and entry.case == TO and entry.parties]
        carried = [*(topics or own or [entry for entry in carried if _is_subject(entry)]), *_companions(stack, item)]
        if item.link == LINKED and not own:
            # What is linked once more still goes on with the same companions.
            carried += [
                entry
                for entry in everything
                if isinstance(entry, Phrase) and entry.case == WITH and entry not in carried
            ]
        if item.tail.startswith("자고/EC"):
            # 'B에 함께 하자고 손을 내밀었다'
            carried += addressed
        # A date goes on with a verb that has no tense of its own; what is told in the past keeps its date.
        goes_on = item.link == LINKED and "/EP" not in item.tail
        stack, dated = [entry for entry in stack if isinstance(entry, StatedDate)] if goes_on else [], item.end
    if stack and not any(clause.link == FINAL for clause in clauses[told:]):
        clauses.extend(headline_clauses(sentence, [*carried, *stack], nouns))
    return _with_later_tense(clauses)


def _with_later_tense(clauses: list[Clause]) -> list[Clause]:
    """A linked clause without a tense of its own ('맺고') has that of the clause that it is linked to."""
    out: list[Clause] = []
    for i, clause in enumerate(clauses):
        if clause.link == LINKED and "/EP" not in clause.tail:
            later = _chain(clauses, i + 1)
            if clause.tail.endswith(SEQUENTIAL) and ("/EP" in later or not clause.tail.endswith(("어/EC", "아/EC"))):
                # 'After meeting, they agreed to …': the meeting was held.
                later = "었/EP"
            elif clause.lemma in words.AGREEING_VERBS and clause.tail.endswith("고/EC") and PLAN.search(later):
                # 'They signed and are to …': the signing was held, the rest is its content.
                later = "었/EP"
            out.append(replace(clause, tail=f"{clause.tail} {later}".strip()))
        else:
            out.append(clause)
    return out


def _chain(clauses: list[Clause], i: int) -> str:
    tails: list[str] = []
    for clause in clauses[i:]:
        if clause.link == ADNOMINAL or clause.tail.endswith("도록/EC"):
            continue
        if clause.lemma in UNDECIDED:
            # '검토하고 있지만 결정된 바는 없다' denies nothing.
            break
        tails.append(clause.tail)
        if clause.link != LINKED or "/EP" in clause.tail:
            break
    return " ".join(tails)


def _reported(clauses: list[Clause], dates: tuple[StatedDate, ...]) -> list[Clause]:
    """The clauses that a verb of saying reports: the one before it, with those that are linked to that one."""
    if not any(clause.link == REPORTED for clause in clauses):
        return clauses
    last = max(i for i, clause in enumerate(clauses) if clause.link == REPORTED)
    return [
        replace(clause, report_dates=dates, reported=True) if i <= last and clause.link != ADNOMINAL else clause
        for i, clause in enumerate(clauses)
    ]


def _circumstance(stack: list[Phrase | StatedDate], item: Predicate, nouns: tuple[str, ...]) -> None:
    """'X를 위한', 'X에 따르면': X is no argument, unless it is a purpose that names an act ('참여를 위한 협약')."""
    if stack and isinstance(stack[-1], Phrase) and stack[-1].case not in (TOPIC, SUBJECT):
        phrase = stack.pop()
        assert isinstance(phrase, Phrase)  # noqa: S101
        if item.lemma in ABOUT and is_rumour(phrase.words):
            stack.append(replace(phrase, case=BARE))
        elif item.lemma == "위하" and phrase.words.endswith(nouns):
            stack.append(replace(phrase, case=PURPOSE))
        elif item.lemma == "잇" and item.link == LINKED and phrase.case == TO and phrase.parties:
            # 'A에 이어 B도 합류했다': A had done so before.
            stack.append(replace(phrase, case=AFTER))
        elif item.lemma == "통하" and any(name.mention_type == "alliance" for name in phrase.names):
            stack.append(replace(phrase, case=THROUGH))


def _is_structure(head: Phrase | None) -> bool:
    return head is not None and any(name.mention_type == "alliance" for name in head.names)


def _is_topic(entry: Phrase | StatedDate) -> bool:
    return _is_subject(entry) and entry.case == TOPIC  # type: ignore[union-attr]  # a subject is a phrase


def _sets_terms(stack: Sequence[Phrase | StatedDate], item: Predicate) -> bool:
    """'조건을 달아 승인했다': on what terms, which is no act of its own."""
    last = stack[-1] if stack else None
    terms = isinstance(last, Phrase) and last.words.endswith("조건")
    return terms and item.link == LINKED and item.lemma in words.TERM_VERBS


def _is_period(entry: Phrase | StatedDate) -> bool:
    return isinstance(entry, StatedDate) and entry.date.precision != "day" and not entry.use


def _is_subject(entry: Phrase | StatedDate) -> bool:
    return isinstance(entry, Phrase) and entry.case in (TOPIC, SUBJECT) and bool(entry.names)


def _opens_clause(entry: Phrase | StatedDate) -> bool:
    named = _is_subject(entry)
    return named or (isinstance(entry, Phrase) and entry.case == SUBJECT and entry.words not in words.MODAL_NOUNS)


def _companions(stack: Sequence[Phrase | StatedDate], item: Predicate) -> list[Phrase]:
    """Whom a linked clause passes on as companions: '카카오와 지분을 바꾸며 …', '사장을 만나 …'."""
    phrases = [entry for entry in stack if isinstance(entry, Phrase) and entry.parties]
    passed = [entry for entry in phrases if entry.case == WITH]
    if item.lemma in words.MEETING_VERBS:
        passed += [replace(entry, case=WITH) for entry in phrases if entry.case == OBJECT]
    if item.lemma in words.INVESTING_VERBS:
        # 'B에 투자하고 협약을 맺었다'
        passed += [replace(entry, case=WITH) for entry in phrases if entry.case == TO]
    return passed if item.link == LINKED else []


def _adnominal(stack: list[Phrase | StatedDate], trigger: bool, dated: int) -> list[Phrase | StatedDate]:
    """What an adnominal predicate governs, taken off the stack; dates up to `dated` are those of a verb before it."""
    taken: list[Phrase | StatedDate] = []
    objects = 0
    while stack:
        entry = stack[-1]
        if isinstance(entry, Phrase):
            if entry.case in (TOPIC, PURPOSE) or entry.topical:
                break
            if not trigger and (entry.case == WITH or objects):
                break
            objects += entry.case in (OBJECT, TO, COMPLEMENT)
        elif entry.start < dated or (not trigger and taken and objects):
            break
        taken.append(stack.pop())
        if isinstance(entry, Phrase) and entry.case == SUBJECT:
            if stack and _is_doer(stack[-1]):
                # 'A 주도로 B, C가 만든': around whom they did it.
                taken.append(stack.pop())
            break
    return taken[::-1]


def _is_doer(entry: Phrase | StatedDate) -> bool:
    return isinstance(entry, Phrase) and entry.case == BY and entry.words.endswith(words.AGENTIVE_NOUNS)


def _head(items: Sequence[Item], index: int, stack: Sequence[Phrase | StatedDate]) -> Phrase | None:
    """The phrase that an adnominal predicate qualifies.

    Through a copula it is the one behind it ('협의체인 X'); at the end of a sentence the topic ('X는 A가 만든 회사다').
    """
    head: Phrase | None = None
    topics = [entry for entry in stack if isinstance(entry, Phrase) and entry.case == TOPIC and entry.names]
    for item in items[index + 1 : index + 5]:
        if isinstance(item, Phrase):
            if item.case == BY and head is None and topics and item.words.endswith(words.STRUCTURE_NOUNS):
                # 'X는 A가 만든 협의체로, …': a copula in the middle of a sentence.
                return item if item.names else topics[-1]
            if head is None or any(name.mention_type == "alliance" for name in item.names):
                head = item
            if item.case == COMPLEMENT and head is not item and head.words in words.CLEFT_NOUNS and item.names:
                # 'A가 손잡은 곳은 B다': the place is B.
                return item
            if item.case != COMPLEMENT and not (item.case == TOPIC and item.words in words.CLEFT_NOUNS):
                return head
        elif isinstance(item, Predicate) and not (item.link == ADNOMINAL and item.lemma.endswith("이")):
            copula = head is not None and head.case == COMPLEMENT and not head.names
            return topics[-1] if copula and topics else head
    return head
