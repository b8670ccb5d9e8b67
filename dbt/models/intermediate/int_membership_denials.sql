-- Which independent sources have a tie in force on the day for which a denial denies it, and from when to when they say so.
with

statements as (

    select statements.*
    from {{ ref('int_membership_statements') }} as statements
    inner join {{ ref('int_membership_changes') }} as changes on statements.tie_id = changes.tie_id

),

denials as (

    select * from statements
    where
        status = 'denied'
        and statement_no = report_no

),

tellings as (

    select
        denials.row_no as report_row,
        denials.tie_no,
        denials.known_from as denied_at,
        statements.source_group_id,
        unnest([
            { 'known_at': statements.known_from, 'more': 1, 'basis': statements.known_basis, 'recorded': statements.recorded_from },
            { 'known_at': statements.known_to, 'more': -1, 'basis': statements.known_basis, 'recorded': statements.recorded_to }
        ], recursive := true)
    from denials
    inner join statements
        on
            denials.tie_no = statements.tie_no
            and denials.position_min >= statements.position_min
    where statements.status = 'active'

),

-- How many statements each source has in force, then whether it has any.
voices as (

    select
        report_row,
        tie_no,
        denied_at,
        source_group_id,
        known_at,
        min(basis) as basis,
        min(recorded) as recorded,
        sum(sum(more)) over (partition by report_row, source_group_id order by known_at) > 0 as tells
    from tellings
    where known_at is not null
    group by report_row, tie_no, denied_at, source_group_id, known_at

),

turns as (

    select
        *,
        tells::integer - lag(tells::integer, 1, 0) over (partition by report_row, source_group_id order by known_at) as more
    from voices

),

counted as (

    select
        report_row,
        tie_no,
        denied_at,
        known_at,
        min(basis) as known_basis,
        min(recorded) as recorded_from,
        sum(sum(more)) over (partition by report_row order by known_at) > 1 as is_outvoted
    from turns
    where more != 0
    group by report_row, tie_no, denied_at, known_at

),

-- One denial does not end a tie in force that two independent sources report: that is a conflict.
changed as (

    select *
    from counted
    qualify is_outvoted != lag(is_outvoted, 1, false) over (partition by report_row order by known_at)

)

select
    report_row,
    tie_no,
    denied_at,
    known_at as outvoted_from,
    lead(known_at) over (partition by report_row order by known_at) as outvoted_to,
    known_basis,
    recorded_from,
    lead(known_basis) over (partition by report_row order by known_at) as end_basis,
    lead(recorded_from) over (partition by report_row order by known_at) as end_recorded
from changed
qualify is_outvoted
