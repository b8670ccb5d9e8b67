with

statements as (

    select * from {{ ref('int_event_statements') }}

),

clusters as (

    select * from {{ ref('int_event_clusters') }}

),

modalities as (

    select * from {{ ref('int_event_modalities') }}
    where known_to is null

),

told as (

    select
        clusters.event_id,
        statements.*
    from statements
    inner join clusters on statements.statement_id = clusters.statement_id

),

clustered as (

    select * from told
    where known_to is null

),

beginnings as (

    select
        event_id,
        min(said_on) as first_reported_on,
        min(known_from) as known_from,
        first(known_basis order by known_from, known_basis) as known_basis,
        min(recorded_from) as recorded_from
    from told
    group by event_id

),

-- One sentence is one mention, however many extractors read it.
mentions as (

    select distinct
        event_id,
        article_id,
        unnest(sentence_ends) as sentence_end
    from clustered

),

counts as (

    select
        event_id,
        count(*) as n_mentions
    from mentions
    group by event_id

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
    min(beginnings.first_reported_on) as first_reported_on,
    max(clustered.said_on) as last_reported_on,
    min(beginnings.known_from) as known_from,
    min(beginnings.known_basis) as known_basis,
    min(beginnings.recorded_from) as recorded_from,
    min(confidences.confidence) as confidence,
    min(counts.n_mentions) as n_mentions,
    count(distinct clustered.article_id) as n_articles,
    count(distinct clustered.source_group_id) as n_independent_sources,
    min(modalities.claim_id) as modality_claim_id,
    first(clustered.best_claim_id order by
        clustered.event_date is null,
        clustered.modality != modalities.modality,
        clustered.event_date.basis != 'act',
        clustered.precedence,
        clustered.event_date.max - clustered.event_date.min,
        clustered.known_from desc,
        clustered.best_claim_id
    ) as date_claim_id,
    first(clustered.best_claim_id order by clustered.amount is null, clustered.precedence, clustered.known_from desc, clustered.best_claim_id)
        as amount_claim_id,
    first(clustered.best_claim_id order by clustered.stake_pct is null, clustered.precedence, clustered.known_from desc, clustered.best_claim_id)
        as stake_claim_id,
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
inner join beginnings on clustered.event_id = beginnings.event_id
inner join counts on clustered.event_id = counts.event_id
group by clustered.event_id
