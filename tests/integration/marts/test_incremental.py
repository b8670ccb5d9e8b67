"""A build that goes on from the last one gives what a build of everything gives, whatever came, changed or went."""

import pytest

BUILD = ("run", "--select", "+fct_alliance_membership", "+fct_conflict", "+fct_evidence", "+event_wide", "+change_feed")
TABLES = (
    "intermediate.int_membership_versions",
    "intermediate.int_membership_placements",
    "intermediate.int_event_clusters",
    "intermediate.int_event_modalities",
    "marts.fct_alliance_membership",
    "marts.fct_event",
    "marts.event_wide",
    "marts.change_feed",
    "marts.fct_conflict",
    "marts.fct_evidence",
)
# The edition in which each capture date stands, build after build.
BUILDS = (
    {0: 1, 1: 1, 2: 1, 3: 1},
    {0: 1, 1: 1, 2: 1, 3: 1, 4: 1},
    {0: 1, 2: 2, 3: 1, 4: 1},
    {1: 2, 3: 1},
)


def rows_of(line):
    return {table: line.rows(f"from {table} order by all") for table in TABLES}


@pytest.fixture
def worked_out(kept):
    def count():
        [(ties,)] = kept.rows("select count(*) from intermediate.int_membership_changes")
        [(resumed,)] = kept.rows(
            "select count(*) from intermediate.int_membership_points where is_first and isfinite(resumed_from)"
        )
        return ties, resumed

    return count


def test_partitions_added_replaced_and_removed_give_what_a_build_of_everything_gives(reports, kept, anew, worked_out):
    kept.build(reports.lake(BUILDS[0]), *BUILD)
    [(ties,)] = kept.rows("select count(distinct tie_id) from intermediate.int_membership_versions")
    gone_on = []
    for days in BUILDS[1:]:
        kept.build(reports.lake(days), *BUILD)
        anew.build(reports.lake(days), *BUILD, "--full-refresh")
        assert rows_of(kept) == rows_of(anew)
        gone_on.append(worked_out()[1])
    assert ties > 20
    assert min(gone_on) >= 3, "the builds must go on from what they have, or nothing is tested"


def test_a_build_without_news_works_nothing_out_and_one_that_broke_off_is_made_up_for(reports, kept, worked_out):
    kept.build(reports.lake(BUILDS[0]), *BUILD)
    before = rows_of(kept)
    kept.build(reports.lake(BUILDS[0]), *BUILD)
    assert worked_out() == (0, 0)
    assert rows_of(kept) == before
    # Some models alone, which leaves the others behind.
    kept.build(reports.lake(BUILDS[1]), "run", "--select", "int_membership_statements", "int_membership_changes")
    kept.build(reports.lake(BUILDS[0]), *BUILD)
    ties, _ = worked_out()
    assert ties > 20
    assert rows_of(kept) == before


def test_happenings_whose_reports_a_day_does_not_touch_are_not_worked_out_again(reports, kept):
    kept.build(reports.lake(BUILDS[0]), *BUILD)
    families = "select distinct family_hash from intermediate.int_event_clusters where family_hash is not null"
    before = set(kept.rows(families))
    # A mark that only a table which is gone on from can carry over.
    kept.change(
        "update intermediate.int_event_clusters set event_id = 'kept ' || event_id where family_hash is not null"
    )
    kept.build(reports.lake(BUILDS[1]), *BUILD)
    marked = set(kept.rows(f"{families} and event_id like 'kept %'"))
    after = set(kept.rows(families))
    assert marked == before & after
    assert marked
    assert after - before, "the day must touch some of them, or nothing is tested"
    kept.build(reports.lake(BUILDS[1]), *BUILD, "--full-refresh")
    assert not kept.rows(f"{families} and event_id like 'kept %'")
