"""The language of a text by the scripts that it is written in."""

from __future__ import annotations

import re

# Scripts that decide a language, in the order in which they are asked; kana before Han, because Japanese uses both.
SCRIPTS: tuple[tuple[str, re.Pattern[str], float], ...] = (
    ("ko", re.compile("[가-힣]"), 0.2),
    ("ja", re.compile("[ぁ-ヿ]"), 0.1),
    ("zh", re.compile("[一-鿿]"), 0.3),
    ("ru", re.compile("[А-яЁё]"), 0.3),
    ("ar", re.compile("[ء-ي]"), 0.3),
    ("th", re.compile("[ก-๛]"), 0.3),
    ("el", re.compile("[Α-ώ]"), 0.3),
    ("he", re.compile("[א-ת]"), 0.3),
    ("hi", re.compile("[ऄ-ह]"), 0.3),
)
LETTERS = re.compile(r"[^\W\d_]+")
ASCII = bytes(range(128))
NO_LATIN = bytes(code for code in ASCII if not chr(code).isalpha())
# No script needs a smaller share of the letters than this.
LEAST_SHARE = min(share for _, _, share in SCRIPTS)
LATIN_CODE = re.compile(r"[a-z]{2}(?=[-_]|$)")
SAMPLE = 5_000


def language_of(text: str, declared: str | None = None) -> str:
    """ISO 639-1 code of the text's language.

    Scripts decide; `declared` (the page's lang attribute) decides only among languages in Latin script, where English
    is assumed if nothing is declared.
    """
    sample = text[:SAMPLE].encode("utf-8", "replace")
    foreign = sample.translate(None, ASCII).decode("utf-8")
    latin = len(sample.translate(None, NO_LATIN)) - len(sample.translate(None, ASCII))
    letters = latin + len("".join(LETTERS.findall(foreign)))
    if not letters:
        return "en"
    for code, script, share in SCRIPTS if len(foreign) >= LEAST_SHARE * letters else ():
        if len(script.findall(foreign)) >= share * letters:
            return code
    found = LATIN_CODE.match((declared or "").strip().lower())
    return found[0] if found and found[0] not in {code for code, _, _ in SCRIPTS} else "en"
