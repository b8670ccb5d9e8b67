"""Markup that a careless count of tags would miss; each of these would keep the parser busy for seconds."""

from __future__ import annotations

import pytest

from pipelines.articles import Reject
from pipelines.articles.markup_tokens import attribute_count, tags
from pipelines.articles.tree import parse

DEEP = "<div>" * 20_000
FONTS = "".join(f"<font size={n}>" for n in range(900))

HIDDEN = {
    "in a quoted value": ('<div title="<script>">' + DEEP, "too_deep"),
    "in an unquoted value": ("<div title=<script>>" + DEEP, "too_deep"),
    "in an attribute's name": ("<div <script>" + DEEP, "too_deep"),
    "after a comment of two signs": ("<!-->" + DEEP, "too_deep"),
    "after a comment of three signs": ("<!--->" + DEEP, "too_deep"),
    "after a comment that ends with a bang": ("<!-- --!>" + DEEP, "too_deep"),
    "after a name that begins like a script": ("<script-like>" + DEEP, "too_deep"),
    "after a letter that folds to s": ("<\u017fcript>" + DEEP, "too_deep"),
    "in a style of a drawing": ("<svg><style>" + "<g>" * 20_000, "too_deep"),
    "as a void name in a drawing": ("<svg>" + "<link>" * 20_000, "too_deep"),
    "as cells in a drawing": ("<svg>" + "<tr>" * 20_000, "too_deep"),
    "as closed tags inside a drawing's HTML": ("<svg><foreignObject><b></b>" + "<g/>" * 20_000, "too_deep"),
    "under ends that close nothing": ("<x-a><div></x-a>" * 20_000, "too_deep"),
    "under ends outside their table": ("<div><table></div>" * 20_000, "too_deep"),
    "as options": ("<select>" + "<option>x" * 50_000, "too_complex"),
    "as attributes of many roots": ("".join(f"<html a{n}=1>" for n in range(20_000)), "too_complex"),
    "as attributes with brackets": ("<p " + " ".join(f"a{n}='>'" for n in range(20_000)) + ">", "too_complex"),
    "as attributes of many tags": (("<p " + "/".join(f"a{n}" for n in range(1_900)) + ">") * 100, "too_complex"),
    "as fonts in every paragraph": (f"<p>{FONTS}</p>" + "<p>x" * 3_000, "too_complex"),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_markup_is_counted_wherever_it_hides(name: str) -> None:
    text, reason = HIDDEN[name]
    found = parse("<html><body>" + text)
    assert isinstance(found, Reject)
    assert found.reason == reason


ORDINARY = {
    "a drawing of many closed shapes": "<svg>" + '<path d="M0 0"/>' * 6_000 + "</svg>",
    "scripts that hold markup": "<script>" + "document.write('<div><div>');" * 9_000 + "</script><p>x</p>" * 9_000,
    "styles": "<style>" + ".a > .b{}" * 90_000 + "</style>",
    "tables": "<table>" + "<tr><td>1<td>2" * 9_000 + "</table>",
    "closed formatting": "<p><b>x</b><i>y</i></p>" * 9_000,
    "headings that are closed by another": "<h2>x</h3>" * 9_000,
    "lists for choosing": ("<select>" + "<option value=1>x</option>" * 200 + "</select>") * 40,
    "long attributes": f'<div data-state="{"x " * 50_000}">' * 9,
    "comments": "<!-- <div> -->" * 20_000,
}


@pytest.mark.parametrize("name", ORDINARY)
def test_large_pages_of_an_ordinary_make_are_parsed(name: str) -> None:
    assert not isinstance(parse(f"<html><body>{ORDINARY[name]}</body></html>"), Reject)


def test_tags_end_where_a_parser_ends_them() -> None:
    text = '<a title=\'>\' b="<i>" c=x"y><br/><!-->--><p ="x">y</P ><script a=1>\'</div>\'<p></script ><x'
    found = [(tag.name, tag.attributes.strip(), tag.is_end, tag.content) for tag in tags(text)]
    assert found == [
        ("a", 'title=\'>\' b="<i>" c=x"y', False, None),
        ("br", "/", False, None),
        ("", "<!-->", True, None),
        ("p", '="x"', False, None),
        ("p", "", True, None),
        ("script", "a=1", False, "'</div>'<p>"),
        ("script", "", True, None),
        ("x", "", False, None),
    ]


@pytest.mark.parametrize(("text", "count"), [("", 0), (" a b=c d='e f' g", 4), ("/a/b/", 2), ('a="1"b="2"', 2)])
def test_attributes_are_counted_one_by_one(text: str, count: int) -> None:
    assert attribute_count(text) == count
