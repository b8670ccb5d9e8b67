"""English sentences cut by commas and little words into segments: clauses and what stands inside them.

A segment is a clause, what a relative pronoun or a participle adds to a name, an apposition, or what a verb of saying
reports. What verbs mean is in english.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.claims import words_en as words
from pipelines.claims.clause import StatedDate
from pipelines.claims.english_lookahead import LookAhead
from pipelines.claims.english_tokens import (
    APPOSITION,
    CLAUSE,
    CONTENT,
    INSERTED,
    MAIN,
    PARTICIPLE,
    RELATIVE,
    SAYING,
    Segment,
    Token,
    tokens_of,
)
from pipelines.entities.model import Mention

DATELINE = re.compile(r"\s*[A-Z]{3,}(?:[ ,/][^\n–—]{0,40}?)? ?(?:--|[–—]|(?<= )-) ")


def segments_of(
    text: str, start: int, end: int, names: Sequence[Mention], dates: Sequence[StatedDate]
) -> list[Segment]:
    """The segments of a sentence, in the order in which they begin; a dateline belongs to none."""
    dateline = DATELINE.match(text, start, end)
    begin = dateline.end() if dateline else start
    tokens = tokens_of(text, begin, end, [n for n in names if n.start >= begin], [d for d in dates if d.start >= begin])
    return _Cutter(tokens).cut()


class _Cutter(LookAhead):
    """Goes over the tokens once, with the segments that are open."""

    def __init__(self, tokens: list[Token]) -> None:
        self.main = Segment(MAIN)
        super().__init__(tokens, self.main)
        self.found = [self.main]
        self.quoted = False

    def cut(self) -> list[Segment]:
        at = 0
        while at < len(self.tokens):
            at = self._step(at)
        return [segment for segment in self.found if segment.tokens]

    def _step(self, at: int) -> int:
        """Put the token at `at` where it belongs; where to go on."""
        token = self.tokens[at]
        if token.name is not None or token.date:
            self._keep(at)
        elif token.word in words.QUOTES:
            self.quoted = not self.quoted if token.word == '"' else token.word == "“"
            self._begin(Segment(CLAUSE, "quote", self.main, quoted=self.quoted))
        elif token.word in words.STOPS:
            self._begin(Segment(CLAUSE, token.word, self.main, quoted=self.quoted))
        elif token.word in ("(", ")"):
            return self._bracket(at)
        elif token.word == ",":
            return self._comma(at)
        elif self.is_relative(at):
            return self._relative(at, at)
        elif self.is_subordinator(at):
            inherits = self.open[0]
            self._begin(Segment(CLAUSE, token.word, inherits, quoted=self.quoted))
        elif (
            token.word in ("and", "but")
            and not (self.is_name(at - 1) and self.word(at - 2) == ",")
            and self.new_clause_at(at + 1)
            and self.has_verb()
        ):
            self._begin(Segment(CLAUSE, token.word, self.open[0], quoted=self.quoted))
        elif self.is_contact_relative(at):
            # 'the venture they founded'
            antecedent = self.last_names(at)
            if not antecedent and self.open[-1].kind == APPOSITION:
                antecedent = self.open[-1].antecedent
            self._push(Segment(RELATIVE, "that", self.open[-1], antecedent, quoted=self.quoted))
            self._keep(at)
        elif self._says(at):
            return self._content(at)
        else:
            self._keep(at)
        return at + 1

    def _keep(self, at: int) -> None:
        self.open[-1].tokens.append(self.tokens[at])

    def _begin(self, segment: Segment) -> None:
        self.open = [segment]
        self.found.append(segment)

    def _push(self, segment: Segment) -> None:
        self.open.append(segment)
        self.found.append(segment)

    def _bracket(self, at: int) -> int:
        if self.word(at) == "(":
            inside = next((i for i in range(at + 1, len(self.tokens)) if self.word(i) == ")"), len(self.tokens))
            if inside - at <= 2:
                # 'Telecom Italia (TIM)': another name of the same
                return inside + 1
            self._push(Segment(APPOSITION, "(", self.open[-1], self.last_names(at)))
            return at + 1
        self._close()
        return at + 1

    def _close(self) -> None:
        while len(self.open) > 1:
            self.open.pop()

    def _comma(self, at: int) -> int:
        if self.list_goes_on(at):
            self.listing = True
            self._keep(at)
            return at + 1
        self.listing = False
        first = at + 1
        closes = self.open[-1].kind in INSERTED and not self.is_relative(first)
        if closes:
            self.open.pop()
        if self.is_relative(first):
            if self.open[-1].kind in (APPOSITION, RELATIVE):
                self.open.pop()
            return self._relative(first, at)
        if (length := self.saying_at(first)) and not self.quoted:
            self._begin(Segment(SAYING, ",", self.main))
            for i in range(first, first + length):
                self._keep(i)
            return first + length
        if self.participle_at(first) and (not closes or self.word(first + 1) == "by"):
            self._push(Segment(PARTICIPLE, self.word(first), self.open[-1], self.last_names(at), quoted=self.quoted))
        elif self.apposition_at(first, at):
            self._push(Segment(APPOSITION, self.word(first), self.open[-1], self.last_names(at), quoted=self.quoted))
        elif self.open[-1].opener in words.SUBORDINATORS and self.open[-1] is self.found[1 if self.main.tokens else -1]:
            # what follows a clause that begins the sentence is its main clause
            self._begin(Segment(CLAUSE, "", self.main, quoted=self.quoted))
        elif self.new_clause_at(first) and self.has_verb():
            self._begin(Segment(CLAUSE, ",", self.main, quoted=self.quoted))
        else:
            self._keep(at)
        return first

    def _relative(self, at: int, comma: int) -> int:
        """Open what the relative pronoun at `at`, or the preposition before it, begins."""
        preposition = ""
        last = at
        while self.word(last) not in ("which", "whom", "who", "whose", "that", "where"):
            preposition = self.word(last)
            last += 1
        antecedent = self.last_names(comma)
        if (preposition == "of" and last - at > 1) or (not preposition and self.founds_at(last + 1)):
            antecedent, preposition = self.last_list(comma), ""
        if not antecedent and self.open[-1].kind == APPOSITION:
            antecedent = self.open[-1].antecedent
        if not antecedent and self.word(comma - 1) not in words.STRUCTURES:
            # 'a carmaker that …': of something that has no name here
            antecedent = ()
        self._push(Segment(RELATIVE, self.word(last), self.open[-1], antecedent, preposition, quoted=self.quoted))
        return last + 1

    def _says(self, at: int) -> bool:
        word, after = self.word(at), self.word(at + 1)
        if word in words.REPORTING and self.open[-1].opener == "quote" and not self.open[-1].tokens:
            # '"…", said A': who speaks, and nothing that is said
            self.open[-1].kind = SAYING
            return False
        if self.open[-1].kind == SAYING:
            return False
        if word in words.REPORTING:
            return (
                word not in words.ANNOUNCING
                or after in words.BEGIN_CONTENT
                or all(t.date for t in self.tokens[at + 1 : at + 2])
            )
        if word in words.DENYING:
            return True
        return word == "that" and self.word(at - 1) in words.REPORTED_NOUNS

    def _content(self, at: int) -> int:
        """Keep the verb of saying with what belongs to it, and open what is said."""
        matrix = self.word(at)
        if matrix == "that":
            matrix = next((t.word for t in reversed(self.open[-1].tokens) if t.word in words.DENYING), "")
        else:
            self._keep(at)
        i = at + 1
        while i < len(self.tokens) and (self.tokens[i].date or self.word(i) in words.AFTER_SAYING):
            self._keep(i)
            i += 1
        if i < len(self.tokens) and self.word(i) not in (",", ".", *words.QUOTES):
            if matrix in words.DENYING and not (self.word(i - 1) == "that" or self.new_clause_at(i)):
                # 'denied a report': a noun, and no clause
                return i
            saying = self.open[-1]
            if saying.kind == MAIN:
                self._begin(Segment(CONTENT, "that", saying, matrix=matrix, quoted=self.quoted))
            else:
                self._push(Segment(CONTENT, "that", saying, matrix=matrix, quoted=self.quoted))
        return i
