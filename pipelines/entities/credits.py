"""Bylines, outlets' marks, datelines and photo credits: stretches of a text whose names are no parties of the story."""

from __future__ import annotations

import re

from pipelines.entities.name_words import CREDIT_WORDS

CREDITS = "|".join(map(re.escape, CREDIT_WORDS))
# each with words of which a match holds one: a text without them is not searched
PATTERNS = (
    # [더팩트│아무개 기자], 【…】, (서울=뉴스1) at the start of a line or sentence
    (
        ("[", "【"),
        re.compile(rf"(?m)(?:^|(?<=[.?!] ))[ \t]{0, 8}[\[【](?=[^\]】\n]*(?:{CREDITS}|[│|=]))[^\]】\n]{{1,40}}[\]】]"),
    ),
    (("(",), re.compile(r"(?m)^[ \t]{0,8}\((?:[가-힣]{2,8}(?:·[가-힣]{2,8})?)=[^)\n]{1,20}\)")),
    (
        ("사진", "제공", "출처"),
        re.compile(r"[\[(【〈<][^\])】〉>\n]{0,20}(?:사진|제공|출처)\s?[=:·/]?[^\])】〉>\n]{0,30}[\])】〉>]"),
    ),
    (("사진", "출처", "자료"), re.compile(r"(?:사진|출처|자료)\s?[=:.]\s?[^\n.]{1,30}")),
    ((" 제공",), re.compile(r"[가-힣A-Za-z&+]{2,20}(?: [가-힣A-Za-z&+]{2,12})? 제공(?=[.\]\n<]|$)")),
    (("/",), re.compile(r"/\s?[가-힣A-Za-z ]{1,20}(?:DB|기자|제공)")),
    (("기자", "특파원"), re.compile(r"[가-힣]{2,4} (?:인턴|선임|객원|전문)?(?:기자|특파원)(?=[\s\])=.]|$)")),
    (("@",), re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}")),
    (("http", "www."), re.compile(r"https?://\S{1,300}|(?<![\w.])(?:www\.)[\w./-]{1,200}")),
    (("전재", "재배포", "저작권자"), re.compile(r"(?m)^[^\n]{0,60}(?:무단 ?전재|재배포 ?금지|저작권자)[^\n]{0,60}$")),
    (("공유 / ",), re.compile(r"(?m)^[^\n]{0,20}공유 / [^\n]{0,120}$")),
    # the place at the head of an English story: 'BUSAN, June 3 (Agency) --', 'CHUNCHEON, Gangwon Province --'
    (
        ("--", "—", "–"),
        re.compile(r"(?m)^[A-Z][A-Z.'’ -]{2,30}(?:, [A-Za-z0-9.,'’ -]{2,40})?(?: \([^()\n]{2,40}\))? ?(?:--|—|–)"),
    ),
)
BRACKET_EVENT = re.compile(r"^[ \t]*[\[【][^\]】]*\d{4}[^\]】]*[\]】]$")


def credit_spans(text: str) -> list[tuple[int, int]]:
    """Half-open character offsets of the credits, in order; they may overlap."""
    return sorted(
        match.span()
        for needed, pattern in PATTERNS
        if any(words in text for words in needed)
        for match in pattern.finditer(text)
        if not BRACKET_EVENT.match(match.group())
    )
