"""Why the page stage rejects a page: the codes with their meanings."""

from __future__ import annotations

from pipelines.articles.model import Reject
from pipelines.tables.declaration import Vocabulary

STAGE = "core/articles"

REASONS = Vocabulary(
    "page_reject_reason",
    "Why a page gives no article.",
    {
        "empty": "the page has no bytes, or nothing but space",
        "oversize": "the page is larger than the limit",
        "undecodable": "no known encoding makes text of the bytes",
        "not_html": "the bytes are not an HTML page",
        "too_deep": "elements are nested deeper than any page needs",
        "too_complex": "the page has more tags or attributes than any page needs",
        "too_long": "the text is longer than any article",
        "no_text": "the page has no body text",
        "http_status": "the server answered with an error or a redirect",
    },
)


def reject(reason: str, detail: str) -> Reject:
    """A reject of the page stage; KeyError for a reason that is not in REASONS."""
    if reason not in REASONS:
        raise KeyError(reason)
    return Reject(STAGE, reason, detail)
