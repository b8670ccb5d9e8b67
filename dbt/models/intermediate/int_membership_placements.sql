{{ config(
    materialized='incremental', incremental_strategy='from_changed_points', on_schema_change='fail',
    post_hook="drop table if exists " ~ membership_seen()
) }}
with

points as (

    select * from {{ ref('int_membership_points') }}

),

intervals as (

    select * from {{ ref('int_membership_intervals') }}

),

standing as (

    select * from {{ ref('int_membership_standing') }}

),

reports as (

    select * from {{ ref('int_membership_statements') }}
    where statement_no = report_no

),

-- What ends an interval stands in the one after it.
placed as not materialized (

    select
        standing.point_row,
        standing.report_row,
        intervals.opening_row,
        coalesce(standing.objection, '') as objection,
        standing.state = 'closed' and standing.objection is null as is_end
    from standing
    inner join intervals
        on
            standing.point_row = intervals.point_row
            and standing.interval_no - (standing.state = 'closed' and standing.objection is null)::integer = intervals.interval_no

),

hulls as (

    select
        report_row,
        opening_row,
        objection,
        is_end,
        min(point_row) as first_row,
        max(point_row) as last_row,
        count(*) as n_points
    from placed
    group by report_row, opening_row, objection, is_end

),

-- Few are broken, and only those are taken apart.
broken as (

    select
        placed.*,
        placed.point_row - row_number() over (
            partition by placed.report_row, placed.opening_row, placed.objection, placed.is_end
            order by placed.point_row
        ) as run_no
    from placed
    inner join hulls
        on
            placed.report_row = hulls.report_row
            and placed.opening_row = hulls.opening_row
            and placed.objection = hulls.objection
            and placed.is_end = hulls.is_end
    where hulls.n_points <= hulls.last_row - hulls.first_row

),

spans as (

    select report_row, opening_row, objection, is_end, first_row, last_row
    from hulls
    where n_points > last_row - first_row

    union all

    select report_row, opening_row, objection, is_end, min(point_row) as first_row, max(point_row) as last_row
    from broken
    group by report_row, opening_row, objection, is_end, run_no

),

memberships as (

    select
        opening_row,
        any_value(membership_id) as membership_id
    from intervals
    group by opening_row

),

named as (

    select
        reports.tie_id,
        reports.report_no,
        memberships.membership_id,
        case
            when spans.is_end then 'ends'
            when spans.objection = '' then 'supports'
            when spans.objection = 'unplaced' or (spans.objection = 'stage' and reports.state_began is null) then 'context'
            else 'disagrees'
        end as stance,
        nullif(spans.objection, '') as objection,
        first_points.known_at as known_from,
        last_points.next_known_at as known_to,
        first_points.resumed_from
    from spans
    inner join reports on spans.report_row = reports.row_no
    inner join memberships on spans.opening_row = memberships.opening_row
    inner join points as first_points on spans.first_row = first_points.point_row
    inner join points as last_points on spans.last_row = last_points.point_row

)

select
    named.tie_id,
    named.report_no,
    named.membership_id,
    named.stance,
    named.objection,
    {% if is_incremental() -%}
    coalesce(earlier.known_from, named.known_from) as known_from,
    {%- else -%}
    named.known_from,
    {%- endif %}
    named.known_to
from named
{%- if is_incremental() %}
-- What stood at the point from which the tie is worked out anew has stood since the row that reaches there began.
left join {{ this }} as earlier
    on
        named.membership_id = earlier.membership_id
        and named.report_no = earlier.report_no
        and named.stance = earlier.stance
        and named.objection is not distinct from earlier.objection
        and named.known_from = named.resumed_from
        and named.known_from > earlier.known_from
        and (earlier.known_to is null or named.known_from < earlier.known_to)
{%- endif %}
