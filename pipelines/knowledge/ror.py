"""The Research Organization Registry's dump: its zip file, the JSON in it, or a part of that JSON.

Kept are active organizations in Korea and those with a Korean name. A record is schema 2 of ror.readme.io; a part may
have `names` as [value, language, types] and leave out the place, which then counts as Korea.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from pipelines.knowledge.downloads import CHUNK, MAX_NAMES, MAX_RECORDS, ImportFileError, Registered, clean, opened

WHAT = "the dump as ROR gives it, a zip file or the JSON (schema 2) in it"
ROR_ID = re.compile(r"(?:https://ror\.org/)?(?P<id>0[a-z0-9]{8})")
QID = re.compile(r"Q[1-9]\d*")
MAX_RECORD = 4 * 1024 * 1024
# type of ROR → org_type; where an organization has several, the first in this order
TYPES = {
    "healthcare": "hospital",
    "education": "university",
    "government": "government",
    "facility": "institute",
    "company": "company",
    "nonprofit": "association",
    "archive": "institute",
}


def read_ror(path: Path) -> Iterator[Registered]:
    """The organizations of a dump, in its order. Raises ImportFileError."""
    found = False
    with opened(path, lambda name: name.endswith(".json"), WHAT) as stream:
        for number, record in enumerate(_objects(stream, path)):
            if number >= MAX_RECORDS:
                raise ImportFileError(f"{path}: it holds more than {MAX_RECORDS:,} organizations; give {WHAT}")
            organization = _organization(record)
            if organization is not None:
                found = True
                yield organization
    if not found:
        raise ImportFileError(f"{path}: it lists no organization in Korea; give {WHAT}")


def _objects(stream: IO[bytes], path: Path) -> Iterator[Any]:
    """The items of a JSON array, one by one, so that a dump of any size needs memory for one item only."""
    decoder, text = json.JSONDecoder(), codecs.getincrementaldecoder("utf-8-sig")()
    waiting, at, opened_array = "", 0, False
    try:
        while True:
            chunk = stream.read(CHUNK)
            waiting, at = waiting[at:] + text.decode(chunk, final=not chunk), 0
            while True:
                at = _skip(waiting, at, " \t\r\n," if opened_array else " \t\r\n")
                if at == len(waiting):
                    break
                if not opened_array:
                    if waiting[at] != "[":
                        raise ImportFileError(f"{path}: it does not begin with a list; give {WHAT}")
                    opened_array, at = True, at + 1
                    continue
                if waiting[at] == "]":
                    return
                try:
                    item, at = decoder.raw_decode(waiting, at)
                except json.JSONDecodeError:
                    if not chunk or len(waiting) - at > MAX_RECORD:
                        raise
                    break
                yield item
            if not chunk:
                raise ImportFileError(f"{path}: it ends in the middle; get the file anew")
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ImportFileError(f"{path}: it is no JSON ({error}); give {WHAT}") from error


def _skip(text: str, at: int, signs: str) -> int:
    while at < len(text) and text[at] in signs:
        at += 1
    return at


def _organization(record: Any) -> Registered | None:
    if not isinstance(record, Mapping) or record.get("status", "active") != "active":
        return None
    identifier = ROR_ID.fullmatch(str(record.get("id", "")))
    names = list(_names(record.get("names")))
    country = _country(record.get("locations"))
    labels = [(name, language) for name, language, types in names if "label" in types or "ror_display" in types]
    korean = next((name for name, language in labels if language == "ko"), None)
    if identifier is None or not labels or not (country == "KR" or korean):
        return None
    shown = next((name for name, _, types in names if "ror_display" in types), labels[0][0])
    english = next((name for name, language in labels if language == "en"), None)
    types = {str(kind).lower() for kind in _items(record.get("types"))}
    name = korean if korean is not None and country == "KR" else shown
    # acronyms are shared by many, and name nobody for certain
    further = {form for form, _, kinds in names if "acronym" not in kinds} - {name, english}
    return Registered(
        source_id=identifier["id"],
        name=name,
        name_en=english,
        names=tuple(sorted(further)),
        org_type=next((TYPES[kind] for kind in TYPES if kind in types), "other"),
        country=country,
        wikidata_qid=_wikidata(record),
    )


def _names(given: Any) -> Iterator[tuple[str, str | None, frozenset[str]]]:
    for item in _items(given)[:MAX_NAMES]:
        if isinstance(item, Mapping):
            value, language, types = item.get("value"), item.get("lang"), item.get("types")
        elif isinstance(item, Sequence) and not isinstance(item, str) and len(item) == 3:
            value, language, types = item
        else:
            continue
        name = clean(value) if isinstance(value, str) else None
        if name is not None:
            code = language if isinstance(language, str) else None
            yield name, code, frozenset(map(str, _items(types)))


def _country(locations: Any) -> str | None:
    if locations is None:
        return "KR"
    for place in _items(locations):
        details = place.get("geonames_details") if isinstance(place, Mapping) else None
        code = details.get("country_code") if isinstance(details, Mapping) else None
        if isinstance(code, str) and re.fullmatch("[A-Z]{2}", code):
            return code
    return None


def _wikidata(record: Mapping[str, Any]) -> str | None:
    given = _items(record.get("wikidata"))[:MAX_NAMES]
    for item in _items(record.get("external_ids")):
        if isinstance(item, Mapping) and item.get("type") == "wikidata":
            given = [*given, item.get("preferred"), *_items(item.get("all"))]
    return next((item for item in given if isinstance(item, str) and QID.fullmatch(item)), None)


def _items(given: Any) -> list[Any]:
    return given if isinstance(given, list) else []
