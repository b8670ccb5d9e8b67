"""SBS News (news.sbs.co.kr): line breaks in `.text_area`; a line that begins with ▲ is a caption.

Seen: body, pictures, captions and the link to the English version as quoted from pages of September 2026.
"""

from __future__ import annotations

from pipelines.articles.publishers.adapter import Adapter, Template

TEMPLATE = Template(
    name="sbs",
    body=(".text_area[itemprop=articleBody]", ".main_text .text_area"),
    captions=".img_desc",
    drop=".w_artcle_conimg, .article_image",
    caption_lines=(r"▲.*",),
)

ADAPTER = Adapter(name="sbs", hosts=frozenset({"news.sbs.co.kr"}), forms=(TEMPLATE,), publisher="SBS")
