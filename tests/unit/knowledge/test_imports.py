from __future__ import annotations

import json
import random
import shutil
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from pipelines.cli import main
from pipelines.entities import find_mentions
from pipelines.knowledge import ImportFileError, KnowledgeError, downloads, import_register, load_knowledge
from pipelines.knowledge.importing import names_nothing_else

SHIPPED = Path(__file__).resolve().parents[3] / "data" / "knowledge"

COMPANIES = [
    ("90000001", "가온누리텍", "Gaonnuri Tech Co., Ltd.", "990010"),
    ("90000002", "미리별소재연구", "Miribyeol Co., Ltd.", " "),
    ("90000003", "늘봄", "Neulbom Co., Ltd.", " "),
    ("90000004", "늘봄", "Neulbom Inc.", " "),
    ("90000005", "다솜한빛에너지", "Dasom", " "),
    ("90000006", "다솜한빛에너지", "Dasom Energy", " "),
    ("90000007", "케이티", "KT Corporation", "030200"),
    ("90000008", "A&B하늬솔", "A&B", " "),
]


def xml_of(companies: list[tuple[str, str, str, str]]) -> str:
    rows = []
    for code, name, english, ticker in companies:
        rows.append(
            f"<list><corp_code>{code}</corp_code><corp_name>{escape(name)}</corp_name>"
            f"<corp_eng_name>{escape(english)}</corp_eng_name>"
            f"<stock_code>{ticker}</stock_code><modify_date>20240101</modify_date></list>"
        )
    return f'<?xml version="1.0" encoding="UTF-8"?><result>{"".join(rows)}</result>'


def dart(folder: Path, companies: list[tuple[str, str, str, str]] = COMPANIES) -> Path:
    path = folder / "corpCode.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("CORPCODE.xml", xml_of(companies))
    return path


def krx(folder: Path, encoding: str = "utf-8") -> Path:
    path = folder / "listing.csv"
    path.write_bytes("종목코드,종목명,시장구분\n990010,가온누리,KOSDAQ\n990015,가온누리우,KOSDAQ\n".encode(encoding))
    return path


def ror(folder: Path) -> Path:
    records = [
        {
            "id": "https://ror.org/0zzzzzz01",
            "status": "active",
            "types": ["facility"],
            "locations": [{"geonames_details": {"country_code": "KR"}}],
            "names": [
                {"value": "Miribyeol Institute", "lang": "en", "types": ["ror_display", "label"]},
                {"value": "미리별소재연구", "lang": "ko", "types": ["label"]},
                {"value": "MI", "lang": None, "types": ["acronym"]},
            ],
            "external_ids": [{"type": "wikidata", "all": ["Q990001"], "preferred": None}],
        },
        {"id": "https://ror.org/0zzzzzz02", "status": "withdrawn", "names": [["옛별연구소", "ko", ["label"]]]},
        {
            "id": "https://ror.org/0zzzzzz03",
            "status": "active",
            "locations": [{"geonames_details": {"country_code": "FR"}}],
            "names": [{"value": "Institut Loin", "lang": "fr", "types": ["ror_display", "label"]}],
        },
        "no record",
    ]
    path = folder / "ror.json"
    path.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    return tmp_path / "imported"


def test_a_unique_legal_name_resolves_and_a_shared_one_does_not(tmp_path: Path, imported: Path) -> None:
    import_register("dart", dart(tmp_path), imported)
    register = load_knowledge(SHIPPED, imported).register
    assert register is not None
    found = register.resolve("㈜미리별소재연구")
    assert found is not None
    assert (found.entity_id, found.status, found.dart_corp_code) == ("org-dart-90000002", "imported", "90000002")
    assert register.resolve("다솜한빛에너지") is None
    assert register.resolve("늘봄") is None
    assert register.resolve("없는이름") is None
    assert [entity.entity_id for entity, _ in register.candidates("늘봄")] == ["org-dart-90000003", "org-dart-90000004"]


def test_sources_join_by_stock_code_and_by_a_name_that_each_has_once(tmp_path: Path, imported: Path) -> None:
    for source, path in (("ror", ror(tmp_path)), ("krx", krx(tmp_path)), ("dart", dart(tmp_path))):
        import_register(source, path, imported)
    knowledge = load_knowledge(SHIPPED, imported)
    assert knowledge.register is not None
    by_short_name = knowledge.register.resolve("가온누리")
    assert by_short_name is not None
    assert by_short_name.entity_id == "org-dart-90000001"
    institute = knowledge.register.resolve("미리별소재연구")
    assert institute is not None
    assert (institute.ror_id, institute.wikidata_qid, institute.dart_corp_code) == ("0zzzzzz01", "Q990001", "90000002")
    assert knowledge.register.resolve("Institut Loin") is None
    assert knowledge.register.resolve("옛별연구소") is None


def test_curated_rows_win_and_get_only_the_codes_that_nobody_wrote(tmp_path: Path, imported: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "knowledge"))
    path = folder / "organizations.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("org-kt,"))
    cells = lines[number].split(",")
    cells[10] = ""
    lines[number] = ",".join(cells)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    before = load_knowledge(folder).entities["org-kt"]
    import_register("dart", dart(tmp_path), imported)
    knowledge = load_knowledge(folder, imported)
    kt = knowledge.entities["org-kt"]
    assert (kt.name, kt.name_en, kt.status, kt.group_id) == (before.name, before.name_en, "curated", before.group_id)
    assert kt.dart_corp_code == "90000007"
    assert path.read_text(encoding="utf-8") == "\n".join(lines) + "\n"
    redirects = {redirect.entity_id: redirect.canonical_id for redirect in knowledge.redirects}
    assert redirects["org-dart-90000007"] == "org-kt"


def test_only_listed_names_that_are_no_words_are_searched_for(tmp_path: Path, imported: Path) -> None:
    import_register("dart", dart(tmp_path), imported)
    knowledge = load_knowledge(SHIPPED, imported)
    assert knowledge.entities["org-dart-90000001"].status == "imported"
    assert "org-dart-90000002" not in knowledge.entities
    mentions = find_mentions("가온누리텍은 3일 실적을 냈다. 늘봄 학교는 3월에 연다.", knowledge)
    named = {(mention.surface, mention.entity_id) for mention in mentions if mention.mention_type == "org"}
    assert named == {("가온누리텍", "org-dart-90000001")}


@pytest.mark.parametrize("name", ["미래산업", "동국산업", "유니온", "나라", "LG", "디바이스"])
def test_a_name_with_a_noun_of_the_dictionary_is_not_searched_for(name: str) -> None:
    assert not names_nothing_else(name)


def test_a_discovered_name_becomes_the_registered_organization(tmp_path: Path, imported: Path) -> None:
    import_register("dart", dart(tmp_path), imported)
    text = "㈜미리별소재연구는 12일 KT와 업무협약을 맺었다."
    alone = {m.surface: m.entity_id for m in find_mentions(text, load_knowledge(SHIPPED)) if m.mention_type == "org"}
    found = {m.surface: m for m in find_mentions(text, load_knowledge(SHIPPED, imported)) if m.mention_type == "org"}
    assert set(alone) == set(found)
    assert found["미리별소재연구"].entity_id == "org-dart-90000002"
    assert found["미리별소재연구"].method == "register"


def test_the_same_download_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    shuffled = COMPANIES[:]
    random.Random(3).shuffle(shuffled)  # noqa: S311  an order, no secret
    (tmp_path / "b").mkdir()
    one = import_register("dart", dart(tmp_path), tmp_path / "one").file
    other = import_register("dart", dart(tmp_path / "b", shuffled), tmp_path / "other").file
    assert one.read_bytes() == other.read_bytes()
    first, second = (load_knowledge(SHIPPED, folder.parent) for folder in (one, other))
    assert first == second


def test_the_version_says_what_was_imported(tmp_path: Path, imported: Path) -> None:
    import_register("krx", krx(tmp_path), imported)
    with_listing = load_knowledge(SHIPPED, imported).version
    assert with_listing != load_knowledge(SHIPPED).version
    import_register("dart", dart(tmp_path), imported)
    assert load_knowledge(SHIPPED, imported).version != with_listing


def test_a_listing_in_cp949_is_read_and_preferred_shares_are_no_companies(tmp_path: Path, imported: Path) -> None:
    assert import_register("krx", krx(tmp_path, "cp949"), imported).organizations == 1


def test_a_file_that_defines_entities_is_refused(tmp_path: Path, imported: Path) -> None:
    path = tmp_path / "CORPCODE.xml"
    path.write_text('<!DOCTYPE r [<!ENTITY a "aaaa">]><result><list>&a;</list></result>', encoding="utf-8")
    with pytest.raises(ImportFileError, match="document type"):
        import_register("dart", path, imported)
    assert not imported.exists()


def test_a_packed_bomb_ends_at_the_bound(tmp_path: Path, imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "MAX_CONTENT", 1_000_000)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("CORPCODE.xml", "<result>" + " " * 5_000_000 + "</result>")
    with pytest.raises(ImportFileError, match="unpacks to more"):
        import_register("dart", path, imported)


@pytest.mark.parametrize("source", ["dart", "krx", "ror"])
@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 torn", b"[", b"[{]", b"<result>", b"\xff\xfe\x00", b"[" * 90_000]
)
def test_what_is_no_download_is_told_and_changes_nothing(
    tmp_path: Path, imported: Path, source: str, content: bytes
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(ImportFileError, match=str(path)):
        import_register(source, path, imported)
    assert not imported.exists()


def test_an_import_that_was_torn_says_to_import_again(tmp_path: Path, imported: Path) -> None:
    import_register("krx", krx(tmp_path), imported).file.write_bytes(b"PAR1 torn")
    with pytest.raises(KnowledgeError, match="entente knowledge import krx FILE"):
        load_knowledge(SHIPPED, imported)


def test_the_command_imports_beside_the_knowledge_base_of_the_user(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "mine", ignore=shutil.ignore_patterns("imported")))
    assert main(["knowledge", "import", "dart", str(dart(tmp_path)), "--knowledge-dir", str(folder)]) == 0
    assert "8 organizations" in capsys.readouterr().out
    assert (folder / "imported" / "dart.parquet").exists()
    assert main(["knowledge", "import", "dart", str(tmp_path / "none"), "--knowledge-dir", str(folder)]) == 1
    assert "none" in capsys.readouterr().err


def test_the_check_names_every_mistake_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "mine", ignore=shutil.ignore_patterns("imported")))
    assert main(["knowledge", "check", "--knowledge-dir", str(folder)]) == 0
    assert "nothing is wrong" in capsys.readouterr().out
    (folder / "suppressions.csv").write_text(
        "kind,value,decided_by,decided_at,reason\nurl,example.com,lee,2024-01-02,asked\nfirm,x,lee,2024-01-02,asked\n",
        encoding="utf-8",
    )
    (folder / "judgements.csv").write_text(
        "left_id,right_id,judgement,decided_by,decided_at,reason\norg-kt,org-kt,same,lee,2024-01-02,seen\n",
        encoding="utf-8",
    )
    assert main(["knowledge", "check", "--knowledge-dir", str(folder)]) == 1
    told = capsys.readouterr().err
    for place in ("suppressions.csv:2: value", "suppressions.csv:3: kind", "judgements.csv:2: left_id"):
        assert place in told
