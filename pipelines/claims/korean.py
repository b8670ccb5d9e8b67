"""Korean sentences as phrases and predicates, read off the morphemes from left to right.

Names have been kept whole by the analyzer; everything in brackets is left out. Which phrase belongs to which predicate
is decided in attachment.py, what a clause means in matching.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipelines.claims import words_ko as words
from pipelines.claims.clause import AT, BARE, BY, COMPLEMENT, OBJECT, SUBJECT, TO, TOPIC, WITH, Phrase, StatedDate
from pipelines.claims.coordination import CLOSING, NOMINAL_TAGS, OPENING, Line
from pipelines.claims.phrases import Segment, build_phrase
from pipelines.claims.tails import FINAL, read_tail
from pipelines.entities.model import Mention

DOUBLE_QUOTES = frozenset('"“”')
SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate before its arguments are found; the fields are those of Clause."""

    lemma: str
    start: int
    end: int
    tail: str
    link: str
    quoted: bool


Item = Phrase | Predicate | StatedDate


@dataclass(slots=True)
class SentenceReader(Line):
    """Reads the morphemes of one sentence into items."""

    dates: Mapping[int, StatedDate]
    headline: bool
    items: list[Item] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    separator: str = ""
    quoted: bool = False

    def read(self) -> list[Item]:
        """Phrases, predicates and dates in order."""
        i = depth = 0
        while i < len(self.morphemes):
            m = self.morphemes[i]
            mark = self.text[m.start : m.start + 1]
            if m.start in self.names:
                name = self.names[m.start]
                if not depth:
                    self._add(name.start, name.end, self.text[name.start : name.end], name)
                i = self.after(i, name.end)
            elif mark in DOUBLE_QUOTES and m.tag.startswith("S"):
                self.quoted = not self.quoted
                i += 1
            elif mark in OPENING:
                depth += 1
                if depth == 1:
                    last = self.segments[-1].parts[-1] if self.segments and not self.separator else None
                    for name in self.in_brackets(i, last):
                        self.separator = "와"
                        self._add(name.start, name.end, self.text[name.start : name.end], name)
                i += 1
            elif mark in CLOSING:
                depth = max(0, depth - 1)
                i += 1
            elif depth:
                i += 1
            elif m.start in self.dates:
                i = self._date(i)
            else:
                i = self._morpheme(i)
        self._close(BARE)
        return self.items

    def _date(self, i: int) -> int:
        date = self.dates[self.morphemes[i].start]
        self._close(BARE)
        self.items.append(date)
        i = self.after(i, date.end)
        # A particle of the date ('3일에는') says nothing more.
        while i < len(self.morphemes) and self.morphemes[i].tag in ("JKB", "JX", "JKG"):
            i += 1
        return i

    def _morpheme(self, i: int) -> int:
        m = self.morphemes[i]
        tag = m.tag.split("-")[0]
        if tag == "JKG":
            # 'A와 B의 협약' is of both; in 'A와 미국의 B' only the country is in the genitive.
            whole = bool(self.segments) and bool(self.segments[-1].names)
            for segment in self.segments if whole else self.segments[-1:]:
                segment.genitive = True
            self.separator = "의"
        elif m.form in ("와", "과", "랑") and tag in ("JC", "JKB"):
            return self._and(i)
        elif tag in ("JKS", "JKO", "JKB", "JX", "JKC", "JKQ", "JKV"):
            return self._particle(i)
        elif m.form in words.LIST_SEPARATORS or tag in ("SP", "SO"):
            self._separate("," if m.form == "," else "·", i)
        elif m.form in words.LIST_CONJUNCTIONS and tag in ("MAJ", "MAG"):
            self.separator = "와"
        elif tag in ("XSV", "XSA", "VCP", "VCN") and self.segments and self.segments[-1].parts:
            return self._nominal_predicate(i)
        elif tag in ("VV", "VA", "VCP", "VCN", "XSV", "XSA"):
            if self.headline:
                self._part_from_subject()
            self._close(BARE)
            before = self.morphemes[i - 1] if i else None
            if m.form == "하" and before is not None and before.tag == "MAG" and before.end == m.start:
                # '함께하는': an adverb that has become a part of its verb.
                return self._predicate(i + 1, before.form + m.form, before.start, m.end)
            return self._predicate(i + 1, m.form, m.start, m.end)
        elif tag in NOMINAL_TAGS:
            self._add(m.start, m.end, self.text[m.start : m.end], None)
        elif tag in ("SF", "SE"):
            self._close(BARE)
            if self.headline and self.items:
                # '…' parts what a headline has to say.
                self.items.append(Predicate("", m.start, m.end, "", FINAL, self.quoted))
        return i + 1

    def _add(self, start: int, end: int, form: str, name: Mention | None) -> None:
        if not self.segments or self.separator:
            self.segments.append(Segment(self.separator))
        self.separator = ""
        self.segments[-1].parts.append((form, start, end, name))

    def _close(self, case: str, *, also: bool = False, topical: bool = False) -> None:
        if self.segments:
            self.items.append(build_phrase(self.segments, case, also=also, topical=topical))
        self.segments = []
        self.separator = ""

    def _particle(self, i: int) -> int:
        m = self.morphemes[i]
        case = words.PARTICLES.get((m.form, m.tag), AT if m.tag == "JKB" else TOPIC if m.tag == "JX" else BARE)
        if m.form == "까지" and self._summed_up(i + 1):
            # 'A와 B, C까지 세 곳이': the list is summed up behind its last item.
            return i + 1
        if case == BY and self.segments and self.segments[-1].parts[-1][0] in words.AGENTIVE_NOUNS:
            self._around()
        if self.headline and case in (TO, AT, BY, OBJECT):
            self._part_from_subject()
        behind = self.morphemes[i + 1] if i + 1 < len(self.morphemes) else m
        topical = m.tag == "JKB" and (behind.form, behind.tag) in words.CONTRASTING
        self._close(case, also=(m.form, m.tag) in words.ALSO, topical=topical)
        i += 1
        while i < len(self.morphemes) and self.morphemes[i].tag in ("JX", "JKB"):
            i += 1
        return i

    def _and(self, i: int) -> int:
        if self.segments and self.list_goes_on(i + 1, self.segments[-1].names):
            self.separator = "와"
            return i + 1
        if self.headline and len(self.segments) > 1 and self.segments[-1].separator == ",":
            # 'A, B와 …' in a headline: the comma stands for the subject's particle.
            last = self.segments.pop()
            self._close(SUBJECT)
            self.segments = [Segment("", last.parts, last.genitive)]
        return self._particle(i) if self.morphemes[i].tag == "JKB" else self._companion(i)

    def _part_from_subject(self) -> None:
        """'A, B에 …' in a headline: the first comma stands for the subject's particle."""
        comma = next((n for n, segment in enumerate(self.segments) if segment.separator == ","), None)
        if comma is None:
            return
        rest = self.segments[comma:]
        self.segments = self.segments[:comma]
        self._close(SUBJECT)
        self.segments = [Segment("", rest[0].parts, rest[0].genitive), *rest[1:]]

    def _companion(self, i: int) -> int:
        self._close(WITH)
        return i + 1

    def _separate(self, separator: str, i: int) -> None:
        if (
            separator == ","
            and self.headline
            and self.segments
            and not self.list_goes_on(i + 1, self.segments[-1].names)
        ):
            self._close(SUBJECT)
        elif self.segments:
            self.separator = separator

    def _around(self) -> None:
        """'A를 중심으로': the object before is the one around whom the others do something."""
        before = self.items[-1] if self.items else None
        if isinstance(before, Phrase) and before.case == OBJECT and before.parties and len(self.segments) == 1:
            self.items.pop()
            self.segments[0].parts[:0] = [(self.text[m.start : m.end], m.start, m.end, m) for m in before.parties]

    def _summed_up(self, i: int) -> bool:
        """Whether a list of several has just ended, and a word for so many follows at `i`."""
        if len(self.segments) < SEVERAL or i >= len(self.morphemes):
            return False
        name = self.names.get(self.morphemes[i].start)
        return self.morphemes[i].tag == "SN" if name is None else name.mention_type == "group"

    def _nominal_predicate(self, i: int) -> int:
        tag = self.morphemes[i].tag.split("-")[0]
        parts = self.segments[-1].parts
        noun, start, _, name = parts[-1]
        after = self.morphemes[i + 1] if i + 1 < len(self.morphemes) else None
        if name is not None and self.morphemes[i].form == "이" and after is not None and after.tag[0] != "E":
            # A copula has an ending; without one it is the particle.
            self._close(SUBJECT)
            return i + 1
        if name is None and tag == "VCP" and self.describes(i) and not self.segments[-1].names:
            # '로봇 기업인 A와 대기업인 B': what each is stands before its name, and the list goes on.
            self.segments.pop()
            self.separator = self.separator or ("와" if self.segments else "")
            return i + 2
        if name is not None:
            self._close(COMPLEMENT)
            return self._predicate(
                i + 1, "이" if tag == "VCP" else self.morphemes[i].form, start, self.morphemes[i].end
            )
        if tag in ("VCP", "VCN") and noun == "중" and len(parts) > 1 and parts[-2][3] is None:
            # '논의 중이다': the action is the noun before.
            parts.pop()
            noun, start, end, _ = parts.pop()
            self._drop_empty()
            return self._predicate(i, noun + "하", start, end, before="중/NNB")
        if tag in ("VCP", "VCN"):
            self._close(COMPLEMENT)
            return self._predicate(i + 1, noun + ("이" if tag == "VCP" else "아니"), start, self.morphemes[i].end)
        parts.pop()
        self._drop_empty()
        form = self.morphemes[i].form
        ending = {"되": "되", "당하": "되", "받": "되", "시키": "시키"}.get(form, "하")
        return self._predicate(i + 1, noun + ending, start, self.morphemes[i].end)

    def _drop_empty(self) -> None:
        if not self.segments[-1].parts:
            self.segments.pop()
        self._close(BARE)

    def _predicate(self, i: int, lemma: str, start: int, end: int, before: str = "") -> int:
        if lemma in words.MOVING_IN and i + 1 < len(self.morphemes):
            ending, verb = self.morphemes[i], self.morphemes[i + 1]
            if ending.tag == "EC" and ending.form == "어" and verb.form in words.MOVING:
                # '들어왔다' is one verb.
                lemma, end, i = f"{lemma}어{verb.form}", verb.end, i + 2
        tail, link, after = read_tail(self.morphemes, i, self.names)
        if (
            lemma in words.INCLUDING_VERBS
            and self.items
            and isinstance(self.items[-1], Phrase)
            and self.items[-1].parties
        ):
            # 'A를 비롯해 B, C가': A is the first item of the list.
            first = self.items.pop()
            assert isinstance(first, Phrase)  # noqa: S101
            self.segments = [
                Segment("와" if n else "", [(self.text[m.start : m.end], m.start, m.end, m)])
                for n, m in enumerate(first.parties)
            ]
            self.separator = "와"
            return after
        tail = f"{before} {tail}".strip()
        self.items.append(Predicate(lemma, start, end, tail, link, self.quoted))
        return after
