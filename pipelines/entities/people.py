"""People by the posts beside their names, the organizations that they stand for, and later mentions by surname.

A name without any post is a person only after the article has named it with one. Reporters are nobody here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipelines.entities.automaton import Words, matches_at, matches_before, word_before
from pipelines.entities.findings import Findings
from pipelines.entities.model import Mention
from pipelines.entities.morphology import read_word
from pipelines.entities.name_words import (
    COUNTRIES,
    DOUBLE_SURNAMES,
    GENERIC,
    NOT_PEOPLE,
    NOT_PEOPLE_ENDINGS,
    ORGANIZATION_HEADS,
    SURNAMES,
)
from pipelines.entities.normalizing import entity_id_of
from pipelines.entities.particles import hangul_after, is_hangul, is_particle_tail
from pipelines.entities.post_shapes import HEAD_OF, POST, POSTS, SECOND_POST, UNIT, is_post, post_behind
from pipelines.entities.post_words import (
    ENGLISH_HONORIFICS,
    ENGLISH_POSTS,
    LATIN_POSTS,
    POST_ENDINGS,
)

KOREAN_NAME = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,4}(?![가-힣A-Za-z0-9])")
NAME_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣]{2,4}) $")
FOREIGN_BEFORE = re.compile(r"(?:^|[\n.?!…\"'“‘(\[,] ?)(?P<name>[가-힣]{1,5} [가-힣]{2,5}) $")
# a word that can be a full name by its surname and length, before a space; only there a post is looked for
NAME_THEN_SPACE = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?:[{''.join(sorted(SURNAMES))}][가-힣]{{1,2}}"
    rf"|(?:{'|'.join(DOUBLE_SURNAMES)})[가-힣]{{2}})(?= )"
)
POST_WORDS = Words((*POST_ENDINGS, *LATIN_POSTS))
STATE_HEADS = ("정부", "행정부", "대통령", "정권")
STATE_WORDS = Words(STATE_HEADS)
LONGEST_NAME, LONGEST_SURNAME = 4, 5
# a space and what POST allows before the post's own word
POST_REACH = 15
# how far behind an organization the post of a person beside it can begin: units, a name, and units again
BESIDE_REACH = 110
POST_AFTER_NAME = re.compile(rf" (?P<post>{POST})")
# the Latin form of a name behind it
GLOSS_BEFORE = re.compile(r"\([A-Za-z][^()\n]{1,28}\) $")
WINDOW = 48
UNIT_THEN_NAME = re.compile(
    rf" (?:(?:{UNIT}(?: {UNIT})?|{POST}(?: {POST})?) )?(?P<name>[가-힣]{{2,4}}) (?P<post>(?:{UNIT} ){{0,2}}?{POST})"
)
POST_THEN_NAME = re.compile(
    rf"(?P<post>(?:{POSTS})(?: (?:{POSTS}))?) (?P<name>[가-힣]{{2,4}})(?![가-힣])"
    r"(?P<more>(?:, [가-힣]{2,4}(?![가-힣]))*)"
)
SURNAME_POST = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<surname>[가-힣]{{1,5}}) "
    rf"(?P<post>{'|'.join(sorted(POST_ENDINGS, key=len, reverse=True))})"
)
STATE_LEADER = re.compile(rf"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣]{2, 4}) (?:정부|행정부|대통령|정권)")
CAPITALIZED = r"[A-Z][a-zA-Z'’]+(?:-[A-Za-z]+)?"
ENGLISH_WORD = re.compile(r"[A-Z][a-z]")
ENGLISH_NAME = rf"(?:{CAPITALIZED} (?:[A-Z]\. )?{CAPITALIZED}(?: {CAPITALIZED})?)"
ENGLISH_POST = "|".join(re.escape(post) for post in sorted(ENGLISH_POSTS, key=len, reverse=True))
ENGLISH_POST_NAME = re.compile(rf"(?<![A-Za-z])(?P<post>{ENGLISH_POST}) (?P<name>{ENGLISH_NAME})(?![A-Za-z])")
ENGLISH_NAME_POST = re.compile(
    rf"(?<![A-Za-z])(?P<name>{ENGLISH_NAME}), (?:the |its )?(?:[a-z]+ ){{0,2}}(?P<post>{ENGLISH_POST})(?![A-Za-z])"
)
SURNAME_SAID = re.compile(
    rf"(?<![A-Za-z])(?:(?:{'|'.join(map(re.escape, ENGLISH_HONORIFICS))}) )?(?P<name>{CAPITALIZED})(?![A-Za-z\-])"
)
MAX_BEARERS = 50
ORG_ENDINGS = tuple(head for heads in ORGANIZATION_HEADS.values() for head in heads)


@dataclass(slots=True)
class People:
    """The posts found, as title mentions, and the organization that each person stands for."""

    titles: list[Mention] = field(default_factory=list)
    affiliation: dict[str, str] = field(default_factory=dict)


def is_korean_name(word: str) -> bool:
    """Whether a word can be a Korean person's full name."""
    if not 2 <= len(word) <= 4 or not all(map(is_hangul, word)):
        return False
    if word in NOT_PEOPLE or word in GENERIC or word in COUNTRIES or word.endswith((*NOT_PEOPLE_ENDINGS, *ORG_ENDINGS)):
        return False
    stem = word[:-1] if is_particle_tail(word[-1]) else word
    if len(word) == 2 and ((read := read_word(word)).is_inflected or read.is_common_noun):
        return False
    if stem.endswith(NOT_PEOPLE_ENDINGS) or stem in GENERIC:
        return False
    if len(word) == 4:
        return word[:2] in DOUBLE_SURNAMES
    if word[0] not in SURNAMES:
        return False
    return not (len(word) == 3 and word[:2] in NOT_PEOPLE and is_particle_tail(word[2:]))


def find_people(found: Findings) -> People:
    """Add the people of the text; posts and affiliations come back."""
    people = People()
    text = found.text
    posts = POST_WORDS.starts(text)
    for org in [mention for mention in found if mention.mention_type == "org"]:
        if posts[bisect_left(posts, org.end) : bisect_left(posts, org.end + BESIDE_REACH)] or HEAD_OF.match(
            text, org.end
        ):
            _beside_organization(found, people, org)
    for match in matches_before(NAME_THEN_SPACE, text, posts, longest=LONGEST_NAME, reach=POST_REACH):
        post = POST_AFTER_NAME.match(text, match.end())
        if post is not None and is_korean_name(match.group()) and is_post(found, post.span("post")):
            _person(found, people, match.span(), post.span("post"))
    for match in matches_at(POST_THEN_NAME, text, posts):
        _post_before(found, people, match)
    for match in matches_at(STATE_LEADER, text, word_before(text, STATE_WORDS.starts(text), LONGEST_NAME)):
        if is_korean_name(match["name"]):
            _person(found, people, match.span("name"), None)
    _english(found, people)
    _again(found)
    full: dict[str, list[Mention]] = {}
    for person in _persons(found):
        for surname in _surnames(person.surface):
            full.setdefault(surname, []).append(person)
    for match in matches_at(SURNAME_POST, text, word_before(text, posts, LONGEST_SURNAME)):
        _surname(found, full.get(match["surname"], []), match)
    return people


def _beside_organization(found: Findings, people: People, org: Mention) -> None:
    """'박정호 SK텔레콤 사장' and 'LG전자 CTO 박일평 사장'."""
    text = found.text
    post = post_behind(found, org)
    if post is not None:
        window = GLOSS_BEFORE.sub(" ", text[max(0, org.start - WINDOW) : org.start])
        start = max(0, org.start - WINDOW)
        before, foreign = NAME_BEFORE.search(window), FOREIGN_BEFORE.search(window)
        span: tuple[int, int] | None = None
        if foreign is not None and _is_foreign(foreign["name"]) and _begins_name(foreign["name"].split(" ")[0]):
            span = foreign.span("name")
        elif before is not None and is_korean_name(before["name"]):
            span = before.span("name")
        elif before is not None and foreign is not None and _is_foreign(foreign["name"]):
            span = foreign.span("name")
        if span is not None:
            _person(found, people, (start + span[0], start + span[1]), post, org)
            return
    match = UNIT_THEN_NAME.match(text, org.end)
    if match is None:
        return
    if (
        is_korean_name(match["name"])
        and is_post(found, match.span("post"))
        and not found.overlapping(*match.span("name"))
    ):
        _person(found, people, match.span("name"), match.span("post"), org)


def _begins_name(word: str) -> bool:
    """Whether a word can begin a foreign name: no common noun of the dictionary, and nothing that governs."""
    read = read_word(word)
    return read.is_nominal and not read.is_inflected and not read.is_common_noun


def _is_foreign(name: str) -> bool:
    first, second = name.split(" ")
    return first not in NOT_PEOPLE and second not in NOT_PEOPLE and first[-1] not in "은는을를의에" and len(name) >= 4


def _person(
    found: Findings, people: People, span: tuple[int, int], post: tuple[int, int] | None, org: Mention | None = None
) -> None:
    known = found.at(*span)
    if known is not None and known.mention_type == "person":
        person = known
    else:
        if known is not None:
            return
        found.discover(*span, "person", score=0.8 if org else 0.7)
        added = found.at(*span)
        if added is None:
            return
        person = added
    if post is not None:
        second = SECOND_POST.match(found.text, post[1])
        end = second.end() if second else post[1]
        people.titles.append(Mention(post[0], end, found.text[post[0] : end], "title"))
    if org is not None and org.entity_id and person.entity_id:
        people.affiliation.setdefault(person.entity_id, org.entity_id)


def _post_before(found: Findings, people: People, match: re.Match[str]) -> None:
    """'대표이사 사장 박정호' and '공동대표 여민수, 조수용', in parentheses or after an organization."""
    before = found.text[max(0, match.start() - 1) : match.start()]
    opening = re.compile(r"[(][^()\n]{0,24}$").search(found.text[max(0, match.start() - 26) : match.start()])
    beside = [
        name for name in found.overlapping(max(0, match.start() - 2), match.start()) if name.mention_type == "org"
    ]
    if not (opening or beside or before == "("):
        return
    if is_korean_name(match["name"]):
        _person(
            found, people, match.span("name"), match.span("post"), beside[0] if beside else _owner(found, match.start())
        )
        for other in KOREAN_NAME.finditer(found.text, match.start("more"), match.end("more")):
            if is_korean_name(other.group()):
                _person(found, people, other.span(), None, beside[0] if beside else _owner(found, match.start()))


def _owner(found: Findings, position: int) -> Mention | None:
    """The organization right before the parenthesis that holds the position."""
    opening = found.text.rfind("(", max(0, position - 30), position)
    owners = (
        [name for name in found.overlapping(max(0, opening - 1), opening) if name.mention_type == "org"]
        if opening > 0
        else []
    )
    return owners[0] if owners else None


def _english(found: Findings, people: People) -> None:
    if ENGLISH_WORD.search(found.text) is None:
        return
    for pattern in (ENGLISH_POST_NAME, ENGLISH_NAME_POST):
        for match in pattern.finditer(found.text):
            start, end = match.span("name")
            if found.overlapping(start, end):
                continue
            beside = [n for n in found.overlapping(max(0, match.start() - 3), match.start()) if n.mention_type == "org"]
            _person(found, people, (start, end), match.span("post"), beside[0] if beside else None)
    surnames: dict[str, Mention] = {}
    for person in _persons(found):
        if person.surface.isascii() and " " in person.surface:
            words = person.surface.split(" ")
            surnames.setdefault(words[0] if "-" in words[-1] else words[-1], person)
    for match in SURNAME_SAID.finditer(found.text) if surnames else ():
        like = surnames.get(match["name"])
        if like is not None and match.start() > like.end:
            found.add(_like(like, found.text, match.span("name")))


def _again(found: Findings) -> None:
    """Every further place of a full name that a post has shown to be a person."""
    for person in {mention.surface: mention for mention in _persons(found)}.values():
        if len(person.surface) >= 3:
            found.repeat(person.surface, person, person.method)
        elif all(map(is_hangul, person.surface)):
            found.repeat(person.surface, person, person.method, person.end)


def _surnames(surface: str) -> tuple[str, ...]:
    """The parts of a full name by which an article may go on calling its bearer."""
    if " " in surface:
        return tuple(surface.split(" "))
    return (surface[:2], surface[0]) if len(surface) == 4 else (surface[0],)


def _surname(found: Findings, bearers: list[Mention], match: re.Match[str]) -> None:
    """'박 사장', '이데자와 사장': of the bearers named before, the last with that post, else the last."""
    if not is_particle_tail(hangul_after(found.text, match.end())) or found.overlapping(*match.span("surname")):
        return
    before = bearers[: bisect_right(bearers, match.start(), key=lambda person: person.end)][-MAX_BEARERS:]
    if before:
        same = [person for person in before if _held(found, person, match["post"])]
        found.add(_like((same or before)[-1], found.text, match.span()))


def _held(found: Findings, person: Mention, post: str) -> bool:
    """Whether the words after a full name hold that post."""
    return post in found.text[person.end : person.end + 30]


def _persons(found: Findings) -> Iterator[Mention]:
    return (mention for mention in found if mention.mention_type == "person")


def _like(person: Mention, text: str, span: tuple[int, int]) -> Mention:
    return Mention(
        span[0], span[1], text[span[0] : span[1]], "person", person.entity_id or entity_id_of("person", person.surface),
        person.entity_name, "article", person.score,
    )  # fmt: skip
