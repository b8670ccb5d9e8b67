with

statements as (

    select * from {{ ref('int_event_statements') }}
    where known_to is null

),

clusters as (

    select * from {{ ref('int_event_clusters') }}

),

modalities as (

    select * from {{ ref('int_event_modalities') }}
    where known_to is null

),

clustered as (

    select
        clusters.event_id,
        statements.*
    from statements
    inner join clusters on statements.statement_id = clusters.statement_id

),

sources as (

    select
        event_id,
        source_group_id,
        max(confidence) as best
    from clustered
    group by event_id, source_group_id

),

confidences as (

    select
        event_id,
        {{ combined_confidence('best') }} as confidence
    from sources
    group by event_id

)

select
    clustered.event_id,
    min(clustered.event_type) as event_type,
    min(modalities.modality) as modality,
    first(clustered.alliance_id order by clustered.alliance_id is null, clustered.precedence, clustered.statement_id) as alliance_id,
    first(clustered.event_date order by
        clustered.event_date is null,
        clustered.modality != modalities.modality,
        clustered.event_date.basis != 'act',
        clustered.precedence,
        clustered.event_date.max - clustered.event_date.min,
        clustered.known_from desc,
        clustered.best_claim_id
    ) as event_date,
    first(clustered.place order by clustered.place is null, clustered.precedence, clustered.known_from desc, clustered.best_claim_id) as place,
    first(clustered.amount order by clustered.amount is null, clustered.precedence, clustered.known_from desc, clustered.best_claim_id) as amount,
    first(clustered.currency order by clustered.amount is null, clustered.precedence, clustered.known_from desc, clustered.best_claim_id) as currency,
    first(clustered.stake_pct order by clustered.stake_pct is null, clustered.precedence, clustered.known_from desc, clustered.best_claim_id)
        as stake_pct,
    min(clustered.said_on) as first_reported_on,
    max(clustered.said_on) as last_reported_on,
    min(clustered.known_from) as known_from,
    first(clustered.known_basis order by clustered.known_from, clustered.known_basis) as known_basis,
    min(clustered.recorded_from) as recorded_from,
    min(confidences.confidence) as confidence,
    sum(clustered.n_mentions)::bigint as n_mentions,
    count(distinct clustered.article_id) as n_articles,
    count(distinct clustered.source_group_id) as n_independent_sources,
    bool_or(clustered.modality = 'done') and bool_or(clustered.modality = 'denied') as has_conflict,
    first(clustered.best_claim_id order by
        clustered.modality != modalities.modality,
        clustered.event_date is null,
        clustered.precedence,
        clustered.confidence desc,
        clustered.best_claim_id
    ) as best_claim_id
from clustered
inner join modalities on clustered.event_id = modalities.event_id
inner join confidences on clustered.event_id = confidences.event_id
group by clustered.event_id
