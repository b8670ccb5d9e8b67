"""Every encoding of Korean, Japanese and English pages, under every declaration, true or false."""

from __future__ import annotations

import pytest

from pipelines.articles import decode

TEXTS = {
    "ko": (
        "두 회사, 배송 로봇 함께 만든다",
        "똠방각하와 펲시가 3일 서울에서 협약을 맺었다. 두 회사는 “로봇을 같이 만들겠다”고 밝혔다.",
        "모임의 이름은 '물결 모임'이다. 다른 회사에도 문을 열어 두었다 · 김가람 기자 ⓒ 한샘일보",
    ),
    "ja": (
        "二社、配送ロボットを共同で開発へ",
        "カワセミ電機とナギサ通信は三日、東京で協定を結んだと発表した。「ロボットを一緒に作る」という。",
        "会の名前は「なみの会」で、ほかの会社も加わることができる。配送サービスは来年から始まる。",
    ),
    "en": (
        "Two makers will build the robot ‘together’",
        "Café Élan and Tidewater said they’d sign on the 3rd — “we share the plant”, its chief said.",
        "The group’s name is Wave Circle. Others may join it; the fee is £40 a year.",
    ),
}
NARROW = {
    "ko": ("utf-8", "utf-8-sig", "cp949", "iso2022_kr"),
    "ja": ("utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp"),
    "en": ("utf-8", "utf-8-sig", "cp1252"),
}
WIDE = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
DECLARED = (
    None,
    "utf-8",
    "UTF-8",
    "euc-kr",
    "EUC-KR",
    "ks_c_5601-1987",
    "shift_jis",
    "euc-jp",
    "iso-2022-jp",
    "iso-8859-1",
    "windows-1252",
    "gb2312",
    "big5",
    "utf-16",
    "no-such-charset",
)
PLACES = ("meta", "http-equiv", "xml", "header")
LENGTHS = {"one sentence": 1, "a page": 40}
CASES = [(language, codec) for language, codecs in NARROW.items() for codec in (*codecs, *WIDE)]


def page_of(language: str, declared: str | None, place: str, times: int, codec: str) -> str:
    title, *paragraphs = TEXTS[language]
    if codec == "iso2022_kr":  # it has only the syllables of KS X 1001
        paragraphs = [text.replace("똠방각하와 펲시가", "가람전자와 나루통신이") for text in paragraphs]
    meta = {
        "meta": f'<meta charset="{declared}">',
        "http-equiv": f"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>",
    }
    xml = f'<?xml version="1.0" encoding="{declared}"?>' if declared and place == "xml" else ""
    head = meta.get(place, "") if declared else ""
    body = "".join(f'<p class="article-text">{text}</p>\n' for text in paragraphs) * times
    return f"{xml}<!doctype html><html><head>{head}<title>{title}</title></head><body>{body}</body></html>"


def mistakes(language: str, codec: str, times: int, cut: int = 0) -> list[str]:
    found = []
    for declared in DECLARED:
        for place in PLACES:
            page = page_of(language, declared, place, times, codec)
            data = page.encode(codec)
            header = f"text/html; charset={declared}" if declared and place == "header" else None
            decoded = decode(data[: len(data) - cut], header)
            expected = page
            if cut:
                # What is whole comes back; a mark may stand for the character that is cut.
                expected = data[: len(data) - cut].decode(codec, "ignore")
                if decoded.text.removesuffix("\ufffd") == expected and decoded.replaced <= 1:
                    continue
            if decoded.text != expected:
                found.append(f"{declared} in {place}: read as {decoded.charset}")
    return found


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize(("language", "codec"), CASES)
def test_a_page_is_read_by_its_bytes_whatever_it_declares(language: str, codec: str, length: str) -> None:
    assert mistakes(language, codec, LENGTHS[length]) == []


@pytest.mark.parametrize(("language", "codec"), [case for case in CASES if case[1] not in {"iso2022_kr", "iso2022_jp"}])
def test_a_page_that_ends_early_is_read_up_to_its_last_whole_character(language: str, codec: str) -> None:
    tail = len("</p>\n</body></html>".encode(codec.removesuffix("-sig")))
    for cut in range(tail, tail + 5):
        assert mistakes(language, codec, 1, cut) == []


@pytest.mark.parametrize("times", LENGTHS.values())
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize("misread_as", ["latin-1", "cp1252"])
@pytest.mark.parametrize("original", ["cp949", "utf-8"])
def test_korean_that_was_misread_and_stored_is_repaired(
    original: str, misread_as: str, declared: str | None, place: str, times: int
) -> None:
    page = page_of("ko", declared, place, times, original)
    stored = "".join(_misread(byte, misread_as) for byte in page.encode(original)).encode("utf-8")
    assert decode(stored, f"text/html; charset={declared}" if declared and place == "header" else None).text == page


def _misread(byte: int, codec: str) -> str:
    try:
        return bytes((byte,)).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)  # what cp1252 leaves out stands as a control character


def test_a_garbled_body_in_a_sound_template_is_repaired_and_the_rest_is_left() -> None:
    sound = "<title>한샘일보 » 로봇</title><p>Café à l’été</p>"
    body = "두 회사는 협약을 맺었다고 밝혔다."
    page = f"<html>{sound}<div>{body.encode('cp949').decode('latin-1')}</div></html>"
    assert decode(page.encode()).text == f"<html>{sound}<div>{body}</div></html>"


@pytest.mark.parametrize(
    "text",
    [
        "Ils ont créé où naît l’été, déçu : çà et là, garçons ÉTÉ ÀÉÈÙ ¡¿«»",
        "Größe über Äpfel, ÄÖÜß, „Straße“ für größere Füße",
        "œuvre — žluťoučký kůň úpěl ďábelské ódy",
        "© 2021 ®™ ½ ¾ ¼ ×÷ ±°²³",
        "Ívêxüðæþþ ÞÆÐ íslenska þjóðin",
    ],
)
def test_western_text_in_utf_8_stays_as_it_is(text: str) -> None:
    page = f"<html><p>{text * 20}</p></html>"
    assert decode(page.encode()).text == page


@pytest.mark.parametrize(
    ("codec", "declared", "text"),
    [
        ("cp1251", "windows-1251", "Две компании заявили, что вместе построят завод роботов."),
        ("koi8-r", "koi8-r", "Две компании заявили, что вместе построят завод роботов."),
        ("cp1251", None, "Две компании заявили, что вместе построят завод роботов."),
        ("gb18030", "gb2312", "两家机器人公司表示将共同建设工厂，第三家公司可能加入该联盟。"),
        ("gb18030", None, "两家机器人公司表示将共同建设工厂，第三家公司可能加入该联盟。"),
        ("big5", "big5", "兩家機器人公司表示將共同建設工廠，第三家公司可能加入該聯盟。"),
        ("big5", None, "兩家機器人公司表示將共同建設工廠，第三家公司可能加入該聯盟。"),
        ("cp1250", "windows-1250", "Dwie spółki ogłosiły, że wspólnie zbudują fabrykę robotów."),
        ("cp1254", "iso-8859-9", "İki şirket birlikte bir robot fabrikası kuracağını açıkladı."),
        ("johab", "johab", "두 회사는 로봇 협약을 맺었다고 밝혔다."),
    ],
)
def test_other_writings_are_read_by_declaration_or_detection(codec: str, declared: str | None, text: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{meta}</head><p>{text * 10}</p></html>"
    assert decode(page.encode(codec)).text == page


def test_a_few_broken_bytes_do_not_change_what_a_page_is() -> None:
    page = page_of("ko", "utf-8", "meta", 40, "cp949")
    for codec in ("utf-8", "cp949"):
        data = page.encode(codec).replace("로봇".encode(codec), "로봇".encode(codec)[:-1], 3)
        decoded = decode(data)
        assert decoded.charset == codec
        assert decoded.replaced <= 6


def test_a_mark_of_utf_8_before_other_bytes_is_not_believed() -> None:
    page = page_of("ko", None, "meta", 2, "cp949")
    assert decode(b"\xef\xbb\xbf" + page.encode("cp949")).text == page


def test_a_lone_surrogate_in_utf_16_is_one_lost_character() -> None:
    data = "<html><p>협약".encode("utf-16") + b"\x00\xd8" + "</p>".encode("utf-16-le") + b"\x00"
    decoded = decode(data)
    assert decoded.text.startswith("<html><p>협약")
    assert 1 <= decoded.replaced <= 3
