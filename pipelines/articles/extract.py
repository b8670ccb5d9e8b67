"""A page's bytes to an Article or a Reject: decode, parse once, read, assemble. Never raises, never looks elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.articles.assembly import assemble
from pipelines.articles.blocks import Block, clean
from pipelines.articles.body import Body, read_body
from pipelines.articles.corrections import read_correction
from pipelines.articles.decoding import decode
from pipelines.articles.generic import read_generic
from pipelines.articles.head import read_head
from pipelines.articles.language import language_of
from pipelines.articles.metadata import read_metadata
from pipelines.articles.model import Article, Reject
from pipelines.articles.page import Page
from pipelines.articles.publishers import DIRECTORY
from pipelines.articles.reading import Reading
from pipelines.articles.rejects import reject
from pipelines.articles.script_body import read_script_body
from pipelines.articles.tree import parse

MAX_PAGE_BYTES = 16 * 1024 * 1024
# Share of characters that may be unreadable before the bytes count as no text.
MAX_REPLACED = 0.05
# The longest articles have some 100,000 characters; every later stage takes time by the length of the text.
MAX_TEXT = 500_000
# A body shorter than this may be what a page shows until its scripts have run.
ENOUGH = 200
MUCH_LONGER = 1.5
SENTENCE = re.compile(r"(?<=[.!?…。])\s*|[«»“”\"]")
ASCII = bytes(range(128))
# In UTF-8 every Hangul syllable begins with one of these bytes.
HANGUL_LEADS = (b"\xea", b"\xeb", b"\xec", b"\xed")
CONTROLS = bytes({*range(32)} - set(b"\t\n\f\r"))
# So many letters outside ASCII tell a page's language; they are sought in the first part of it, a chunk at a time.
LETTERS, LETTERS_WITHIN, CHUNK = 2_000, 200_000, 4_000
NO_TIME = "the page states no publication time"


def extract_article(
    data: bytes, *, url: str | None = None, content_type: str | None = None, max_page_bytes: int = MAX_PAGE_BYTES
) -> Article | Reject:
    """The article that a page's bytes hold, or the reason why there is none; never an exception.

    `url` is the address that the page was captured at, `content_type` the HTTP header with its charset, where known.
    """
    if len(data) > max_page_bytes:
        return reject("oversize", f"{len(data)} bytes, the limit is {max_page_bytes}")
    if not data.strip():
        return reject("empty", "the page has no content")
    decoded = decode(data, content_type)
    text, encoded = decoded.text, decoded.encoded
    if 0 in data:
        text, encoded = text.replace("\x00", ""), None
        if (controls := _controls(text)) > MAX_REPLACED * len(text):
            return reject("undecodable", f"{controls} of {len(text)} characters are control characters, as in no page")
    if decoded.replaced > MAX_REPLACED * len(text):
        return reject("undecodable", f"{decoded.replaced} of {len(text)} characters cannot be read")
    tree = parse(text, encoded)
    if isinstance(tree, Reject):
        return tree
    head = read_head(tree, url)
    page = Page(tree, head, url, korean=_is_korean(text, encoded, head.lang))
    metadata = read_metadata(page)
    for reading in _readings(page):
        whole = reading.over(metadata)
        length = _length(whole)
        if length > MAX_TEXT:
            return reject("too_long", f"{length} characters, the limit is {MAX_TEXT}")
        body = read_body(_with_subtitle(whole), whole.title, whole.publisher)
        if any(not paragraph.is_subhead for paragraph in body.paragraphs):
            return _article(page, whole, body, decoded.charset)
    return reject("no_text", "no part of the page reads like an article")


def _controls(text: str) -> int:
    """How many characters are controls that mean nothing in a page; packed and other binary data is full of them."""
    written = text.encode("utf-8", "replace")
    return len(written) - len(written.translate(None, CONTROLS))


def _readings(page: Page) -> Iterator[Reading]:
    """Who may answer, the surest first: the site's adapter, then whatever reads pages of any site.

    Where the adapter finds no body, `method` says so ("generic after naver"), and what else it found still counts.
    """
    adapter = DIRECTORY.adapter_of(page)
    known = adapter.read(page) if adapter else Reading()
    if known.blocks:
        yield known
    fields = replace(known, method="", blocks=(), captions=())
    for one in _any_site(page):
        whole = fields.over(one)
        yield replace(whole, method=f"{one.method} after {adapter.name}") if adapter else whole


def _any_site(page: Page) -> Iterator[Reading]:
    """The page's densest part, and the body in its JSON-LD or its scripts.

    A body that is much longer in the JSON-LD or the scripts than in the page comes first: the page shows only a part.
    """
    dense = read_generic(page)
    others = [_structured(page)]
    if not dense or _length(dense) < ENOUGH:
        others.append(read_script_body(page))
    longest = max((one for one in others if one), key=_length, default=None)
    if dense and longest and _adds_much(longest, dense):
        dense, longest = longest, dense
    yield from (one for one in (dense, longest) if one)


def _adds_much(longer: Reading, reading: Reading) -> bool:
    """Whether a body says much that another does not: one that is only longer may say the same thing twice."""
    length = _length(reading)
    if _length(longer) <= MUCH_LONGER * length:
        return False
    known = "".join("".join(block.text.split()) for block in reading.blocks)
    new = {
        key
        for block in longer.blocks
        for one in SENTENCE.split(block.text)
        if (key := "".join(one.split())) not in known
    }
    return sum(map(len, new)) > (MUCH_LONGER - 1) * length


def _length(reading: Reading) -> int:
    return sum(len(block.text) for block in reading.blocks)


def _with_subtitle(reading: Reading) -> tuple[Block, ...]:
    """The blocks of the body, before them the subtitle where only the page's head states it."""
    subtitle = reading.subtitle
    if not subtitle or any(block.text == subtitle for block in reading.blocks):
        return reading.blocks
    return Block(subtitle, "heading", 0), *reading.blocks


def _structured(page: Page) -> Reading | None:
    value = page.head.article.get("articleBody")
    if not isinstance(value, str):
        return None
    lines = [text for line in value.splitlines() if (text := clean(line))]
    return Reading(method="json-ld", blocks=tuple(Block(text, "paragraph", 0) for text in lines)) if lines else None


def _is_korean(text: str, encoded: bytes | None, lang: str | None) -> bool:
    if (lang or "").lower().startswith("ko"):
        return True
    if encoded is not None and not any(lead in encoded for lead in HANGUL_LEADS):
        return False
    return language_of(_letters(text)) == "ko"


def _letters(text: str) -> str:
    """What a page writes outside ASCII, which is where markup cannot hide the language, with a share of Latin."""
    letters = ""
    for start in range(0, LETTERS_WITHIN, CHUNK):
        chunk = text[start : start + CHUNK]
        if not chunk.isascii():
            letters += chunk.encode("utf-8", errors="replace").translate(None, ASCII).decode("utf-8")
        if len(letters) >= LETTERS or len(chunk) < CHUNK:
            break
    return letters[:LETTERS] or "a"


def _article(page: Page, reading: Reading, body: Body, charset: str) -> Article:
    text, paragraphs = assemble(reading.title, body.paragraphs)
    day = reading.published_at.date() if reading.published_at else None
    return Article(
        text=text,
        paragraphs=paragraphs,
        language=language_of(text, page.head.lang),
        method=reading.method,
        charset=charset,
        title=reading.title,
        subtitle=reading.subtitle or body.subtitle,
        byline_names=reading.byline_names or body.names,
        publisher=reading.publisher,
        portal=reading.portal,
        section=reading.section,
        published_at=reading.published_at,
        published_missing_reason=None if reading.published_at else NO_TIME,
        updated_at=reading.updated_at,
        url=page.url,
        canonical_url=reading.canonical_url,
        original_url=reading.original_url,
        captions=tuple(dict.fromkeys((*reading.captions, *body.captions))),
        correction=read_correction(page, reading.title, text, day, reading.canonical_url),
    )
