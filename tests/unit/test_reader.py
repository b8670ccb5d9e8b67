import gzip
import json
import os
from datetime import date
from pathlib import Path

import pytest

from pipelines.articles.batch import extract_batch
from pipelines.claims.batch import claim_batch
from pipelines.cli import main
from pipelines.entities.batch import mention_batch
from pipelines.reader import InputError, Reader, dumps, output_paths
from pipelines.tables import pages
from pipelines.tables.identifiers import page_id
from pipelines.tables.schemas import frame

STORY = """KT·LG유플러스, 해양 데이터 동맹 결성
KT와 LG유플러스는 '바다 얼라이언스'를 결성했다고 3일 밝혔다.
바다 얼라이언스에는 한양대가 참여하고 있다."""
PAGE = """<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title>
<meta property="article:published_time" content="2020-06-04T09:00:00+09:00"></head>
<body><article><h1>{title}</h1>{body}</article></body></html>"""


@pytest.fixture(scope="module")
def reader():
    return Reader.load()


def page(text=STORY):
    title, *paragraphs = text.split("\n")
    return PAGE.format(title=title, body="".join(f"<p>{p}</p>" for p in paragraphs)).encode()


def test_every_quote_and_offset_is_literally_in_the_text(reader, tmp_path):
    (tmp_path / "a.html").write_bytes(page())
    result = reader.read(tmp_path / "a.html")
    text = result["article"]["text"]
    assert result["memberships"]
    for row in [*result["memberships"], *result["events"], *result["posts"], *result["attributes"]]:
        assert text[row["start"] : row["end"]] == row["evidence"]
    for mention in result["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["surface"]


def test_every_name_in_a_claim_is_the_name_of_an_entity(reader):
    result = reader.read_json("story", {"text": STORY, "reference_date": "2020-06-04"})
    names = {entity["name"] for entity in result["entities"]}
    used = {row["member"] for row in result["memberships"]} | {r["alliance"] for r in result["memberships"]} - {None}
    used |= {p["name"] for event in result["events"] for p in event["participants"]}
    assert used
    assert used <= names


def test_a_text_is_kept_as_given(reader):
    text = "  제목 \n\n\n본문 한 줄이다.\t\n"
    assert reader.read_json("t", {"text": text})["article"]["text"] == text


def test_unknown_keys_are_ignored_and_a_null_reference_date_is_no_date(reader):
    result = reader.read_json("t", {"text": STORY, "reference_date": None, "colour": "red", "kind": "tie"})
    assert result["reject"] is None
    assert all(row["since"] is None for row in result["memberships"])


def test_the_reference_date_resolves_relative_dates_but_is_no_publication_date(reader):
    result = reader.read_json("t", {"text": STORY, "reference_date": "2020-06-04"})
    assert result["article"]["published_at"] is None
    assert "2020-06-03" in {event["date"] for event in result["events"]}


def test_html_in_json_is_read_as_unicode_whatever_its_meta_says(reader):
    html = page().decode().replace('charset="utf-8"', 'charset="euc-kr"')
    result = reader.read_json("t", {"html": html})
    assert "바다 얼라이언스" in result["article"]["text"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("missing.html", None, "missing_file"),
        ("note.pdf", b"%PDF", "unknown_input"),
        ("a.json", b"{", "not_json"),
        ("a.json", b"[" * 100_000, "not_json"),
        ("a.json", b"[]", "not_json"),
        ("a.json", b'{"title": "x"}', "no_text"),
        ("a.json", b'{"text": "x", "reference_date": "soon"}', "bad_reference_date"),
        ("a.json", b'{"text": " "}', "empty"),
        ("a.json", b'{"text": "half \\ud800 a pair"}', "undecodable"),
        ("a.json", b'{"html": "<p>half \\ud800 a pair"}', "undecodable"),
        ("a.txt", b"", "empty"),
        ("a.html", b"", "empty"),
        ("big.html", b"x" * (16 * 1024 * 1024 + 1), "oversize"),
    ],
)
def test_an_input_that_cannot_be_read_has_a_reason(reader, tmp_path, name, data, reason):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    result = reader.read(path)
    assert result["article"] is None
    assert result["reject"]["reason"] == reason
    assert result["reject"]["detail"]


def test_what_is_no_regular_file_is_not_waited_for(reader, tmp_path):
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "folder.html").mkdir()
    for name in ("pipe.html", "folder.html"):
        assert reader.read(tmp_path / name)["reject"]["reason"] == "unreadable_file"


def test_a_torn_gzip_has_a_reason(reader, tmp_path):
    path = tmp_path / "a.html.gz"
    path.write_bytes(gzip.compress(page() * 50)[:-20])
    assert reader.read(path)["reject"]["reason"] == "unreadable_file"


def test_published_serves_pages_that_state_no_date(tmp_path):
    reader = Reader.load(published=date(2020, 6, 4))
    undated = page().replace(b"article:published_time", b"nothing")
    (tmp_path / "undated.html").write_bytes(undated)
    (tmp_path / "dated.html").write_bytes(page().replace(b"2020-06-04", b"2021-01-05"))
    assert reader.read(tmp_path / "undated.html")["article"]["published_at"] == "2020-06-04"
    assert reader.read(tmp_path / "dated.html")["article"]["published_at"].startswith("2021-01-05")


def test_output_names_lose_both_suffixes_and_a_clash_is_an_error():
    outputs = output_paths([Path("x/a.html.gz"), Path("b.JSON"), Path("c.d.txt")], Path("out"))
    assert [str(p) for p in outputs.values()] == ["out/a.json", "out/b.json", "out/c.d.json"]
    with pytest.raises(InputError, match=r"out/a\.json"):
        output_paths([Path("a.html"), Path("b/a.htm.gz")], Path("out"))


def test_a_page_is_read_as_the_line_reads_it(reader, tmp_path):
    (tmp_path / "a.html").write_bytes(page())
    read = reader.read(tmp_path / "a.html")
    captures = frame(
        pages.RAW_PAGES,
        [
            {
                "capture_id": "c",
                "page_id": page_id(page()),
                "capture_date": date(2026, 1, 2),
                "byte_count": len(page()),
                "bytes": page(),
                "source_file": "a.html",
                "source_offset": 0,
            }
        ],
    )
    made = extract_batch(captures)
    mentions = mention_batch(made.articles, made.sentences, reader.knowledge).mentions
    claims = claim_batch(made.articles, made.sentences, mentions, reader.knowledge)
    assert made.articles["text"].to_list() == [read["article"]["text"]]
    assert sorted(mentions["surface"]) == sorted(m["surface"] for m in read["mentions"])
    rows = claims.membership_claims.select("char_start", "char_end", "role", "status", "since_value").rows()
    shown = [(r["start"], r["end"], r["role"], r["status"], r["since"]) for r in read["memberships"]]
    assert sorted(rows, key=str) == sorted(shown, key=str)
    assert claims.event_claims.height == len(read["events"]) > 0


def test_a_hostile_text_keeps_its_article_and_says_what_went_wrong(reader, monkeypatch):
    def fail(*_):
        raise RecursionError("too deep")

    monkeypatch.setattr("pipelines.claims.extraction.read_claims", fail)
    result = reader.read_json("t", {"text": STORY})
    assert result["article"]["text"] == STORY
    assert result["memberships"] == []
    assert result["reject"] == {
        "stage": "core/event_claims",
        "reason": "unreadable",
        "detail": "RecursionError: too deep",
    }


def test_the_same_input_gives_the_same_bytes(reader):
    one, two = (dumps(reader.read_json("t", {"text": STORY}), compact=True) for _ in range(2))
    assert one == two
    assert "\n" not in one


def test_the_command_prints_one_object_or_one_a_line(tmp_path, capsys):
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_bytes(page())
    assert main(["read", str(tmp_path / "a.html")]) == 0
    assert json.loads(capsys.readouterr().out)["reject"] is None
    assert main(["read", str(tmp_path / "a.html"), str(tmp_path / "none.html"), str(tmp_path / "b.html")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["article"] is None for line in lines] == [False, True, False]


def test_the_command_fails_when_nothing_could_be_read(tmp_path, capsys):
    assert main(["read", str(tmp_path / "none.html")]) == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["reject"]["reason"] == "missing_file"
    assert "none.html" in captured.err


def test_the_command_writes_one_file_an_input(tmp_path, capsys):
    (tmp_path / "a.html").write_bytes(page())
    assert main(["read", str(tmp_path / "a.html"), "--out", str(tmp_path / "new" / "out")]) == 0
    written = json.loads((tmp_path / "new" / "out" / "a.json").read_text(encoding="utf-8"))
    assert written["article"]["title"].startswith("KT·LG유플러스")
    assert capsys.readouterr().out == ""
