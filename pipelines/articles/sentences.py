"""Paragraphs to sentences. Spans do not overlap, lie inside their paragraphs and cover every character but space.

A quotation of several sentences stays in one sentence with its reporting clause, so that what is said and who says it
are read together; only a long one is split, and its parts are of zone quote.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from pipelines.articles import sentence_words as words
from pipelines.articles.model import Paragraph, Sentence

LONG_QUOTE = 400
LONGEST = 2_000
WHOLE_ZONES = frozenset({"headline", "subhead"})

BOUNDARY = re.compile(
    rf"(?<![.!?。！？…])[.!?。！？…]++[{re.escape(words.CLOSERS)}]*+(?=\s|$)"
    # Pages often lose the space between two Korean sentences.
    r"|(?<=[다요죠까])[.!?](?=[가-힣A-Z“‘◆△▲■])"
)
LAST_WORD = re.compile(r"[\w.&'-]+$")
INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|[A-Z]")
NUMBER_LIST = re.compile(r"\s*\(?\d{1,2}")
DATE_ENDS = re.compile(r"\d{4}\.\s*\d{1,2}\.\s*\d{1,2}$")
DATE_GOES_ON = re.compile(r"\s*\d{1,2}\s*[.일]")
NEXT_WORD = re.compile(r"\s*([\w]+)")
OPENERS = re.compile(r"[“「『\"＂‘]")
DOTS = re.compile(r"[.…]{2,}|…")
KOREAN_END = re.compile(r"[다요죠까]$")
SPEAKER = re.compile(
    rf"(?:^|[.!?]\s|,\s|[”\"]\s?)((?:[^\s\"“”,.]{{1,20}}\s){{0,3}}[^\s\"“”,.]{{0,12}}(?:{words.TITLES}))(?:은|는|이|가)(?=\s|$)"
)
ENGLISH_SPEAKER = re.compile(
    rf"(?:({{0}})\s+(?:{words.REPORTING})\b|\b(?:{words.REPORTING})\s+({{0}}))".replace(
        "{0}", r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3}"
    )
)


def split_sentences(text: str, paragraphs: Iterable[Paragraph], language: str) -> tuple[Sentence, ...]:
    """The sentences of an article's text in order, numbered from 0; headline and subheads are one sentence each.

    A sentence wholly inside quotation marks has zone quote and, where the paragraph names one beside it, a speaker.
    """
    found: list[Sentence] = []
    for paragraph in paragraphs:
        start, end = _trim(text, paragraph.char_start, paragraph.char_end)
        if start >= end:
            continue
        content = text[start:end]
        whole = paragraph.zone in WHOLE_ZONES
        quotes = [] if whole else list(_quotes(content))
        opened = [first for first, _ in quotes]
        for first, last in _pieces(content) if whole else _sentences(content, quotes):
            nearest = bisect_right(opened, first) - 1
            quoted = nearest >= 0 and last <= quotes[nearest][1]
            zone = "quote" if quoted else paragraph.zone
            speaker = _speaker(content, first, last, language) if quoted else None
            found.append(Sentence(len(found), start + first, start + last, zone, speaker))
    return tuple(found)


def _sentences(content: str, quotes: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begin = 0
    kept = iter([(a, b) for a, b in quotes if b - a <= LONG_QUOTE])
    quote = next(kept, None)
    for boundary in BOUNDARY.finditer(content):
        while quote and quote[1] <= boundary.start():
            quote = next(kept, None)
        # A stop before the closing mark belongs to the quotation; the boundary is what stands after the mark.
        inside = quote is not None and quote[0] < boundary.start() and boundary.end() < quote[1]
        if not inside and boundary.end() < len(content) and _ends_sentence(content, begin, boundary):
            yield from _pieces(content, begin, boundary.end())
            begin = boundary.end()
    yield from _pieces(content, begin, len(content))


def _ends_sentence(content: str, begin: int, boundary: re.Match[str]) -> bool:
    mark = boundary[0]
    before = content[max(0, boundary.start() - 20) : boundary.start()]
    following = content[boundary.end() : boundary.end() + 30]
    next_word = NEXT_WORD.match(following)
    if next_word and (next_word[1] in words.AFTER_QUOTE and mark[-1] in words.CLOSERS):
        return False
    if following.lstrip()[:1].islower():
        return False
    if DOTS.match(mark):
        return KOREAN_END.search(before) is not None
    return mark != "." or not _is_abbreviated(content[begin : boundary.start()], before, following)


def _is_abbreviated(sentence: str, before: str, following: str) -> bool:
    """Whether the full stop after `sentence` belongs to an abbreviation, a date or the number of a list."""
    last = LAST_WORD.search(before)
    word = last[0] if last else ""
    key = word.lower().strip(".")
    next_word = NEXT_WORD.match(following)
    if key in words.ABBREVIATIONS:
        return True
    if key in words.ENDING_ABBREVIATIONS or INITIALS.fullmatch(word):
        return not (next_word and next_word[1] in words.SENTENCE_STARTERS)
    if key in words.BEFORE_NUMBERS:
        return bool(next_word and next_word[1].isdigit())
    if word.isdigit():
        return bool(DATE_GOES_ON.match(following) or DATE_ENDS.search(before) or NUMBER_LIST.fullmatch(sentence[-9:]))
    return False


def _quotes(content: str) -> Iterator[tuple[int, int]]:
    """Spans from an opening to its closing mark; a mark without its partner opens nothing."""
    position = 0
    while opening := OPENERS.search(content, position):
        closing = content.find(words.QUOTES[opening[0]], opening.end())
        if closing < 0:
            position = opening.end()
            continue
        yield opening.start(), closing + 1
        position = closing + 1


def _pieces(content: str, begin: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The trimmed span; in pieces, cut at spaces, where it is longer than any sentence."""
    begin, end = _trim(content, begin, len(content) if end is None else end)
    while end - begin > LONGEST:
        cut = next(
            (i for i in range(begin + LONGEST, begin + LONGEST // 2, -1) if content[i].isspace()), begin + LONGEST
        )
        yield _trim(content, begin, cut)
        begin, _ = _trim(content, cut, end)
    if begin < end:
        yield begin, end


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    return begin, end


def _speaker(content: str, first: int, last: int, language: str) -> str | None:
    """Who is named as speaking right before or after a quotation in its paragraph."""
    before, after = content[max(0, first - 200) : first], content[last : last + 200]
    if language == "ko":
        for part in (before, after):
            named = SPEAKER.findall(part)
            if named:
                return str(named[-1] if part is before else named[0]).strip()
        return None
    for part in (after, before):
        if found := ENGLISH_SPEAKER.search(part):
            return found[1] or found[2]
    return None
