"""Names of the months in languages of Europe, by their first letters. Data only; times.py is the engine."""

from __future__ import annotations

# The longest beginning that fits decides, because 'juin' and 'juillet' differ late.
MONTHS = {
    1: "jan jän ene gen oca sty led sij tammi янв",
    2: "feb fév fev şub lut úno vel helmi фев",
    3: "mar mär mrz maa mars maart brez maalis tháng3 мар",
    4: "apr avr abr nis kwi dub tra huhti апр",
    5: "may mai mei maj mag mayo maggio mayıs kvě svi touko мая май",
    6: "jun juin juni giu haz cze červn lip kesä июн",
    7: "jul juil lug lipca lipiec tem červen srp heinä июл",
    8: "aug aoû ago ağu sie agu kol elo srpen авг",
    9: "sep set eyl wrz zář ruj syys sept сен",
    10: "oct okt out ott eki paź říj lis loka окт",
    11: "nov kas listopad stu marras ноя",
    12: "dec dez déc dic ara gru pros joulu des дек",
}
