"""English words of dates, with what they mean relative to the reference day. Tables only."""

from __future__ import annotations

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}
DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the previous day": -1, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip
# relative to the day, month or year named last, else to the reference
ANCHORED = {
    "the same day": ("day", 0), "that day": ("day", 0), "the next day": ("day", 1), "the following day": ("day", 1),
    "the day before": ("day", -1), "the same month": ("month", 0), "that month": ("month", 0),
    "the following month": ("month", 1), "the same year": ("year", 0), "that year": ("year", 0),
    "the following year": ("year", 1),
}  # fmt: skip
NUMBERS = {
    "a couple of": 2, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": -1, "latter": 2,
    "final": -1,
}  # fmt: skip
EDGES = {
    "early": "start", "beginning": "start", "start": "start", "mid": "mid", "middle": "mid", "late": "end",
    "later": "end", "end": "end", "earlier": "start",
}  # fmt: skip
# 'later this year' is after now, 'earlier this year' before: no edge of the unit, only a direction
COMPARATIVES = {"later": "future", "earlier": "past"}
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
PREPOSITIONS = (
    "in", "since", "until", "by", "during", "from", "for", "of", "around", "through", "before", "after", "late in",
    "on", "back in", "between", "and", "to", "till", "as of", "as early as", "as late as", "as soon as", "year",
)  # fmt: skip

PAST_REPORT = (
    r"said|announced|signed|agreed|formed|launched|joined|told|was|were|had|reported|held|met|founded|established|began"
    r"|started|opened|became|left|took|made|unveiled|acquired|invested|has|have|unveiled|completed|ended"
)
FUTURE_REPORT = (
    r"will|plans?\sto|planned|planning|expected|expects?|scheduled|due|is\sto|are\sto|aims?\sto|set\sto|would|upcoming"
)
# what a half in figures ('H1') is said of; alone it is a name as well
HALF_NOUNS = r"\s(?:sales|results?|revenues?|earnings|profits?|net|operating|guidance|실적|매출|영업이익|순이익)|\s*$"
# nouns after 'the 3rd' that make an ordinal of it, not a day
NOT_A_DAY = (
    r"\s(?!and\b|in\b|at\b|of\b|to\b|for\b|with\b|that\b|it\b|he\b|she\b|they\b|by\b|as\b|but\b|said\b|when\b)\w"
)
