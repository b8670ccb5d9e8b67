"""Headlines as printed: which of a page's titles is the article's, and that title without the name of the site.

A page states its title up to six times, and sites use the places differently: what is written for search engines and
what is written for sharing may both differ from the headline.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipelines.articles.blocks import clean
from pipelines.articles.head import TAG

SEPARATOR = re.compile(r"\s*[ㅣ│]\s*|\s+[-–—|:·<>«»•]+\s+|\s*\|\s*|\s+::+\s+|\s*::\s*|\s*：\s*(?=[^\s：]{1,20}$)")
# Where a title may be cut if what is left of it is stated elsewhere; here the sign needs no space around it.
ANY_SEPARATOR = re.compile(r"\s*[ㅣ│|<>«»•：]+\s*|\s+[-–—:·/]+\s+|\s*::+\s*|[-–—]")
# Words by which a part of a title is known as the name of a site.
SITE_WORDS = re.compile(
    r"뉴스|신문|일보|경제|방송|매거진|미디어|닷컴|포털|다음|네이버|줌|네이트|News|Times|Post|Herald|Daily|Journal|Today|Press|"
    r"Magazine|Weekly|\.com|\.kr|\.co|\.net",
    re.IGNORECASE,
)
# After these, what a title begins with is the site's name also where no other place states it.
BOLD_SEPARATORS = frozenset({"|", "::", "ㅣ", "│"})
SIGNS = re.compile(r"[\W_]+")
CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)$")
LONGEST_SITE = 30
# Search engines asked for headlines no longer than this, and sites cut them off without a sign.
LONGEST_STRUCTURED = 110
# Sites, headings and the like are short; a headline that is cut by agreement has to be longer.
SHORTEST_HEADLINE = 8
# The few titles of a page are compared with one another many times.
REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles that a page states, each None or empty where it states none.

    `structured` is JSON-LD's headline, `social` that of Open Graph, `shared` the one for Twitter cards, `meta` another
    meta element's, `window` the title element, `printed` the page's own first-level headings.
    """

    structured: str | None = None
    social: str | None = None
    shared: str | None = None
    meta: str | None = None
    window: str | None = None
    printed: tuple[str, ...] = ()


def headline(titles: Titles, site_names: Collection[str], place: str | None = None) -> str | None:
    """The headline of a page, or None where it states no title.

    `site_names` are names of site and publisher; `place` is the field of `titles` where this outlet is known to keep
    its headline.
    """
    stated = tuple(_shown(one) for one in (titles.structured, titles.social, titles.shared, titles.meta, titles.window))
    # Some pages give their headline where the name of the site belongs.
    misplaced = {titles.social}.intersection(titles.printed)
    site_names = [name for name in site_names if name and (len(name) <= LONGEST_SITE or name not in misplaced)]
    sites = {key(name) for name in site_names}
    known = {key(one) for one in (*stated, *titles.printed) if one and len(one) >= SHORTEST_HEADLINE} - sites
    structured, social, shared, meta, window = (_cut(one, known, site_names, sites) for one in stated)
    # Among equal titles, that of Open Graph is least often changed in its signs.
    found = social or structured or meta or shared
    if structured and social and key(structured) != key(social):
        found = social if _is_headline(social, structured, shared, meta, stated[-1]) else structured
    if place:
        first = titles.printed[0] if titles.printed else ""
        known_place = {"structured": structured, "social": social, "shared": shared, "meta": meta, "printed": first}
        found = known_place[place] or found
    if found:
        return _whole(found, (structured, social, meta, *titles.printed))
    heading = next((one for one in titles.printed if one and key(one) not in sites), None)
    if window and heading and key(heading) in key(window):
        return heading
    return window or heading


def _is_headline(social: str, structured: str, shared: str, meta: str, window: str) -> bool:
    """Whether Open Graph's title is the article's and not JSON-LD's, from which it differs.

    The window title is written for search engines: of the two, the one that it repeats is so, too, and the other is the
    headline. But a title that window, JSON-LD and another meta element have in common, and the Twitter card has not, is
    the headline, and Open Graph's is made for sharing.
    """
    begun = key(CUT_OFF.sub("", structured))
    if len(begun) >= SHORTEST_HEADLINE and begun != key(social) and key(social).startswith(begun):
        return CUT_OFF.search(structured) is not None or len(structured) >= LONGEST_STRUCTURED - 10
    if key(social).endswith(key(structured)) or (key(social) in key(window) and key(structured) not in key(window)):
        return False
    return key(shared) == key(structured) or key(meta) != key(structured)


def _shown(title: str | None) -> str:
    """A title as its readers see it: some sites escape it twice, and some leave markup in it."""
    text = title or ""
    if "&" in text:
        text = html.unescape(text)
    return clean(TAG.sub("", text) if "<" in text else text)


def _whole(title: str, others: Iterable[str]) -> str:
    """A title that was cut off as another place states it in full."""
    begun = CUT_OFF.sub("", title)
    if begun == title or len(key(begun)) < SHORTEST_HEADLINE:
        return title
    return next((one for one in others if key(one) != key(title) and key(one).startswith(key(begun))), title)


def without_site(title: str, site_names: Collection[str]) -> str:
    """A title without the name of the site at its end or start, repeatedly."""
    names = {key(name) for name in site_names if name}
    while True:
        cuts = list(SEPARATOR.finditer(title))
        if not cuts:
            return title
        last, first = cuts[-1], cuts[0]
        tail, head = title[last.end() :], title[: first.start()]
        if _is_site(tail, names) and len(title[: last.start()]) >= len(tail) / 2:
            title = title[: last.start()].rstrip()
        elif key(head) in names or (
            first[0].strip() in BOLD_SEPARATORS and _is_site(head, names) and len(head) < len(title) / 2
        ):
            title = title[first.end() :].lstrip()
        else:
            return title


@lru_cache(maxsize=REMEMBERED)
def key(text: str) -> str:
    """What two titles have in common that differ only in space, case and signs."""
    return SIGNS.sub("", text).casefold()


def _cut(title: str, known: set[str], site_names: Collection[str], sites: set[str]) -> str:
    """A title without its site; a part that begins it and is stated elsewhere as a title of its own is the headline."""
    if key(title) in sites:
        return ""
    for cut in ANY_SEPARATOR.finditer(title):
        begun = title[: cut.start()].rstrip()
        if not key(title[cut.end() :]):
            break
        if len(begun) >= SHORTEST_HEADLINE and len(begun) * 3 >= len(title) and key(begun) in known:
            return begun
    return without_site(title, site_names)


def _is_site(part: str, names: set[str]) -> bool:
    return key(part) in names or (len(part) <= LONGEST_SITE and SITE_WORDS.search(part) is not None)
