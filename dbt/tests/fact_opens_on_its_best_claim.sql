-- Evidence is one join away: every fact has its best claim, with a quote, in fct_evidence.
with

facts as (

    select membership_id as fact_id, best_claim_id from {{ ref('fct_alliance_membership') }}

    union all

    select event_id as fact_id, best_claim_id from {{ ref('fct_event') }}

)

select facts.fact_id, facts.best_claim_id
from facts
left join {{ ref('fct_evidence') }} as evidence
    on
        facts.fact_id = evidence.fact_id
        and facts.best_claim_id = evidence.claim_id
where coalesce(evidence.quote, '') = ''
