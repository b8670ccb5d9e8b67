"""Pages made to hurt a reader, built in code, and readings of them in processes that may be killed.

    python tests/fuzz/hostile_pages.py NAME …

reads pages under a limit of processor time and prints what became of each, with seconds and bytes, as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable

PARAGRAPH = b"<p>Two makers of robots said that they would share a site. A third may join the group.</p>"
MEGABYTE = 1_000_000
# Processor seconds that a page may take, and after which the kernel ends a reading that takes far more.
MOST_SECONDS = 2.0
PROCESSOR_SECONDS = 8
WALL_SECONDS = 60


def _values(form: str, count: int) -> bytes:
    return "".join(form.format(n) for n in range(count)).encode()


PAGES: dict[str, Callable[[], bytes]] = {
    "entity bomb": lambda: (
        b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">'
        + _values('<!ENTITY a{0} "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">', 20_000)
        + b"]><p>&a19999;"
        + PARAGRAPH
    ),
    "characters as entities": lambda: b"<p>" + b"&CounterClockwiseContourIntegral;" * 100_000,
    "numbers as entities": lambda: b"<p>" + b"&#" + b"9" * 2 * MEGABYTE + b";" + PARAGRAPH,
    "nested tables": lambda: b"<table><tr><td>" * 10_000 + PARAGRAPH,
    "nested closed tables": lambda: b"<table><tr><td>" * 10_000 + PARAGRAPH + b"</td></tr></table>" * 10_000,
    "nested lists": lambda: b"<ul><li>" * 900 + b"<li>x" * 100_000 + PARAGRAPH,
    "just below the depth": lambda: b"<div>" * 900 + PARAGRAPH * 5_000,
    "a million attributes": lambda: b"<div " + _values("a{0}=1 ", MEGABYTE) + b">" + PARAGRAPH,
    "a million attributes on many tags": lambda: (b"<p " + _values("a{0} ", 100) + b">x") * 10_000,
    "script of 50 MB": lambda: b"<script>" + b"var a=1;" * (50 * MEGABYTE // 8) + b"</script>" + PARAGRAPH,
    "script of 15 MB": lambda: b"<script>" + b"var a=1;" * (15 * MEGABYTE // 8) + b"</script>" + PARAGRAPH,
    "script that never ends": lambda: PARAGRAPH + b"<script>" + b"</scrip " * MEGABYTE,
    "strings in a script": lambda: b"<script>" + b'"' * 3 * MEGABYTE + b"</script>" + PARAGRAPH,
    "escapes in a script": lambda: b'<script>x="' + b"\\" * 3 * MEGABYTE + b"</script>" + PARAGRAPH,
    "markup in strings in strings": lambda: (
        b"<script>x=" + json.dumps(json.dumps(json.dumps("<p>a</p>" * 100_000))).encode() + b"</script>" + PARAGRAPH
    ),
    "deep JSON of a framework": lambda: (
        b'<script id="__NEXT_DATA__" type="application/json">' + b'{"a":[' * 100_000 + b"</script>" + PARAGRAPH
    ),
    "deep JSON of another": lambda: (
        b'<script>window.__NUXT__={"data":' + b"[" * 200_000 + b"]" * 200_000 + b"}</script>" + PARAGRAPH
    ),
    "deep JSON-LD": lambda: (
        b'<script type="application/ld+json">' + b'{"@graph":[' * 50_000 + b"]}" * 50_000 + b"</script>" + PARAGRAPH
    ),
    "a number without end": lambda: (
        b'<script type="application/ld+json">{"a":' + b"9" * MEGABYTE + b"}</script>" + PARAGRAPH
    ),
    "many JSON-LD blocks": lambda: b'<script type="application/ld+json">{"@type":"NewsArticle"}</script>' * 20_000,
    "invalid UTF-16": lambda: b"\xff\xfe" + b"\x00\xd8" * MEGABYTE,
    "half a UTF-16": lambda: "<html><p>협약".encode("utf-16") + b"\x00",
    "UTF-16 within UTF-8": lambda: PARAGRAPH + "<p>협약</p>".encode("utf-16-le") * 50_000,
    "NUL": lambda: b"<p>" + bytes(4 * MEGABYTE) + PARAGRAPH,
    "bytes that are no text": lambda: bytes(n * n * 31 % 251 for n in range(3 * MEGABYTE)),
    "garbled without end": lambda: b"<p>" + "»ç¶÷Àº".encode() * 300_000,
    "escapes of JIS": lambda: b"<p>\x1b$B" * 400_000,
    "script in a value": lambda: b'<div title="<script>">' + b"<div>" * 100_000,
    "comment of two signs": lambda: b"<!-->" + b"<div>" * 100_000,
    "comments": lambda: b"<!--" * MEGABYTE,
    "style in a drawing": lambda: b"<svg><style>" + b"<div>" * 100_000,
    "options": lambda: b"<select>" + b"<option>x" * 250_000,
    "fonts": lambda: b"<p>" + _values("<font size={0}>", 900) + b"</p>" + b"<p>x" * 10_000,
    "fonts whose ends are quoted": lambda: (
        b"<p>" + _values("<font size={0} title='</font>'>", 900) + b"</p>" + b"<p>x" * 3_000
    ),
    "links in links": lambda: b"<a><b><i><u><s><em></a>" * 40_000,
    "one word": lambda: b"<p>" + b"a" * 3 * MEGABYTE,
    "one line of spaces": lambda: b"<p>" + b" " * 3 * MEGABYTE + b"x</p>" + PARAGRAPH,
    "breaks": lambda: b"<p>" + b"x<br>" * 100_000 + b"</p>",
    "short paragraphs": lambda: b"<p>said that they" * 70_000,
    "long paragraphs": lambda: PARAGRAPH * 5_000,
    "classes": lambda: b'<div class="' + b"a " * 500_000 + b'">' + PARAGRAPH * 20,
    "headings": lambda: b"<h1>Two makers of robots share a site</h1>" * 20_000 + PARAGRAPH,
    "title": lambda: b"<title>" + b"a - " * 500_000 + b"</title>" + PARAGRAPH * 3,
    "meta": lambda: b'<meta property="og:title" content="a | b">' * 50_000 + PARAGRAPH * 3,
    "links": lambda: b"<a href=/x>two makers of robots said</a> " * 50_000,
    "brackets": lambda: b"<html>" + b"<" * 3 * MEGABYTE,
    "address": lambda: b'<link rel=canonical href="https://a/' + b"?" * MEGABYTE + b'">' + PARAGRAPH,
    "stops": lambda: b"<p>" + b"." * 400_000 + b"x</p>" + PARAGRAPH,
    "signs after a quotation": lambda: PARAGRAPH + ('<p>"' + "." * 1_990 + 'x" 라고 말했다.</p>').encode() * 200,
    "escaped quotation marks in a script": lambda: b'<script>x="' + b'a\\"' * MEGABYTE + b"</script>" + PARAGRAPH,
    "one long name": lambda: b'<div class="ad ' + b"a" * MEGABYTE + b'">' + PARAGRAPH * 9 + b"</div>",
    "spaces after a label": lambda: (
        '<html lang="ko"><div>최종 수정 일시'.encode() + b" " * MEGABYTE + b"x</div>" + PARAGRAPH * 9
    ),
    "spaces in a date": lambda: (
        b'<h1>Robots share a site</h1><time datetime="2021-3-5' + b" " * MEGABYTE + b'x">x</time>' + PARAGRAPH * 9
    ),
    "long addresses of a correction": lambda: (
        b"<title>Correction: robots share a site</title>"
        + PARAGRAPH * 9
        + _values('<p><a href="/' + "a" * 1_900 + '{0}">said that they</a></p>', 1_500)
    ),
    "attributes within bounds": lambda: (b"<div " + _values("a{0}=1 ", 400) + b">x</div>") * 240 + PARAGRAPH,
    "options within bounds": lambda: b"<select>" + b"<option>x</option>" * 6_000 + b"</select>" + PARAGRAPH,
    "formatting within bounds": lambda: b"<i><b><u>" * 16 + b"<p>x</p>" * 1_800 + PARAGRAPH,
    "base": lambda: b'<base href="http://[' + b":" * 100_000 + b'">' + PARAGRAPH,
}


def read(name: str) -> dict[str, object]:
    """What becomes of one page: "article" or a reason, processor seconds, bytes of memory, and the page's size."""
    from pipelines.articles import Article, extract_article, split_sentences
    from pipelines.articles.quotations import quotation_keys

    extract_article(PARAGRAPH * 3)
    data = PAGES[name]()
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + PROCESSOR_SECONDS, resource.RLIM_INFINITY))
    signal.alarm(WALL_SECONDS)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = extract_article(data, url="https://news.example/1")
    if isinstance(found, Article):
        split_sentences(found.text, found.paragraphs, found.language)
        quotation_keys(found.text)
    seconds = time.process_time() - start
    signal.alarm(0)
    taken = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    ended = "article" if isinstance(found, Article) else found.reason
    # The next page is read as if nothing had been.
    following = extract_article(b"<html><body>" + PARAGRAPH * 3 + b"</body></html>")
    return {
        "ended": ended,
        "seconds": seconds,
        "bytes": taken,
        "size": len(data),
        "next_is_read": isinstance(following, Article),
    }


def main(names: list[str]) -> None:
    """Read each page in a child of this process, so that the kernel can end one and the others are still read."""
    import pipelines.articles  # noqa: F401  # once, before the children begin

    for name in names:
        child = os.fork()
        if not child:
            sys.stdout.write(json.dumps({"name": name, **read(name)}) + "\n")
            sys.stdout.flush()
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(sys.argv[1:])
