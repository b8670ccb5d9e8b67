"""Words by which a sentence itself says that two names are one party.

Tables only; resolution_context.py reads them.
"""

from __future__ import annotations

from pipelines.entities.word_table import words

# before the second name inside parentheses: 'A(이하 B)', 'A(현 B)'
GLOSS_CUES = words(
    """
    이하 약칭 별칭 별명 애칭 일명 통칭 본명 예명 필명 실명 아명 영문명 영어명 영문 영어 한글명 중국명 일본명
    옛이름 구명칭     옛 구 舊 전 前 현 現 現在 현재 당시 훗날 뒤에 뒷날 나중에 이후 줄여서 줄임말 약자 개명
    한자 한문 즉 또는 혹은 호 자 시호     hereinafter hereafter formerly now aka a.k.a. or also the
    """
)
# behind the second name inside parentheses: an age, years of life, a part played
GLOSS_TAILS = r"\s\d|\s*[·,;:ㆍ/]|\s*(?:분|씨|역|扮|出|등|칸|재단|라 한다)|\s*$"

# a title word before one of the two in the same breath: '옛 A인 B', 'formerly A'
FORMER = words("옛 구 舊 전 前 현 現 formerly now")

# words for another name of the same, Korean verbs of calling and of renaming, and their English likes
NAME_WORDS = (
    "본명|예명|별명|필명|아호|애칭|약칭|줄임말|아이디|계정|닉네임|옛 이름|새 이름|공식 명칭|이름|사명|전신|후신"
)
CALLED = "알려진|알려져|불리는|불렸던|불린|일컫는"
RENAMED = "개명|개칭|개편|(?:이름|사명|상호|간판|명칭)(?:을|를) (?:바꾸|바꿨|바꾼|바뀌|변경|고치|고쳤|고친)"
SO_CALLED = "일명|이른바|소위|통칭"
ENGLISH_RENAMED = "renamed|rebranded|changed its name"
ENGLISH_AGAIN = "formerly|previously|once|also|now|better|sometimes|commonly"
ENGLISH_SHORT = "aka|a\\.k\\.a\\.|or|hereinafter|abbreviated as|short for|known as|which stands for"

# what stands around and between the names {a} and {b}, how much it says, what it is, and the words without which it
# cannot fit; in a template ~ is any particle or none, ^^ any quotation marks or none, and … up to three words
TEMPLATES: tuple[tuple[str, float, str, str], ...] = (
    ("{a}^^,? ?즉,? ?^^{b}", 0.9, "the sentence says 즉", "즉"),
    ("{a}(?:의|이라는|라는) (?:<NAME>)(?:은|는|인|이)? ?^^{b}", 0.9, "a word for another name", "<NAME>"),
    ("{a}~ (?:<NAME>)(?:은|는|인|이) ?^^{b}", 0.85, "a word for another name", "<NAME>"),
    (r"\A^^{a}(?:은|는)?[^.]{0,120}(?:<NAME>)(?:은|는|인|이) ?^^{b}", 0.85, "a word for another name", "<NAME>"),
    ("{a}^^(?:으로|로|이라고|라고)(?:도)? (?:더 )?(?:잘 |널리 )?(?:<CALLED>)…^^{b}", 0.85, "known as", "<CALLED>"),
    ("(?:<SO>) ?^^{a}^^(?:으로|로|이라|라)[가-힣]* ?(?:<CALLED>)?,? ?…^^{b}", 0.85, "so-called", "<SO>"),
    ("{a}~ …^^{b}(?:이라는|라는|이란|란) (?:<NAME>)", 0.85, "under the name of", "<NAME>"),
    ("{a}^^~ …^^{b}^^(?:으로|로)[, ][^.]{0,40}(?:<RENAMED>)", 0.88, "renamed to", "<RENAMED>"),
    ("{a}^^~ (?:이름|사명|명칭|간판|상호)(?:을|를) …^^{b}^^(?:으로|로) (?:바|변경|고|개)", 0.9, "renamed to",
     "이름|사명|명칭|간판|상호"),
    ("{a}에서 (?:<RENAMED>)[가-힣]* ?^^{b}", 0.9, "renamed to", "<RENAMED>"),
    ("(?:옛|구|前|舊) ?^^{a}^^(?:인|이었던|였던) ?^^{b}", 0.85, "former name",
     r"(?:\A|[\s'‘\"“(])(?:옛|구|前|舊)[\s'‘\"“]"),
    ("{a},? (?:<AGAIN>)(?: known as| called| named)? ^^(?:the )?{b}", 0.9, "also or formerly known as",
     " (?:<AGAIN>) "),
    ("{a},? (?:<SHORT>) ^^(?:the )?{b}", 0.85, "also known as", " (?:<SHORT>) "),
    ("{a}(?: has| was| is)?(?: been)? (?:<NEW>)(?: itself)?(?: as| to)? ^^(?:the )?{b}", 0.9, "renamed to", "<NEW>"),
)  # fmt: skip
TEMPLATE_WORDS = {
    "<NAME>": NAME_WORDS, "<CALLED>": CALLED, "<RENAMED>": RENAMED, "<AGAIN>": ENGLISH_AGAIN, "<SHORT>": ENGLISH_SHORT,
    "<SO>": SO_CALLED, "<NEW>": ENGLISH_RENAMED,
}  # fmt: skip

# nouns for a person that stand right before that person's name, or as a word of their own elsewhere
PERSON_NOUNS = words(
    """
    아버지 어머니 부친 모친 아들 딸 장남 차남 삼남 사남 장녀 차녀 삼녀 막내 형 동생 누나 언니 오빠 남동생 여동생
    이복동생 이복형 사위 며느리 손자 손녀 조카 삼촌 숙부 백부 외삼촌 이모 고모 남편 아내 부인 처 약혼자 약혼녀 연인
    동거녀 동거남 여자친구 남자친구 친구 제자 스승 라이벌 후배 선배 동료 살인범 연쇄살인범 범인 용의자 피의자 주인공
    """
)
