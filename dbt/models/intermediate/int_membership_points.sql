-- Each point of known time at which something about a tie changed is worked out afresh from the reports in force then,
-- so that a late article changes what is known from its date on and never what was known before.
with

reports as (

    select
        statements.*,
        changes.changed_from
    from {{ ref('int_membership_statements') }} as statements
    inner join {{ ref('int_membership_changes') }} as changes on statements.tie_id = changes.tie_id
    where statements.statement_no = statements.report_no

),

denials as (

    select * from {{ ref('int_membership_denials') }}

),

happened as (

    select tie_no, known_from as known_at, known_basis, recorded_from from reports

    union all

    select tie_no, known_to as known_at, known_basis, recorded_to as recorded_from from reports
    where known_to is not null

    union all

    select tie_no, outvoted_from as known_at, known_basis, recorded_from from denials
    where outvoted_from > denied_at

    union all

    select tie_no, outvoted_to as known_at, end_basis as known_basis, end_recorded as recorded_from from denials
    where outvoted_to > denied_at

),

ties as (

    select distinct tie_no, tie_id, changed_from from reports

),

points as (

    select
        ties.tie_no,
        ties.tie_id,
        ties.changed_from,
        happened.known_at,
        min(happened.known_basis) as point_basis,
        min(happened.recorded_from) as point_recorded,
        lead(happened.known_at) over (partition by ties.tie_no order by happened.known_at) as next_known_at
    from happened
    inner join ties on happened.tie_no = ties.tie_no
    group by ties.tie_no, ties.tie_id, ties.changed_from, happened.known_at

),

-- From the last point that is as it was: what follows it may not be, and how far what was known then went on.
resumed as (

    select
        *,
        coalesce(
            max(case when known_at < changed_from then known_at end) over (partition by tie_no),
            '-infinity'::timestamptz
        ) as resumed_from
    from points

)

select
    row_number() over (order by tie_id, known_at) as point_row,
    tie_no,
    tie_id,
    known_at,
    next_known_at,
    point_basis,
    point_recorded,
    resumed_from,
    row_number() over (partition by tie_no order by known_at) = 1 as is_first
from resumed
where known_at >= resumed_from
