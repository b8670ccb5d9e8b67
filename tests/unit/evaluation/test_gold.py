import json

import pytest

from pipelines.evaluation import GoldError, read_gold


def test_a_folder_without_annotations_is_refused_with_its_shape(tmp_path):
    with pytest.raises(GoldError, match=r"articles/NNN\.json"):
        read_gold(tmp_path)


def test_an_annotation_without_its_article_names_the_missing_file(tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "007.json").write_text(json.dumps({"entities": [], "memberships": [], "events": []}))
    with pytest.raises(GoldError, match=r"articles/007\.json is missing"):
        read_gold(tmp_path)


def test_a_row_that_lacks_what_is_scored_is_named(tmp_path):
    for folder in ("gold", "articles"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles" / "007.json").write_text('{"text": "a"}')
    entity = {"canonical": "가람", "type": "org", "surface_forms": []}
    gold = {"entities": [entity, {"type": "org"}], "memberships": [], "events": []}
    (tmp_path / "gold" / "007.json").write_text(json.dumps(gold))
    with pytest.raises(GoldError, match=r"007\.json: row 2 of entities lacks canonical, surface_forms"):
        read_gold(tmp_path)


@pytest.mark.parametrize("content", ["{", "[]", '{"entities": []}'])
def test_a_broken_annotation_is_named(tmp_path, content):
    for folder in ("gold", "articles"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles" / "007.json").write_text('{"text": "a"}')
    (tmp_path / "gold" / "007.json").write_text(content)
    with pytest.raises(GoldError, match=r"gold/007\.json"):
        read_gold(tmp_path)
