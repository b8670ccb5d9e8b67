"""What dbt makes of the claims: each test is one rule of the data model, asked of the marts by a query."""

import json
import shutil
from collections import Counter
from datetime import date, datetime

import duckdb
import pytest

from pipelines.tables import catalog, identifiers, schemas

CAPTURED = date(2024, 12, 1)


def rows(marts: duckdb.DuckDBPyConnection, columns: str, alliance: str, member: str, more: str = "") -> list[tuple]:
    return marts.execute(
        f"""select {columns} from fct_alliance_membership where alliance_id = ? and member_id = ? {more}
            order by known_from, first_confirmed_on""",  # noqa: S608
        [alliance, member],
    ).fetchall()


def instant(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T00:00:00+00:00")


def test_reports_of_two_outlets_make_one_row_and_a_copy_is_no_third_source(marts):
    found = rows(
        marts,
        "known_from, known_to, n_mentions, n_articles, n_independent_sources, confidence",
        "alliance-dadohae",
        "org-nuri",
    )
    assert found == [(instant("2024-03-04"), None, 3, 3, 2, 0.96)]


def test_an_undated_claim_opens_a_left_censored_row_and_no_date_comes_from_the_publication(marts):
    columns = """valid_from, valid_from_min, valid_from_max, left_censored, right_censored,
        first_confirmed_on, last_confirmed_on, is_current"""
    assert rows(marts, columns, "alliance-dadohae", "org-nuri") == [
        (None, None, date(2024, 3, 4), True, True, date(2024, 3, 4), date(2024, 3, 7), True)
    ]


def test_talks_in_may_and_a_signature_in_june_are_two_state_intervals(marts):
    pair = identifiers.pairing_id(["org-daon", "org-garam"])
    columns = "status, role, valid_from, valid_to, valid_from_precision, valid_to_basis"
    assert rows(marts, columns, pair, "org-garam", "and known_to is null") == [
        ("under_discussion", "prospective", "2024-05", "2024-06-03", "month", "inferred"),
        ("active", "partner", "2024-06-03", None, "day", None),
    ]


def test_what_was_known_before_the_signature_stays_as_it_was(marts):
    pair = identifiers.pairing_id(["org-daon", "org-garam"])
    assert rows(marts, "status, valid_to, right_censored", pair, "org-daon", "and known_to is not null") == [
        ("under_discussion", None, True)
    ]


def test_an_exit_ends_the_membership_from_the_day_on_which_it_is_known(marts):
    columns = "valid_from, valid_to, known_from, known_to, is_current"
    assert rows(marts, columns, "alliance-baekdu", "org-mirae") == [
        ("2024-02-01", None, instant("2024-02-02"), instant("2024-08-20"), False),
        ("2024-02-01", "2024-08-20", instant("2024-08-20"), None, False),
    ]


def test_one_membership_keeps_its_id_when_its_end_becomes_known(marts):
    assert len(set(rows(marts, "membership_id", "alliance-baekdu", "org-mirae"))) == 1


def test_a_denial_ends_talks_and_opens_nothing(marts):
    pair = identifiers.pairing_id(["org-nuri", "org-saebyeok"])
    columns = "status, valid_to, valid_to_min, valid_to_max, right_censored, is_current"
    assert rows(marts, columns, pair, "org-nuri", "and known_to is null") == [
        ("under_discussion", None, date(2024, 4, 1), date(2024, 4, 3), False, False)
    ]


def test_of_two_states_on_one_day_the_party_itself_is_shown_and_the_paper_kept(marts):
    pair = identifiers.pairing_id(["org-daon", "org-mirae"])
    assert rows(marts, "status, has_conflict", pair, "org-daon") == [("announced", True)]
    kept = """select shown_value, other_value, rule, c.is_current
        from fct_conflict c join fct_alliance_membership m on fact_id = membership_id where alliance_id = ?"""
    assert marts.execute(kept, [pair]).fetchall() == [("announced", "active", "self", True)]


def test_one_denial_against_two_sources_is_a_conflict_and_no_end(marts):
    assert rows(marts, "status, has_conflict, is_current", "alliance-sansu", "org-garam", "and known_to is null") == [
        ("active", True, True)
    ]
    kept = "select rule from fct_conflict where tie_id = ?"
    assert marts.execute(kept, [identifiers.tie_id("alliance-sansu", "org-garam")]).fetchall() == [("corroborated",)]


def test_what_an_edited_page_no_longer_says_is_known_only_until_the_edit(marts):
    assert rows(marts, "known_to", "alliance-sansu", "org-daon") == [(instant("2024-09-03"),)]


def test_what_comes_back_when_an_edit_is_taken_back_is_known_again_from_then_on(marts):
    found = rows(marts, "known_from, known_to, known_basis, recorded_from", "alliance-dadohae", "org-mirae")
    edited, again = (datetime.fromisoformat(f"2024-12-0{day}T00:00:00+09:00") for day in (2, 3))
    assert found == [
        (instant("2024-05-01"), edited, "published", CAPTURED),
        (again, None, "captured", date(2024, 12, 3)),
    ]
    event = """select m.known_from, m.known_to from fct_event_modality m join fct_event e using (event_id)
        where event_type = 'launch' and event_date = '2024-04-30' order by 1"""
    assert marts.execute(event).fetchall() == [(instant("2024-05-01"), edited), (again, None)]
    page = "select version_id, n_versions from dim_article where article_id = 'a-b'"
    assert marts.execute(page).fetchall() == [("v-b-1", 2)]
    evidence = "select count(*) from fct_evidence where article_id = 'a-b' group by fact_id"
    assert marts.execute(evidence).fetchall() == [(1,), (1,)]


def test_of_two_versions_of_one_day_the_one_captured_later_is_the_newest(marts):
    assert marts.execute("select version_id from dim_article where article_id = 'a-z'").fetchall() == [("v-z-a",)]


def test_a_sentence_that_two_extractors_read_is_one_mention(marts):
    assert rows(marts, "n_mentions, n_articles", "alliance-sansu", "org-nuri") == [(1, 1)]
    event = "select n_mentions, n_articles from event_wide where event_type = 'launch' and participants = '누리은행'"
    assert marts.execute(event).fetchall() == [(1, 1)]


def test_two_firms_that_join_one_alliance_within_days_are_two_events(marts):
    found = """select list(entity_id order by entity_id), any_value(e.n_articles)
        from fct_event e join bridge_event_participant p using (event_id)
        where event_type = 'join' and event_date = '2024-11-04' and role = 'initiator' group by event_id order by 1"""
    assert marts.execute(found).fetchall() == [(["org-garam"], 2), (["org-nuri"], 2)]


def test_a_correction_closes_what_the_corrected_article_said_of_a_happening(marts):
    found = """select m.modality, m.known_from, m.known_to, e.n_articles
        from fct_event_modality m join fct_event e using (event_id) where event_type = 'joint_venture' order by 2"""
    assert marts.execute(found).fetchall() == [
        ("done", instant("2024-03-03"), instant("2024-03-10"), 1),
        ("denied", instant("2024-03-10"), None, 1),
    ]


def test_a_retired_id_gives_the_pairing_and_the_tie_of_the_canonical_one(marts):
    pair = identifiers.pairing_id(["org-hanbit", "org-garam"])
    assert rows(marts, "tie_id, n_articles", pair, "org-hanbit") == [(identifiers.tie_id(pair, "org-hanbit"), 2)]
    retired = identifiers.pairing_id(["org-hanbit-old", "org-garam"])
    found = marts.execute("select retired_id, canonical_id, kind from dim_id_redirect").fetchall()
    assert {("org-hanbit-old", "org-hanbit", "entity"), (retired, pair, "pairing")} <= set(found)


def test_two_rows_of_a_tie_that_overlap_in_both_clocks_fail_the_build(folder, reports, anew):
    anew.root.mkdir()
    lake = reports.lake({0: 1})
    shutil.copy(folder / "first.duckdb", anew.warehouse)
    chosen = ("test", "--select", "fct_alliance_membership,test_name:never_overlaps")
    anew.build(lake, *chosen)
    anew.change(
        """insert into marts.fct_alliance_membership select * replace ('another' as membership_id)
            from marts.fct_alliance_membership where alliance_id = 'alliance-baekdu' limit 1"""
    )
    with pytest.raises(AssertionError, match="never_overlaps"):
        anew.build(lake, *chosen)


def test_membership_id_is_the_hash_of_tie_state_and_opening_statement(marts):
    tie = identifiers.tie_id("alliance-dadohae", "org-nuri")
    opening = identifiers.content_id(
        "statement", "a-d1", "membership", "alliance-dadohae", "org-nuri", "member", "active"
    )
    assert rows(marts, "membership_id", "alliance-dadohae", "org-nuri") == [
        (identifiers.content_id("membership", tie, "active", opening),)
    ]


def test_a_nameless_pairing_shows_the_sorted_names_of_its_members(marts):
    pair = identifiers.pairing_id(["org-hanbit", "org-garam"])
    assert marts.execute("select name, is_pairing from dim_alliance where alliance_id = ?", [pair]).fetchone() == (
        "가람통신·한빛전자",
        True,
    )


def test_hearsay_makes_many_states_over_known_time_for_the_overlap_test_to_judge(marts):
    """Guards the fuzz: without many rows of one tie the build's overlap test would prove nothing."""
    crowded = """select count(*) from (
        select tie_id from fct_alliance_membership group by tie_id
        having count(distinct membership_id) >= 5 and count(distinct known_from) >= 20)"""
    assert marts.execute(crowded).fetchone()[0] >= 4
    stances = {stance for (stance,) in marts.execute("select distinct stance from fct_evidence").fetchall()}
    assert stances == {"supports", "ends", "disagrees", "context"}


def test_a_founding_by_six_is_one_event_with_six_participants_however_many_report_it(marts):
    found = marts.execute(
        """select event_date, event_date_basis, n_participants, n_articles, modality
            from fct_event where event_type = 'found_alliance'"""
    ).fetchall()
    assert found == [("2024-01-04", "act", 6, 3, "done")]
    assert marts.execute(
        """select count(*) from bridge_event_participant join fct_event using (event_id)
            where event_type = 'found_alliance'"""
    ).fetchone() == (7,)


def test_two_deals_of_one_pair_are_two_events_and_a_plan_becomes_the_first(marts):
    found = marts.execute(
        "select event_date, modality, n_articles, amount from fct_event where event_type = 'sign_mou' order by 1"
    ).fetchall()
    assert found == [("2023-03-02", "done", 2, 5e9), ("2024-10-01", "done", 1, 5e9)]


def test_a_plan_is_known_as_a_plan_until_it_is_done(marts):
    found = marts.execute(
        """select m.modality, m.known_from, m.known_to from fct_event_modality m join fct_event e using (event_id)
            where event_date = '2023-03-02' order by 2"""
    ).fetchall()
    assert found == [("planned", instant("2023-02-20"), instant("2023-03-02")), ("done", instant("2023-03-02"), None)]


def test_event_id_is_the_smallest_statement_of_its_cluster(marts):
    wrong = """select fact_id from fct_evidence where fact_type = 'event'
        group by fact_id having fact_id != min(statement_id)"""
    assert marts.execute(wrong).fetchall() == []


def compared_one_with_one(statements: list[dict]) -> dict[str, str]:
    """Each statement's event by the rule of the data model, said plainly: every report is compared with every other."""

    def may_be_one(a: dict, b: dict) -> bool:
        movers, others = a["mover_ids"], b["mover_ids"]
        return same_parties(a, b) and (movers == others or bool(set(movers) & set(others)))

    def same_parties(a: dict, b: dict) -> bool:
        if a["event_type"] != b["event_type"] or None not in (a["alliance_id"], b["alliance_id"]):
            return a["event_type"] == b["event_type"] and a["alliance_id"] == b["alliance_id"]
        ours, theirs = set(a["party_ids"]), set(b["party_ids"])
        return bool(ours & theirs) and 2 * len(ours & theirs) >= len(ours | theirs)

    def touch(a: dict, b: dict) -> bool:
        return a["window_min"] <= b["window_max"] and b["window_min"] <= a["window_max"]

    def gathered(some: list[dict]) -> dict[str, str]:
        heads = {one["statement_id"]: one["statement_id"] for one in some}
        changed = True
        while changed:
            changed = False
            for a in some:
                for b in some:
                    least = min(heads[a["statement_id"]], heads[b["statement_id"]])
                    if may_be_one(a, b) and touch(a, b) and heads[a["statement_id"]] != least:
                        heads[a["statement_id"]] = least
                        changed = True
        return heads

    anchors = [one for one in statements if one["is_anchor"]]
    happenings = gathered(anchors)
    rest = []
    for one in (one for one in statements if not one["is_anchor"]):
        meant = [
            (abs((one["said_on"] - other["window_min"]).days), happenings[other["statement_id"]])
            for other in anchors
            if may_be_one(one, other)
            and (touch(one, other) or (one["modality"] == "done" and other["window_min"] <= one["said_on"]))
        ]
        if meant:
            happenings[one["statement_id"]] = min(meant)[1]
        else:
            rest.append(one)
    happenings.update(gathered(rest))
    first: dict[str, str] = {}
    for statement, head in happenings.items():
        first[head] = min(first.get(head, statement), statement)
    return {statement: first[head] for statement, head in happenings.items()}


def test_events_are_those_of_comparing_every_report_with_every_other(marts):
    found = marts.execute("from intermediate.int_event_statements order by statement_id, known_from")
    names = [column[0] for column in found.description]
    newest = {row[0]: dict(zip(names, row, strict=True)) for row in found.fetchall()}
    statements = list(newest.values())
    clusters = dict(marts.execute("select statement_id, event_id from intermediate.int_event_clusters").fetchall())
    assert clusters == compared_one_with_one(statements)
    sizes = sorted(Counter(clusters.values()).values())
    assert len(sizes) > 40, "the reports must not all fall into a few happenings"
    assert sizes[-1] > 10, "nor each into one of its own"


def test_a_version_captured_twice_counts_once_and_a_page_without_a_time_is_known_from_its_capture(marts):
    found = rows(marts, "n_mentions, known_basis, recorded_from, valid_from", "alliance-dadohae", "org-saebyeok")
    assert found == [(1, "captured", CAPTURED, None)]


def test_an_override_counts_from_its_day_in_known_time_and_stays_visible(marts):
    columns = "valid_from, valid_from_min, valid_from_max, known_basis, is_overridden"
    assert rows(marts, columns, "alliance-baekdu", "org-saebyeok") == [
        (None, None, date(2024, 3, 1), "published", False),
        ("2023-11", date(2023, 11, 1), date(2023, 11, 30), "override", True),
    ]
    assert marts.execute("select override_id, is_applied from fct_override order by 1").fetchall() == [
        ("ov-1", True),
        ("ov-2", False),
    ]


def test_reports_that_disagree_about_a_happening_are_kept_with_the_rule_and_why(marts):
    found = """select field, shown_value, other_value, rule, why
        from fct_conflict c join fct_event e on event_id = fact_id where event_type = 'invest' order by 1"""
    assert marts.execute(found).fetchall() == [
        ("amount", "300.00 KRW", "500.00 KRW", "self", "a party about itself goes before a paper"),
        ("event_date", "2024-06-10", "2024-06-08", "self", "a party about itself goes before a paper"),
    ]
    event = "select amount, event_date, has_conflict from fct_event where event_type = 'invest'"
    assert marts.execute(event).fetchall() == [(300, "2024-06-10", True)]


def test_centrality_is_that_of_the_network_of_co_membership(marts):
    pairs = "select member_id, other_id from co_membership"
    partners = Counter(party for pair in marts.execute(pairs).fetchall() for party in pair)
    found = marts.execute(
        "select member_id, n_partners, strength, component_size from organization_centrality"
    ).fetchall()
    assert {member: count for member, count, *_ in found} == partners
    strength = """select round(sum(weight), 4) from (
        select member_id, weight from co_membership union all select other_id, weight from co_membership)"""
    assert round(sum(strong for _, _, strong, _ in found), 4) == marts.execute(strength).fetchone()[0]
    assert max(size for *_, size in found) <= len(found)


def test_the_timeline_of_an_alliance_tells_who_came_and_went_in_order(marts):
    query = """select kind, who, status, happened_on from alliance_timeline where alliance_id = 'alliance-baekdu'
        order by sorted_on, kind, who"""
    assert marts.execute(query).fetchall() == [
        ("state_began", "새벽물류", "active", "2023-11"),
        ("state_began", "미래소재", "active", "2024-02-01"),
        ("state_began", "누리은행", "active", None),
        ("tie_ended", "미래소재", "active", "2024-08-20"),
    ]


def test_changes_are_told_from_the_day_on_which_they_are_known_and_watched_ones_are_marked(marts):
    query = """select change_type, member_name, strftime(known_from, '%Y-%m-%d'), is_watched from change_feed
        where alliance_id = 'alliance-baekdu' and change_type != 'new_alliance' order by known_from, member_name"""
    assert marts.execute(query).fetchall() == [
        ("joined", "누리은행", "2024-02-02", False),
        ("joined", "미래소재", "2024-02-02", True),
        ("joined", "새벽물류", "2024-03-01", False),
        ("left", "미래소재", "2024-08-20", True),
    ]


def test_what_was_read_of_each_outlet_adds_up_to_all_articles(marts):
    totals = "select sum(n_articles), sum(n_claims) from source_coverage"
    assert (
        marts.execute(totals).fetchone() == marts.execute("select count(*), sum(n_claims) from dim_article").fetchone()
    )


def test_a_suppressed_page_or_outlet_supports_nothing_and_is_not_shown(marts):
    assert rows(marts, "*", "alliance-sansu", "org-saebyeok") == []
    shown = "select article_id from dim_article where article_id in ('a-s1', 'a-s2', 'a-s3', 'a-s4')"
    assert marts.execute(shown).fetchall() == [("a-s4",)]


def test_a_suppressed_person_is_nowhere_and_what_they_said_of_others_stays(marts):
    assert rows(marts, "is_current", "alliance-dadohae", "org-garam") == [(True,)]
    quote = "select distinct quote from fct_evidence where article_id = 'a-s4'"
    assert marts.execute(quote).fetchall() == [("○○○ 대표는 가람통신이 다도해 연합 회원사라고 말했다.",)]
    for mart in catalog.MARTS:
        held = f"select count(*) from {mart.name} as held where held::varchar similar to '.*(김가온|person-kim).*'"  # noqa: S608
        assert marts.execute(held).fetchall() == [(0,)], mart.name


def test_every_fact_opens_on_a_quote_one_join_away(marts):
    for fact, key in (("fct_alliance_membership", "membership_id"), ("fct_event", "event_id")):
        without = f"""select {key} from {fact} left join fct_evidence on {key} = fact_id and best_claim_id = claim_id
            where quote is null"""  # noqa: S608
        assert marts.execute(without).fetchall() == []
    ended = (
        "select quote from fct_evidence where stance = 'ends' and fact_id in "
        "(select membership_id from membership_wide where member_name = '미래소재' and alliance_name = '백두 협의체')"
    )
    assert marts.execute(ended).fetchall() == [("미래소재는 20일 백두 협의체에서 탈퇴했다.",)]


def test_members_on_a_day_as_known_on_a_day_are_one_where_clause(marts):
    query = """select member_name, certain_from <= $v and $v < certain_until as is_certain from membership_history
        where alliance_id = 'alliance-baekdu' and status = 'active' and known_from <= $k and $k < known_until
        and possible_from <= $v and $v < possible_until order by 1"""

    def members(valid: str, known: str) -> list[tuple]:
        return marts.execute(query, {"v": date.fromisoformat(valid), "k": instant(known)}).fetchall()

    assert members("2024-02-02", "2024-02-03") == [("누리은행", True), ("미래소재", True)]
    assert members("2024-08-21", "2024-08-19") == [("누리은행", False), ("미래소재", False), ("새벽물류", False)]
    assert members("2024-08-21", "2024-08-22") == [("누리은행", False), ("새벽물류", False)]


def test_every_column_of_every_model_is_described(folder, marts):
    manifest = json.loads((folder / "target" / "manifest.json").read_text("utf-8"))
    described = {
        (node["schema"], node["name"]): [name for name, column in node["columns"].items() if column["description"]]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model"
    }
    columns: dict[tuple[str, str], list[str]] = {}
    for schema, name, column in marts.execute(
        """select table_schema, table_name, column_name from information_schema.columns
            where table_schema in ('staging', 'intermediate', 'marts')
            order by table_schema, table_name, ordinal_position"""
    ).fetchall():
        columns.setdefault((schema, name), []).append(column)
    assert described == columns


def test_marts_have_the_declared_columns_types_and_order(marts):
    for mart in catalog.MARTS:
        found = dict(
            marts.execute(
                "select column_name, lower(data_type) from information_schema.columns where table_name = ?", [mart.name]
            ).fetchall()
        )
        assert {
            name: kind.replace("timestamp with time zone", "timestamptz") for name, kind in found.items()
        } == schemas.duckdb_columns(mart)


def test_the_order_in_which_files_and_rows_come_changes_nothing(marts, rebuilt):
    other = duckdb.connect(str(rebuilt), read_only=True)
    other.execute("set TimeZone = 'UTC'; use marts")
    for mart in catalog.MARTS:
        query = f"select * from {mart.name} order by {', '.join(mart.order)}"  # noqa: S608
        assert other.execute(query).fetchall() == marts.execute(query).fetchall(), mart.name
    other.close()
