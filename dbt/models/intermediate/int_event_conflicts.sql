-- What reports of one happening that stand today disagree about. Amounts that are told roughly are one: "about 300 billion"
-- and 302.3 billion do not disagree.
with

events as (

    select * from {{ ref('int_events') }}

),

clusters as (

    select * from {{ ref('int_event_clusters') }}

),

statements as (

    select
        clusters.event_id,
        said.*
    from {{ ref('int_event_statements') }} as said
    inner join clusters on said.statement_id = clusters.statement_id
    where said.known_to is null

),

disagreements as (

    select
        events.event_id,
        statements.best_claim_id as other_claim_id,
        unnest([
            {
                'field': 'modality',
                'shown_value': events.modality,
                'shown_claim_id': events.modality_claim_id,
                'other_value': statements.modality,
                'disagrees': [events.modality, statements.modality] in (['done', 'denied'], ['denied', 'done'])
            },
            {
                'field': 'event_date',
                'shown_value': events.event_date.value,
                'shown_claim_id': events.date_claim_id,
                'other_value': statements.event_date.value,
                'disagrees': events.modality = 'done' and statements.modality = 'done'
                and events.event_date.basis = 'act' and statements.event_date.basis = 'act'
                and (events.event_date.max < statements.event_date.min or statements.event_date.max < events.event_date.min)
            },
            {
                'field': 'amount',
                'shown_value': trim(try_cast(events.amount as decimal(38, 2))::varchar || ' ' || coalesce(events.currency, '')),
                'shown_claim_id': events.amount_claim_id,
                'other_value': trim(try_cast(statements.amount as decimal(38, 2))::varchar || ' ' || coalesce(statements.currency, '')),
                'disagrees': events.currency is not distinct from statements.currency
                and abs(events.amount - statements.amount) > 0.05 * greatest(events.amount, statements.amount)
            },
            {
                'field': 'stake_pct',
                'shown_value': events.stake_pct::varchar,
                'shown_claim_id': events.stake_claim_id,
                'other_value': statements.stake_pct::varchar,
                'disagrees': abs(events.stake_pct - statements.stake_pct) > 0.5
            }
        ], recursive := true)
    from events
    inner join statements on events.event_id = statements.event_id

),

told as (

    select
        event_id,
        best_claim_id,
        min(precedence) as precedence,
        min(known_from) as known_from
    from statements
    group by event_id, best_claim_id

),

ruled as (

    select
        disagreements.*,
        {{ conflict_rule('shown', 'others') }} as rule,
        shown.precedence,
        shown.known_from as shown_from,
        others.precedence as other_precedence,
        others.known_from as other_from
    from disagreements
    inner join told as shown
        on
            disagreements.event_id = shown.event_id
            and disagreements.shown_claim_id = shown.best_claim_id
    inner join told as others
        on
            disagreements.event_id = others.event_id
            and disagreements.other_claim_id = others.best_claim_id
    where disagreements.disagrees

)

select
    event_id,
    field,
    shown_value,
    shown_claim_id,
    other_value,
    other_claim_id,
    rule,
    {{ conflict_why('rule', 'precedence', 'shown_from', 'other_precedence', 'other_from') }} as why,
    greatest(shown_from, other_from) as known_from
from ruled
