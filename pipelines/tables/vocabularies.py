"""The closed vocabularies, each term with its meaning. Their sources are named in docs/naming.md."""

from __future__ import annotations

from pipelines.tables.declaration import Vocabulary

ROLE = Vocabulary(
    "role",
    "What a party is in a tie.",
    {
        "leader": "the text says that it leads or steers",
        "member": "belongs to a named alliance",
        "partner": "party to a bilateral or nameless pairing",
        "observer": "attends without being a full member",
        "prospective": "wants in, is wanted, or has said that it will join, and is not in yet",
        "former": "has left, or the tie has ended",
    },
)
STATUS = Vocabulary(
    "status",
    "The state of a tie as the text asserts it (SDC's deal status letter in brackets).",
    {
        "proposed": "one side asked or offered; no answer reported (S)",
        "under_discussion": "the parties talk or consider (P)",
        "announced": "committed, not yet in effect (P)",
        "active": "signed, or in force (C)",
        "suspended": "halted for a time",
        "renegotiated": "terms reopened (R)",
        "expired": "ran out at its term (X)",
        "terminated": "ended, withdrawn, collapsed (T)",
        "denied": "a party says that it does not exist or will not happen",
        "lapsed": "talks ended without a deal",
    },
)
MODALITY = Vocabulary(
    "modality",
    "How certain the text is that a happening is a fact (FactBank's value in brackets).",
    {
        "done": "asserted as happened (CT+)",
        "planned": "committed or scheduled",
        "under_discussion": "considered, talked about, possible (PS+)",
        "denied": "asserted not to be, or not to happen (CT-)",
        "rumoured": "possible, and attributed to nobody (PS+)",
    },
)
EVENT_TYPE = Vocabulary(
    "event_type",
    "What kind of act a happening is (PLOVER's class in brackets).",
    {
        "found_alliance": "forming a named structure (COOPERATE; AGREE when planned)",
        "join": "entering a structure (COOPERATE; AGREE when planned)",
        "leave": "exit from a continuing structure (SANCTION)",
        "sign_mou": "signing any cooperation agreement (AGREE)",
        "extend": "prolonging an agreement (AGREE)",
        "invest": "minority stake or funding (COOPERATE; AGREE when planned)",
        "equity_swap": "parties exchange shares (COOPERATE; AGREE when planned)",
        "joint_venture": "agreeing on or establishing a joint venture (COOPERATE; AGREE when planned)",
        "acquire": "purchase of control (none)",
        "propose": "one party asks (AGREE)",
        "discuss": "talks or meetings (CONSULT)",
        "deny": "a party refutes (REJECT)",
        "terminate": "end or cancellation of a tie or deal (SANCTION; REJECT when only talks end)",
        "announce": "disclosure of a plan, strategy or target not otherwise typed (none)",
        "launch": "a product, service or body started by an alliance (COOPERATE; AGREE when planned)",
        "statement": "position about a tie, attributed to someone named (none)",
        "policy": "act of a state body (none)",
    },
)
PARTICIPANT_ROLE = Vocabulary(
    "participant_role",
    "What a participant does in a happening.",
    {
        "initiator": "acts first, or leads",
        "party": "an equal side",
        "counterparty": "to or with whom",
        "investor": "gives the money",
        "investee": "receives the money",
        "acquirer": "buys control",
        "target": "is bought, or acted upon",
        "alliance": "the structure that it is about",
        "speaker": "says it",
        "host": "receives the others",
        "signatory_person": "signs in person",
        "venue_event": "the named happening at which it took place",
        "regulator": "the state body that acts",
    },
)
MENTION_TYPE = Vocabulary(
    "mention_type",
    "What kind of thing a span of text names.",
    {
        "org": "company, group, university, institute, ministry, court, fund or association",
        "person": "a named individual",
        "alliance": "a structure of several parties with a name or fixed designation",
        "event_name": "a named happening, such as a trade fair",
        "place": "a named location",
        "date": "a date or period",
        "amount": "money or a share",
        "title": "a post or honorific beside a name",
        "group": "a word for several parties named before, such as 'the two companies'",
    },
)
ENTITY_TYPE = Vocabulary(
    "entity_type",
    "What kind of thing an entity is.",
    {term: MENTION_TYPE.terms[term] for term in ("org", "person", "alliance", "event_name", "place")},
)
ORG_TYPE = Vocabulary(
    "org_type",
    "What kind of organization it is.",
    {
        "company": "a firm",
        "group": "a business group",
        "holding": "the holding company of a group",
        "bank": "a bank",
        "government": "a ministry, agency, city or province",
        "university": "a university",
        "hospital": "a hospital",
        "institute": "a research institute",
        "association": "an association or foundation",
        "outlet": "a newspaper, agency or broadcaster",
        "fund": "an investment fund",
        "court": "a court",
        "other": "another organization",
    },
)
ENTITY_STATUS = Vocabulary(
    "entity_status",
    "How an entity came to be known.",
    {
        "curated": "a person wrote it",
        "imported": "read from an official register",
        "discovered": "read in an article; nobody has looked at it yet",
    },
)
ALIAS_KIND = Vocabulary(
    "alias_kind",
    "How an alias relates to its entity.",
    {
        "name": "the name itself",
        "translation": "the name in another language",
        "abbreviation": "letters or a clipped form",
        "variant": "another spelling",
        "former": "a name that it bore until a known or unknown day",
        "unit": "a site or part that stands for the whole",
    },
)
RESOLUTION_METHOD = Vocabulary(
    "resolution_method",
    "How a mention got its entity.",
    {
        "alias": "an alias of the knowledge base",
        "article": "another form that the article itself gives for it",
        "register": "the only organization of that name in an imported register",
        "pattern": "a name pattern, such as a head noun after a name",
        "model": "the sequence model",
        "anaphora": "a group word whose antecedents the article names",
        "none": "not linked to an entity",
    },
)
ZONE = Vocabulary(
    "zone",
    "Where in the article a sentence stands.",
    {
        "headline": "the title",
        "subhead": "a subtitle or a heading inside the body",
        "lead": "the first paragraph of the body",
        "body": "a later paragraph",
        "quote": "a sentence that lies wholly inside quotation marks",
    },
)
ATTRIBUTION = Vocabulary(
    "attribution",
    "Whose word it is.",
    {
        "own": "the paper's own",
        "quoted": "a named speaker's",
        "anonymous": "an unnamed source's",
        "other_media": "another outlet's",
    },
)
PRECISION = Vocabulary(
    "precision",
    "The unit of a date.",
    {
        "day": "one day",
        "week": "one week, Monday to Sunday",
        "month": "one month",
        "quarter": "three months",
        "half": "six months",
        "year": "one year",
        "unknown": "no unit is known",
    },
)
EDGE = Vocabulary(
    "edge",
    "Which part of the unit a date means.",
    {"start": "its beginning", "mid": "its middle", "end": "its end"},
)
BASIS = Vocabulary(
    "basis",
    "What a text dates.",
    {
        "act": "the act itself",
        "announced": "only the announcement; the act is on or before it",
        "inferred": "derived from other dates",
    },
)
KNOWN_BASIS = Vocabulary(
    "known_basis",
    "Where the known clock of a fact comes from.",
    {
        "published": "the supporting version's publication or update time",
        "captured": "the capture, because the page states no time for what it says",
        "override": "an analyst's decision",
    },
)
POLARITY = Vocabulary(
    "polarity",
    "Whether a statement affirms or negates.",
    {"positive": "it is said to be so", "negative": "it is said not to be so"},
)
RELATION = Vocabulary(
    "relation",
    "How one entity relates to another.",
    {
        "rival_of": "competes with",
        "successor_of": "took over from",
        "renamed_to": "goes on under the name of",
        "named_as": "a nameless pairing that later got this name",
        "subset_of": "all its members are members of",
        "subsidiary_of": "is owned by",
    },
)
ATTRIBUTE = Vocabulary(
    "attribute",
    "What is said of an alliance apart from its members.",
    {
        "purpose": "what it is for",
        "activity": "what it does",
        "field": "the field of business",
        "founded_on": "the day of its founding",
        "form": "its legal or organizational form",
        "stated_member_count": "the number of members that the text states",
    },
)
ALLIANCE_FORM = Vocabulary(
    "alliance_form",
    "What kind of structure an alliance is.",
    {
        "equity_jv": "a joint venture with equity",
        "strategic_alliance": "a strategic alliance or partnership",
        "consortium": "a consortium",
        "council": "a council or forum",
        "rnd_partnership": "joint research and development",
        "mou_pair": "two parties with an agreement",
        "cross_shareholding": "parties that hold each other's shares",
        "bid_consortium": "a consortium for one bid",
        "public_private": "public and private parties together",
    },
)
DUPLICATE_KIND = Vocabulary(
    "duplicate_kind",
    "How a capture repeats another.",
    {
        "same_bytes": "byte for byte the same page of the same address",
        "same_version": "another page that gives the same text of the same article",
    },
)
CORRECTION_BASIS = Vocabulary(
    "correction_basis",
    "By what the corrected article was found.",
    {
        "link": "the correction links to it",
        "title": "the correction repeats its headline",
        "day": "the correction names its day and words of its headline",
    },
)
SYNDICATION_KIND = Vocabulary(
    "syndication_kind",
    "Why articles are grouped.",
    {
        "single": "no other article repeats it",
        "copy": "near-identical text",
        "release": "rewrites of one press release",
    },
)
CONFLICT_RULE = Vocabulary(
    "conflict_rule",
    "The rule that decided between claims that disagree, in order of precedence.",
    {
        "override": "an analyst's decision",
        "correction": "a correction comes before what it corrects",
        "self": "a party about itself comes before others",
        "named_source": "a named source comes before the paper",
        "paper": "the paper comes before an anonymous source",
        "corroborated": "two or more independent sources hold against one denial",
        "stage": "a tie in force does not step back to talks without an end",
        "later": "the later statement",
        "claim_id": "no reason but a fixed order",
    },
)
PLOVER_TYPE = Vocabulary(
    "plover_type",
    "Class of an act in the PLOVER ontology.",
    {
        "AGREE": "agrees to cooperate",
        "CONSULT": "consults",
        "COOPERATE": "cooperates",
        "REJECT": "rejects",
        "SANCTION": "reduces or ends cooperation",
    },
)
PLOVER_SIDE = Vocabulary(
    "plover_side",
    "Side of a participant in the PLOVER ontology.",
    {"actor": "acts", "recipient": "is acted upon"},
)
FACT_TYPE = Vocabulary(
    "fact_type",
    "Which fact table a claim stands under.",
    {"membership": "fct_alliance_membership", "event": "fct_event"},
)
STANCE = Vocabulary(
    "stance",
    "What a claim does to a fact.",
    {
        "supports": "says so",
        "ends": "says that it ended",
        "disagrees": "says otherwise",
        "context": "speaks of another time: another round of talks, or a page that states no time",
    },
)
CONFLICT_FIELD = Vocabulary(
    "conflict_field",
    "What two claims disagree about.",
    {
        "status": "the state of the tie",
        "valid_from": "when the state began",
        "modality": "whether it has happened",
        "event_date": "when it happened: two stated dates of the act that exclude each other",
        "amount": "the size of the deal: more than 5 % apart in one currency",
        "stake_pct": "the share of equity: more than half a point apart",
    },
)
TIMELINE_KIND = Vocabulary(
    "timeline_kind",
    "What an entry of an alliance's timeline tells.",
    {"state_began": "a tie entered a state", "tie_ended": "a tie ended", "event": "something happened"},
)
CHANGE_TYPE = Vocabulary(
    "change_type",
    "What became known.",
    {
        "new_alliance": "the alliance was not known before",
        "joined": "the party belongs to it, which was not known before",
        "left": "the party no longer belongs to it",
        "status": "the tie is in another state, or talks ended",
        "withdrawn": "nobody says any more that there is such a tie: an edit or a correction",
    },
)
REDIRECT_KIND = Vocabulary(
    "redirect_kind",
    "What a retired id named.",
    {"entity": "an entity", "pairing": "a nameless pairing"},
)
JUDGEMENT = Vocabulary(
    "judgement",
    "What a person decided about two names or entities.",
    {"same": "they are one", "different": "they are two, however alike"},
)
SUPPRESSION_KIND = Vocabulary(
    "suppression_kind",
    "What is not to be kept or shown.",
    {
        "person": "a person, by entity id or name",
        "url": "one article, by its address",
        "outlet": "all of one outlet, by its domain or name",
    },
)

VOCABULARIES: tuple[Vocabulary, ...] = tuple(v for v in list(globals().values()) if isinstance(v, Vocabulary))
