with

memberships as (

    select * from {{ ref('fct_alliance_membership') }}

),

alliances as (

    select * from {{ ref('dim_alliance') }}

),

entities as (

    select * from {{ ref('stg_entities') }}

)

-- No news is not an end, and no proof that it goes on: without an end, sure only up to the day of the last confirmation.
select
    memberships.membership_id,
    memberships.alliance_id,
    coalesce(alliances.name, memberships.alliance_id) as alliance_name,
    memberships.member_id,
    coalesce(entities.name, memberships.member_id) as member_name,
    memberships.role,
    memberships.is_founder,
    memberships.status,
    memberships.valid_from,
    memberships.valid_to,
    coalesce(memberships.valid_from_min, date '0001-01-01') as possible_from,
    coalesce(memberships.valid_from_max, memberships.first_confirmed_on) as certain_from,
    coalesce(memberships.valid_to_min, memberships.last_confirmed_on + 1) as certain_until,
    coalesce(memberships.valid_to_max, date '9999-12-31') as possible_until,
    memberships.known_from,
    coalesce(memberships.known_to, timestamptz '9999-12-31 23:59:59.999999+00') as known_until,
    memberships.recorded_from,
    memberships.confidence,
    memberships.n_independent_sources,
    memberships.has_conflict
from memberships
left join alliances on memberships.alliance_id = alliances.alliance_id
left join entities on memberships.member_id = entities.entity_id
order by alliance_name, member_name, memberships.known_from, possible_from, memberships.membership_id
