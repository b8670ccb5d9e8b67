with

standing as (

    select * from {{ ref('int_membership_standing') }}

),

intervals as (

    select * from {{ ref('int_membership_intervals') }}

),

beside as (

    select
        standing.*,
        intervals.membership_id,
        intervals.status as shown_status,
        intervals.best_claim_id as shown_claim_id,
        intervals.valid_from,
        intervals.valid_from_min,
        intervals.valid_from_max
    from standing
    inner join intervals
        on
            standing.tie_id = intervals.tie_id
            and standing.known_at = intervals.known_at
            and standing.interval_no = intervals.interval_no

),

shown as (

    select
        beside.*,
        winner.precedence as shown_precedence,
        winner.known_from as shown_known_from
    from beside
    left join standing as winner
        on
            beside.tie_id = winner.tie_id
            and beside.known_at = winner.known_at
            and beside.shown_claim_id = winner.best_claim_id

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

ruled as (

    select
        *,
        case
            when decided_by != 'overruled' then decided_by
            when shown_precedence = precedence and shown_known_from > known_from then 'later'
            when shown_precedence = precedence then 'claim_id'
            when shown_precedence = 0 then 'correction'
            when shown_precedence = 1 then 'self'
            when shown_precedence = 2 then 'named_source'
            when shown_precedence = 3 then 'paper'
            else 'claim_id'
        end as rule
    from disagreements

),

-- One row a pair of claims, as it stands in the newest state of knowledge in which they disagreed.
newest as (

    select
        *,
        min(known_at) over (partition by membership_id, field, shown_claim_id, best_claim_id) as disagreed_from
    from ruled
    qualify row_number() over (partition by membership_id, field, shown_claim_id, best_claim_id order by known_at desc) = 1

)

select
    {{ content_id('conflict', ['membership_id', 'field', 'shown_claim_id', 'best_claim_id']) }} as conflict_id,
    membership_id,
    tie_id,
    field,
    shown_value,
    shown_claim_id,
    other_value,
    best_claim_id as other_claim_id,
    rule,
    disagreed_from as known_from,
    next_known_at is null as is_current
from newest
order by conflict_id
