"""Reads a gold folder: `articles/NNN.json` with the texts, `gold/NNN.json` with what they assert."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


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
    return [
        GoldArticle(
            path.stem,
            _load(folder / "articles" / path.name, ("text",)),
            _load(path, ("entities", "memberships", "events")),
        )
        for path in annotations
    ]


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
