"""Korean and Japanese text that somebody read as a Western encoding and stored as UTF-8: turned back into what it was.

The bytes are still all there: each stands as the character that latin-1 or cp1252 gives it. Text that is only Western
is left alone, because turning it back yields no Hangul and no kana.
"""

from __future__ import annotations

import re

from pipelines.articles.byte_evidence import COMMON_HANGUL, KANA, LETTERS, LOST

# Byte by character, in both readings; cp1252 leaves five bytes out, which stand as control characters in it too.
BYTES = {chr(value): value for value in range(256)} | {
    bytes((value,)).decode("cp1252"): value
    for value in range(0x80, 0xA0)
    if value not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
TO_BYTES = {ord(character): value for character, value in BYTES.items()}
WESTERN = "".join(re.escape(character) for character in BYTES)
# Western words hold no four such characters on end; Korean bytes come in rows of four and more.
TELLTALE = re.compile("[\xa1-\xff]{4}")
RUN = re.compile(f"[{WESTERN}]+")
# Neither bracket is ever the second byte of a character of these encodings.
PIECE = re.compile("[^<>]+")
CODECS = ("utf-8", "cp949", "cp932")
# The same in the bytes of UTF-8, where most such characters begin with the lead byte.
LEAD = b"\xc3"
ROW = re.compile(rb"(?:[\xc2\xc3][\x80-\xbf]){4}")
LOOKED_AT = 64
MOSTLY = 0.7


def may_be_garbled(data: bytes) -> bool:
    """Whether UTF-8 bytes hold rows of Western letters; quick, because it looks at the first few letters only."""
    position = data.find(LEAD)
    for _ in range(LOOKED_AT):
        if position < 0:
            return False
        if ROW.search(data, max(0, position - 8), position + 8):
            return True
        position = data.find(LEAD, position + 8)
    return False


def repair(text: str) -> tuple[str, str | None]:
    """The text with its garbled runs turned back, and the codec that they were of; None where nothing was garbled.

    A run goes over tags; where sound Western text spoils it, each of its texts and tags is looked at alone.
    """
    if not TELLTALE.search(text):
        return text, None
    found: list[str] = []

    def turn_piece(match: re.Match[str]) -> str:
        turned = _turned(match[0])
        if turned is None:
            return match[0]
        found.append(turned[1])
        return turned[0]

    def turn_run(match: re.Match[str]) -> str:
        turned = _turned(match[0])
        if turned is None:
            return PIECE.sub(turn_piece, match[0])
        found.append(turned[1])
        return turned[0]

    repaired = RUN.sub(turn_run, text)
    return repaired, found[0] if found else None


def _turned(run: str) -> tuple[str, str] | None:
    """The text that a garbled run was, and its codec; None for a run that is not garbled."""
    if not TELLTALE.search(run):
        return None
    data = run.translate(TO_BYTES).encode("latin-1")
    for codec in CODECS:
        text = data.decode(codec, "replace")
        if _is_east_asian(text):
            return text, codec
    return None


def _is_east_asian(text: str) -> bool:
    letters = LETTERS.findall(text)
    if not letters or text.count("\ufffd") > LOST * len(letters):
        return False
    hangul = sum(letter in COMMON_HANGUL for letter in letters)
    kana = len(KANA.findall(text))
    return hangul >= MOSTLY * len(letters) or kana * 4 >= len(letters)
