"""Reads single inputs, from file to JSON, by the same pure stages as the line and without touching the lake.

What an input is and what the JSON looks like belong here; how a page is read does not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pipelines.articles import Article, Reject, article_from_text, decode, extract_article, split_sentences
from pipelines.claims import FRAMES, Claims, Document, Extractor
from pipelines.claims.batch import STAGE as CLAIMS_STAGE
from pipelines.claims.model import Evidence, PartialDate
from pipelines.entities import find_mentions
from pipelines.entities.batch import within_sentences
from pipelines.entities.model import Knowledge, Mention
from pipelines.knowledge import load_knowledge, load_names_model
from pipelines.landing.bodies import CorruptError, TruncatedError, collect, file_chunks
from pipelines.tables.identifiers import pairing_id

Json = dict[str, Any]

MAX_INPUT_BYTES = 16 * 1024 * 1024
PAGE_SUFFIXES = (".html", ".htm")
SUFFIXES = (".html.gz", ".htm.gz", *PAGE_SUFFIXES, ".txt", ".json")
EMPTY: Json = {
    "article": None,
    "entities": [],
    "mentions": [],
    "memberships": [],
    "events": [],
    "relations": [],
    "attributes": [],
    "posts": [],
    "reject": None,
}
SURROGATE = re.compile("[\ud800-\udfff]")
NAMED_TYPES = ("org", "person", "alliance", "event_name", "place")


class InputError(ValueError):
    """Two inputs would write the same output file."""


def output_paths(inputs: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Input → `<folder>/<stem>.json`. Raises InputError where two inputs share a stem."""
    outputs: dict[Path, Path] = {}
    taken: dict[Path, Path] = {}
    for path in inputs:
        suffix = next((s for s in SUFFIXES if path.name.lower().endswith(s)), path.suffix)
        output = folder / f"{path.name[: len(path.name) - len(suffix)] if suffix else path.name}.json"
        if output in taken and taken[output] != path:
            raise InputError(
                f"{taken[output]} and {path} would both be written to {output}; read them into two folders"
            )
        taken[output] = path
        outputs[path] = output
    return outputs


def dumps(result: Json, *, compact: bool) -> str:
    """The result as JSON text: one line where compact, else indented."""
    if compact:
        return json.dumps(result, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(result, ensure_ascii=False, indent=2)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads inputs with one knowledge base; `url` and `published` serve inputs that do not state theirs.

    `model` finds names that no list has; without it patterns do alone. `extractor` reads the claims.
    """

    knowledge: Knowledge
    url: str | None = None
    published: date | None = None
    model: bytes | None = None
    extractor: Extractor = FRAMES

    @classmethod
    def load(
        cls,
        knowledge_dir: Path | None = None,
        *,
        imported: Path | None = None,
        model: Path | None = None,
        url: str | None = None,
        published: date | None = None,
    ) -> Reader:
        """A reader with the knowledge base of that folder, what was imported into another, and a model of names.

        Raises KnowledgeError where one of them cannot be used.
        """
        return cls(load_knowledge(knowledge_dir, imported), url, published, load_names_model(model))

    def read(self, path: Path) -> Json:
        """What one file says. A file that cannot be read gives a result with a reject, never an exception."""
        name = path.name.lower()
        if not name.endswith(SUFFIXES):
            return _rejected("unknown_input", f"the name must end in one of {', '.join(SUFFIXES)}")
        if path.exists() and not path.is_file():
            return _rejected("unreadable_file", "it is no regular file")
        try:
            data = collect(file_chunks(path), MAX_INPUT_BYTES).data
        except FileNotFoundError:
            return _rejected("missing_file", "there is no such file")
        except (OSError, TruncatedError, CorruptError) as error:
            return _rejected("unreadable_file", str(error))
        if data is None:
            return _rejected("oversize", f"the page is larger than {MAX_INPUT_BYTES // 1024 // 1024} MB")
        if name.endswith(".json"):
            return self._read_json_bytes(path.stem, data)
        if name.endswith(".txt"):
            text = decode(data).text
            return self._read_text(
                text, url=self.url, reference=self.published, language=None, published=self.published
            )
        return self._read_page(data, self.url, self.published)

    def read_json(self, name: str, content: Mapping[str, Any]) -> Json:
        """What one JSON input says: an object with `text` or `html`, and optional `url`, `reference_date`, `lang`."""
        text, html = content.get("text"), content.get("html")
        url = content.get("url") if isinstance(content.get("url"), str) else self.url
        try:
            reference = _day(content.get("reference_date"))
        except ValueError:
            return _rejected(
                "bad_reference_date", f"reference_date of {name} is no ISO date: {content['reference_date']!r}"
            )
        reference = reference or self.published
        language = content.get("lang") if isinstance(content.get("lang"), str) else None
        if any(isinstance(given, str) and SURROGATE.search(given) for given in (text, html)):
            return _rejected("undecodable", f"{name} holds half of a surrogate pair, which is no character")
        if isinstance(text, str):
            return self._read_text(text, url=url, reference=reference, language=language, published=self.published)
        if isinstance(html, str):
            return self._read_page(html.encode(), url, reference, "text/html; charset=utf-8")
        return _rejected("no_text", f"{name} has neither `text` nor `html` as a string")

    def _read_json_bytes(self, name: str, data: bytes) -> Json:
        try:
            content = json.loads(data)
        except (ValueError, RecursionError) as error:
            return _rejected("not_json", f"the file is not JSON: {error}")
        if not isinstance(content, dict):
            return _rejected("not_json", "the file must hold one JSON object")
        return self.read_json(name, content)

    def _read_text(
        self, text: str, *, url: str | None, reference: date | None, language: str | None, published: date | None
    ) -> Json:
        if not text.strip():
            return _rejected("empty", "the text is empty")
        article = article_from_text(text, url=url, language=language)
        return self._read_article(article, reference, published)

    def _read_page(self, data: bytes, url: str | None, reference: date | None, content_type: str | None = None) -> Json:
        article = extract_article(data, url=url, content_type=content_type)
        if isinstance(article, Reject):
            return _rejected(article.reason, article.detail, article.stage)
        return self._read_article(article, reference, self.published)

    def _read_article(self, article: Article, reference: date | None, published: date | None) -> Json:
        sentences = split_sentences(article.text, article.paragraphs, article.language)
        bounds = [(s.sentence_no, s.char_start, s.char_end) for s in sentences]
        try:
            found = find_mentions(article.text, self.knowledge, language=article.language, model=self.model)
            mentions = tuple(mention for mention, _ in within_sentences(found, bounds)[0])
            document = Document(
                text=article.text,
                sentences=sentences,
                mentions=mentions,
                language=article.language,
                published_on=article.published_on or reference,
                publisher=article.publisher,
            )
            [extraction] = self.extractor.extract([document], self.knowledge)
        except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
            # One hostile input must not cost the others, nor what was read of it.
            rejected = _rejected("unreadable", f"{type(error).__name__}: {error}"[:300], "core/mentions")
            return {**rejected, "article": _article(article, published)}
        names = {m.entity_id: m.entity_name for m in mentions if m.entity_id}
        refused = next((refusal for refusal in extraction.refusals if refusal.row is None), None)
        rejected = _rejected(refused.reason, refused.detail[:300], CLAIMS_STAGE) if refused else EMPTY
        return {
            **rejected,
            "article": _article(article, published),
            "entities": _entities(mentions),
            "mentions": [_mention(m) for m in mentions],
            **_claims(extraction.claims, names, article.text),
        }


def _rejected(reason: str, detail: str, stage: str = "input") -> Json:
    return {**EMPTY, "reject": {"stage": stage, "reason": reason, "detail": detail}}


def _day(value: object) -> date | None:
    if value is None or value == "":
        return None
    return datetime.fromisoformat(str(value)).date()


def _article(article: Article, published: date | None) -> Json:
    stated = article.published_at
    return {
        "title": article.title,
        "subtitle": article.subtitle,
        "text": article.text,
        "published_at": stated.isoformat() if stated else published.isoformat() if published else None,
        "published_missing_reason": article.published_missing_reason if not published else None,
        "updated_at": article.updated_at.isoformat() if article.updated_at else None,
        "byline_names": list(article.byline_names),
        "publisher": article.publisher,
        "portal": article.portal,
        "section": article.section,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "original_url": article.original_url,
        "language": article.language,
        "method": article.method,
        "charset": article.charset,
        "paragraphs": [{"start": p.char_start, "end": p.char_end, "zone": p.zone} for p in article.paragraphs],
        "captions": list(article.captions),
    }


def _entities(mentions: Sequence[Mention]) -> list[Json]:
    found: dict[str, Json] = {}
    for mention in mentions:
        if mention.entity_id is None or mention.mention_type not in NAMED_TYPES:
            continue
        entity = found.setdefault(
            mention.entity_id,
            {
                "entity_id": mention.entity_id,
                "name": mention.entity_name,
                "type": mention.mention_type,
                "surface_forms": [],
            },
        )
        if mention.surface not in entity["surface_forms"]:
            entity["surface_forms"].append(mention.surface)
    return list(found.values())


def _mention(mention: Mention) -> Json:
    return {
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "type": mention.mention_type,
        "entity_id": mention.entity_id,
        "members": list(mention.members),
        "method": mention.method,
        "score": mention.score,
    }


def _claims(claims: Claims, names: Mapping[str, str | None], text: str) -> Json:
    return {
        "memberships": [
            {
                "alliance": names[c.alliance_id] if c.alliance_id else None,
                "group": None if c.alliance_id else pairing_id(c.pairing),
                "member": names[c.member_id],
                "role": c.role,
                "is_founder": c.is_founder,
                "status": c.status,
                **_date("since", c.since),
                **_date("until", c.until),
                **_evidence(c.evidence, names, text),
            }
            for c in claims.memberships
        ],
        "events": [
            {
                "type": c.event_type,
                "participants": [
                    {
                        "name": names[p.entity_id],
                        "role": p.role,
                        "acts_for": names[p.acts_for_id] if p.acts_for_id else None,
                    }
                    for p in c.participants
                ],
                **_date("date", c.date),
                "modality": c.modality,
                "polarity": c.polarity,
                "place": c.place,
                "amount": c.amount,
                "currency": c.currency,
                "stake_pct": c.stake_pct,
                **_evidence(c.evidence, names, text),
            }
            for c in claims.events
        ],
        "relations": [
            {
                "subject": names[c.subject_id],
                "relation": c.relation,
                "object": names[c.object_id],
                **_date("date", c.date),
                **_evidence(c.evidence, names, text),
            }
            for c in claims.relations
        ],
        "attributes": [
            {
                "alliance": names[c.alliance_id],
                "attribute": c.attribute,
                "value": c.value,
                **_evidence(c.evidence, names, text),
            }
            for c in claims.attributes
        ],
        "posts": [
            {
                "person": names[c.person_id],
                "organization": names[c.organization_id],
                "title": c.title,
                **_date("date", c.date),
                **_evidence(c.evidence, names, text),
            }
            for c in claims.posts
        ],
    }


def _date(key: str, value: PartialDate | None) -> Json:
    return {
        key: value.value if value else None,
        f"{key}_precision": value.precision if value else None,
        f"{key}_edge": value.edge if value else None,
        f"{key}_basis": value.basis if value else None,
    }


def _evidence(evidence: Evidence, names: Mapping[str, str | None], text: str) -> Json:
    return {
        "evidence": text[evidence.start : evidence.end],
        "start": evidence.start,
        "end": evidence.end,
        "trigger": text[evidence.trigger_start : evidence.trigger_end],
        "frame": evidence.frame,
        "zone": evidence.zone,
        "attribution": evidence.attribution,
        "speaker": names[evidence.speaker_id] if evidence.speaker_id else None,
        "confidence": evidence.confidence,
    }
