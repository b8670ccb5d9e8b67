"""Times as pages write them, as aware datetimes in the source's own zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from pipelines.articles.month_words import MONTHS

# Korea has kept one offset since 1988, so a fixed zone under its IANA name is exact for every page there is.
KST = timezone(timedelta(hours=9), "Asia/Seoul")
EARLIEST, LATEST = 1990, 2100
# A date is sought and read within so many characters.
LONGEST = 100

ISO = re.compile(
    r"(?P<year>\d{4})\s*[-./년]\s*(?P<month>\d{1,2})\s*[-./월]\s*(?P<day>\d{1,2})\s*[일.]?"
    r"(?:(?:\s*\([가-힣]\))?[T\s,]*(?P<half>오전|오후|[AaPp]\.?[Mm]\.?)?\s*(?P<hour>\d{1,2})\s*[:시]\s*(?P<minute>\d{2})분?"
    r"(?:\s*:\s*(?P<second>\d{2})(?:\.\d+)?)?\s*(?P<late>[AaPp]\.?[Mm]\.?)?"
    r"\s*(?P<zone>Z|UTC|GMT|KST|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?"
)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
MILLISECONDS = re.compile(r"1\d{12}")
TIME_OF_DAY = (
    r"(?:,?\s*(?:(?:at|um|à|às|alle|kl\.?|[-–|•])\s*)?(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"\s*(?P<late>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|KST|[+-]\d{2}:?\d{2})?)?"
)
# With dots, the day comes first wherever the year does not.
DAY_FIRST = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})" + TIME_OF_DAY)
WORDED = re.compile(
    r"(?:(?P<month>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?|(?<!\d)(?P<day2>\d{1,2})(?:\.|er|º)?\s+"
    r"(?:de\s+)?(?P<month2>[^\W\d_]{3,12})\.?),?\s+(?:de\s+)?(?P<year>\d{4})(?!\d)" + TIME_OF_DAY
)
# The beginnings of months' names, the longest first.
BEGINNINGS = sorted(
    ((beginning, number) for number, beginnings in MONTHS.items() for beginning in beginnings.split()),
    key=lambda pair: (-len(pair[0]), pair),
)
NAMED_ZONES = {"Z": UTC, "UTC": UTC, "GMT": UTC, "KST": KST}


def parse_time(text: str | None, zone: timezone, *, korean: bool = False) -> datetime | None:
    """The time that `text` begins with or consists of; None where it states none, or an impossible one.

    A time without a zone is taken in `zone`; a day without a time is its midnight. With `korean`, a time in another
    zone is given in KST, because the page's own clock runs on it.
    """
    value = " ".join((text or "")[:LONGEST].split())
    if not value:
        return None
    try:
        found = _parse(value, zone)
        if found is None or not EARLIEST <= found.year <= LATEST:
            return None
        return found.astimezone(KST) if korean else found
    except (ValueError, OverflowError, TypeError):
        return None


def find_time(text: str) -> str | None:
    """A text's beginning from its first date on, or None where it has none; parse_time reads what this finds."""
    text = " ".join(text[: 2 * LONGEST].split())
    found = [match for pattern in (ISO, DAY_FIRST, WORDED) if (match := pattern.search(text))]
    return text[min(match.start() for match in found) :] if found else None


def from_milliseconds(text: str) -> datetime | None:
    """The Korean time of a count of milliseconds since 1970."""
    return datetime.fromtimestamp(int(text) // 1000, KST) if MILLISECONDS.fullmatch(text) else None


def zone_name(moment: datetime) -> str:
    """The name of a moment's zone: IANA where it is known, else UTC or an offset such as +02:00."""
    if moment.tzinfo is KST:
        return "Asia/Seoul"
    offset = moment.utcoffset() or timedelta()
    if not offset:
        return "UTC"
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _parse(value: str, zone: timezone) -> datetime | None:
    if compact := COMPACT.fullmatch(value):
        numbers = [int(part or 0) for part in compact.groups()]
        return datetime(*numbers, tzinfo=zone)  # type: ignore[misc, arg-type]  # six numbers: year to second
    if MILLISECONDS.fullmatch(value):
        return datetime.fromtimestamp(int(value) // 1000, UTC)
    if found := ISO.match(value):
        return _build(found.groupdict(), int(found["month"]), int(found["day"]), zone)
    if found := DAY_FIRST.match(value):
        return _build(found.groupdict(), int(found["month"]), int(found["day"]), zone)
    if (found := WORDED.search(value)) and (month := _month(found["month"] or found["month2"])):
        return _build(found.groupdict(), month, int(found["day"] or found["day2"]), zone)
    if "," in value or "GMT" in value:
        parsed = parsedate_to_datetime(value)
        return parsed if parsed.tzinfo else parsed.replace(tzinfo=zone)
    return None


def _month(word: str) -> int | None:
    lowered = word.casefold()
    return next((number for beginning, number in BEGINNINGS if lowered.startswith(beginning)), None)


def _build(parts: dict[str, str | None], month: int, day: int, zone: timezone) -> datetime:
    hour = int(parts["hour"] or 0)
    half = (parts.get("half") or parts["late"] or "").lower()
    if half.startswith(("오후", "p")) and hour < 12:
        hour += 12
    elif half.startswith(("오전", "a")) and hour == 12:
        hour = 0
    minute = int(parts["minute"] or 0)
    if hour > 24 or minute > 59:
        raise ValueError(f"no such time of day: {hour}:{minute}")
    moment = datetime(int(parts["year"] or 0), month, day, tzinfo=zone)
    # Some pages write the end of a day as 24:00.
    moment += timedelta(hours=hour, minutes=minute, seconds=int(parts["second"] or 0))
    written = (parts["zone"] or "").upper()
    if not written:
        return moment
    if written in NAMED_ZONES:
        return moment.replace(tzinfo=NAMED_ZONES[written])
    digits = written[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return moment.replace(tzinfo=timezone(-offset if written[0] == "-" else offset))
