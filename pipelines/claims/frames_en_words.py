"""What the English frames share: tables of states and nouns, and the inflected forms of their verbs."""

from __future__ import annotations

from pipelines.claims.clause import AT, BY, COMPLEMENT, OF, TO, WITH
from pipelines.claims.modality import DENIED, DONE, PLANNED, TALKS

ACT = {DONE: "done", PLANNED: "planned", TALKS: "under_discussion", DENIED: "denied"}
TALK = {DENIED: "denied", DONE: "done", TALKS: "under_discussion", PLANNED: "under_discussion"}
AGREEMENTS = (
    "memorandum",
    "mou",
    "partnership",
    "agreement",
    "alliance",
    "letterofintent",
    "pact",
    "cooperationdeal",
    "tie-up",
    "jointdevelopment",
    "collaboration",
)
TIES = (*AGREEMENTS, "cooperation", "collaboration", "tie-up", "jointventure", "stake", "shareholding", "merger")
COMMERCE = (
    "supplyagreement", "supplycontract", "supplydeal", "sponsorship", "licensingagreement", "licenseagreement",
    "leaseagreement", "purchaseagreement", "tradeagreement", "mergeragreement", "peaceagreement", "ceasefire",
    "customeragreement", "salesagreement", "creditagreement", "tosupply",
)  # fmt: skip

# Lemma → its inflected forms; a form of two words is one verb. Nouns of talking count as their verb.
VERBS = {
    "consist": ("consist of", "made up of", "consists of", "consisting of", "consisted of"),
    "comprise": ("comprises", "comprised of", "composed of", "brings together", "comprising"),
    "include": ("includes", "include", "including", "namely"),
    "count": ("counts", "count"),
    "belong": (
        "are among its founding members",
        "are among its members",
        "are among the members",
        "is among its members",
        "are among the founding members",
        "is one of its members",
        "belongs to",
        "belong to",
        "were among its founders",
    ),
    "member": ("a member of", "members of", "a founding member of", "a partner in"),
    "former member": ("former member of", "former members of"),
    "members": ("members are", "members were", "members include", "participants are", "participants include"),
    "group": ("groups",),
    "form": ("formed", "forms", "form", "forming", "formed by", "formation of"),
    "forge": ("forged", "forge", "forges"),
    "establish": ("established", "establish", "establishes", "established by", "establishing"),
    "create": ("created", "create", "creates", "created by", "creating"),
    "launch": ("launched", "launch", "launches", "launched by", "launching"),
    "set up": ("set up", "sets up", "set up by", "setting up"),
    "unveil": ("unveiled", "unveil", "unveils"),
    "complete": ("completed", "completes", "complete", "closed", "closes"),
    "found": ("founded", "founded by"),
    "join": ("joined", "joins", "join", "joining"),
    "enter": ("entered", "enters", "enter", "entering"),
    "become": (
        "became a member of",
        "become a member of",
        "becomes a member of",
        "became members of",
        "signed up to",
        "signed on to",
        "signed up for",
        "added to",
    ),
    "admit": ("admitted to", "accepted into", "welcomed into"),
    "participate": (
        "takes part in",
        "take part in",
        "took part in",
        "taken part in",
        "participates",
        "participate",
        "participated",
    ),
    "join hands": ("joined hands", "join hands"),
    "join forces": ("joined forces", "join forces", "joins forces"),
    "cooperate": (
        "agreed to work together",
        "agree to work together",
        "work together",
        "jointly develop",
        "co-develop",
        "agreed to cooperate",
        "to collaborate",
        "collaborated",
    ),
    "have worked": ("have worked", "has worked"),
    "team up": ("teams with", "teaming up", "teamed up", "team up", "teams up"),
    "partner": ("partnered", "partners up", "partnering", "partners with", "partner with"),
    "leave": ("left", "leaves", "leave", "leaving"),
    "withdraw": ("withdrew", "withdraw", "withdrawn", "withdraws", "withdrawing"),
    "quit": ("quit", "quits", "quitting"),
    "exit": ("exited", "exits"),
    "pull out": ("pulled out", "pulls out", "pull out", "walked away from", "dropped out"),
    "lead": ("led by", "leads", "led", "leading"),
    "chair": ("chaired by", "chairs", "named co-chairs", "named co-chair", "co-chair", "co-chairs"),
    "head": ("headed by", "heads"),
    "spearhead": ("spearheaded by", "spearheads"),
    "announce": ("announced a", "announce a", "announced their", "was announced"),
    "agree on": ("agreed on", "agreed a"),
    "sign": ("signed by", "signed", "sign", "signs", "signing"),
    "strike": ("struck", "strike", "strikes", "reached"),
    "seal": ("sealed", "seal", "seals"),
    "ink": ("inked", "ink", "inks"),
    "conclude": ("concluded",),
    "swap": ("swapped", "swap"),
    "exchange": ("exchanged", "exchange"),
    "talk": ("talked", "in talks", "held talks", "alliance talks", "talks between", "talking"),
    "consider": (
        "considering",
        "considers",
        "consider",
        "weighing",
        "weighs",
        "exploring",
        "explore",
        "explores",
        "mulling",
        "studying",
    ),
    "discuss": ("discussed", "discussing", "discuss", "discusses"),
    "negotiate": ("negotiating", "negotiated"),
    "propose": ("proposed", "proposes", "propose", "offers to", "offered to", "offer from"),
    "extend": ("extended", "extend", "extends", "extending", "renewed", "renew", "renews", "expanded", "expands"),
    "raise": ("raised",),
    "take": ("took", "take", "takes"),
    "approve": ("cleared", "approved", "gave final approval to"),
    "meet": ("met",),
    "receive": ("received",),
    "acquire": ("acquired", "acquire", "acquires"),
    "take over": ("take over", "took over"),
    "buy": ("buy", "bought", "buys"),
    "invest": ("invested", "invest", "invests", "put in", "put"),
    "end": ("ended", "end", "ends", "ending"),
    "terminate": ("terminated", "terminates", "terminate"),
    "dissolve": ("dissolved",),
    "scrap": ("scrapped", "scrap", "scraps", "abandoned", "halted"),
    "call off": ("called off", "call off", "calls off"),
    "collapse": ("collapsed", "broke down", "fell apart", "fell through"),
    "part ways": ("parted ways",),
    "deny": ("denied", "denies"),
    "dismiss": ("dismissed", "dismisses"),
    "refute": ("refuted",),
    "say": ("said", "says"),
    "tell": ("told",),
    "add": ("added",),
    "note": ("noted",),
}
FORMS = {form: lemma for lemma, forms in VERBS.items() for form in forms}
# Forms whose subject is a structure's members: the structure itself was named before.
OF_MEMBERS = frozenset(VERBS["members"])
# Forms that speak of the name right before them.
NEAREST = frozenset({"including", "namely", "include"})
# Participles without an auxiliary whose subject follows.
PASSIVE = frozenset(form for forms in VERBS.values() for form in forms if form.endswith(" by"))
# Participles that do not end in -ed.
PARTICIPLES = frozenset({"struck", "bought", "set up", "called off", "led"})
# Words that end the reach of a verb to the left and to the right.
BOUNDARIES = ("that", "which", "who", "while", "but", "after", "when", "where", "because", "as")
PREPOSITIONS = {
    "with": WITH, "between": WITH, "into": TO, "to": TO, "in": TO, "of": TO, "from": AT, "at": AT, "by": BY,
    "for": COMPLEMENT, "on": COMPLEMENT, "under": COMPLEMENT, "over": COMPLEMENT, "about": COMPLEMENT,
    "against": COMPLEMENT, "without": COMPLEMENT, "except": COMPLEMENT, "like": COMPLEMENT,
}  # fmt: skip
BEFORE = {**PREPOSITIONS, "of": OF, "between": "between"}
LEMMAS = frozenset(FORMS.values())
