-- Each point of known time at which something about a tie changed is worked out afresh from the statements in force then,
-- so that a late article changes what is known from its date on and never what was known before.
with

statements as (

    select * from {{ ref('int_membership_statements') }}

),

changes as (

    select tie_id, known_from as known_at, known_basis, recorded_from from statements

    union all

    select tie_id, known_to as known_at, known_basis, recorded_to as recorded_from from statements
    where known_to is not null

),

points as (

    select
        tie_id,
        known_at,
        min(known_basis) as point_basis,
        min(recorded_from) as point_recorded,
        row_number() over (partition by tie_id order by known_at) as point_no,
        lead(known_at) over (partition by tie_id order by known_at) as next_known_at
    from changes
    group by tie_id, known_at

),

in_force as (

    select
        statements.*,
        points.known_at,
        points.point_no,
        points.next_known_at,
        points.point_basis,
        points.point_recorded,
        min(case when statements.status = 'active' then statements.source_group_id end) over so_far as one_active_source,
        max(case when statements.status = 'active' then statements.source_group_id end) over so_far as other_active_source
    from points
    inner join statements
        on
            points.tie_id = statements.tie_id
            and statements.known_from <= points.known_at
            and (statements.known_to is null or statements.known_to > points.known_at)
    window so_far as (
        partition by points.tie_id, points.known_at
        order by statements.position_min
        range between unbounded preceding and current row
    )

),

-- One denial does not end a tie in force that two independent sources report: that is a conflict.
denials as (

    select
        *,
        coalesce(status = 'denied' and one_active_source != other_active_source, false) as is_outvoted
    from in_force

),

-- Of two states said to begin on one and the same day, the one whose claim comes first in precedence is shown.
contested as (

    select
        *,
        first_value(status) over same_day as day_status,
        first_value(closes) over same_day as day_closes
    from denials
    window same_day as (
        partition by tie_id, known_at, position_min, position_max
        order by is_outvoted, precedence, known_from desc, best_claim_id
        rows between unbounded preceding and unbounded following
    )

),

judged as (

    select
        *,
        case
            when is_outvoted then 'corroborated'
            when position_min = position_max and status != day_status and not (closes and day_closes) then 'overruled'
        end as objection
    from contested

),

-- A tie in force does not step back to talks: another round of them, or a stale report, leaves it in force.
staged as (

    select
        *,
        last_value(case when stage >= 4 and objection is null then stage end ignore nulls) over (
            partition by tie_id, known_at
            order by position_min, position_max, stage, known_from, statement_id
            rows between unbounded preceding and 1 preceding
        ) as stage_before
    from judged

),

ranked as (

    select
        * exclude (objection),
        case
            when objection is not null then objection
            when stage < 4 and stage_before between 4 and 6 then 'stage'
        end as objection,
        case when closes then 'closed' else status end as state
    from staged

),

-- An undated claim of a page that states no time speaks of nobody knows when: it confirms a state, and changes none.
settled as (

    select
        * exclude (objection),
        case
            when objection is null and is_floating and state != last_value(case when objection is null and not is_floating then state end ignore nulls) over (
                partition by tie_id, known_at
                order by position_min, position_max, stage, known_from, statement_id
                rows between unbounded preceding and 1 preceding
            ) then 'unplaced'
            else objection
        end as objection
    from ranked

),

-- Runs of statements of one state are one interval; those set aside are judged against the interval in which they fall.
turns as (

    select
        *,
        case
            when objection is not null then 0
            when state is not distinct from lag(state) over (
                partition by tie_id, known_at, objection is null
                order by position_min, position_max, stage, known_from, statement_id
            ) then 0
            else 1
        end as is_turn
    from settled

)

select
    * exclude (is_turn, stage_before, is_outvoted, day_status, day_closes, one_active_source, other_active_source),
    greatest(
        sum(is_turn) over (
            partition by tie_id, known_at
            order by position_min, position_max, objection is not null, stage, known_from, statement_id
            rows between unbounded preceding and current row
        ),
        1
    ) as interval_no
from turns
