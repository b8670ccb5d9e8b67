with

events as (

    select * from {{ ref('fct_event') }}

),

participants as (

    select * from {{ ref('bridge_event_participant') }}

),

entities as (

    select * from {{ ref('stg_entities') }}

),

evidence as (

    select * from {{ ref('fct_evidence') }}

),

parties as (

    select distinct
        participants.event_id,
        participants.entity_id,
        coalesce(entities.name, participants.entity_id) as name,
        coalesce(entities.name_ko, entities.name, participants.entity_id) as name_ko,
        coalesce(entities.name_en, entities.name, participants.entity_id) as name_en
    from participants
    left join entities on participants.entity_id = entities.entity_id
    where {{ is_party('participants.role') }}

),

listed as (

    select
        event_id,
        string_agg(name, ', ' order by name, entity_id) as participants,
        string_agg(name_ko, ', ' order by name_ko, entity_id) as participants_ko,
        string_agg(name_en, ', ' order by name_en, entity_id) as participants_en,
        list(entity_id order by entity_id) as participant_ids
    from parties
    group by event_id

)

select
    events.event_id,
    events.event_type,
    events.plover_type,
    events.modality,
    events.alliance_id,
    alliances.name as alliance_name,
    alliances.name_ko as alliance_name_ko,
    alliances.name_en as alliance_name_en,
    coalesce(listed.participants, '') as participants,
    coalesce(listed.participants_ko, '') as participants_ko,
    coalesce(listed.participants_en, '') as participants_en,
    coalesce(listed.participant_ids, []) as participant_ids,
    events.event_date,
    events.event_date_precision,
    events.event_date_edge,
    events.event_date_basis,
    events.event_date_min,
    events.event_date_max,
    events.place,
    events.amount,
    events.currency,
    events.stake_pct,
    events.n_participants,
    events.first_reported_on,
    events.last_reported_on,
    events.known_from,
    events.confidence,
    events.n_mentions,
    events.n_articles,
    events.n_independent_sources,
    events.has_conflict,
    events.is_overridden,
    events.best_claim_id,
    evidence.quote,
    evidence.publisher,
    evidence.url,
    evidence.published_at,
    events.data_as_of
from events
left join entities as alliances on events.alliance_id = alliances.entity_id
left join listed on events.event_id = listed.event_id
left join evidence
    on
        events.event_id = evidence.fact_id
        and events.best_claim_id = evidence.claim_id
order by events.event_id
