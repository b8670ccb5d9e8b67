"""One document while its claims are read: who is who, who stands for whom, and which alliance 'this body' is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipelines.articles.model import Sentence
from pipelines.claims import words_ko as words
from pipelines.claims.clause import Clause
from pipelines.claims.model import Document
from pipelines.entities.model import Knowledge, Mention

# '협의체는', 'the council': the structure that was named before
POINTED = re.compile(
    rf"(?<![가-힣A-Za-z'‘\"“] )(?<![가-힣A-Za-z])(?:이 |해당 )?(?:{'|'.join(words.STRUCTURE_NOUNS)})"
    r"(?:은|는|이|가|에|의)\s"
    r"|\b(?:the|this) (?:team|effort|alliance|group|venture|club|grouping|bloc|network"
    r"|association|project|foundation|consortium|body|council|coalition|partnership|initiative|forum)\b",
    re.IGNORECASE,
)
# So many sentences back a clause finds the alliance that it goes on with.
REACH = 3
# Where a venture gets its name: so many characters behind its clause, and in such words.
NAMED_WITHIN = 400
NAMED_LATER = re.compile(
    r"\b(?:the|this) (?:new )?(?:joint )?(?:venture|company|entity|business|unit|firm)"
    r"(?:,|,? (?:to be |which (?:is|will be) )?(?:called|named)"
    r"|,? (?:is|will be) (?:called|named|known as)) (?:the )?$",
    re.IGNORECASE,
)
NAMED = frozenset({"org", "person", "alliance", "event_name", "place", "group"})


@dataclass(slots=True)
class Context:
    """A document with what has been read of it so far. `posts` maps a person to the organization beside the name."""

    document: Document
    knowledge: Knowledge
    posts: dict[str, Mention] = field(default_factory=dict)

    _names: list[Mention] = field(init=False)
    _starts: list[int] = field(init=False)
    _of_entity: dict[str, list[Mention]] = field(init=False)
    _alliances: list[Mention] = field(init=False)

    def __post_init__(self) -> None:
        """Index the mentions: an article can hold thousands."""
        types = {m.entity_id: m.mention_type for m in self.document.mentions if m.mention_type != "group"}
        self._names = sorted(
            (_as_named(m, types) for m in self.document.mentions if m.mention_type in NAMED),
            key=lambda m: (m.start, m.end),
        )
        self._starts = [m.start for m in self._names]
        self._alliances = [m for m in self._names if m.mention_type == "alliance" and m.entity_id]
        self._of_entity = {}
        for mention in self._names:
            if mention.entity_id:
                self._of_entity.setdefault(mention.entity_id, []).append(mention)

    def names_between(self, start: int, end: int) -> list[Mention]:
        """The names and group words inside a span, without overlaps: of two, the longer counts."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        inside = [m for m in self._names[first:last] if m.start < m.end <= end]
        chosen: list[Mention] = []
        for mention in inside:
            if not chosen or chosen[-1].end <= mention.start:
                chosen.append(mention)
            elif mention.end - mention.start > chosen[-1].end - chosen[-1].start:
                chosen[-1] = mention
        return chosen

    def parties(self, mentions: Iterable[Mention], types: frozenset[str]) -> list[Mention]:
        """The parties that the mentions name: group words opened, outlets left out, each entity once, in order."""
        found: dict[str, Mention] = {}
        for mention in mentions:
            for party in self._opened(mention):
                if party.entity_id is not None and party.mention_type in types and not self._is_outlet(party):
                    found.setdefault(party.entity_id, party)
        return list(found.values())

    def _opened(self, mention: Mention) -> list[Mention]:
        if mention.mention_type != "group":
            return [mention]
        return [self._antecedent(member, mention) for member in mention.members]

    def _antecedent(self, entity_id: str, group: Mention) -> Mention:
        """The last mention of an entity before a group word; the word's own span where there is none."""
        before = _before(self._of_entity.get(entity_id, []), group.start)
        return before if before else replace(group, entity_id=entity_id, mention_type="org", members=())

    def organization_of(self, party: Mention) -> Mention | None:
        """The organization that a party stands for: itself, or the one beside a person's name."""
        if party.mention_type == "person":
            return self.posts.get(party.entity_id or "")
        return party

    def alliance_before(self, position: int, noun: str = "") -> Mention | None:
        """The alliance named last before a position; of a `noun` ('협의회') rather one whose name ends in it.

        None where only an organization's name does: it is the one that is meant.
        """
        if noun:
            alike = [m for m in self._names if m.start < position and (m.entity_name or m.surface).endswith(noun)]
            named = [m for m in alike if m.mention_type == "alliance" and m.entity_id]
            if named or any(m.mention_type == "org" for m in alike):
                return named[-1] if named else None
        return _before(self._alliances, position)

    def alliance_named_after(self, clause: Clause) -> Mention | None:
        """The venture that one of the next sentences gives a name to: 'The venture, X, …'."""
        for mention in self._alliances:
            near = clause.end <= mention.start <= clause.end + NAMED_WITHIN
            if near and NAMED_LATER.search(self.document.text, max(clause.end, mention.start - 40), mention.start):
                return mention
        return None

    def alliance_near(self, clause: Clause) -> Mention | None:
        """The only alliance named earlier in the clause's sentence or in one of those before that it goes on with.

        A sentence that points at an alliance ('협의체에는') is as good as one that names it.
        """
        for before in self.sentences_before(clause.sentence):
            near = [
                m
                for m in self.names_between(before.char_start, clause.start)
                if m.mention_type == "alliance" and m.entity_id
            ]
            if near:
                return near[-1] if len({m.entity_id for m in near}) == 1 else None
            if POINTED.search(self.document.text, before.char_start, before.char_end):
                return self.alliance_before(before.char_start)
        return None

    def sentences_before(self, sentence: Sentence) -> list[Sentence]:
        """Those before a sentence that it can go on with, the nearest first; itself where there are none."""
        sentences = self.document.sentences
        at = bisect_left(sentences, sentence.char_start, key=lambda one: one.char_start)
        return list(sentences[max(0, at - REACH) : at][::-1]) or [sentence]

    def _is_outlet(self, party: Mention) -> bool:
        """Whether the party is a newspaper, an agency or who published the document."""
        entity = self.knowledge.entities.get(party.entity_id or "")
        if entity is not None:
            return entity.org_type == "outlet"
        name = party.entity_name or party.surface
        return name == self.document.publisher or name.endswith(words.OUTLET_ENDINGS)

    def is_state_body(self, entity_id: str) -> bool:
        """Whether the entity is a government, ministry, agency, city or province."""
        entity = self.knowledge.entities.get(entity_id)
        return entity is not None and entity.org_type in ("government", "court")


def _as_named(mention: Mention, types: Mapping[str | None, str]) -> Mention:
    """A word for one that was named before ('이 협의체', '이 회사') as its name; one for several stays a group."""
    named = types.get(mention.entity_id) if mention.mention_type == "group" and mention.entity_id else None
    return replace(mention, mention_type=named) if named else mention


def _before(mentions: list[Mention], position: int) -> Mention | None:
    at = bisect_left(mentions, position, key=lambda mention: mention.start)
    return mentions[at - 1] if at else None
