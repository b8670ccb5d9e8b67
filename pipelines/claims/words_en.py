"""The little words by which English sentences are cut, and the nouns that tell what a phrase is about.

Tables only: english_tokens.py and english.py read them. The verbs are in verbs_en.py.
"""

from __future__ import annotations

from pipelines.claims.clause import AT, BY, COMPLEMENT, OF, TO, WITH
from pipelines.claims.verbs_en import FORMS, PHRASES

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
QUOTES = frozenset({'"', "“", "”"})
STOPS = frozenset({";", "--", "—", "–", ":"})
RELATIVES = frozenset({"which", "who", "whom", "whose"})
DETERMINERS = frozenset({"the", "this", "that", "these", "those", "its", "their", "both", "a", "an"})
APPOSING = (DETERMINERS - {"that", "this"}) | frozenset(
    {"one", "part", "another", "all", "each", "two", "now", "then", "once", "formerly", "itself", "long"}
)
SUBORDINATORS = frozenset(
    {
        "after", "while", "whereas", "when", "because", "although", "though", "but", "if", "unless", "where", "since",
        "until", "before", "till", "as", "once", "whether",
    }
)  # fmt: skip
CONDITIONS = frozenset({"if", "unless", "should"})
AUXILIARIES = frozenset(
    {
        "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "can", "could", "may",
        "might", "should", "must", "shall", "do", "does", "did", "'s", "won't", "didn't", "doesn't", "don't", "isn't",
        "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "wouldn't", "couldn't", "cannot", "can't",
    }
) - {"'s"}  # fmt: skip
BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't", "get", "got"}
)
# Verbs that look like nouns when they stand bare
NOUNISH = frozenset(
    """
    partner partners group groups plan plans number numbers trade trades order orders work works head heads lead leads
    tap taps feature features run runs offer offers hold holds talk talks start starts launch launches share shares ally
    allies study studies review reviews court courts rival rivals supply lists list host hosts ship ships face faces
    name names move moves help support show use need control release benefit split splits end ends exit exits unit
    swap swaps exchange pool stake stakes chair chairs link links pair match anchor founding anchors note comment
    report reports
    suspend halt halts drop drops trail trails gain gains pay challenge bonds table pitch float set sets put sit sits
    founder founders count counts quit vow pledge pledges commit tie close cut join form forms build state read stall
    """.split()
) - frozenset({"quit", "join", "form", "build", "commit"})
FINITE = (
    frozenset(form.split(" ")[0] for form, _ in FORMS.items())
    - frozenset(phrase.split(" ")[0] for phrases in PHRASES.values() for phrase in phrases)
    - NOUNISH
) | frozenset({"is", "are", "was", "were"})
# Participles that do not end in -ed or -ing, and prepositions that work like one
PARTICIPLES = frozenset({"led", "made", "set", "run", "built"})
ADVERBS = frozenset(
    {
        "also", "now", "already", "both", "all", "each", "once", "still", "jointly", "not", "never", "then", "yet",
        "soon", "later", "earlier", "recently", "formally", "officially", "just", "long", "again", "first", "since",
        "only", "even", "together", "separately", "to",
    }
)  # fmt: skip
NO_MODIFIERS = (
    frozenset({"a", "an", "its", "their", "his", "her", "which", "who", "whose", "that", "said", "says", "to", "not"})
    | SUBORDINATORS
    | frozenset(
        "of with between into in from at by for on under over about against without except like among via through "
        "and or it they he she we this than both all including such".split()
    )
)

SAYING = frozenset(
    {"said", "says", "announced", "reported", "reports", "added", "confirmed", "told", "stated", "wrote"}
)
AFTER_SAYING = frozenset(
    """
    on late early earlier last this that in a statement filing filings regulatory release press report to reporters
    separately an interview blog post thursday news conference joint briefing event at its their week month year
    """.split()
)
REPORTING = SAYING | frozenset({"say", "stressed", "insisted", "explained", "noted", "revealed"})
ANNOUNCING = frozenset({"added", "announced", "revealed", "reported", "confirmed", "told", "noted"})
BEGIN_CONTENT = frozenset(
    {"that", "it", "they", "on", "plans", "he", "she", "in", "at", "late", "reporters", "earlier"}
)
DENYING = frozenset({"denied", "denies", "denying", "dismissed", "refuted", "rejected"})
REPORTED_NOUNS = frozenset({"report", "reports", "rumors", "rumours", "speculation", "claims", "suggestions"})

# Nouns for structures, for ties, and for talks about them
STRUCTURES = frozenset(
    """
    alliance effort scheme consortium coalition venture jv forum council partnership group grouping body club bloc
    association
    federation network initiative collaboration tie-up team pact cooperation project union platform organization
    organisation foundation company ventures entity league camp joint-venture firm
    """.split()
)
TIE_NOUNS = frozenset(
    """
    partnership agreement memorandum mou pact deal alliance tie-up cooperation collaboration venture merger talks
    negotiations discussions contract accord relationship ties cross-shareholding understanding swap plan plans
    """.split()
)
# Whose noun "of X" says who belongs to X
MEMBERS = frozenset("members member participants founders partners signatories carriers backers".split())
COMPANIES = frozenset("companies firms organizations organisations institutions universities groups".split())
UNITS = frozenset("unit subsidiary affiliate parent arm sister partner division".split())
# What acts for the organization that it is of
BODIES = frozenset(
    """
    board boards shareholders management executives leaders chiefs heads officials representatives ceos presidents
    chairmen government unit owner parent maker group team
    """.split()
)
FOUNDING = frozenset({"set up", "found", "form", "launch", "create", "establish", "sign"})
# What is no act of the organization before it
THINGS = frozenset(
    """
    shares stock customers users rivals investors employees workers suppliers products cars software speakers titles
    stores executives' chips phones analysts fans sales profit profits revenue members
    """.split()
)
CARRYING = frozenset(
    """
    it they he she we company firm airline carrier automaker carmaker chipmaker operator bank retailer maker drugmaker
    group lender insurer startup start-up manufacturer giant conglomerate brand broadcaster publisher studio developer
    utility shipper line steelmaker miner university institute brewer tech both ministry agency city organization
    supplier contractor shipbuilder shipyard unit subsidiary affiliate telco newcomer plane aircraft member
    """.split()
) - {"group", "organization"}

PREPOSITIONS = {
    "with": WITH, "between": WITH, "alongside": WITH, "among": WITH, "into": TO, "to": TO, "in": TO, "of": TO,
    "from": AT, "at": AT, "by": BY, "through": TO, "for": COMPLEMENT, "on": COMPLEMENT, "under": COMPLEMENT,
    "over": COMPLEMENT, "about": COMPLEMENT, "against": COMPLEMENT, "without": COMPLEMENT, "except": COMPLEMENT,
    "like": COMPLEMENT, "unlike": COMPLEMENT, "than": COMPLEMENT, "excluding": COMPLEMENT, "besides": COMPLEMENT,
    "after": COMPLEMENT, "before": COMPLEMENT, "since": COMPLEMENT, "during": COMPLEMENT, "within": COMPLEMENT,
    "until": COMPLEMENT, "as": COMPLEMENT, "despite": COMPLEMENT, "via": COMPLEMENT, "near": COMPLEMENT,
    "regarding": COMPLEMENT, "around": COMPLEMENT, "beside": COMPLEMENT, "including": "",
    "onto": TO, "inside": TO, "across": COMPLEMENT,
}  # fmt: skip
BEFORE = {**PREPOSITIONS, "of": OF}
