"""What the tokens of an English sentence show ahead of a place: a list that goes on, a clause that begins.

Looking only; english_segments.py cuts by what is seen here.
"""

from __future__ import annotations

from pipelines.claims import words_en as words
from pipelines.claims.english_tokens import Segment, Token
from pipelines.claims.verbs_en import FORMS
from pipelines.entities.model import Mention

MOST_MODIFIERS = 4
# How far ahead a verb may show that what follows a comma is a clause
LOOK_AHEAD = 8


class LookAhead:
    """The tokens of a sentence, what is open while they are gone over, and questions about places among them."""

    def __init__(self, tokens: list[Token], main: Segment) -> None:
        self.tokens = tokens
        self.open = [main]
        self.listing = False

    def word(self, at: int) -> str:
        """The word at a place; nothing beyond the ends."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def is_comma(self, at: int) -> bool:
        """Whether a mark or a conjunction stands there."""
        return self.word(at) in (",", "and", "or", *words.STOPS, *words.QUOTES)

    def is_name(self, at: int) -> bool:
        """Whether a name stands there."""
        return 0 <= at < len(self.tokens) and self.tokens[at].name is not None

    def has_verb(self) -> bool:
        """Whether the open segment has had a finite verb."""
        return any(t.word in words.FINITE or t.word in words.AUXILIARIES for t in self.open[-1].tokens if not t.name)

    def list_goes_on(self, at: int) -> bool:
        """Whether the comma at `at` stands between two names of a list."""
        if not (self.is_name(at - 1) or self.word(at - 1) == ")"):
            return False
        i = at + 1
        conjunction = self.word(i) in ("and", "or", "&")
        i += conjunction
        start = i
        while i - start <= MOST_MODIFIERS and not self.is_name(i) and self.modifies(i):
            i += 1
        if not self.is_name(i):
            return False
        if self.word(i + 1) in ("'s", "’s", "'", "’"):
            i += 1 + next((n for n in range(1, 4) if self.is_name(i + 1 + n)), 0)
        behind = self.word(i + 1)
        if conjunction:
            return not self.verb_at(i + 1) or self.listing
        if self.listing and behind in (",", "and", "or", "&", "(", "as"):
            return True
        if behind in ("and", "or", "&"):
            return True
        if behind == ",":
            return i == start or self.list_goes_on(i + 1)
        # a headline's 'A, B to found X'
        return i == start and not self.has_verb() and (behind == "to" or self.verb_at(i + 1))

    def modifies(self, at: int) -> bool:
        """Whether the word can stand before a name as part of its phrase."""
        word = self.word(at)
        if word in ("'s", "’s"):
            return self.is_name(at - 1)
        return (
            bool(word)
            and (word[0].isalpha() or word[0].isdigit())
            and (word not in words.NO_MODIFIERS or (word in ("its", "their") and self.word(at + 1) in words.UNITS))
            and word not in words.FINITE
            and word not in words.AUXILIARIES
        )

    def verb_at(self, at: int) -> bool:
        """Whether a finite verb or an auxiliary stands there."""
        return self.word(at) in words.FINITE or self.word(at) in words.AUXILIARIES

    def last_names(self, at: int) -> tuple[Mention, ...]:
        """The name that stands right before `at`; nothing where another word does."""
        before = at - 1
        while before >= 0 and self.word(before) in (")",):
            before -= 3
        return (self.tokens[before].name,) if self.is_name(before) else ()  # type: ignore[return-value]  # checked

    def is_relative(self, at: int) -> bool:
        """Whether a relative pronoun begins there, a preposition before it counted in."""
        word, after = self.word(at), self.word(at + 1)
        if self.is_name(at):
            return False
        if word in words.RELATIVES:
            return True
        if word in words.PREPOSITIONS and after in ("which", "whom"):
            return True
        if word in ("both", "all", "each", "one", "some") and after == "of" and self.word(at + 2) in ("which", "whom"):
            return True
        before = self.word(at - 1)
        return (
            word == "that"
            and at > 0
            and not self.is_comma(at - 1)
            and before not in words.PREPOSITIONS
            and before not in words.REPORTING | words.DENYING | words.AFTER_SAYING | words.REPORTED_NOUNS
            and before not in words.AUXILIARIES
        )

    def founds_at(self, at: int) -> bool:
        """Whether a verb of founding or signing stands there, which all of a list have done."""
        two = f"{self.word(at)} {self.word(at + 1)}"
        return (FORMS.get(two) or FORMS.get(self.word(at))) in words.FOUNDING

    def is_contact_relative(self, at: int) -> bool:
        """Whether a relative clause without a pronoun begins there: 'the venture they founded'."""
        if self.word(at) not in ("they", "it", "we", "he", "she") or not self.verb_at(at + 1):
            return False
        return self.is_name(at - 1) or self.word(at - 1) in words.STRUCTURES | words.TIE_NOUNS

    def last_list(self, at: int) -> tuple[Mention, ...]:
        """All names of the list that ends before a place."""
        found: list[Mention] = []
        i = at - 1
        while i >= 0 and (self.is_name(i) or self.word(i) in (",", "and", "&")):
            name = self.tokens[i].name
            if name is not None:
                found.append(name)
            i -= 1
        return tuple(found[::-1])

    def is_subordinator(self, at: int) -> bool:
        """Whether the word there begins a clause."""
        word = self.word(at)
        if word not in words.SUBORDINATORS:
            return False
        if word == "since" and self.word(at - 1) in words.AUXILIARIES:
            return False
        if word in ("since", "until", "before", "after", "till"):
            later = self.tokens[at + 1 : at + 1 + LOOK_AHEAD]
            return any(self.verb_at(at + 1 + i) or token.word.endswith("ing") for i, token in enumerate(later))
        if word == "as":
            return self.new_clause_at(at + 1)
        if word == "whether":
            return self.word(at + 1) != "to"
        return True

    def new_clause_at(self, at: int) -> bool:
        """Whether a subject with its finite verb begins at `at`."""
        i = at
        if self.word(i) in ("it", "they", "he", "she", "we"):
            return True
        seen = False
        while i < len(self.tokens) and i - at <= LOOK_AHEAD:
            if self.is_name(i):
                seen = True
            elif self.verb_at(i):
                participle = self.word(i + 1) == "by" or self.word(i).endswith("ing")
                return (seen or self.word(at) in words.DETERMINERS) and not participle
            elif self.word(i) == ",":
                if not self.is_name(i + 1):
                    return False
            elif self.word(i) not in ("and", "'s", "’s") and not self.modifies(i) and self.word(i) != "the":
                return False
            i += 1
        return False

    def participle_at(self, at: int) -> bool:
        """Whether a participle stands there."""
        word = self.word(at)
        if word in ("also", "jointly", "now", "first", "originally"):
            word = self.word(at + 1)
        return (word.endswith(("ed", "ing")) and word in words.FINITE) or word in words.PARTICIPLES

    def apposition_at(self, at: int, comma: int) -> bool:
        """Whether what begins there, behind the comma, says what the name before it is."""
        if not (self.is_name(comma - 1) or self.word(comma - 1) == ")"):
            return False
        return not self.is_name(at) and self.word(at) in words.APPOSING and not self.new_clause_at(at)

    def saying_at(self, at: int) -> int:
        """The length of 'the company said' and the like up to the next comma or the end; 0 where nothing like it is."""
        for i in range(at, min(len(self.tokens), at + 14)):
            if self.word(i) in (",", ";") or self.tokens[i].word in words.QUOTES:
                return 0
            if self.word(i) in words.SAYING and not self.is_name(i):
                if any(self.verb_at(n) for n in range(at, i)):
                    return 0
                rest = i + 1
                while rest < len(self.tokens) and (self.tokens[rest].date or self.word(rest) in words.AFTER_SAYING):
                    rest += 1
                ended = rest >= len(self.tokens) or self.word(rest) in (",", ".", ";", *words.QUOTES)
                first = i == at and self.is_name(i + 1)
                return rest - at if ended or first else 0
        return 0
