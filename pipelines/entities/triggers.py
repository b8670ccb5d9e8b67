"""Where a text tells what claims are made of: the sentences with words for deals, alliances, joining and leaving.

Morphology and the sequence model cost a hundred times what patterns cost, so they read near these words only. Here
belongs finding such sentences; the words themselves are the tables of acting_words.py and name_words.py.
"""

from __future__ import annotations

import re

from pipelines.entities.acting_words import COMPANY_GLOSSES, COMPANY_NOUNS, DEALS, ENTRIES
from pipelines.entities.automaton import Words
from pipelines.entities.name_words import METAPHOR_HEADS, STRONG_HEADS, STRUCTURE_INTRODUCTIONS, VENTURES, WEAK_HEADS

HEADS = (*STRONG_HEADS, *WEAK_HEADS, *METAPHOR_HEADS, *STRUCTURE_INTRODUCTIONS, *VENTURES)
# '손을 잡다' is a deal, '손을 씻다' is none; who leaves an alliance names it, and anyone leaves a town
NARROWED = {"손을": ("손을 잡", "손을 맞"), "떠나": ()}
WORDS = {form for word in (*DEALS, *ENTRIES, *HEADS) for form in NARROWED.get(word, (word,))}
TRIGGER = re.compile("|".join(sorted(map(re.escape, WORDS), key=len, reverse=True)))
# what shows a company that no list has, without a deal: '배터리 업체 X', 'X(대표 …)', 'X 관계자'
# (two patterns, since each alone begins with few characters, which the search for it skips to)
NAMED_COMPANY = re.compile(rf"(?:{'|'.join(COMPANY_NOUNS)})(?:인)? ['‘\"“]?[A-Za-z가-힣]")
GLOSSED_COMPANY = re.compile(rf"\((?:(?:{'|'.join(COMPANY_GLOSSES)})[ ·,]|\d{{6}}[),])")
TRIGGER_WORDS, COMPANY_WORDS = Words(sorted(WORDS)), Words(COMPANY_NOUNS)
SEGMENT = re.compile(r"[^\n]+?(?:[.?!]['\"”’]?(?=\s|$)|$|(?=\n))")
# a longer stretch without the end of a sentence is no prose
MAX_SEGMENT = 2_000


def has_trigger(text: str) -> bool:
    """Whether the text has any such word, or one that introduces a company."""
    if TRIGGER_WORDS.stand_in(text):
        return True
    named = COMPANY_WORDS.stand_in(text) and NAMED_COMPANY.search(text) is not None
    return named or GLOSSED_COMPANY.search(text) is not None


def triggered_segments(text: str) -> list[tuple[int, int]]:
    """Half-open character offsets of the sentences that have one, in order."""
    found = []
    reached = 0
    for trigger in TRIGGER.finditer(text):
        if trigger.start() < reached:
            continue
        line = text.rfind("\n", 0, trigger.start()) + 1
        for segment in SEGMENT.finditer(text, max(line, reached)):
            reached = segment.end()
            if reached > trigger.start():
                if reached - segment.start() <= MAX_SEGMENT:
                    found.append(segment.span())
                break
    return found
