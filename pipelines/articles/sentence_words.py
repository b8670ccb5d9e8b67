"""Words and signs that decide where a sentence ends. Data only; sentences.py is the engine."""

from __future__ import annotations

# A full stop after one of these does not end a sentence (compared without the stop, in lower case).
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st vs eg ie e.g i.e cf est approx dept univ gov sen rep gen col lt maj sgt capt rev hon pres "
    "jan feb mar apr jun jul aug sep sept oct nov dec bros assn intl mt ft".split()
)
# After these it may; it does where the next word is one that usually begins a sentence. Initials (U.S.) count too.
ENDING_ABBREVIATIONS = frozenset("inc corp co ltd llc plc jr sr etc al a.m p.m ph.d m.b.a ave blvd".split())
SENTENCE_STARTERS = frozenset(
    "The A An It Its He She They We I You In On At By But And Or So For If As With From This That These Those There "
    "Both Each Under After Before While When However Meanwhile According".split()
)
# After these it does not where a number follows.
BEFORE_NUMBERS = frozenset("no nos vol fig p pp art sec".split())
# Words that go on after a quotation that ended in a full stop: 라고 말했다, 며, said.
AFTER_QUOTE = frozenset(
    "라고 이라고 라며 이라며 라면서 고 며 면서 라는 이라는 란 이란 는 은 이 가 을 를 와 과 의 에 로 으로 하고 "
    "하며 라 등 이다 라던 said says told added".split()
)
QUOTES = {"“": "”", "「": "」", "『": "』", '"': '"', "＂": "＂", "‘": "’"}
CLOSERS = "\"'”’」』＂)]】〉》>"
TITLES = (
    "사장|부사장|회장|부회장|대표|대표이사|이사장|전무|상무|이사|본부장|부문장|센터장|원장|총장|위원장|장관|차관|의장|행장|은행장|"
    "실장|팀장|그룹장|단장|소장|국장|처장|청장|시장|지사|의원|교수|박사|연구원|애널리스트|대변인|관계자|담당자|총괄|CEO|CTO|CFO|COO"
)
REPORTING = "said|says|told|added|noted|explained|stressed|stated"
