"""Hankook Ilbo (hankookilbo.com), whose pages have changed form twice since 2025.

Seen: whole pages of 15 May 2025 (body in `[itemprop=articleBody]`), 29 January 2026 (body only as the string
`contentHtml` in a script of Next.js) and 12 July 2026 (body in `.article-view`). The elements inside the body are the
same in all three.
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.articles.publishers.adapter import Adapter, Spot, Template
from pipelines.articles.publishers.script_form import ScriptForm

JULY_2026 = Template(
    name="hankookilbo",
    body=("#article-view-content", ".article-view"),
    subtitle="h2.sub-tit-ll",
    captions=".editor-img-box .caption",
    drop=".editor-img-box, .writer, .ad, .end-ad-container, .btn-area, .module-quote, .div-line",
    section=(Spot(meta="content_category"),),
)
JANUARY_2026 = ScriptForm(
    name="hankookilbo-2026-01",
    template=JULY_2026,
    html="contentHtml",
    title="title",
    subtitle="subTitle",
    names="writerDisplay",
    section="sectionName",
    published="deployDt",
    updated="reDeployDt",
    # What the page's own script replaces by an advertisement.
    placeholder=r"\$\$[A-Z]+\$\$",
)
# The element that held the body also held what the page showed after it.
MAY_2025 = replace(
    JULY_2026,
    name="hankookilbo-2025",
    body=("[itemprop=articleBody] > :is(.editor-p, .editor-tit, .editor-img-box)",),
)

ADAPTER = Adapter(
    name="hankookilbo",
    hosts=frozenset({"hankookilbo.com"}),
    forms=(JULY_2026, JANUARY_2026, MAY_2025),
    publisher="한국일보",
)
