"""Names of alliances that no list has.

Something specific before a head noun ('바다 원팀'), the same in quotation marks, or quotation marks behind a noun that
introduces a structure ("합작법인 '바다셀'").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.entities.acting_words import SORTS, TRADES
from pipelines.entities.findings import Findings
from pipelines.entities.gazetteer import Gazetteer
from pipelines.entities.model import Mention
from pipelines.entities.morphology import read_word
from pipelines.entities.name_words import (
    COUNTRIES,
    ENGLISH_ALLIANCE_HEADS,
    ENGLISH_SMALL,
    FIELDS,
    GENERIC,
    KIND_WORDS,
    METAPHOR_HEADS,
    STRONG_HEADS,
    STRUCTURE_INTRODUCTIONS,
    VENTURES,
    WEAK_HEADS,
)
from pipelines.entities.organization_names import is_generic
from pipelines.entities.particles import ends_as_name, is_hangul, starts_as_name

HEADS = (*STRONG_HEADS, *WEAK_HEADS, *METAPHOR_HEADS)
HEAD = re.compile("|".join(map(re.escape, sorted(HEADS, key=len, reverse=True))))
WORD_BEFORE = re.compile(r"(?P<word>[A-Za-z0-9가-힣&+\-]{1,20}(?:\([A-Za-z]{1,12}\))?)(?P<gap> ?)$")
OPENING, CLOSING = "'\"‘“「『<《", "'\"’”」』>》"
# endings of words that modify or govern what follows, and so begin no name
LINKING_END = re.compile(
    r"(?:[은는을를의]|에서|에게|으로|하는|되는|이는|[된한할던]|에|와|과|도|만|부터|까지|이며|하고|되고|해|돼|져|려|며|인|이|가|로|라|[했됐었았하되]고)$"
)
KIND_AFTER = re.compile(rf"\s?(?:{'|'.join(KIND_WORDS)})")
VENTURE = rf"(?:{'|'.join(VENTURES)})(?:\([A-Z]{{2,4}}\))?(?:인)?"
STRUCTURE = rf"(?:{'|'.join(STRUCTURE_INTRODUCTIONS)})(?:인|이자)?"
QUOTED = r"[A-Za-z0-9가-힣&+\-][A-Za-z0-9가-힣&+\- ]{0,22}[A-Za-z0-9가-힣&+\-]"
# behind such a noun a quotation mark opens a name only after a space: without one it closes what holds the noun
INTRODUCED = re.compile(
    rf"(?:{VENTURE}|{STRUCTURE}) ['\"‘“「『<](?P<quoted>{QUOTED})(?:\([^()\n]{{1,40}}\))?"
    r"['\"’”」』>](?! ?(?:라고|고|며))"
    rf"|{VENTURE} (?P<bare>[가-힣A-Za-z0-9]{{2,12}}?)"
    r"(?=\([A-Z][^()\n]{1,30}\)|(?:가|이|은|는|와|과|의|를|을|에)[\s,])"
)
# a quoted name that is joined, left, formed or belonged to; one that an adnominal clause says its members of
QUOTE_OPEN, QUOTE_CLOSE = r"(?<![가-힣A-Za-z0-9])['‘]", r"(?:\([^()\n]{1,40}\))?['’](?:\([^()\n]{1,40}\))?"
DONE_WITH = (
    r"(?:에(?:는|도)? (?:[^.\n'‘]{0,16} )?(?:합류|가입)|(?:에서|을|를) (?:[^.\n'‘]{0,12} )?(?:탈퇴|이탈)"
    r"|(?:을|를) (?:[^.\n'‘]{0,10} )?(?:결성|발족|창설|꾸리|꾸려|꾸렸|이뤄 )"
    r"|(?:이|가|은|는) (?:[^.\n'‘]{0,14} )?(?:막을 내|결성)"
    r"|의 (?:새 |신규 |옛 )?(?:회원사|참여사|의장사|간사|주관사|일원)| (?:합류|가입|탈퇴|결성|발족)(?![가-힣]))"
)
SAID_OF = ("주도하는", "주도한", "속한", "꾸린", "꾸려 온", "결성한", "뭉친")
ACTED_ON = re.compile(
    rf"{QUOTE_OPEN}(?P<object>{QUOTED}){QUOTE_CLOSE}{DONE_WITH}"
    rf"|(?:{'|'.join(SAID_OF)}) {QUOTE_OPEN}(?P<head>{QUOTED}){QUOTE_CLOSE}"
    rf"|{QUOTE_OPEN}(?P<team>팀 ?[가-힣A-Z][가-힣A-Za-z]{{1,8}}){QUOTE_CLOSE}"
    rf"|{QUOTE_OPEN}(?P<tie>[가-힣A-Za-z0-9]{{2,12}} 협력){QUOTE_CLOSE}(?:을|를|은|는|이|가) "
)
QUOTATION = re.compile(r"['‘]")
# what is said of a structure that its name only likens to an alliance
NEAR = r"(?:[^.\n'‘]{0,14} )?"
ALLIED = re.compile(
    r"(?:\([^()\n]{1,40}\))?['\"’”」』>]?(?:\([^()\n]{1,40}\))?"
    rf"(?:(?:을|를) {NEAR}(?:결성|출범|발족|창설|설립|추진|해체|꾸리|꾸려|꾸렸|구축|띄우)"
    rf"|(?:이|가|은|는) {NEAR}(?:출범|무산|좌초|해체|결성|발족|와해|깨졌|붕괴|막을 내)"
    rf"|에(?:는|도)? {NEAR}(?:합류|가입|동참|참여)|에서(?:도|는)? {NEAR}(?:탈퇴|이탈|빠지|빠졌|빠진|빠질)"
    r"| (?:추진|출범|결성|발족|해체|무산|탈퇴|가입|합류)(?![가-힣]))"
)
# alliances of states and of politicians, which are out of what this dataset is about
POLITICAL = frozenset("군사 안보 정치 야권 여권 범야권 범여권 보수 진보 중도 후보 선거 시민 정당 반명 비명".split())
STATES_TOGETHER = re.compile(r"[한미일중러북영불독호대]{2,4}")
# what is said of a joint venture right behind the word for it: '합작법인 설립설', '합작사 지분'
ABOUT_VENTURES = ("설립", "출범", "추진", "지분", "투자", "계약", "청산", "인수", "형태", "방식", "대표", "공장")
LED_HEAD = "컨소시엄"
CHAINED_BEFORE = re.compile(r"[·,ㆍ\-/&] ?$")
# a form in parentheses inside a name, and the word that it stands behind
INNER_GLOSS = re.compile(r"\([A-Za-z]{1,12}\)")
WORD_AND_GLOSS = re.compile(r"[가-힣]+\((?P<gloss>[A-Za-z]{1,12})\)")
# a quotation mark, and what it holds up to here
WHOLE_QUOTE = re.compile(rf"(?:^|[^A-Za-z0-9가-힣])['\"‘“「『](?P<name>{QUOTED})$")
# what makes a description of the words before: 'AI 협의체 \'바다 원팀\''
NAME_FOLLOWS = re.compile(r" ?['\"‘“「『<]")
MAX_WORDS = 4
SMALL = "|".join(ENGLISH_SMALL)
ENGLISH = re.compile(
    rf"[A-Z](?<![A-Za-z0-9].)[A-Za-z0-9&\-]*\s(?:(?:[A-Z0-9][A-Za-z0-9&\-]*|{SMALL})\s){{0,5}}(?:{'|'.join(ENGLISH_ALLIANCE_HEADS)})(?![A-Za-z])"
)


def find_alliances(found: Findings, gazetteer: Gazetteer, *, triggered: bool = True) -> None:
    """Add the names of alliances that the text itself shows to be names; the quoted ones show how far others go.

    `triggered` is what has_trigger says of the text.
    """
    for match in ENGLISH.finditer(found.text):
        line = slice(found.text.rfind("\n", 0, match.start()) + 1, (found.text + "\n").find("\n", match.end()))
        if all(not is_hangul(character) for character in found.text[line]):
            # english_names.py has read it
            continue
        words = match.group().split()
        start = match.start() + (4 if words[0] == "The" else 0)
        if len(words) - (words[0] == "The") > 1:
            found.discover(start, match.end(), "alliance")
    # the words that introduce a name, and the heads of names, are all triggers
    for match in INTRODUCED.finditer(found.text) if triggered else ():
        _introduced(found, match)
    for match in _acts(found.text):
        _acted_on(found, match, gazetteer)
    heads = list(HEAD.finditer(found.text)) if triggered else []
    for match in heads:
        _read_head(found, match, gazetteer, quoted_only=True)
    for alliance in {name.surface: name for name in found if name.mention_type == "alliance"}.values():
        if alliance.method == "pattern":
            found.repeat(alliance.surface, alliance, "pattern")
    for match in heads:
        _read_head(found, match, gazetteer, quoted_only=False)


def _acts(text: str) -> Iterator[re.Match[str]]:
    """The matches of ACTED_ON, which is tried only at quotation marks and the words before them."""
    reached = 0
    for quotation in QUOTATION.finditer(text):
        at = quotation.start()
        starts = [*(at - len(words) - 1 for words in SAID_OF if text.endswith(f"{words} ", reached, at)), at]
        match = next((match for start in starts if start >= reached and (match := ACTED_ON.match(text, start))), None)
        if match is not None:
            reached = match.end()
            yield match


def _introduced(found: Findings, match: re.Match[str]) -> None:
    """A quoted name behind '협의체', and any name behind '합작법인'."""
    start, end = match.span("quoted" if match["quoted"] else "bare")
    name = found.text[start:end]
    if match["bare"] and (is_generic(name) or name.startswith(ABOUT_VENTURES) or not _is_name(name)):
        return
    if name[0].isdigit() or name.split()[-1] in GENERIC or (" " not in name and is_hangul(name[-1]) and _governs(name)):
        return
    for inner in found.overlapping(start, end):
        if inner.method == "alias":
            return
    found.discover(start, end, "alliance", score=0.8 if match["quoted"] else 0.6)


def _acted_on(found: Findings, match: re.Match[str], gazetteer: Gazetteer) -> None:
    """A quoted name that parties join, leave or form, whatever its head."""
    start, end = match.span(match.lastgroup or 0)
    name = found.text[start:end]
    words = name.split()
    if all(is_generic(word) for word in words) or (match["tie"] and (is_generic(words[0]) or words[0].endswith("적"))):
        return
    if " " not in name and is_hangul(name[-1]) and _governs(name):
        return
    if not found.overlapping(start, end):
        _take(found, (start, end), 0.7, gazetteer)


def _is_name(word: str) -> bool:
    """Whether a word can be a name: no verb's form, and no single word of the dictionary."""
    read = read_word(word)
    return read.is_nominal and not read.is_inflected and (len(read.parts) > 1 or read.unknown)


def _is_description(word: str) -> bool:
    """Whether a word is made of words for trades and sorts of things only."""
    return all(part.form in GENERIC or part.form in SORTS or part.form in TRADES for part in read_word(word).parts)


def _governs(word: str) -> bool:
    """Whether a word is a verb's form or an adverb, as what precedes a noun often is."""
    return read_word(word).is_inflected


def _read_head(found: Findings, match: re.Match[str], gazetteer: Gazetteer, *, quoted_only: bool) -> None:
    text, end, head = found.text, match.end(), match.group()
    if not ends_as_name(text, end) or found.overlapping(match.start(), end):
        return
    start, words = _words_before(found, match.start(), hangul_words=1 if head in WEAK_HEADS else 2)
    if start == match.start():
        if head == LED_HEAD:
            _read_led(found, match)
        return
    acted = head in METAPHOR_HEADS and ALLIED.match(text, end) is not None
    whole = WHOLE_QUOTE.search(text, max(0, start - 30), end)
    if whole is not None and end < len(text) and text[end] in CLOSING and (acted or head not in METAPHOR_HEADS):
        # in quotation marks the name is all that they hold
        start = whole.start("name")
        words = whole["name"][: -len(head)].split() or words
    quoted = start > 0 and text[start - 1] in OPENING and end < len(text) and text[end] in CLOSING
    if quoted_only and not quoted:
        return
    if not quoted and (KIND_AFTER.match(text, end) or (head in WEAK_HEADS and NAME_FOLLOWS.match(text, end))):
        return
    specific = [word for word in words if not is_generic(word) and word not in FIELDS and word not in COUNTRIES]
    if head in METAPHOR_HEADS:
        specific = [word for word in specific if quoted or not _is_description(word)]
        accepted = (
            (quoted or acted) and bool(specific) and (acted or not _is_likened(words[-1], text[match.start() - 1]))
        )
        accepted = accepted and not any(word in POLITICAL or STATES_TOGETHER.fullmatch(word) for word in words)
    elif head in WEAK_HEADS:
        fields = [word for word in words if word in FIELDS and word.isascii()]
        # '간편결제 협의체' describes, unless quotation marks vouch for it
        own = [word for word in specific if quoted or not _is_description(word)]
        accepted = bool(own) or len(fields) > 1 or (quoted and words[0] not in GENERIC)
    else:
        accepted = quoted or (words[0] not in GENERIC and words[0] not in COUNTRIES) or words[0] in FIELDS
    if accepted:
        _take(found, (start, end), 0.8 if quoted else 0.6, gazetteer)


def _is_likened(word: str, before_head: str) -> bool:
    """Whether a metaphor's word before the head is a plain noun standing apart from it: '환상 동맹'."""
    return before_head == " " and is_hangul(word[-1]) and read_word(word).is_common_noun


def _read_led(found: Findings, match: re.Match[str]) -> None:
    """'가람건설 컨소시엄': the one that 가람건설 leads, which the article names by itself too."""
    text, start = found.text, match.start()
    leader = next((name for name in found.overlapping(start - 2, start - 1) if name.end == start - 1), None)
    if (
        leader is None
        or leader.mention_type != "org"
        or text[start - 1] != " "
        or CHAINED_BEFORE.search(text, 0, leader.start)
    ):
        return
    if sum(name.entity_id == leader.entity_id for name in found) > 1:
        found.drop(leader)
        found.discover(leader.start, match.end(), "alliance", score=0.6)


def _take(found: Findings, span: tuple[int, int], score: float, gazetteer: Gazetteer) -> None:
    """Add a name; one with a form in parentheses ('인공지능(AI) 원팀') is what it is without the one or the other."""
    surface = found.text[slice(*span)]
    forms = [INNER_GLOSS.sub("", surface), WORD_AND_GLOSS.sub(r"\g<gloss>", surface)]
    entity = next((bearer for form in forms[::-1] if (bearer := gazetteer.bearer(form)) is not None), None)
    if entity is not None and entity.entity_type == "alliance":
        found.add(Mention(*span, surface, "alliance", entity.entity_id, entity.name, "alias", score))
        return
    same = {name.surface: name for name in found if name.mention_type == "alliance"}
    name = next((form for form in forms if form in same), forms[0])
    found.discover(*span, "alliance", same[name].entity_name if name in same else name, score)


def _words_before(found: Findings, head_start: int, hangul_words: int) -> tuple[int, list[str]]:
    """Where the name starts, and the words before its head; the head's own start where there are none."""
    text = found.text
    start, words = head_start, list[str]()
    while len(words) < MAX_WORDS:
        match = WORD_BEFORE.search(text, max(0, start - 36), start)
        if match is None or (not words and not match["gap"] and is_hangul(text[start - 1]) and len(match["word"]) > 8):
            break
        word = match["word"]
        at = match.start()
        if not starts_as_name(text, at) or any(
            name.mention_type == "org" for name in found.overlapping(at, match.end())
        ):
            break
        glued = not match["gap"]
        plain = word.split("(")[0]
        if is_hangul(plain[-1]) and plain not in FIELDS and (len(plain) < 2 - glued or LINKING_END.search(plain)):
            break
        if is_hangul(plain[-1]) and plain not in FIELDS and len(plain) > 1 and _governs(plain):
            break
        if is_hangul(plain[-1]) and sum(is_hangul(word[-1]) for word in words) >= hangul_words:
            break
        if word in HEADS:
            break
        if words and is_generic(plain) and plain not in FIELDS:
            break
        if plain[0].isdigit() or (plain.isascii() and plain[0].islower()):
            break
        words.insert(0, plain)
        start = at
    return start, words
