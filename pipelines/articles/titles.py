"""Headlines as printed: the site's name, which the page's title carries before or after, is taken off."""

from __future__ import annotations

import re

from pipelines.articles.blocks import clean

SEPARATOR = re.compile(r"\s*[ㅣ│]\s*|\s+[-–—|:·<>«»•]+\s+|\s*\|\s*|\s+::+\s+|\s*::\s*")
# Words by which a part of a title is known as the name of a site.
SITE_WORDS = re.compile(
    r"뉴스|신문|일보|경제|방송|매거진|미디어|닷컴|포털|다음|네이버|줌|네이트|News|Times|Post|Herald|Daily|Journal|Today|Press|"
    r"Magazine|Weekly|\.com|\.kr|\.co|\.net",
    re.IGNORECASE,
)
LONGEST_SITE = 30


def headline(candidates: list[str | None], printed: list[str], site_names: list[str]) -> str | None:
    """The headline.

    `candidates` are titles from the head, the surest first, that may carry the site's name; `printed` are the page's
    own headings; `site_names` are names of site and publisher. A heading with which the first candidate begins is the
    headline as printed; otherwise it is that candidate without the name of the site.
    """
    known = [title for title in (clean(one or "") for one in candidates) if title]
    for title in known[:1]:
        for heading in printed:
            if heading == title or (len(heading) >= 8 and title.startswith(heading) and len(heading) * 3 >= len(title)):
                return heading
    if known:
        return without_site(known[0], site_names)
    return printed[0] if printed else None


def without_site(title: str, site_names: list[str]) -> str:
    """A title without the name of the site at its end or start, repeatedly."""
    names = {_key(name) for name in site_names if name}
    while True:
        cuts = list(SEPARATOR.finditer(title))
        if not cuts:
            return title
        last, first = cuts[-1], cuts[0]
        tail, head = title[last.end() :], title[: first.start()]
        if _is_site(tail, names) and len(title[: last.start()]) >= len(tail) / 2:
            title = title[: last.start()].rstrip()
        elif _key(head) in names:
            title = title[first.end() :].lstrip()
        else:
            return title


def _key(text: str) -> str:
    return "".join(text.split()).casefold()


def _is_site(part: str, names: set[str]) -> bool:
    return _key(part) in names or (len(part) <= LONGEST_SITE and SITE_WORDS.search(part) is not None)
