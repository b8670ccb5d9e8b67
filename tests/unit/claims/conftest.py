"""A tiny markup for documents whose names are given: '[org:가온전자]는 …' with one entity for each name."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from pipelines.articles.model import Sentence
from pipelines.claims import Claims, Document, read_claims
from pipelines.entities.model import Entity, Knowledge, Mention

MARK = re.compile(r"\[(org|person|alliance|event_name|place|group):([^\]=]+)(?:=([^\]]+))?\]")
SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”']?(?=\s|$)|$)", re.MULTILINE)
DAY = date(2023, 5, 20)


def build_document(
    marked: str, language: str = "ko", published_on: date | None = DAY, headline: bool = False
) -> Document:
    """'[group:양사=가온전자,누리소프트]' names the members of a group word after the equals sign.

    '[group:이 협의체=alliance:라온]' is a word for one entity.
    """
    text, mentions, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        kind, surface, more = mark[1], mark[2], mark[3]
        start = len(text)
        text += surface
        if kind == "group" and ":" in (more or ""):
            mentions.append(Mention(start, len(text), surface, kind, more, more.split(":")[1], members=(more,)))
        elif kind == "group":
            members = tuple(f"org:{name}" for name in (more or "").split(",") if name)
            mentions.append(Mention(start, len(text), surface, kind, members=members))
        else:
            name = more or surface
            mentions.append(Mention(start, len(text), surface, kind, f"{kind}:{name}", name, "alias"))
        at = mark.end()
    text += marked[at:]
    spans = [(m.start() + len(m[0]) - len(m[0].lstrip()), m.end()) for m in SENTENCE.finditer(text) if m[0].strip()]
    sentences = tuple(
        Sentence(i, start, end, "headline" if headline and i == 0 else "body") for i, (start, end) in enumerate(spans)
    )
    return Document(text, sentences, tuple(mentions), language, published_on)


def build_knowledge(document: Document, org_types: dict[str, str] | None = None) -> Knowledge:
    entities = {
        m.entity_id: Entity(
            m.entity_id, m.entity_name or "", m.mention_type, org_type=(org_types or {}).get(m.entity_name or "")
        )
        for m in document.mentions
        if m.entity_id
    }
    return Knowledge(entities, ())


class Reading:
    """Claims in a form that is short to compare: names without their type, dates as their values."""

    def __init__(self, document: Document, claims: Claims) -> None:
        self.document = document
        self.claims = claims

    @property
    def members(self) -> set[tuple[str | None, str, str, str]]:
        """(alliance or None, member, role, status)"""
        return {(_name(c.alliance_id), _name(c.member_id) or "", c.role, c.status) for c in self.claims.memberships}

    @property
    def pairings(self) -> set[tuple[str, ...]]:
        """The members of each nameless pairing"""
        return {tuple(sorted(_name(i) or "" for i in c.pairing)) for c in self.claims.memberships if c.pairing}

    @property
    def since(self) -> dict[str, str | None]:
        return {_name(c.member_id) or "": c.since.value if c.since else None for c in self.claims.memberships}

    @property
    def events(self) -> set[tuple[str, str, frozenset[str]]]:
        """(type, modality, participants)"""
        return {
            (e.event_type, e.modality, frozenset(_name(p.entity_id) or "" for p in e.participants))
            for e in self.claims.events
        }

    @property
    def event_dates(self) -> dict[str, tuple[str, str] | None]:
        return {e.event_type: (e.date.value, e.date.basis) if e.date else None for e in self.claims.events}


def _name(entity_id: str | None) -> str | None:
    return entity_id.split(":", 1)[1] if entity_id else None


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    def run(marked: str, org_types: dict[str, str] | None = None, **options: object) -> Reading:
        document = build_document(marked, **options)  # type: ignore[arg-type]
        return Reading(document, read_claims(document, build_knowledge(document, org_types)))

    return run


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    return build_document


@pytest.fixture(scope="session")
def knowledge_of() -> Callable[..., Knowledge]:
    return build_knowledge
