from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.entities import tagged_names
from pipelines.entities.findings import Findings
from pipelines.entities.mentions import find_mentions
from pipelines.entities.model import Knowledge
from pipelines.entities.name_forms import NameForm, NameForms
from pipelines.entities.tagging import LABELS, ModelError, NameSpan, label_runs, pack, tag_names, unpack
from pipelines.entities.triggers import triggered_segments

MODEL = (Path(__file__).parents[3] / "data" / "models" / "names" / "names.model").read_bytes()
NOTHING = Knowledge({}, ())


def tagged(sentence):
    (spans,) = tag_names([sentence], MODEL)
    return {(sentence[span.start : span.end], span.label) for span in spans}


def test_the_model_tags_people_organizations_places_and_dates():
    found = tagged("김민준 삼성전자 사장은 3일 부산에서 기자들과 만났다.")
    assert {("김민준", "PS"), ("삼성전자", "OG"), ("3일", "DT"), ("부산", "LC")} <= found


def test_a_sentence_is_tagged_alone_as_among_others():
    sentences = ["현대자동차가 공장을 짓는다.", "", " ", "비가 왔다.", "이영희 교수는 2020년 미국으로 갔다."]
    assert tag_names(sentences, MODEL) == [tag_names([one], MODEL)[0] for one in sentences]


def test_a_sentence_that_is_said_twice_is_tagged_twice_alike():
    sentence, other = "가람전자가 나루통신과 협약을 맺었다.", "서울에서 만났다."
    once = tag_names([sentence], MODEL)[0]
    assert tag_names([sentence, other, sentence], MODEL)[::2] == [once, once]
    kept = tag_names([sentence, sentence], MODEL, [[], [(0, 4)]])
    assert kept == [once, tag_names([sentence], MODEL, [[(0, 4)]])[0]]


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet="가나다라마 바사은는이LGU+&0123.,'\n\tㅋ漢\u200b", max_size=60))
def test_spans_lie_inside_the_sentence_without_overlaps(sentence):
    (spans,) = tag_names([sentence], MODEL)
    reached = 0
    for span in spans:
        assert reached <= span.start < span.end <= len(sentence)
        assert span.label in LABELS
        assert 0 <= span.score <= 1
        assert not sentence[span.start].isspace()
        reached = span.end


def test_the_model_is_small_and_packs_to_what_it_was():
    assert len(MODEL) <= 10_000_000
    parts = unpack(MODEL)
    assert unpack(pack(parts)) == parts


@pytest.mark.parametrize("damaged", [b"", b"PK\x03\x04", MODEL[:40], MODEL[:-100], MODEL[:60] + bytes(200)])
def test_bytes_that_are_no_model_are_refused(damaged):
    with pytest.raises(ModelError):
        tag_names(["가나"], damaged)


def test_runs_of_labels_end_where_the_label_changes():
    labels = ["O", "B-OG", "I-OG", "B-OG", "I-PS", "O", "I-LC"]
    assert list(label_runs(labels)) == [(1, 2, "OG"), (3, 3, "OG"), (4, 4, "PS"), (6, 6, "LC")]


def test_listed_forms_are_found_longest_first_and_say_their_class():
    forms = NameForms(
        [NameForm("가람", "PS_NAME", 1), NameForm("가람시", "LCP_CITY", 7), NameForm("시청", "OGG_LAW", 2)]
    )
    (hit,) = forms.hits("가람시청", [True] * 4, [True] * 4)
    assert (hit.start, hit.end, hit.classes, hit.finest, hit.often) == (0, 3, "LC", "LCP_CITY", "3")


def test_a_name_that_no_list_has_is_found_where_the_story_tells_a_deal():
    text = "누리온소프트, 협약 체결\n\n누리온소프트가 삼성전자와 업무협약을 맺었다고 3일 밝혔다."
    names = {m.surface for m in find_mentions(text, NOTHING, model=MODEL) if m.mention_type == "org"}
    assert "삼성전자" in names


def test_capitals_that_stand_for_an_agreement_name_nobody_however_sure_the_model_is(monkeypatch):
    text = "한빛전자는 미리내연구원 등과 양해각서(MOU)를 체결하며 협의체 시작을 알렸다."
    at = text.index("MOU")
    sure = NameSpan(at, at + 3, "OG", "OG", 0.99)
    monkeypatch.setattr(tagged_names, "tag_names", lambda sentences, model, known: [[sure] for _ in sentences])
    found = Findings(text)
    tagged_names.find_tagged(found, MODEL)
    assert list(found) == []


def test_sentences_without_a_trigger_are_not_read_by_the_model():
    text = "비가 왔다. 두 회사는 협약을 맺었다. 해가 떴다.\n\n'가람 얼라이언스'가 있다. 끝."
    assert [text[a:b].strip() for a, b in triggered_segments(text)] == [
        "두 회사는 협약을 맺었다.",
        "'가람 얼라이언스'가 있다.",
    ]
    quiet = "삼성전자 주변에 비가 왔다."
    assert find_mentions(quiet, NOTHING, model=MODEL) == find_mentions(quiet, NOTHING)


def test_a_known_name_keeps_its_entity_beside_the_model(knowledge):
    text = "KT와 LG전자가 협약을 체결했다."
    plain = {(m.surface, m.entity_id) for m in find_mentions(text, knowledge)}
    assert plain <= {(m.surface, m.entity_id) for m in find_mentions(text, knowledge, model=MODEL)}
