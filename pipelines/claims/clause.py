"""What every language's grammar hands to the frames: clauses with case-marked phrases.

Only the shapes belong here. How Korean or English text becomes clauses is in korean.py and english.py; what a clause
means is in matching.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.articles.model import Sentence
from pipelines.claims.model import PartialDate
from pipelines.entities.model import Mention

TOPIC, SUBJECT, OBJECT, WITH, TO, AT, BY, BARE, COMPLEMENT, PURPOSE, THROUGH, OF, AFTER = (
    "topic",
    "subject",
    "object",
    "with",
    "to",
    "at",
    "by",
    "bare",
    "complement",
    "purpose",
    "through",
    "of",
    "after",
)

FROM, UNTIL, AIM, REPORT = "from", "until", "aim", "report"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase with its case.

    `parties` are the names that the phrase is about; `modifiers` the names that only qualify its last noun ('KT' in
    'KT 광화문빌딩'); `words` its text without spaces and brackets, for matching nouns, `plain` the same without names
    (None where they are no part of it); `also` says that its particle adds it to someone named before ('B도'),
    `topical` that the whole sentence is about it ('X에는').
    """

    case: str
    start: int
    end: int
    words: str
    parties: tuple[Mention, ...] = ()
    modifiers: tuple[Mention, ...] = ()
    stated_count: int | None = None
    also: bool = False
    topical: bool = False
    plain: str | None = None

    @property
    def nouns(self) -> str:
        """Its words but for the names: 'A 컨소시엄과' speaks of no consortium but that one."""
        return self.words if self.plain is None else self.plain

    @property
    def names(self) -> tuple[Mention, ...]:
        """Parties and modifiers in the order of the text."""
        return tuple(sorted((*self.parties, *self.modifiers), key=lambda mention: mention.start))


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date of a clause. `use` is what its particle makes of it, where that is no time of an act: FROM, UNTIL, AIM or
    REPORT ('4일 업계에 따르면'); else empty.
    """

    date: PartialDate
    start: int
    end: int
    use: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with what it governs.

    `lemma` is the predicate's dictionary stem; `tail` its endings and the auxiliaries, modal nouns and verbs of saying
    that follow it, as 'form/tag' pairs; `link` how it ends: final, linked (goes on in a clause of the same subject),
    reported or adnominal; `head` the phrase that an adnominal clause qualifies.
    """

    lemma: str
    start: int
    end: int
    sentence: Sentence
    phrases: tuple[Phrase, ...]
    tail: str
    link: str
    head: Phrase | None = None
    dates: tuple[StatedDate, ...] = ()
    report_dates: tuple[StatedDate, ...] = ()
    reported: bool = False
    quoted: bool = False

    def phrase(self, *cases: str) -> tuple[Phrase, ...]:
        """The phrases of the given cases, in the order of the text."""
        return tuple(phrase for phrase in self.phrases if phrase.case in cases)
