"""Bytes to text. What the bytes can be comes before what a header claims: Korean pages often declare the wrong one.

Order: byte order mark, strict UTF-8, what the bytes plainly are, the declared encodings (HTTP header, then meta),
cp949, a detector, and at last whichever of them loses least. Korean text that was garbled before it was stored is
repaired.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

from pipelines.articles import byte_evidence as evidence
from pipelines.articles import mojibake
from pipelines.articles.charsets import DECLARATION_BYTES, codec_of, declared_codecs

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
REPLACEMENT = "\ufffd"
# UTF-8 begins it, and little else of what pages hold, with this byte, which is found much faster than the character.
REPLACEMENT_LEAD = b"\xef"
# Bytes of the longest character: what is cut off at the end of a page is shorter.
LONGEST = 4
CUT_REASONS = ("unexpected end of data", "incomplete multibyte sequence")
EAST_ASIAN = frozenset({"cp949", "cp932", "euc_jp", "gb18030", "big5hkscs", "johab"})
# Lost characters a page may have for one that could be read, and still be of the encoding that its bytes show.
BEARABLE = 0.05
DETECTED_WITHIN = 32_768


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the codec that made it, and how many characters could not be read (they are U+FFFD).

    `encoded` is the text in UTF-8 where the page's bytes are just that.
    """

    text: str
    charset: str
    replaced: int = 0
    encoded: bytes | None = None


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """The text of a page's or file's bytes; `content_type` is the HTTP header, where there was one. Never raises."""
    for mark, name in BOMS:
        if data.startswith(mark):
            marked = _replacing(data[len(mark) :], name)
            if name != "utf-8" or marked.replaced <= BEARABLE * len(marked.text):
                return marked
            data = data[len(mark) :]  # editors leave this mark before text that is not UTF-8
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error, content_type)
    if evidence.ESCAPE in data and (escaped := evidence.escaped_codec(data)):
        return _replacing(data, escaped)
    if "\x00" in text[:DECLARATION_BYTES] and (wide := evidence.wide_codec(data)):
        return _replacing(data, wide)
    if mojibake.may_be_garbled(data):
        text, codec = mojibake.repair(text)
        if codec:
            return Decoded(text, codec, text.count(REPLACEMENT))
    return Decoded(text, "utf-8", text.count(REPLACEMENT) if REPLACEMENT_LEAD in data else 0, data)


def _not_utf8(data: bytes, error: UnicodeDecodeError, content_type: str | None) -> Decoded:
    if wide := evidence.wide_codec(data):
        return _replacing(data, wide)
    if _is_cut(error, data) and not data[: error.start].isascii():
        return Decoded(data[: error.start].decode("utf-8") + REPLACEMENT, "utf-8", 1)
    sample = evidence.sample_around(data, error.start)
    plainly = evidence.multibyte_codec(sample)
    lossy: dict[str, Decoded] = {}
    if plainly:
        if decoded := _strict(data, plainly):
            return decoded
        lossy[plainly] = _replacing(data, plainly)
        if lossy[plainly].replaced <= BEARABLE * len(evidence.NOT_ASCII.findall(lossy[plainly].text)):
            return lossy[plainly]
    alone = evidence.are_alone(sample)
    declared = [codec for codec in declared_codecs(data, content_type) if not (alone and codec in EAST_ASIAN)]
    korean = not alone and evidence.hangul_share(sample) >= 0.5
    for codec in (*declared, *(("cp949",) if korean else ()), _detected(sample), *(("cp1252",) if alone else ())):
        if codec and codec != "utf-8" and (decoded := _strict(data, codec)):
            return decoded
    for codec in ("utf-8", "cp949", *declared):
        lossy.setdefault(codec, _replacing(data, codec))
    best = min(lossy.values(), key=lambda decoded: decoded.replaced)
    if best.replaced * 10 > len(evidence.NOT_ASCII.findall(best.text)) and not declared and 0 not in data:
        return _strict(data, "cp1252") or best
    return best


def _detected(sample: bytes) -> str | None:
    """The codec that the detector names; it knows no Korean, and says UTF-8 where it knows nothing."""
    name = detect_encoding(sample, max_len=DETECTED_WITHIN)
    return codec_of(name) if name else None


def _is_cut(error: UnicodeDecodeError, data: bytes) -> bool:
    """Whether all that is wrong is that the data ends inside a character."""
    return error.end == len(data) and len(data) - error.start < LONGEST and error.reason.startswith(CUT_REASONS)


def _strict(data: bytes, codec: str) -> Decoded | None:
    """The text where a codec reads every byte, or all but a last character that is cut."""
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError as error:
        if _is_cut(error, data):
            return Decoded(data[: error.start].decode(codec) + REPLACEMENT, codec, 1)
    except (UnicodeError, ValueError):
        pass
    return None


def _replacing(data: bytes, codec: str) -> Decoded:
    try:
        text = data.decode(codec, "replace")
    except (UnicodeError, ValueError):
        text, codec = data.decode("utf-8", "replace"), "utf-8"
    return Decoded(text, codec, text.count(REPLACEMENT))
