"""Where the name of a town or province says where something is, rather than who acts.

Here belongs the judging of one place in a text, by what stands right behind it: the next part of an address, another
town, or a particle of places. A town that signs, joins or promises stays a party.
"""

from __future__ import annotations

import re

# what the names of towns, counties, districts and provinces end in, and their halls
TOWN = re.compile(r"(?:시|군|구|도|시청|군청|구청|도청)$")
# the next part of an address ('역삼동', '봉은사로 20길'), or the smaller town inside the larger one
NEXT_PART = re.compile(
    r" (?:[가-힣]{1,5}\d{0,2}(?:동|읍|면|리|로|길|가)(?=[ ,.)]|에|의|로|$)|[가-힣]{1,4}[시군구](?![가-힣]{3})"
    r"|소재|일대|일원|인근)"
)
# a venue in the town: no word with a particle of parties stands between
VENUE = re.compile(r"(?: (?!\S*[은는을를과와가](?: |$))\S{1,20}){1,4}에서(?![가-힣])")
# a particle of places; 'X에 따르면', 'X에 제안했다' are about a party
TOLD = "따르|의하|제안|요청|건의|신청|제출|기부|기탁|전달|통보|감사|협조"
AT = re.compile(rf"에서(?:(?![가-힣])|는|도|만)|에(?:만|도|는)? (?!{TOLD})")


def is_address(text: str, start: int, end: int) -> bool:
    """Whether the town named at `start` to `end` (half-open character offsets) is a place there, and no party."""
    return TOWN.search(text, start, end) is not None and (
        NEXT_PART.match(text, end) is not None or AT.match(text, end) is not None or VENUE.match(text, end) is not None
    )
