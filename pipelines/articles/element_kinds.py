"""Kinds of HTML elements by how a parser opens and closes them (WHATWG HTML, tree construction). Data only."""

from __future__ import annotations

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr frame keygen basefont bgsound".split()
)
# Opening one of these closes its predecessor, so that they do not nest however many are left open.
SELF_CLOSING = frozenset("p li dt dd tr td th tbody thead tfoot option optgroup colgroup rp rt html head body".split())
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
# Any heading's end closes any heading.
HEADINGS = dict.fromkeys("h1 h2 h3 h4 h5 h6".split(), "h1")
# The end of another element does not reach over one of these.
SPECIAL = frozenset(
    "address applet article aside blockquote button caption center details dir div dl fieldset figcaption figure "
    "footer form frameset h1 header hgroup iframe listing main marquee menu nav noembed noframes noscript object ol "
    "plaintext pre script search section select style summary table template textarea title ul xmp".split()
)
# The end of a special element does not reach over one of these.
SCOPES = frozenset("applet caption table marquee object template select".split())
ROOTS_OF_FOREIGN = frozenset("svg math".split())
# Elements of SVG and MathML that hold HTML again.
INTEGRATION = frozenset("foreignobject desc title mi mo mn ms mtext annotation-xml".split())
# HTML elements that end the SVG or MathML in which they stand.
LEAVES_FOREIGN = frozenset(
    "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu "
    "meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)
