"""Markup cut into tags as an HTML parser cuts it, so that nothing can hide from whoever counts them.

A `<script` inside an attribute's value opens no script, a `>` there ends no tag, and `<!-->` is a whole comment. Names
and nesting are judged in `page_cost`; here is only where a tag begins and ends (WHATWG HTML, tokenization).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

END_OF_NAME = r"(?=[\t\n\f\r />])"
# A quotation mark opens a value only after "=": a stray one is part of a name and ends nowhere.
ATTRIBUTES = (
    r"(?:[\t\n\f\r /]++|[^\t\n\f\r />][^\t\n\f\r />=]*+"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"[^\"]*+\"|'[^']*+'|[^\t\n\f\r >\"'][^\t\n\f\r >]*+)?+)?+)*+"
)
COMMENT = r"!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?)"
TOKEN = re.compile(
    rf"<(?:(script|style|textarea|title|xmp|noembed|noframes){END_OF_NAME}({ATTRIBUTES})>"
    rf"([^<]*+(?:<(?!/\1{END_OF_NAME})[^<]*+)*+)"
    rf"|(/?)([a-z][^\t\n\f\r />]*+)({ATTRIBUTES})>?"
    rf"|{COMMENT}|[!?/][^>]*+>?)",
    re.IGNORECASE | re.ASCII,
)
ATTRIBUTE = (
    r"[^\t\n\f\r />][^\t\n\f\r />=]*+"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"[^\"]*+\"|'[^']*+'|[^\t\n\f\r >\"'][^\t\n\f\r >]*+)?+)?+"
)
ONE, ONE_IN_BYTES = re.compile(ATTRIBUTE), re.compile(ATTRIBUTE.encode())
BEGUN = re.compile(rf"<[a-zA-Z][^\t\n\f\r />]*+({ATTRIBUTES})".encode())


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its name in lower case, what stands after the name, and for scripts and the like what they hold.

    A comment is an end tag without a name.
    """

    name: str
    attributes: str = ""
    is_end: bool = False
    content: str | None = None

    @property
    def closes_itself(self) -> bool:
        """Whether it ends with a slash, which counts in SVG and MathML only."""
        return self.attributes.endswith("/")


def tags(markup: str) -> Iterator[Tag]:
    """The tags of a page in their order; linear in its length."""
    for match in TOKEN.finditer(markup):
        raw, raw_attributes, content, slash, name, attributes = match.groups()
        if raw:
            yield Tag(raw.lower(), raw_attributes, content=content)
        else:
            yield Tag(name.lower(), attributes, slash == "/") if name else Tag("", match[0], is_end=True)


def tag_names(markup: str) -> Iterator[tuple[str, bool]]:
    """Name of each tag in lower case, and whether it is an end; without those that hold no markup, such as scripts."""
    return ((row[4].lower(), row[3] == "/") for row in TOKEN.findall(markup) if row[4])


def attribute_count(attributes: str | bytes) -> int:
    """How many attributes a tag has."""
    return len(ONE.findall(attributes) if isinstance(attributes, str) else ONE_IN_BYTES.findall(attributes))


def attributes_at(markup: bytes, place: int) -> bytes:
    """What a tag that begins at a place says after its name; nothing where none begins."""
    found = BEGUN.match(markup, place)
    return found[1] if found else b""


def most_attributes(markup: str, long: int) -> int:
    """How many attributes the tags with more than `long` characters of them have at most; 0 where no tag is so long."""
    attributes = (row[1] or row[5] for row in TOKEN.findall(markup))
    return max((attribute_count(one) for one in attributes if len(one) > long), default=0)
