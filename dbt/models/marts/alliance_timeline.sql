with

memberships as (

    select * from {{ ref('membership_wide') }}

),

events as (

    select * from {{ ref('event_wide') }}
    where alliance_id is not null

),

followed as (

    select
        *,
        lead(membership_id) over (
            partition by tie_id
            order by valid_from_max, valid_from_min nulls first, last_confirmed_on, membership_id
        ) is not null as is_followed
    from memberships

),

began as (

    select
        membership_id as fact_id,
        'membership' as fact_type,
        'state_began' as kind,
        alliance_id,
        alliance_name,
        coalesce(valid_from_min, valid_from_max, first_confirmed_on) as sorted_on,
        valid_from as happened_on,
        valid_from_precision as happened_on_precision,
        valid_from_edge as happened_on_edge,
        valid_from_basis as happened_on_basis,
        valid_from_min as happened_on_min,
        valid_from_max as happened_on_max,
        status,
        null as event_type,
        null as modality,
        member_id,
        member_name as who,
        n_independent_sources
    from followed

),

-- The end of a state after which another one is known is that one's beginning.
ended as (

    select
        membership_id as fact_id,
        'membership' as fact_type,
        'tie_ended' as kind,
        alliance_id,
        alliance_name,
        coalesce(valid_to_min, valid_to_max, last_confirmed_on) as sorted_on,
        valid_to as happened_on,
        valid_to_precision as happened_on_precision,
        valid_to_edge as happened_on_edge,
        valid_to_basis as happened_on_basis,
        valid_to_min as happened_on_min,
        valid_to_max as happened_on_max,
        status,
        null as event_type,
        null as modality,
        member_id,
        member_name as who,
        n_independent_sources
    from followed
    where
        not right_censored
        and not is_followed

),

happened as (

    select
        event_id as fact_id,
        'event' as fact_type,
        'event' as kind,
        alliance_id,
        coalesce(alliance_name, alliance_id) as alliance_name,
        coalesce(event_date_min, event_date_max, first_reported_on) as sorted_on,
        event_date as happened_on,
        event_date_precision as happened_on_precision,
        event_date_edge as happened_on_edge,
        event_date_basis as happened_on_basis,
        event_date_min as happened_on_min,
        event_date_max as happened_on_max,
        null as status,
        event_type,
        modality,
        null as member_id,
        participants as who,
        n_independent_sources
    from events

),

entries as (

    select * from began

    union all

    select * from ended

    union all

    select * from happened

)

select
    {{ content_id('timeline', ['fact_id', 'kind']) }} as entry_id,
    alliance_id,
    alliance_name,
    sorted_on,
    happened_on,
    happened_on_precision,
    happened_on_edge,
    happened_on_basis,
    happened_on_min,
    happened_on_max,
    kind,
    status,
    event_type,
    modality,
    member_id,
    who,
    fact_type,
    fact_id,
    n_independent_sources
from entries
order by alliance_name, alliance_id, sorted_on, kind, who, entry_id
