"""Addresses: absolute, http(s) only, without the parameters that only say how a reader came."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit, urlunsplit

TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|igshid|msclkid|mc_[ce]id|yclid|_ga|spm|ref|ref_?src|referr?er|cmpid|cid_source|"
    r"from|input|nil_\w+|n_(?:media|query|rank|ad_group|ad)|ncid|ocid|smid|sr_share|share|ns_\w+|rss|outlink|kakao_from)"
)
# On some sites such a parameter chooses the page: it is kept when it holds a number.
NUMBER = re.compile(r"\d{4,}")
SURROGATE = re.compile("[\ud800-\udfff]")
# The number of an article, in its path or in a field of its query; fewer digits count the pages of one.
ARTICLE_NUMBER = re.compile(r"\d{3,}")
MAX_LENGTH = 2_000
# A page states its address several times over.
REMEMBERED = 64


def absolute(address: str | None, base: str | None = None) -> str | None:
    """The address as an absolute http(s) one, or None where it is none."""
    if not address or len(address) > MAX_LENGTH or SURROGATE.search(address):
        return None
    try:
        joined = urljoin(base or "", "".join(address.split()))
        parts = urlsplit(joined)
        if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or parts.username:
            return None
    except ValueError:
        return None
    return joined


@lru_cache(maxsize=REMEMBERED)
def canonical(address: str | None, base: str | None = None) -> str | None:
    """The address without tracking parameters, fragment and default port, host in lower case; None where it is none."""
    joined = absolute(address, base)
    if joined is None:
        return None
    try:
        parts = urlsplit(joined)
        port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    except ValueError:
        return None
    query = "&".join(field for field in parts.query.split("&") if field and not _only_tracks(field))
    return urlunsplit((parts.scheme.lower(), (parts.hostname or "").lower() + port, parts.path or "/", query, ""))


def _only_tracks(field: str) -> bool:
    name, _, value = field.partition("=")
    return TRACKING.fullmatch(name.lower()) is not None and not NUMBER.fullmatch(value)


def is_programs(address: str, fetched: str | None) -> bool:
    """Whether an address names only the program that shows every article of a site (`/view` on `/view?idx=125`).

    `address` is canonical; `fetched` is where the page was captured.
    """
    own = canonical(fetched)
    if own is None or "?" in address or ARTICLE_NUMBER.search(urlsplit(address).path):
        return False
    program, _, query = own.partition("?")
    return program == address and ARTICLE_NUMBER.search(query) is not None


def host(address: str | None) -> str:
    """The host of an address in lower case without `www.`; empty where there is none."""
    try:
        name = (urlsplit(address or "").hostname or "").lower()
    except ValueError:
        return ""
    return name.removeprefix("www.")
