with

memberships as (

    select * from {{ ref('fct_alliance_membership') }}
    where known_to is null

),

alliances as (

    select * from {{ ref('dim_alliance') }}

),

entities as (

    select * from {{ ref('stg_entities') }}

),

evidence as (

    select * from {{ ref('fct_evidence') }}

)

select
    memberships.membership_id,
    memberships.tie_id,
    memberships.alliance_id,
    coalesce(alliances.name, memberships.alliance_id) as alliance_name,
    alliances.name_ko as alliance_name_ko,
    alliances.name_en as alliance_name_en,
    coalesce(alliances.is_pairing, false) as is_pairing,
    alliances.form as alliance_form,
    alliances.field as alliance_field,
    memberships.member_id,
    coalesce(entities.name, memberships.member_id) as member_name,
    entities.name_ko as member_name_ko,
    entities.name_en as member_name_en,
    coalesce(entities.entity_type, 'org') as member_type,
    entities.org_type,
    entities.stock_code,
    entities.sector,
    entities.country,
    memberships.role,
    memberships.is_founder,
    memberships.status,
    memberships.valid_from,
    memberships.valid_from_precision,
    memberships.valid_from_edge,
    memberships.valid_from_basis,
    memberships.valid_from_min,
    memberships.valid_from_max,
    memberships.valid_to,
    memberships.valid_to_precision,
    memberships.valid_to_edge,
    memberships.valid_to_basis,
    memberships.valid_to_min,
    memberships.valid_to_max,
    memberships.announced_on,
    memberships.left_censored,
    memberships.right_censored,
    memberships.first_confirmed_on,
    memberships.last_confirmed_on,
    memberships.known_from,
    memberships.is_current,
    memberships.confidence,
    memberships.n_mentions,
    memberships.n_articles,
    memberships.n_independent_sources,
    memberships.has_conflict,
    memberships.is_overridden,
    memberships.best_claim_id,
    evidence.quote,
    evidence.publisher,
    evidence.url,
    evidence.published_at,
    memberships.data_as_of
from memberships
left join alliances on memberships.alliance_id = alliances.alliance_id
left join entities on memberships.member_id = entities.entity_id
left join evidence
    on
        memberships.membership_id = evidence.fact_id
        and memberships.best_claim_id = evidence.claim_id
order by alliance_name, member_name, memberships.membership_id
