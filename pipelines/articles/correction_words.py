"""Words by which a page says that it corrects another one. Data only; corrections.py is the engine."""

from __future__ import annotations

# Headings that need brackets, because 정정 alone is also what companies do to their disclosures.
TAGS = (
    "정정보도",
    "정정보도문",
    "정정",
    "정정합니다",
    "정정및반론보도",
    "정정반론보도",
    "바로잡습니다",
    "바로잡음",
    "고침",
    "correction",
    "corrections",
    "corrected",
)
# Headings that say it without brackets, at the beginning or the end of a headline.
HEADINGS = ("정정보도", "정정보도문", "바로잡습니다", "정정합니다")
# English headlines that begin so; the colon or dash belongs to it.
OPENINGS = ("correction", "corrections", "corrected", "correction and clarification", "corrections and clarifications")
# Words of a link that leads to the article in question: 해당 기사, 원문 보기.
LINKS = ("기사", "원문", "보도", "article", "story", "report")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
