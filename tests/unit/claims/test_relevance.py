"""What is skipped before analysis: sentences that can say nothing, and never one that can."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.claims import discourse, frames_ko, read_claims
from pipelines.claims.context import Context
from pipelines.claims.cues import Cue, Cues
from pipelines.claims.relevance import relevant_places
from pipelines.claims.surfaces import noun_forms, stem_forms

SENTENCES = [
    "[org:가온전자]와 [org:누리소프트]는 지난 3일 업무협약을 체결했다.",
    "[org:가온전자]는 [alliance:푸른 원팀]에 합류했다.",
    "[alliance:푸른 원팀]에는 [org:가온전자], [org:다솜카드] 등이 참여하고 있다.",
    "[org:다솜카드]도 들어올 예정이다.",
    "이 협의체에서 [org:누리소프트]는 빠졌다.",
    "[group:양사=가온전자,누리소프트]는 손을 잡았다.",
    "결국 갈라섰다.",
    "[org:가온전자]와 [org:다솜카드]의 합작법인 [alliance:새벽]이 문을 열었다.",
    "[org:가온전자]는 사명을 [org:하늘전자]로 바꿨다.",
    "[org:가온전자]는 [org:다솜카드]와 경쟁한다.",
    '[person:한결] [org:가온전자] 사장은 "더 많은 일을 함께 해 나가겠다"고 말했다.',
    '[org:누리소프트] 관계자는 "아직은 밝힐 것이 없다"고 전했다.',
    "[org:누리소프트]는 [org:다솜카드]를 인수하는 방안을 검토 중이다.",
    "주말에는 전국에 비가 내리겠다.",
    "[org:다솜카드]의 매출은 지난해보다 늘었다.",
    "[alliance:푸른 원팀]은 △기술 교류 △인재 양성 등을 맡는다.",
]


def words_of(sentences):
    return " ".join(sentences)


@settings(max_examples=40, deadline=None)
@given(sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=7), headline=st.booleans())
def test_skipping_sentences_changes_no_claim(make_document, knowledge_of, sentences, headline):
    document = make_document(words_of(sentences), headline=headline)
    read = read_claims(document, knowledge_of(document))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(discourse, "relevant_places", lambda context, given: list(range(len(given))))
        assert read_claims(document, knowledge_of(document)) == read


@pytest.mark.parametrize(
    "sentence",
    [
        "주말에는 전국에 비가 내리겠다.",
        "[org:다솜카드]의 매출은 지난해보다 늘었다.",
        "[org:가온전자]는 행사에 참여했다.",
        "[org:가온전자]는 손을 자주 씻자고 [org:다솜카드]에 권했다.",
        "업무협약을 체결했다.",
        "[org:가온전자]는 매출이 늘었다. [org:다솜카드]도 그랬다. 겨울이면 이웃과 음식을 나누기로 했다.",
        "[org:가온전자]와 [org:다솜카드]는 비를 피했다. [person:한결] 시장은 이웃과 대화하는 자리를 마련했다.",
        "[org:가온전자]와 [org:다솜카드]는 비를 피했다. 이웃들은 이야기를 나누고 있다.",
    ],
)
def test_a_sentence_that_can_say_nothing_is_not_analysed(make_document, knowledge_of, monkeypatch, sentence):
    document = make_document(sentence)
    monkeypatch.setattr(discourse, "analyze", lambda *_, **__: pytest.fail("the sentence was analysed"))
    assert not read_claims(document, knowledge_of(document)).memberships


def test_only_the_sentences_with_a_predicate_of_a_frame_are_picked(make_document, knowledge_of):
    document = make_document(words_of([SENTENCES[13], SENTENCES[0], SENTENCES[14]]))
    assert relevant_places(Context(document, knowledge_of(document)), document.sentences) == [1]


def test_the_sentence_that_goes_on_with_an_alliance_is_picked(make_document, knowledge_of):
    document = make_document(words_of([SENTENCES[2], SENTENCES[3]]))
    assert relevant_places(Context(document, knowledge_of(document)), document.sentences) == [0, 1]


@pytest.mark.parametrize(
    ("lemma", "text"),
    [
        ("체결하", "체결했다"),
        ("꾸리", "꾸렸다"),
        ("세우", "세웠다"),
        ("이루어지", "이루어졌다"),
        ("만들", "만든 회사"),
        ("만들", "만드는"),
        ("잇", "이어 온"),
        ("돕", "도와"),
        ("잡", "잡고"),
        ("오르", "올랐다"),
        ("들어오", "들어왔다"),
        ("이끌", "이끄는"),
        ("끊", "끊은"),
        ("뜨", "떴다"),
        ("나가", "나갔다"),
        ("되", "됐다"),
        ("회원사이", "회원사다"),
    ],
)
def test_no_inflected_form_escapes_the_forms_of_its_stem(lemma, text):
    assert any(form in text for form in stem_forms(lemma))


@pytest.mark.parametrize(("lemma", "text"), [("잡", "자주"), ("꾸리", "꾸준히"), ("잇", "이번"), ("만들", "만나")])
def test_a_word_that_only_begins_alike_does_not_match(lemma, text):
    assert not any(form in text for form in stem_forms(lemma))


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("지분의 교환", True),
        ("지분 교 환", True),
        ("교환한 지분", False),
        ("지분을 팔았다. 교환", False),
        ("지분", False),
    ],
)
def test_the_halves_of_a_compound_stand_in_one_sentence_and_in_order(make_document, text, stands):
    document = make_document(text)
    standing = Cues([Cue(frozenset(), frozenset({"지분교환"}))]).standing_in(document.text, document.sentences)
    assert any(standing) == stands


def test_a_cue_stands_where_both_of_its_words_do(make_document):
    document = make_document("손을 씻었다. 나는 손을 잡았다. 닭을 잡았다. 그가 됐다.")
    cues = Cues([Cue(frozenset({"잡"}), frozenset({"손"})), Cue(frozenset({"되"}), frozenset())])
    assert cues.standing_in(document.text, document.sentences) == [0b10, 0b11, 0b10, 0b10]


def test_a_cue_with_words_around_stands_only_beside_one_of_them(make_document):
    document = make_document("함께 나눴다. 나눴다. 함께 갔다.")
    cues = Cues([Cue(frozenset({"나누"}), frozenset(), around=frozenset({"함께", "서로"}))])
    assert cues.standing_in(document.text, document.sentences) == [1, 0, 0]


def test_a_sentence_with_too_few_names_fills_no_cue_that_wants_them_there():
    lemmas = frozenset({"나누"})
    cues = Cues([Cue(lemmas, frozenset()), Cue(lemmas, frozenset(), here=2), Cue(lemmas, frozenset(), anyone_here=1)])
    asked = [(0, 0), (0, 1), (1, 1), (2, 2), (9, 9)]
    assert [cues.with_names(*names) for names in asked] == [0b001, 0b101, 0b101, 0b111, 0b111]


def test_a_sentence_said_twice_is_analysed_once_and_read_at_both_places(make_document, knowledge_of, monkeypatch):
    document = make_document(words_of([SENTENCES[0], SENTENCES[14], SENTENCES[0]]))
    analysed = []
    original = discourse.analyze
    monkeypatch.setattr(discourse, "analyze", lambda text, *a, **k: analysed.append(text) or original(text, *a, **k))
    read = discourse.Discourse(Context(document, knowledge_of(document)))
    first, second = (read._read_sentence(document.sentences[n]) for n in (0, 2))
    assert len(analysed) == 1
    shift = document.sentences[2].char_start - document.sentences[0].char_start
    assert [(c.lemma, c.start + shift, c.end + shift) for c in first] == [(c.lemma, c.start, c.end) for c in second]
    assert first


def test_half_of_a_surrogate_pair_hides_no_word(make_document):
    document = make_document("\ud83d 손을 잡았다.")
    cues = Cues([Cue(frozenset({"잡"}), frozenset({"손"}))])
    assert cues.standing_in(document.text, document.sentences) == [1]


def test_latin_words_are_not_spelled_with_spaces():
    assert noun_forms("MOU") == (frozenset({"MOU"}),)


@pytest.mark.parametrize("lemma", sorted(frames_ko.TRIGGERS))
def test_every_trigger_matches_itself_before_an_ending(lemma):
    assert any(form in f"{lemma}고" for form in stem_forms(lemma))
