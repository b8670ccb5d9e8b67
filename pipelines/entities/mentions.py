"""Everything that a text names, as mentions: the order in which the finders run and how their findings join.

Here belongs the joining only; each kind of name has its own module. Known names come first, then what patterns show,
then what the article itself says about either; dates, amounts, posts and group words fill what names have left.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipelines.entities.acting_names import find_acting
from pipelines.entities.addresses import is_address
from pipelines.entities.alliance_names import find_alliances
from pipelines.entities.amounts import find_amounts
from pipelines.entities.anaphora import find_groups
from pipelines.entities.article_names import (
    find_clipped,
    find_last_words,
    find_shared_fronts,
    read_glosses,
    repeat_discovered,
    resolve_group_names,
)
from pipelines.entities.credits import credit_spans
from pipelines.entities.dates import place_dates
from pipelines.entities.editions import read_editions
from pipelines.entities.english_names import find_english_alliances, find_english_organizations
from pipelines.entities.findings import Findings
from pipelines.entities.gazetteer import gazetteer_of
from pipelines.entities.joined_names import find_joined
from pipelines.entities.model import Knowledge, Mention
from pipelines.entities.organization_names import find_organizations
from pipelines.entities.people import find_people
from pipelines.entities.readable import readable
from pipelines.entities.registered import resolve_registered
from pipelines.entities.resolution_article import join_names
from pipelines.entities.sources import heads_story
from pipelines.entities.tagged_names import find_tagged
from pipelines.entities.triggers import has_trigger
from pipelines.entities.ventures import read_ventures

# spans of dates do not depend on the reference but for the 29th of February, which a leap year allows
ANY_LEAP_YEAR = date(2024, 7, 1)


def find_mentions(
    text: str, knowledge: Knowledge, *, language: str | None = None, model: bytes | None = None
) -> tuple[Mention, ...]:
    """The mentions of `text` by their first character.

    `model` is what tag_names reads with; without it, names that no list has are found by patterns and evidence alone.

    Names, dates, amounts and group words do not overlap; a title may lie on the end of an organization's name
    ('우리은행장'). What is no language is not read (readable.py). `language` is not needed: both tables
    are tried, because Korean news holds English names.
    """
    text = readable(text)
    found = Findings(text, credit_spans(text))
    gazetteer = gazetteer_of(knowledge)
    for hit in gazetteer.hits(text):
        entity = hit.entity
        if entity.org_type == "government" and is_address(text, hit.start, hit.end):
            continue
        if entity.org_type == "outlet" and heads_story(text, hit.start):
            continue
        found.add(
            Mention(
                hit.start,
                hit.end,
                text[hit.start : hit.end],
                entity.entity_type,
                entity.entity_id,
                entity.name,
                "alias",
            )
        )
    read_editions(found)
    find_shared_fronts(found, knowledge, gazetteer)
    find_english_alliances(found)
    triggered = has_trigger(text)
    find_alliances(found, gazetteer, triggered=triggered)
    if triggered:
        find_joined(found)
    find_english_organizations(found)
    find_organizations(found)
    if triggered:
        find_acting(found, find_tagged(found, model) if model is not None else {})
    read_glosses(found, knowledge)
    repeat_discovered(found)
    find_clipped(found)
    find_last_words(found)
    join_names(found, knowledge)
    resolve_group_names(found, knowledge)
    resolve_registered(found, knowledge)
    if triggered or "joint" in text:
        read_ventures(found)
    people = find_people(found)
    names = list(found)
    words = find_groups(text, [mention for mention in names if mention.mention_type != "group"], people.affiliation)
    rest = _free(found, [*_dates(text), *sorted(find_amounts(text), key=_longest_first), *words])
    titles = {(title.start, title.end): title for title in people.titles if "\n" not in title.surface}
    joined = [*names, *rest, *titles.values()]
    return tuple(sorted(joined, key=lambda mention: (mention.start, mention.end, mention.mention_type)))


def _dates(text: str) -> list[Mention]:
    return [Mention(one.start, one.end, text[one.start : one.end], "date") for one in place_dates(text, ANY_LEAP_YEAR)]


def _longest_first(mention: Mention) -> tuple[int, int]:
    return (mention.start, -mention.end)


def _free(found: Findings, mentions: Iterable[Mention]) -> list[Mention]:
    """Those mentions that overlap neither a name nor one another, the earlier given first."""
    return [mention for mention in mentions if found.add(mention)]
