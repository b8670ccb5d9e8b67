"""The files in which people decide: redirects, overrides, judgements, suppressions, watchlist; what must hold."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipelines.entities.model import Judgement, Override, Redirect, Suppression, Watched
from pipelines.knowledge.entity_rows import EntityRows
from pipelines.knowledge.problems import Problems
from pipelines.knowledge.rows import Row, read_rows
from pipelines.tables.vocabularies import JUDGEMENT, SUPPRESSION_KIND

REDIRECTS = ("entity_id", "canonical_id", "reason", "decided_by", "decided_at")
OVERRIDES = (
    "override_id", "target", "target_id", "field", "old_value", "new_value", "decided_by", "decided_at", "reason",
)  # fmt: skip
JUDGEMENTS = ("left_id", "right_id", "judgement", "decided_by", "decided_at", "reason")
SUPPRESSIONS = ("kind", "value", "decided_by", "decided_at", "reason")
WATCHLIST = ("watched", "added_by", "added_at", "reason")


def read_redirects(folder: Path, entities: EntityRows, problems: Problems) -> tuple[Redirect, ...]:
    """The rows of redirects.csv by the retired id."""
    found: dict[str, tuple[Redirect, Row]] = {}
    with problems.caught():
        for row in read_rows(folder / "redirects.csv", REDIRECTS):
            with problems.caught():
                redirect = Redirect(
                    row.required("entity_id"),
                    row.required("canonical_id"),
                    row.required("reason"),
                    row.optional("decided_by"),
                    row.day("decided_at"),
                )
                if redirect.entity_id in found:
                    raise row.error(
                        f"{redirect.entity_id} is already redirected at {found[redirect.entity_id][1].place}; keep one"
                    )
                if redirect.entity_id in entities:
                    raise row.error(
                        f"{redirect.entity_id} still has a row of its own; delete that row, or this redirect"
                    )
                found[redirect.entity_id] = (redirect, row)
    for redirect, row in found.values():
        with problems.caught():
            _check_target(redirect, row, found, entities)
    return tuple(sorted((redirect for redirect, _ in found.values()), key=lambda r: r.entity_id))


def _check_target(
    redirect: Redirect, row: Row, found: Mapping[str, tuple[Redirect, Row]], entities: EntityRows
) -> None:
    if redirect.canonical_id in found:
        raise row.error(f"{redirect.canonical_id} is redirected itself; name what it means here")
    if redirect.canonical_id not in entities:
        raise row.error(
            f"canonical_id {redirect.canonical_id} is no id of this knowledge base; correct it, or add the entity"
        )


def read_overrides(folder: Path, problems: Problems) -> tuple[Override, ...]:
    """The rows of overrides.csv by their id."""
    found: dict[str, tuple[Override, Row]] = {}
    with problems.caught():
        for row in read_rows(folder / "overrides.csv", OVERRIDES):
            with problems.caught():
                override = Override(
                    row.required("override_id"),
                    row.required("target"),
                    row.required("target_id"),
                    row.required("field"),
                    row.optional("old_value"),
                    row.optional("new_value"),
                    row.required("decided_by"),
                    row.required_day("decided_at"),
                    row.required("reason"),
                )
                if override.override_id in found:
                    raise row.error(
                        f"{override.override_id} is already at {found[override.override_id][1].place}; "
                        "give it another id"
                    )
                found[override.override_id] = (override, row)
    return tuple(sorted((override for override, _ in found.values()), key=lambda o: o.override_id))


def read_judgements(folder: Path, problems: Problems) -> tuple[Judgement, ...]:
    """The rows of judgements.csv by day, then pair; of two rows of one day about one pair, the check names the second.

    Ids need not stand in this knowledge base: an id that was discovered in an article is judged, too.
    """
    found: dict[tuple[str, str, object], tuple[Judgement, Row]] = {}
    with problems.caught():
        for row in read_rows(folder / "judgements.csv", JUDGEMENTS):
            with problems.caught():
                judgement = Judgement(
                    row.required("left_id"),
                    row.required("right_id"),
                    row.term("judgement", JUDGEMENT),
                    row.required("decided_by"),
                    row.required_day("decided_at"),
                    row.required("reason"),
                )
                if judgement.left_id == judgement.right_id:
                    raise row.error(f"left_id and right_id are both {judgement.left_id}; name two entities")
                left, right = sorted((judgement.left_id, judgement.right_id))
                key = (left, right, judgement.decided_at)
                if key in found:
                    raise row.error(
                        f"{left} and {right} are already judged on that day at {found[key][1].place}; keep one"
                    )
                found[key] = (judgement, row)
    return tuple(sorted((judgement for judgement, _ in found.values()), key=_by_day))


def _by_day(judgement: Judgement) -> tuple[str, str, str]:
    return (judgement.decided_at.isoformat(), judgement.left_id, judgement.right_id)


def read_suppressions(folder: Path, problems: Problems) -> tuple[Suppression, ...]:
    """The rows of suppressions.csv by kind and value."""
    found: dict[tuple[str, str], tuple[Suppression, Row]] = {}
    with problems.caught():
        for row in read_rows(folder / "suppressions.csv", SUPPRESSIONS):
            with problems.caught():
                suppression = Suppression(
                    row.term("kind", SUPPRESSION_KIND),
                    row.required("value"),
                    row.required("decided_by"),
                    row.required_day("decided_at"),
                    row.required("reason"),
                )
                key = (suppression.kind, suppression.value)
                if suppression.kind == "url" and not suppression.value.startswith(("http://", "https://")):
                    raise row.error(f"value is {suppression.value!r}; write the whole address, from https:// on")
                if key in found:
                    raise row.error(f"{suppression.value} is already at {found[key][1].place}; delete one of the two")
                found[key] = (suppression, row)
    return tuple(sorted((suppression for suppression, _ in found.values()), key=lambda s: (s.kind, s.value)))


def read_watchlist(folder: Path, problems: Problems) -> tuple[Watched, ...]:
    """The rows of watchlist.csv by what is watched; none where nobody has made the file."""
    path = folder / "watchlist.csv"
    found: dict[str, tuple[Watched, Row]] = {}
    with problems.caught():
        for row in read_rows(path, WATCHLIST) if path.exists() else ():
            with problems.caught():
                watched = Watched(
                    row.required("watched"),
                    row.required("added_by"),
                    row.required_day("added_at"),
                    row.optional("reason"),
                )
                if watched.watched in found:
                    place = found[watched.watched][1].place
                    raise row.error(f"{watched.watched} is already at {place}; delete one of the two")
                found[watched.watched] = (watched, row)
    return tuple(sorted((watched for watched, _ in found.values()), key=lambda w: w.watched))
