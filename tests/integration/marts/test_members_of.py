"""Who belonged to an alliance on a day, as known on a day: asked of what readers get, in each way of opening it."""

import adbc_driver_postgresql.dbapi as postgresql
import duckdb
import pytest

from pipelines.publish import Build, publish_marts
from pipelines.publish.postgres import publish_postgres
from pipelines.tables import catalog

BUILD = Build("0.1.0", "c0de", ("frames 1",), "fac7", "1a9e")
# Asked of 백두 협의체, whose member 미래소재 left on 20 August 2024, as was known from that day on.
ANSWERS = {
    ("2024-02-02", "2024-02-03"): [("누리은행", "certain"), ("미래소재", "certain")],
    ("2024-08-21", "2024-08-19"): [("누리은행", "possible"), ("미래소재", "possible"), ("새벽물류", "possible")],
    ("2024-08-21", "2024-08-20"): [("누리은행", "possible"), ("새벽물류", "possible")],
    ("2024-08-21", "2024-02-01"): [],
}
PLAIN = """select
        member_name,
        case when $v::date >= certain_from and $v::date < certain_until then 'certain' else 'possible' end
    from {history}
    where alliance_name = '백두 협의체' and is_member
        and $v::date >= possible_from and $v::date < possible_until
        and $k::date >= known_from_on and $k::date < known_until_on
    order by 1"""
BY_MACRO = "select member_name, certainty from {macro}('백두 협의체', $v, $k{more}) order by 1"


@pytest.fixture(scope="module")
def published(folder, tmp_path_factory):
    """The marts as readers get them."""
    target = tmp_path_factory.mktemp("published")
    publish_marts(folder / "first.duckdb", target, catalog.MARTS, BUILD)
    return target


@pytest.fixture
def client():
    with duckdb.connect(config={"memory_limit": "1GB"}) as connection:
        yield connection


def answers(connection, query):
    return {(valid, known): connection.execute(query, {"v": valid, "k": known}).fetchall() for valid, known in ANSWERS}


@pytest.mark.parametrize(
    "query", [PLAIN.format(history="membership_history"), BY_MACRO.format(macro="members_of", more="")]
)
def test_the_file_opened_directly_answers_by_its_view_and_by_its_macro(published, query):
    with duckdb.connect(str(published / "entente.duckdb"), read_only=True) as connection:
        assert answers(connection, query) == ANSWERS


@pytest.mark.parametrize(
    "query",
    [
        PLAIN.format(history="news.membership_history"),
        BY_MACRO.format(macro="news.members_of", more=", history := 'news.membership_history'"),
    ],
)
def test_the_file_attached_under_any_name_answers_by_its_view_and_by_its_macro(published, client, query):
    client.execute(f"attach '{published / 'entente.duckdb'}' as news (read_only)")
    assert answers(client, query) == ANSWERS


def test_an_attached_file_in_use_answers_without_naming_it(published, client):
    client.execute(f"attach '{published / 'entente.duckdb'}' as news (read_only)")
    client.execute("use news")
    assert answers(client, BY_MACRO.format(macro="members_of", more="")) == ANSWERS


def test_a_confirmation_counts_from_its_own_day_on_and_not_before(published):
    asked = "select certainty from members_of('다도해 연합', date '2024-03-05', $k) where member_name = '누리은행'"
    with duckdb.connect(str(published / "entente.duckdb"), read_only=True) as connection:
        found = {known: connection.execute(asked, {"k": known}).fetchall() for known in ("2024-03-05", "2024-03-06")}
    assert found == {"2024-03-05": [("possible",)], "2024-03-06": [("certain",)]}


def test_parquet_answers_by_the_plain_select(published, client):
    path = published / "parquet" / "membership_history.parquet"
    assert answers(client, PLAIN.format(history=f"'{path}'")) == ANSWERS


def test_postgres_answers_by_the_plain_select(folder, postgres):
    url = postgres()
    publish_postgres(folder / "first.duckdb", url, catalog.MARTS)
    found = {}
    with postgresql.connect(url) as connection, connection.cursor() as cursor:
        for valid, known in ANSWERS:
            query = PLAIN.format(history="entente.membership_history")
            cursor.execute(query.replace("$v", f"'{valid}'").replace("$k", f"'{known}'"))
            found[valid, known] = cursor.fetchall()
    assert found == ANSWERS


@pytest.mark.parametrize("zone", ["Asia/Seoul", "America/New_York"])
def test_the_zone_of_the_client_changes_no_answer(published, zone):
    with duckdb.connect(str(published / "entente.duckdb"), read_only=True) as connection:
        connection.execute(f"set TimeZone = '{zone}'")
        assert answers(connection, BY_MACRO.format(macro="members_of", more="")) == ANSWERS


def test_without_a_day_of_knowledge_it_is_that_of_today_and_a_name_or_an_id_will_do(published):
    with duckdb.connect(str(published / "entente.duckdb"), read_only=True) as connection:
        for alliance in ("백두 협의체", "alliance-baekdu"):
            query = "select member_name from members_of($a, date '2024-08-21') order by 1"
            assert connection.execute(query, {"a": alliance}).fetchall() == [("누리은행",), ("새벽물류",)]


def test_changes_since_an_earlier_build_are_those_between_the_two_files(published, client):
    client.execute(f"attach '{published / 'entente.duckdb'}' as news (read_only)")
    client.execute(
        """create table before as select * replace (if(member_name = '누리은행', 'announced', status) as status)
            from news.membership_wide where alliance_id != 'alliance-sansu' and member_name != '새벽물류'"""
    )
    query = """select change_type, member_name, from_status, to_status
        from news.changes_since('before', later := 'news.membership_wide') where alliance_id = 'alliance-baekdu'"""
    assert client.execute(query).fetchall() == [
        ("joined", "누리은행", "announced", "active"),
        ("joined", "새벽물류", None, "active"),
    ]
    since = "from news.changes_since('before', later := 'news.membership_wide')"
    new = client.execute(f"{since} select alliance_name where change_type = 'new_alliance'").fetchall()
    assert ("산수 컨소시엄",) in new
    assert (
        client.execute("from news.changes_since('news.membership_wide', later := 'news.membership_wide')").fetchall()
        == []
    )


def test_talks_are_ties_and_no_membership(published):
    with duckdb.connect(str(published / "entente.duckdb"), read_only=True) as connection:
        for macro, found in (
            ("ties_of", [("가람통신", "under_discussion"), ("다온자동차", "under_discussion")]),
            ("members_of", []),
        ):
            asked = f"{macro}('가람통신·다온자동차', '2024-05-10', '2024-05-10')"
            assert connection.sql(f"from {asked} select member_name, status order by 1").fetchall() == found
