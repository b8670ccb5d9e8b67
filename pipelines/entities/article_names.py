"""Other forms that an article itself gives for a name: in parentheses, or clipped beside others."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from pipelines.entities.findings import Findings
from pipelines.entities.gazetteer import Gazetteer
from pipelines.entities.model import Knowledge, Mention
from pipelines.entities.name_words import METAPHOR_HEADS, ORGANIZATION_HEADS
from pipelines.entities.particles import ends_as_name, is_hangul
from pipelines.entities.resolution_article import may_be_called

GLOSS = re.compile(r"['\"’”」』]?\s?\((?P<gloss>[^()\n]{2,80})\)")
HEREAFTER = re.compile(r"^이하\s?")
QUOTES = "'\"‘’“”「」『』 "
NO_NAME = re.compile(r"^[\d\W]+$|[:=%]|왼쪽|오른쪽|가운데|현지|\d일|대표|사장|회장|사진")
LATIN_NAME = re.compile(r"^[A-Z0-9][A-Za-z0-9&+.\- ]*[A-Za-z0-9&+.]$")
HANGUL_NAME = re.compile(r"^[가-힣A-Za-z0-9&+ ]{2,20}$")
HEADS = sorted((head for heads in ORGANIZATION_HEADS.values() for head in heads), key=len, reverse=True)
# the next word of a chain of names
CHAINED = re.compile(r"\s?[·,ㆍ/\-]\s?(?P<word>[가-힣]{2,10})")
BESIDE = re.compile(r"[·,ㆍ\-]\s?$")
SIDE_WORD = re.compile(r"\s?(?:측|두 곳|양사)")


def read_glosses(found: Findings, knowledge: Knowledge) -> None:
    """Link the forms in parentheses after a name ('(Governance Council, 이하 GC)') to it, here and further on."""
    for mention in list(found):
        if mention.mention_type not in ("org", "alliance"):
            continue
        match = GLOSS.match(found.text, mention.end)
        if match is None:
            continue
        at = match.start("gloss")
        for part in match["gloss"].split(","):
            _read_part(found, knowledge, mention, part, at)
            at += len(part) + 1


def _read_part(found: Findings, knowledge: Knowledge, mention: Mention, part: str, at: int) -> None:
    stripped = part.strip()
    hereafter = HEREAFTER.match(stripped) is not None
    form = HEREAFTER.sub("", stripped).strip(QUOTES)
    if len(form) < 2 or NO_NAME.search(form) or not may_be_called(mention, form, knowledge):
        return
    start = found.text.find(form, at)
    known = found.at(start, start + len(form))
    if known is not None:
        outer = found.at(mention.start, mention.end)
        if (
            outer is not None
            and outer.method == "pattern"
            and known.mention_type == outer.mention_type
            and known.method == "alias"
        ):
            for other in [name for name in found if name.entity_id == outer.entity_id]:
                found.replace(
                    other, replace(other, entity_id=known.entity_id, entity_name=known.entity_name, method="article")
                )
        return
    wanted = HANGUL_NAME if hereafter or not is_hangul(mention.surface[-1]) else LATIN_NAME
    if wanted.match(form) or LATIN_NAME.match(form):
        found.repeat(form, mention, "article", start)


def repeat_discovered(found: Findings) -> None:
    """Find every further place of a name that was discovered once."""
    seen: dict[str, Mention] = {}
    for mention in found:
        if mention.method == "pattern" and (len(mention.surface) >= 3 or _is_sign(mention)):
            seen.setdefault(mention.surface, mention)
    for form, mention in sorted(seen.items(), key=lambda item: (-len(item[0]), item[0])):
        found.repeat(form, mention, "pattern")


def _is_sign(mention: Mention) -> bool:
    """Whether two characters are as good as a name: an alliance's, with a capital and a digit ('2M')."""
    return mention.mention_type == "alliance" and re.fullmatch(r"\d[A-Z]|[A-Z]\d", mention.surface) is not None


def find_last_words(found: Findings) -> None:
    """The last word of an alliance's name where it is one with a head: '광역연합' for '가나 광역연합'."""
    for mention in [name for name in found if name.mention_type == "alliance" and name.method == "pattern"]:
        word = mention.surface.rpartition(" ")[2]
        if word != mention.surface and word.endswith(METAPHOR_HEADS) and word not in METAPHOR_HEADS:
            found.repeat(word, mention, "article")


def resolve_group_names(found: Findings, knowledge: Knowledge) -> None:
    """A group's short name means the one company of that group that the article names, where it names just one.

    'LG 측' with several of the group's companies in the article stands for all of them, as a group word.
    """
    companies: dict[str, dict[str, str]] = defaultdict(dict)
    full: set[str] = set()
    for mention in found:
        entity = knowledge.entities.get(mention.entity_id or "")
        if entity is None or mention.mention_type != "org":
            continue
        if entity.org_type == "group" and mention.surface in (entity.name, entity.name_en):
            full.add(entity.entity_id)
        elif entity.group_id:
            companies[entity.group_id][entity.entity_id] = entity.name
    for mention in list(found):
        group = mention.entity_id
        if mention.mention_type != "org" or group is None or group in full or group not in companies:
            continue
        members = companies[group]
        if len(members) == 1:
            key, name = next(iter(members.items()))
            found.replace(mention, replace(mention, entity_id=key, entity_name=name, method="article", score=0.7))
        elif SIDE_WORD.match(found.text, mention.end):
            found.replace(
                mention,
                replace(
                    mention, mention_type="group", entity_id=None, entity_name=None, method="anaphora", score=0.7,
                    members=tuple(sorted(members)),
                ),
            )  # fmt: skip


def find_shared_fronts(found: Findings, knowledge: Knowledge, gazetteer: Gazetteer) -> None:
    """'LG전자·유플러스': a word in a chain that with the front of the name before it is a company of the same group."""
    for mention in list(found):
        first = knowledge.entities.get(mention.entity_id or "")
        match = CHAINED.match(found.text, mention.end)
        if first is None or first.group_id is None or match is None:
            continue
        for length in range(2, len(mention.surface)):
            start = match.start("word")
            for end in range(match.end("word"), start + 1, -1):
                bearer = gazetteer.bearer(mention.surface[:length] + found.text[start:end])
                if bearer is None or bearer.group_id != first.group_id or not ends_as_name(found.text, end):
                    continue
                surface = found.text[start:end]
                for inner in found.overlapping(start, end):
                    found.drop(inner)
                found.add(Mention(start, end, surface, "org", bearer.entity_id, bearer.name, "article", 0.7))
                break


def find_clipped(found: Findings) -> None:
    """Clipped forms beside another name: '동원' for '동원산업', '유플러스' for 'LG유플러스', in a chain only."""
    clipped: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for mention in found:
        if mention.mention_type != "org" or mention.entity_id is None or mention.entity_name is None:
            continue
        for form in _clips(mention.surface):
            clipped[form].add((mention.entity_id, mention.entity_name))
    for form, bearers in sorted(clipped.items()):
        if len(bearers) != 1:
            continue
        key, name = next(iter(bearers))
        position = found.text.find(form)
        while position >= 0:
            end = position + len(form)
            before = BESIDE.search(found.text, max(0, position - 2), position)
            beside = before and any(
                m.end == before.start() for m in found.overlapping(before.start() - 1, before.start())
            )
            if beside:
                like = Mention(position, end, form, "org", key, name, "article", 0.6)
                found.repeat(form, like, "article", position)
                break
            position = found.text.find(form, end)


def _clips(surface: str) -> list[str]:
    """The clipped forms that a full name may have: without its head noun, or without its Latin front."""
    forms = []
    for head in HEADS:
        if surface.endswith(head) and len(surface) - len(head) >= 2 and all(map(is_hangul, surface)):
            forms.append(surface[: -len(head)])
            break
    rest = surface.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ&")
    if rest != surface and len(rest) >= 3 and all(map(is_hangul, rest)) and rest not in HEADS:
        forms.append(rest)
    if len(surface) >= 4 and surface.endswith(("산업", "그룹")):
        forms.append(surface[:-2])
    return sorted(set(forms))
