"""Times as pages write them, as aware datetimes in the source's own zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

# Korea has kept one offset since 1988, so a fixed zone under its IANA name is exact for every page there is.
KST = timezone(timedelta(hours=9), "Asia/Seoul")
EARLIEST, LATEST = 1990, 2100

ISO = re.compile(
    r"(?P<year>\d{4})\s*[-./년]\s*(?P<month>\d{1,2})\s*[-./월]\s*(?P<day>\d{1,2})\s*[일.]?"
    r"(?:(?:\s*\([가-힣]\))?[T\s,]*(?P<half>오전|오후|[AaPp]\.?[Mm]\.?)?\s*(?P<hour>\d{1,2})\s*[:시]\s*(?P<minute>\d{2})분?"
    r"(?:\s*:\s*(?P<second>\d{2})(?:\.\d+)?)?\s*(?P<late>[AaPp]\.?[Mm]\.?)?"
    r"\s*(?P<zone>Z|UTC|GMT|KST|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?"
)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
MILLISECONDS = re.compile(r"1\d{12}")
MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
ENGLISH = re.compile(
    r"(?:(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?|"
    r"(?P<day2>\d{1,2})\s+(?P<month2>[A-Za-z]{3,9})\.?),?\s+(?P<year>\d{4})"
    r"(?:,?\s*(?:at\s+|-\s*)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*(?P<late>[AaPp]\.?[Mm]\.?)?"
    r"\s*(?P<zone>Z|UTC|GMT|KST|[+-]\d{2}:?\d{2})?)?"
)
NAMED_ZONES = {"Z": UTC, "UTC": UTC, "GMT": UTC, "KST": KST}


def parse_time(text: str | None, zone: timezone, *, korean: bool = False) -> datetime | None:
    """The time that `text` begins with or consists of; None where it states none, or an impossible one.

    A time without a zone is taken in `zone`; a day without a time is its midnight. With `korean`, a time in another
    zone is given in KST, because the page's own clock runs on it.
    """
    value = " ".join((text or "")[:100].split())
    if not value:
        return None
    try:
        found = _parse(value, zone)
        if found is None or not EARLIEST <= found.year <= LATEST:
            return None
        return found.astimezone(KST) if korean else found
    except (ValueError, OverflowError, TypeError):
        return None


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
    if found := ENGLISH.search(value):
        month = MONTHS.get((found["month"] or found["month2"])[:3].lower())
        if month:
            return _build(found.groupdict(), month, int(found["day"] or found["day2"]), zone)
    if "," in value or "GMT" in value:
        parsed = parsedate_to_datetime(value)
        return parsed if parsed.tzinfo else parsed.replace(tzinfo=zone)
    return None


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
