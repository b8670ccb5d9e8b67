with

versions as (

    select * from {{ ref('int_membership_versions') }}

),

event_conflicts as (

    select * from {{ ref('int_event_conflicts') }}

),

placements as (

    select * from {{ ref('int_membership_placements') }}
    where stance != 'ends'

),

statements as (

    select * from {{ ref('int_membership_statements') }}

),

-- What is shown of a membership beside each report that stands under it at the same time.
shown as (

    select
        versions.membership_id,
        versions.tie_id,
        versions.status as shown_status,
        versions.best_claim_id as shown_claim_id,
        versions.valid_from,
        versions.valid_from_min,
        versions.valid_from_max,
        placements.objection,
        statements.status,
        statements.precedence,
        statements.state_began,
        statements.known_from,
        statements.best_claim_id,
        greatest(versions.known_from, placements.known_from) as known_at,
        versions.known_to is null and placements.known_to is null as is_current
    from placements
    inner join statements
        on
            placements.tie_id = statements.tie_id
            and placements.report_no = statements.statement_no
    inner join versions
        on
            placements.membership_id = versions.membership_id
            and (placements.known_to is null or versions.known_from < placements.known_to)
            and (versions.known_to is null or placements.known_from < versions.known_to)
    where
        placements.objection is not null
        or statements.state_began is not null

),

disagreements as (

    select
        *,
        'status' as field,
        shown_status as shown_value,
        status as other_value,
        objection as decided_by
    from shown
    where
        objection in ('corroborated', 'overruled')
        or (objection = 'stage' and state_began is null)

    union all

    select
        *,
        'valid_from' as field,
        valid_from as shown_value,
        state_began.value as other_value,
        'overruled' as decided_by
    from shown
    where
        objection is null
        and valid_from is not null
        and (state_began.min > valid_from_max or state_began.max < valid_from_min)

),

winners as (

    select
        tie_id,
        best_claim_id,
        min(precedence) as precedence,
        min(known_from) as known_from
    from statements
    group by tie_id, best_claim_id

),

ruled as (

    select
        disagreements.*,
        case
            when disagreements.decided_by != 'overruled' then disagreements.decided_by
            else {{ conflict_rule('winners', 'disagreements') }}
        end as rule,
        winners.precedence as shown_precedence,
        winners.known_from as shown_from
    from disagreements
    left join winners
        on
            disagreements.tie_id = winners.tie_id
            and disagreements.shown_claim_id = winners.best_claim_id

),

-- One row a pair of claims, as it stands in the newest state of knowledge in which they disagreed.
newest as (

    select
        *,
        min(known_at) over (partition by membership_id, field, shown_claim_id, best_claim_id) as disagreed_from
    from ruled
    qualify row_number() over (partition by membership_id, field, shown_claim_id, best_claim_id order by known_at desc) = 1

),

conflicts as (

    select
        membership_id as fact_id,
        'membership' as fact_type,
        tie_id,
        field,
        shown_value,
        shown_claim_id,
        other_value,
        best_claim_id as other_claim_id,
        rule,
        {{ conflict_why('rule', 'shown_precedence', 'shown_from', 'precedence', 'known_from') }} as why,
        disagreed_from as known_from,
        is_current
    from newest

    union all

    select
        event_id as fact_id,
        'event' as fact_type,
        null as tie_id,
        field,
        shown_value,
        shown_claim_id,
        other_value,
        other_claim_id,
        rule,
        why,
        known_from,
        true as is_current
    from event_conflicts

)

select
    {{ content_id('conflict', ['fact_id', 'field', 'shown_claim_id', 'other_claim_id']) }} as conflict_id,
    fact_id,
    fact_type,
    tie_id,
    field,
    shown_value,
    shown_claim_id,
    other_value,
    other_claim_id,
    rule,
    why,
    known_from,
    is_current
from conflicts
order by conflict_id
