"""Reads a gold folder: `articles/NNN.json` with the texts, `gold/NNN.json` with what they assert."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# What scoring reads of each row of an annotation.
ROWS = {
    "entities": ("canonical", "type", "surface_forms"),
    "memberships": ("alliance", "member", "role", "status", "char_start", "char_end"),
    "events": ("type", "participants", "modality", "char_start", "char_end"),
}


class GoldError(ValueError):
    """A gold folder cannot be used; the message names the file and what is missing."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article: its file's stem, the article as an input of `entente read`, and the annotation."""

    name: str
    article: Mapping[str, Any]
    gold: Mapping[str, Any]

    @property
    def text(self) -> str:
        """The annotated text."""
        return str(self.article["text"])


def read_gold(folder: Path) -> list[GoldArticle]:
    """All annotated articles of a folder, by name. Raises GoldError where it is no gold folder."""
    annotations = sorted((folder / "gold").glob("*.json"))
    if not annotations:
        raise GoldError(f"{folder} holds no gold/*.json; a gold folder has articles/NNN.json and gold/NNN.json")
    articles = []
    for path in annotations:
        gold = _load(path, tuple(ROWS))
        for kind, keys in ROWS.items():
            _check_rows(path, kind, gold[kind], keys)
        articles.append(GoldArticle(path.stem, _load(folder / "articles" / path.name, ("text",)), gold))
    return articles


def _check_rows(path: Path, kind: str, rows: object, keys: tuple[str, ...]) -> None:
    if not isinstance(rows, list):
        raise GoldError(f"{path}: {kind} must be a list")
    for number, row in enumerate(rows, start=1):
        missing = [key for key in keys if not isinstance(row, dict) or key not in row]
        if missing:
            raise GoldError(f"{path}: row {number} of {kind} lacks {', '.join(missing)}")


def _load(path: Path, keys: tuple[str, ...]) -> Mapping[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise GoldError(f"{path} is missing") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise GoldError(f"{path} is not JSON: {error}") from None
    if not isinstance(content, dict) or any(key not in content for key in keys):
        raise GoldError(f"{path} must be an object with {', '.join(keys)}")
    return content
