with

memberships as (

    select * from {{ ref('int_membership_overridden') }}

),

-- How long a membership without an end is sure depends on what had confirmed it by then: each confirmation is known from
-- its own day on, and one that came later says nothing about what was known before.
confirmed as (

    select
        *,
        unnest(case
            when valid_to_min is null then confirmations
            else [{ 'known_at': known_from, 'confirmed_on': last_confirmed_on }]
        end) as confirmation
    from memberships

),

spans as (

    select
        * exclude (confirmation, confirmations) replace (
            greatest(known_from, confirmation.known_at) as known_from,
            least(known_to, lead(confirmation.known_at) over confirming) as known_to,
            confirmation.confirmed_on as last_confirmed_on
        )
    from confirmed
    window confirming as (partition by membership_id, known_from order by confirmation.known_at)

),

alliances as (

    select * from {{ ref('dim_alliance') }}

),

entities as (

    select * from {{ ref('stg_entities') }}

)

-- No news is not an end, and no proof that it goes on: without an end, sure only up to the day of the last confirmation.
select
    spans.membership_id,
    spans.tie_id,
    spans.alliance_id,
    coalesce(alliances.name, spans.alliance_id) as alliance_name,
    alliances.name_ko as alliance_name_ko,
    alliances.name_en as alliance_name_en,
    spans.member_id,
    coalesce(entities.name, spans.member_id) as member_name,
    spans.role,
    spans.is_founder,
    spans.status,
    {{ is_member('spans.status', 'spans.role') }} as is_member,
    spans.valid_from,
    spans.valid_to,
    coalesce(spans.valid_from_min, date '0001-01-01') as possible_from,
    coalesce(spans.valid_from_max, spans.first_confirmed_on) as certain_from,
    coalesce(spans.valid_to_min, spans.last_confirmed_on + 1) as certain_until,
    coalesce(spans.valid_to_max, date '9999-12-31') as possible_until,
    spans.known_from,
    coalesce(spans.known_to, timestamptz '9999-12-31 23:59:59.999999+00') as known_until,
    (spans.known_from at time zone 'Asia/Seoul')::date as known_from_on,
    coalesce((spans.known_to at time zone 'Asia/Seoul')::date, date '9999-12-31') as known_until_on,
    spans.recorded_from,
    spans.confidence,
    spans.n_independent_sources,
    spans.has_conflict
from spans
left join alliances on spans.alliance_id = alliances.alliance_id
left join entities on spans.member_id = entities.entity_id
where spans.known_to is null or spans.known_from < spans.known_to
order by alliance_name, member_name, spans.known_from, possible_from, spans.membership_id
