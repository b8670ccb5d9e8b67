"""Bytes to text. What the bytes can be comes before what a header claims: Korean pages often declare the wrong one.

Order: byte order mark, strict UTF-8, the declared encodings, cp949, then whichever of UTF-8 and cp949 loses less.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Declared names that mean another codec, as browsers read them (WHATWG Encoding); "euc-kr" always means cp949.
MEANT = {
    "euc-kr": "cp949",
    "euckr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601-1989": "cp949",
    "ksc5601": "cp949",
    "ksc_5601": "cp949",
    "korean": "cp949",
    "windows-949": "cp949",
    "ms949": "cp949",
    "uhc": "cp949",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-1252": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "unicode": "utf-16",
}
SINGLE_BYTE = re.compile(r"cp125\d|cp874|iso8859|koi8|mac-|latin")
DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
PARAMETER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
HANGUL_OR_HAN = re.compile("[가-힣一-鿿]")
NOT_ASCII = re.compile("[^\x00-\x7f]")
DECLARATION_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the codec that made it, and how many characters could not be read (they are U+FFFD)."""

    text: str
    charset: str
    replaced: int = 0


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """The text of a page's or file's bytes; `content_type` is the HTTP header, where there was one. Never raises."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :] if name == "utf-8" else data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, content_type)
    if "\x00" in text[:DECLARATION_BYTES] and (wide := _wide(data)):
        return _replacing(data, wide)
    return Decoded(text, "utf-8", text.count("\ufffd"))


def _not_utf8(data: bytes, content_type: str | None) -> Decoded:
    if wide := _wide(data):
        return _replacing(data, wide)
    declared = _declared(data, content_type)
    korean = _strict(data, "cp949")
    for codec in declared:
        # A Western declaration over Korean bytes decodes without error, to nonsense.
        if korean and SINGLE_BYTE.match(codec) and _mostly_korean(korean):
            return Decoded(korean, "cp949")
        if codec != "utf-8" and (text := _strict(data, codec)) is not None:
            return Decoded(text, codec)
    if korean and _mostly_korean(korean):
        return Decoded(korean, "cp949")
    candidates = [_replacing(data, codec) for codec in dict.fromkeys(("utf-8", "cp949", *declared))]
    best = min(candidates, key=lambda decoded: decoded.replaced)
    if best.replaced * 10 > len(NOT_ASCII.findall(best.text)) and not declared and b"\x00" not in data:
        western = _strict(data, "cp1252")
        if western is not None:
            return Decoded(western, "cp1252")
    return best


def _declared(data: bytes, content_type: str | None) -> list[str]:
    names = [match[1].decode("ascii") for match in DECLARED.finditer(data[:DECLARATION_BYTES])]
    if content_type and (parameter := PARAMETER.search(content_type)):
        names.insert(0, parameter[1])
    codecs_found: dict[str, None] = {}
    for name in names:
        meant = MEANT.get(name.lower(), name.lower())
        try:
            info = codecs.lookup(meant)
        except (LookupError, ValueError):
            continue
        # Codecs such as "hex" or "rot13" turn no bytes into text.
        if getattr(info, "_is_text_encoding", False) and info.name not in {"utf-7", "idna", "punycode", "undefined"}:
            codecs_found[meant if meant == "cp949" else info.name] = None
    return list(codecs_found)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError):
        return None


def _replacing(data: bytes, codec: str) -> Decoded:
    try:
        text = data.decode(codec, "replace")
    except (UnicodeError, ValueError):
        text = data.decode("utf-8", "replace")
        codec = "utf-8"
    return Decoded(text, codec, text.count("\ufffd"))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of the markup is NUL."""
    start = data[:512]
    if len(start) < 4 or start.count(0) * 3 < len(start):
        return None
    return "utf-16-le" if start[1::2].count(0) > start[0::2].count(0) else "utf-16-be"


def _mostly_korean(text: str) -> bool:
    foreign = len(NOT_ASCII.findall(text))
    return foreign > 0 and len(HANGUL_OR_HAN.findall(text)) * 2 >= foreign
