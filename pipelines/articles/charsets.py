"""Names of encodings as pages and servers declare them, and the codec that each means.

What the bytes themselves say is not judged here; `byte_evidence` does that, and `decoding` sets the order.
"""

from __future__ import annotations

import codecs
import re

# Declared names that mean another codec, as browsers read them (WHATWG Encoding); "euc-kr" always means cp949.
MEANT = {
    "euc-kr": "cp949",
    "euckr": "cp949",
    "euc_kr": "cp949",
    "cseuckr": "cp949",
    "cseuckr949": "cp949",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601-1989": "cp949",
    "ks_c_5601": "cp949",
    "ksc5601": "cp949",
    "ksc_5601": "cp949",
    "ks_x_1001": "cp949",
    "korean": "cp949",
    "windows-949": "cp949",
    "ms949": "cp949",
    "x-windows-949": "cp949",
    "uhc": "cp949",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-1252": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ms_kanji": "cp932",
    "x-euc-jp": "euc_jp",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "utf8mb4": "utf-8",
}
DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
PARAMETER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# Nothing after this many bytes is a declaration: browsers look at 1,024, some pages put scripts before it.
DECLARATION_BYTES = 4096
# A declaration that can be read byte by byte cannot stand in these, and the others turn no bytes into a page.
NEVER_DECLARED = re.compile(r"utf-?(?:7|16|32)|idna|punycode|undefined|unicode")


def codec_of(name: str) -> str | None:
    """The codec that a declared name means, in Python's spelling; None for a name that is none of a page."""
    meant = MEANT.get(name.lower(), name.lower())
    if NEVER_DECLARED.match(meant):
        return None
    try:
        info = codecs.lookup(meant)
    except (LookupError, ValueError):
        return None
    # Codecs such as "hex" or "rot13" turn no bytes into text.
    return info.name if getattr(info, "_is_text_encoding", False) else None


def declared_codecs(data: bytes, content_type: str | None) -> list[str]:
    """The codecs that the HTTP header and then the page itself declare, in that order, each once."""
    names = [match[1].decode("ascii", "replace") for match in DECLARED.finditer(data[:DECLARATION_BYTES])]
    if content_type and (parameter := PARAMETER.search(content_type)):
        names.insert(0, parameter[1])
    return list(dict.fromkeys(codec for name in names if (codec := codec_of(name))))
