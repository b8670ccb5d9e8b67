"""What the English frames share: tables of states and of the nouns that ties are called by."""

from __future__ import annotations

from pipelines.claims.modality import DENIED, DONE, PLANNED, PRESENT, TALKS

ACT = {DONE: "done", PRESENT: "done", PLANNED: "planned", TALKS: "under_discussion", DENIED: "denied"}
# Of what goes on: a present that is no plan
STATE = ACT
TALK = {
    DENIED: "denied",
    DONE: "under_discussion",
    PRESENT: "under_discussion",
    TALKS: "under_discussion",
    PLANNED: "under_discussion",
}
AGREEMENTS = (
    "memorandum",
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
