"""What follows a Korean stem: endings, auxiliaries, modal nouns and verbs of saying, and how the clause ends by them.

What the tail means is in modality.py; what stands before the stem is read in korean.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipelines.claims import words_ko as words
from pipelines.entities.model import Mention
from pipelines.entities.morphology import Morpheme

FINAL, LINKED, REPORTED, EMBEDDED, ADNOMINAL = "final", "linked", "reported", "embedded", "adnominal"
MAX_TAIL = 40


def read_tail(morphemes: Sequence[Morpheme], i: int, names: Mapping[int, Mention]) -> tuple[str, str, int]:
    """What follows a stem at `i`: the tail as 'form/tag' pairs, how the clause ends, and where reading goes on.

    Reading goes on after the endings and auxiliaries; the tail looks further, through modal nouns and verbs of saying.
    """
    out: list[str] = []
    link, resume = "", i
    j = i
    reported = False
    while j < len(morphemes) and j - i < MAX_TAIL:
        m = morphemes[j]
        tag = m.tag.split("-")[0]
        following = morphemes[j + 1] if j + 1 < len(morphemes) else None
        if tag in ("EP", "VX", "VCP", "VCN") or (
            tag == "EC" and following is not None and following.tag.startswith("VX")
        ):
            out.append(f"{m.form}/{tag}")
        elif tag == "EF":
            out.append(f"{m.form}/{tag}")
            link = link or FINAL
            resume = resume if resume > i else j + 1
            break
        elif tag == "EC":
            out.append(f"{m.form}/{tag}")
            if m.form in words.QUOTATIVE_ENDINGS:
                link, resume, reported = link or REPORTED, resume if resume > i else j + 1, True
            elif m.form in words.LINKING_AUXILIARIES and following is not None and following.form in ("하", "되", "않"):
                j += 1
                out.append(f"{following.form}/{following.tag}")
            else:
                link, resume = link or LINKED, resume if resume > i else j + 1
                break
        elif tag in ("ETM", "ETN"):
            out.append(f"{m.form}/{tag}")
            modal = following is not None and following.form in words.MODAL_NOUNS and following.start not in names
            if m.form in words.REPORTED_ADNOMINALS or modal or tag == "ETN":
                link, resume = link or EMBEDDED, resume if resume > i else j + 1
            else:
                link, resume = link or ADNOMINAL, resume if resume > i else j + 1
                hypothetical = following is not None and following.form in words.HYPOTHETICAL_NOUNS
                if following is not None and (following.form in words.TIME_NOUNS or hypothetical):
                    out.extend(f"{later.form}/{later.tag}" for later in morphemes[j + 1 : j + 3])
                break
        elif not link:
            break
        elif (
            (
                m.start not in names
                and (m.form in words.MODAL_NOUNS or m.form in words.MODAL_WORDS or tag[:1] in ("J", "M"))
            )
            or tag in ("XSV", "XSA")
            or (tag in ("VV", "VA") and (m.form in words.MODAL_VERBS or m.form in words.SAYING))
        ):
            out.append(f"{m.form}/{tag}")
        elif tag in ("SSO", "SSC", "SS") or reported:
            pass
        else:
            break
        j += 1
    return " ".join(out), link or FINAL, max(resume, j if not link else resume)
