"""The names found so far in one text: spans that never overlap, and what each span stands for."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from pipelines.entities.model import Mention
from pipelines.entities.normalizing import entity_id_of
from pipelines.entities.particles import ends_as_name, starts_as_name


class Findings:
    """Names of one text in the order of the text; a span that overlaps one found before is refused."""

    def __init__(self, text: str, blocked: Iterable[tuple[int, int]] = ()) -> None:
        self.text = text
        self._spans: list[tuple[int, int]] = []
        self._found: dict[tuple[int, int], Mention] = {}
        self._blocked = list(blocked)

    def __iter__(self) -> Iterator[Mention]:
        return (self._found[span] for span in self._spans)

    def is_blocked(self, start: int, end: int) -> bool:
        """Whether the span touches a credit."""
        return any(start < to and end > at for at, to in self._blocked)

    def overlapping(self, start: int, end: int) -> list[Mention]:
        """The names that share a character with the span."""
        position = max(0, bisect_left(self._spans, (start, start)) - 1)
        found = []
        for span in self._spans[position:]:
            if span[0] >= end:
                break
            if span[1] > start:
                found.append(self._found[span])
        return found

    def at(self, start: int, end: int) -> Mention | None:
        """The name of exactly that span."""
        return self._found.get((start, end))

    def add(self, mention: Mention) -> bool:
        """Take a name in, unless it is empty, crosses a line break, touches a credit or overlaps another name."""
        if mention.start >= mention.end or "\n" in mention.surface:
            return False
        if self.is_blocked(mention.start, mention.end) or self.overlapping(mention.start, mention.end):
            return False
        insort(self._spans, (mention.start, mention.end))
        self._found[mention.start, mention.end] = mention
        return True

    def discover(self, start: int, end: int, mention_type: str, name: str | None = None, score: float = 0.7) -> bool:
        """Take in a name that no list has; its id comes from its type and normalized form."""
        surface = self.text[start:end]
        name = name or surface
        key = entity_id_of(mention_type, name)
        return key is not None and self.add(Mention(start, end, surface, mention_type, key, name, "pattern", score))

    def replace(self, old: Mention, new: Mention) -> None:
        """Exchange a name for another reading of the same span."""
        del self._found[old.start, old.end]
        self._spans.remove((old.start, old.end))
        insort(self._spans, (new.start, new.end))
        self._found[new.start, new.end] = new

    def drop(self, mention: Mention) -> None:
        """Take a name out."""
        del self._found[mention.start, mention.end]
        self._spans.remove((mention.start, mention.end))

    def repeat(self, form: str, like: Mention, method: str, after: int = 0) -> None:
        """Take in every further place where `form` stands as a name, meaning the same entity as `like`."""
        position = self.text.find(form, after)
        while position >= 0:
            end = position + len(form)
            if starts_as_name(self.text, position) and ends_as_name(self.text, end):
                self.add(
                    Mention(
                        position, end, form, like.mention_type, like.entity_id, like.entity_name, method, like.score
                    )
                )
            position = self.text.find(form, end)
