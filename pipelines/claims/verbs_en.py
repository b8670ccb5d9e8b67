"""The English verbs that frames know, as lemma → inflected forms, and the rules by which most forms are made.

A form of several words is one verb. Which verbs say what is in frames_en_*.py.
"""

from __future__ import annotations

from collections.abc import Iterator

IRREGULAR = {
    "become": "became become", "begin": "began begun", "break": "broke broken", "bring": "brought", "build": "built",
    "buy": "bought", "come": "came come", "cut": "cut", "draw": "drew drawn", "drop": "dropped", "fall": "fell fallen",
    "get": "got", "give": "gave given", "go": "went gone", "hold": "held", "keep": "kept", "lead": "led",
    "leave": "left", "let": "let", "make": "made", "meet": "met", "pay": "paid", "put": "put", "quit": "quit",
    "run": "ran run", "scrap": "scrapped", "sell": "sold", "set": "set", "shut": "shut", "split": "split",
    "step": "stepped", "strike": "struck", "swap": "swapped", "take": "took taken", "tell": "told",
    "throw": "threw thrown", "wind": "wound", "withdraw": "withdrew withdrawn", "win": "won", "write": "wrote written",
    "say": "said", "plan": "planned", "sign": "signed", "rebuff": "rebuffed", "admit": "admitted", "belong": "belonged",
    "court": "courted", "partner": "partnered", "enter": "entered", "offer": "offered", "exit": "exited",
    "commit": "committed", "submit": "submitted", "pledge": "pledged", "find": "found", "hand": "handed",
}  # fmt: skip


def forms_of(verb: str) -> Iterator[str]:
    """'sign up to' → sign, signs, signed and signing up to."""
    base, _, rest = verb.partition(" ")
    for form in _inflected(base):
        yield f"{form} {rest}".strip()


def _inflected(base: str) -> tuple[str, ...]:
    doubled = IRREGULAR.get(base, "").split(" ")[0]
    stem = base + base[-1] if doubled.startswith(base + base[-1]) or base in DOUBLING else base
    gerund = (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base in IRREGULAR:
        past: tuple[str, ...] = tuple(IRREGULAR[base].split(" "))
    elif base.endswith("e"):
        past = (base + "d",)
    elif base.endswith("y") and base[-2] not in "aeiou":
        past = (base[:-1] + "ied",)
    else:
        past = (stem + "ed",)
    return tuple(dict.fromkeys((base, third, *past, gerund)))


DOUBLING = frozenset({"quit", "run", "win", "get", "set", "put", "cut", "shut", "split", "begin", "tap"})

# Lemma of the frames → the verbs that are read as it, each with all its forms
VERBS: dict[str, tuple[str, ...]] = {
    "form": ("form",),
    "forge": ("forge", "cement"),
    "establish": ("establish", "constitute", "incorporate"),
    "create": ("create", "build"),
    "launch": ("launch", "inaugurate", "kick off", "unveil"),
    "set up": ("set up", "start", "start up", "initiate", "put together"),
    "found": ("found", "co-found", "cofound"),
    "join": (
        "join", "sign up to", "sign up for", "sign up with", "sign on to", "accede to", "come on board", "enter",
        "become a member of", "become a founding member of", "become a full member of", "become members of",
        "become part of", "become a partner in", "become the newest member of", "become the latest member of",
        "become a party to", "take a seat on", "take seats on", "win a seat on", "win seats on", "move to",
        "switch to", "defect to", "come into", "come in", "take part in", "participate in", "gain entry to",
        "be admitted to", "be accepted into", "be welcomed into", "be elected to", "be added to", "be named to",
        "be inducted into", "be appointed to", "get into", "band together in", "rejoin",
    ),
    "become": ("become",),
    "admit": ("admit", "add", "welcome", "accept", "induct"),
    "invite": ("invite", "ask", "urge", "approach", "sound out", "court", "woo", "tap"),
    "reject": (
        "reject", "rebuff", "turn down", "decline", "spurn", "refuse", "rule out", "say no to", "knock back",
    ),
    "leave": (
        "leave", "withdraw from", "withdraw", "quit", "exit", "pull out of", "pull out", "drop out of", "drop out",
        "walk away from", "depart from", "depart", "break away from", "defect from", "resign from", "step away from",
        "part from", "split from", "opt out of", "back out of", "bow out of", "secede from",
    ),
    "dissolve": (
        "dissolve", "disband", "wind up", "wind down", "break up", "split up", "shut down", "dismantle", "disintegrate",
        "cease to exist", "liquidate", "be discontinued", "come to an end", "lapse", "expire", "go out of existence",
    ),
    "end": ("end", "terminate", "scrap", "cancel", "discontinue", "sever", "cut", "break off", "unwind"),
    "call off": ("call off", "abandon", "drop", "shelve", "halt", "suspend", "walk away from talks", "ditch", "axe"),
    "collapse": ("collapse", "break down", "fall apart", "fall through", "founder", "unravel", "stall", "fail"),
    "part ways": ("part ways", "part company", "go their separate ways", "split", "go separate ways", "cut ties"),
    "lead": ("lead", "chair", "spearhead", "head", "co-chair", "co-lead", "steer", "anchor"),
    "consist": ("consist of", "comprise", "be made up of", "be composed of", "bring together", "unite"),
    "include": ("include", "count", "number", "feature", "boast"),
    "belong": ("belong to", "belong", "be part of", "be a member of", "be members of", "be a founding member of",
               "make up", "sit in"),
    "sign": ("sign", "put pen to paper on", "initial"),
    "strike": ("strike", "reach", "clinch", "arrive at"),
    "seal": ("seal", "finalize", "finalise", "close", "hammer out"),
    "ink": ("ink",),
    "enter into": ("enter into", "enter"),
    "agree": ("agree", "pledge", "commit", "undertake", "vow", "decide"),
    "agree on": ("agree on", "agree a", "agree to a", "agree upon"),
    "announce": ("announce", "unveil", "disclose", "reveal"),
    "partner": ("partner with", "partner", "partner up", "ally with", "ally", "align with", "be partnered with"),
    "team up": ("team up", "team with", "pair up", "link up", "tie up", "band together", "club together", "gang up"),
    "join forces": ("join forces", "join hands", "combine forces", "pool resources", "pool forces", "unite forces"),
    "cooperate": (
        "cooperate", "co-operate", "collaborate", "work together", "work with", "jointly develop", "co-develop",
        "work jointly", "work closely with", "work in partnership", "operate jointly", "jointly run", "jointly build",
        "code-share", "codeshare", "share codes",
    ),
    "sail": ("sail", "sail together", "sail with"),
    "keep": (
        "maintain", "keep", "continue", "deepen", "strengthen", "widen", "broaden", "uphold",
        "expand", "step up", "cherish",
    ),
    "extend": ("extend", "renew", "prolong"),
    "swap": ("swap", "exchange", "trade"),
    "acquire": ("acquire", "take over", "buy out", "snap up", "purchase"),
    "buy": ("buy", "take", "pick up"),
    "invest": ("invest", "put", "pour", "pump", "inject", "plow"),
    "raise": ("raise", "secure"),
    "merge": ("merge", "combine", "integrate"),
    "talk": (
        "talk", "discuss", "negotiate", "hold talks", "be in talks", "be in discussions", "be in discussion",
        "be in negotiations", "open talks", "begin talks", "start talks", "enter talks", "resume talks",
        "have talks", "hold discussions", "hold negotiations", "begin negotiations", "start negotiations",
        "open negotiations", "enter negotiations", "enter into talks", "enter into negotiations", "conduct talks",
        "hold early-stage talks", "hold preliminary talks", "hold exploratory talks", "hold merger talks",
        "begin discussions", "be discussing", "be locked in talks",
    ),
    "consider": (
        "consider", "weigh", "explore", "mull", "study", "examine", "contemplate", "look into", "look at", "eye",
        "review", "evaluate", "ponder", "be open to", "hint at",
    ),
    "propose": ("propose", "offer", "suggest", "pitch", "float", "table"),
    "meet": ("meet", "meet with", "hold a meeting with", "receive"),
    "deny": ("deny", "dismiss", "refute", "brush off", "reject a report", "shoot down"),
    "run": ("run", "operate", "own", "control", "jointly own", "jointly operate", "jointly run", "co-own"),
    "approve": ("clear", "approve", "greenlight", "give approval to", "give final approval to", "sign off on",
                "wave through"),
    "complete": ("complete", "wrap up", "consummate", "conclude"),
    "rename": ("rename", "rebrand", "rechristen"),
    "say": ("say", "state", "stress", "report", "confirm", "explain", "write", "insist", "read"),
    "tell": ("tell",),
    "add": ("comment", "remark"),
    "note": ("note",),
    # what only bounds the reach of others
    "other": (
        "supply", "sell", "make", "use", "compete", "operate", "run", "own", "sue", "order", "serve", "employ", "help",
        "plan", "hope", "want", "aim", "seek", "intend", "expect", "produce", "develop", "manufacture", "rise", "fall",
        "gain", "lose", "pay", "spend", "give", "get", "show", "see", "find", "follow", "include", "support",
        "provide", "allow", "enable", "bring", "benefit", "become", "remain", "appear", "work", "go", "come", "know",
        "license", "ship", "deliver", "win", "beat", "challenge", "face", "trail", "rival", "grow", "jump", "drop",
        "put", "keep", "let", "need", "depend", "rely", "dominate", "control", "publish", "release", "present", "host",
        "attend", "oversee", "fund", "finance", "list", "trade", "respond", "appoint", "hire", "name", "move",
    ),
}  # fmt: skip
# Phrases that are verbs without inflection
PHRASES: dict[str, tuple[str, ...]] = {
    "talk": (
        "in talks", "in early talks", "in advanced talks", "in discussions", "in negotiations", "in merger talks",
        "in discussion", "in early-stage talks", "in final talks", "in preliminary talks", "in exploratory talks",
        "talks", "alliance talks", "merger talks", "talks with", "talks between", "negotiations with",
        "in alliance talks", "in advanced discussions", "in early discussions", "under way", "underway", "ongoing",
    ),
    "belong": (
        "among its founding members", "among its members", "among the members", "among the founding members",
        "among its founders", "one of its members", "one of the members of", "among the members of", "part of",
        "among the founding members of", "one of the founding members of", "among the carriers in",
        "among the companies in", "among the firms in", "among the participants in", "all members of",
        "both members of",
    ),
    "member": (
        "member of",
        "a member of", "a founding member of", "a founder of", "a partner in", "a participant in", "a full member of",
        "members of", "founding members of", "the newest member of", "the latest member of", "a signatory to",
        "a co-founder of", "a long-time member of", "a longtime member of",
    ),
    "former member": ("former member of", "former members of", "a former partner in", "no longer a member of",
                      "no longer part of"),
    "not member": ("not a member of", "not members of", "not part of", "not among", "neither a member of"),
    "members": (
        "members are", "members were", "members include", "participants are", "participants include", "founders are",
        "founders include", "founding members include", "founding members are", "backers include", "backers are",
        "signatories include", "signatories are", "partners include", "other members are", "other members include",
        "members included", "members comprise", "membership includes", "shareholders are", "participants included",
        "founding members were", "founding members included", "carriers are", "other members were",
    ),
    "include": ("including", "namely", "such as"),
    "consist": ("made up of", "composed of", "comprised of", "consisting of", "formed of"),
    "left with": ("left with", "reduced to"),
    "bound": ("bound to", "tied to", "allied with", "in partnership with", "in alliance with", "in an alliance with"),
    "other": ("is", "are", "was", "were"),
}  # fmt: skip


def _table() -> dict[str, str]:
    forms: dict[str, str] = {}
    for lemma, phrases in PHRASES.items():
        for phrase in phrases:
            forms.setdefault(phrase, lemma)
    for lemma, verbs in VERBS.items():
        for verb in verbs:
            # 'be admitted to': a passive that is one verb, whatever its auxiliary
            made = (verb.removeprefix("be "),) if verb.startswith("be ") else tuple(forms_of(verb))
            for form in made:
                forms.setdefault(form, lemma)
    return forms


FORMS = _table()
LEMMAS = frozenset(FORMS.values())
