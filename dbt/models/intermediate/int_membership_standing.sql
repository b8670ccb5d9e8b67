with

points as (

    select
        point_row,
        tie_no,
        known_at
    from {{ ref('int_membership_points') }}

),

-- Numbers instead of names and dates: there are as many rows as points times reports.
reports as (

    select
        row_no as report_row,
        tie_no,
        case when closes then 'closed' else status end as state,
        status,
        closes,
        stage,
        precedence,
        is_floating,
        position_min = position_max as is_of_a_day,
        known_from,
        coalesce(known_to, timestamptz 'infinity') as known_to,
        dense_rank() over (order by tie_no, position_min, position_max) as day_no,
        row_number() over (order by tie_no, position_min, position_max, stage, row_no) as place_no
    from {{ ref('int_membership_statements') }}
    where statement_no = report_no

),

denials as (

    select * from {{ ref('int_membership_denials') }}

),

in_force as (

    select
        points.point_row,
        reports.report_row,
        reports.state,
        reports.status,
        reports.closes,
        reports.stage,
        reports.precedence,
        reports.is_floating,
        reports.is_of_a_day,
        reports.day_no,
        reports.place_no,
        denials.report_row is not null as is_outvoted
    from points
    inner join reports
        on
            points.tie_no = reports.tie_no
            and points.known_at >= reports.known_from
            and points.known_at < reports.known_to
    left join denials
        on
            reports.report_row = denials.report_row
            and points.known_at >= denials.outvoted_from
            and (denials.outvoted_to is null or points.known_at < denials.outvoted_to)

),

-- Of two states said to begin on one and the same day, the one whose claim comes first in precedence is shown.
contested as (

    select
        *,
        first_value(status) over same_day as day_status,
        first_value(closes) over same_day as day_closes
    from in_force
    window same_day as (
        partition by point_row, day_no
        order by is_outvoted, precedence, report_row desc
        rows between unbounded preceding and unbounded following
    )

),

judged as (

    select
        * exclude (day_status, day_closes, is_of_a_day, status, precedence, is_outvoted),
        case
            when is_outvoted then 'corroborated'
            when is_of_a_day and status != day_status and not (closes and day_closes) then 'overruled'
        end as objection
    from contested

),

-- A tie in force does not step back to talks: another round of them, or a stale report, leaves it in force.
staged as (

    select
        *,
        last_value(case when stage >= 4 and objection is null then stage end ignore nulls) over (
            partition by point_row
            order by place_no
            rows between unbounded preceding and 1 preceding
        ) as stage_before
    from judged

),

ranked as (

    select
        * exclude (objection, stage_before, stage),
        case
            when objection is not null then objection
            when stage < 4 and stage_before between 4 and 6 then 'stage'
        end as objection
    from staged

),

-- An undated claim of a page that states no time speaks of nobody knows when: it confirms a state, and changes none.
settled as (

    select
        * exclude (objection, is_floating),
        case
            when objection is null and is_floating and state != last_value(case when objection is null and not is_floating then state end ignore nulls) over (
                partition by point_row
                order by place_no
                rows between unbounded preceding and 1 preceding
            ) then 'unplaced'
            else objection
        end as objection
    from ranked

),

-- Runs of reports of one state are one interval; those set aside are judged against the interval in which they fall.
turns as (

    select
        *,
        case
            when objection is not null then 0
            when state is not distinct from lag(state) over (
                partition by point_row, objection is null
                order by place_no
            ) then 0
            else 1
        end as is_turn
    from settled

)

select
    point_row,
    report_row,
    state,
    objection,
    greatest(
        sum(is_turn) over (
            partition by point_row
            order by day_no, objection is not null, place_no
            rows between unbounded preceding and current row
        ),
        1
    )::integer as interval_no
from turns
