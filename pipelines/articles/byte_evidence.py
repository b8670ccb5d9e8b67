"""What bytes say about their own encoding, whatever a page declares: the marks that each writing leaves in them.

Only a sample is looked at. Nothing is decoded as a whole here, and no declaration is read.
"""

from __future__ import annotations

import re

NOT_ASCII = re.compile("[^\x00-\x7f]")
LETTERS = re.compile("[^\x00-\x7f\u00a0-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f\uff00-\uff5e\ufffd]")
# The syllables of KS X 1001, which run text keeps to; the further ones of cp949 are what foreign bytes turn into.
COMMON_HANGUL = frozenset(
    bytes((lead, trail)).decode("cp949") for lead in range(0xB0, 0xC9) for trail in range(0xA1, 0xFF)
)
KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
KANA_CODECS = ("cp932", "euc_jp")
HIGH = re.compile(rb"[\x80-\xff]+")
ESCAPE = b"\x1b"
ESCAPED = ((re.compile(rb"\x1b\$\)C"), "iso2022_kr"), (re.compile(rb"\x1b(?:\$[@B]|\([IJ])"), "iso2022_jp"))
BEFORE, AFTER = 2_048, 4_096
WIDE_SAMPLE = 2_048

MOSTLY_HANGUL = 0.7
ENOUGH_KANA = 0.25
ALONE = 0.75
LOST = 0.1


def sample_around(data: bytes, position: int) -> bytes:
    """The part of `data` around the byte at `position`, which is the first that is not UTF-8."""
    return data[max(0, position - BEFORE) : position + AFTER]


def wide_codec(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark: the zero bytes of the markup stand at fixed places."""
    start = data[:WIDE_SAMPLE]
    start = start[: len(start) // 4 * 4]
    if len(start) < 8 or 0 not in start:
        return None
    quarters = [start[n::4].count(0) * 4 / len(start) for n in range(4)]
    if min(quarters[2:]) > 0.9:
        return "utf-32-le"
    if min(quarters[:2]) > 0.9:
        return "utf-32-be"
    even, odd = (quarters[0] + quarters[2]) / 2, (quarters[1] + quarters[3]) / 2
    if max(even, odd) < 0.2 or min(even, odd) > 0.05:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def escaped_codec(data: bytes) -> str | None:
    """The seven-bit encoding whose escape sequences stand in the bytes."""
    return next((codec for mark, codec in ESCAPED if mark.search(data)), None)


def multibyte_codec(sample: bytes) -> str | None:
    """utf-8, cp949, cp932 or euc_jp where the sample is plainly of that encoding, else None."""
    text = sample.decode("utf-8", "replace")
    if text.count("\ufffd") < LOST * len(NOT_ASCII.findall(text)):
        return "utf-8"
    if are_alone(sample):
        return None
    if hangul_share(sample) >= MOSTLY_HANGUL:
        return "cp949"
    best = max(KANA_CODECS, key=lambda codec: kana_share(sample, codec))
    return best if kana_share(sample, best) >= ENOUGH_KANA else None


def hangul_share(sample: bytes) -> float:
    """How much of what is no ASCII, read as cp949, is Hangul as Koreans write it: 0 to 1."""
    text = sample.decode("cp949", "replace")
    letters = LETTERS.findall(text)
    lost = text.count("\ufffd")
    if not letters and not lost:
        # Only signs: they are double-byte signs where their bytes stand in pairs.
        return 1.0
    return sum(letter in COMMON_HANGUL for letter in letters) / (len(letters) + lost)


def kana_share(sample: bytes, codec: str) -> float:
    """How much of what is no ASCII is kana by a Japanese codec: 0 to 1, and 0 where much of it cannot be read."""
    text = sample.decode(codec, "replace")
    letters = LETTERS.findall(text)
    lost = text.count("\ufffd")
    if not letters or lost > LOST * len(letters):
        return 0.0
    return len(KANA.findall(text)) / len(letters)


def are_alone(sample: bytes) -> bool:
    """Whether bytes above ASCII stand singly among ASCII, as in Western text; East Asian ones stand in rows."""
    runs = HIGH.findall(sample)
    return bool(runs) and sum(len(run) == 1 for run in runs) >= ALONE * sum(map(len, runs))
