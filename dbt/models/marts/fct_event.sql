with

events as (

    select * from {{ ref('int_events') }}

),

participants as (

    select * from {{ ref('int_event_participants') }}

),

overrides as (

    select * from {{ ref('stg_overrides') }}
    where
        target = 'event'
        and {{ override_is_valid('target', 'field', 'new_value') }}

),

conflicts as (

    select distinct event_id from {{ ref('int_event_conflicts') }}

),

parties as (

    select
        event_id,
        count(distinct entity_id) as n_participants
    from participants
    where {{ is_party('role') }}
    group by event_id

),

latest as (

    select *
    from overrides
    qualify row_number() over (partition by target_id, field order by decided_at desc, override_id desc) = 1

),

decisions as (

    select
        target_id as event_id,
        any_value({ 'value': new_value }) filter (where field = 'modality') as modality,
        any_value({ 'value': new_value }) filter (where field = 'event_date') as event_date,
        any_value({ 'value': new_value }) filter (where field = 'place') as place,
        any_value({ 'value': new_value }) filter (where field = 'amount') as amount,
        any_value({ 'value': new_value }) filter (where field = 'currency') as currency,
        any_value({ 'value': new_value }) filter (where field = 'stake_pct') as stake_pct
    from latest
    group by target_id

),

decided as (

    select
        events.* replace (
            coalesce(decisions.modality.value, events.modality) as modality,
            case
                when decisions.event_date is null then events.event_date
                when decisions.event_date.value is not null then {
                    'value': decisions.event_date.value,
                    'precision': {{ iso_precision('decisions.event_date.value') }},
                    'edge': null,
                    'basis': 'act',
                    'min': {{ iso_first_day('decisions.event_date.value') }},
                    'max': {{ iso_last_day('decisions.event_date.value') }}
                }
            end as event_date,
            case when decisions.place is null then events.place else decisions.place.value end as place,
            case when decisions.amount is null then events.amount else try_cast(decisions.amount.value as double) end as amount,
            case when decisions.currency is null then events.currency else decisions.currency.value end as currency,
            case when decisions.stake_pct is null then events.stake_pct else try_cast(decisions.stake_pct.value as double) end as stake_pct
        ),
        decisions.event_id is not null as is_overridden,
        conflicts.event_id is not null as has_conflict,
        coalesce(parties.n_participants, 0) as n_participants,
        max(events.known_from) over () as data_as_of
    from events
    left join decisions on events.event_id = decisions.event_id
    left join parties on events.event_id = parties.event_id
    left join conflicts on events.event_id = conflicts.event_id

)

select
    event_id,
    event_type,
    {{ plover_type('event_type', 'modality') }} as plover_type,
    modality,
    alliance_id,
    event_date.value as event_date,
    event_date.precision as event_date_precision,
    event_date.edge as event_date_edge,
    event_date.basis as event_date_basis,
    event_date.min as event_date_min,
    event_date.max as event_date_max,
    place,
    amount,
    currency,
    stake_pct,
    n_participants,
    first_reported_on,
    last_reported_on,
    known_from,
    known_basis,
    recorded_from,
    confidence,
    n_mentions,
    n_articles,
    n_independent_sources,
    has_conflict,
    is_overridden,
    best_claim_id,
    data_as_of
from decided
order by event_id
