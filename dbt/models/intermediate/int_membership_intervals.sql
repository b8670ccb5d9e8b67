with

standing as (

    select * from {{ ref('int_membership_standing') }}

),

statements as (

    select * from {{ ref('int_membership_statements') }}

),

points as (

    select * from {{ ref('int_membership_points') }}

),

gathered as (

    select
        standing.point_row,
        standing.interval_no,
        any_value(standing.state) filter (where standing.objection is null) as state,
        min(standing.report_row) filter (where standing.objection is null) as opening_row,
        min(reports.date_rank) filter (where standing.objection is null) as date_rank,
        min(reports.role_rank) filter (where standing.objection is null) as role_rank,
        min(reports.end_rank) filter (where standing.objection is null) as end_rank,
        bool_or(reports.is_founder) filter (where standing.objection is null) as is_founder,
        min(reports.position_min) filter (where standing.objection is null) as first_position,
        max(reports.position_min) filter (where standing.objection is null) as last_position,
        max(reports.position_min) filter (where standing.objection is null and not reports.is_floating) as last_settled_position,
        min(reports.announced_on) filter (where standing.objection is null) as announced_on,
        min(reports.said_on) filter (where standing.objection is null) as first_said_on,
        min(reports.said_on) filter (where standing.objection is null and not reports.is_floating) as first_settled_on,
        max(reports.said_on) filter (where standing.objection is null) as last_said_on,
        max(reports.said_on) filter (where standing.objection is null and not reports.is_floating) as last_settled_on,
        coalesce(bool_or(
            standing.objection in ('corroborated', 'overruled')
            or (standing.objection = 'stage' and reports.state_began is null)
        ), false) as has_conflict
    from standing
    inner join statements as reports on standing.report_row = reports.row_no
    group by standing.point_row, standing.interval_no
    having opening_row is not null

),

intervals as (

    select
        gathered.point_row,
        gathered.interval_no,
        gathered.opening_row,
        gathered.state,
        gathered.is_founder,
        gathered.first_position,
        coalesce(gathered.last_settled_position, gathered.last_position) as last_position,
        gathered.announced_on,
        coalesce(gathered.first_settled_on, gathered.first_said_on) as first_confirmed_on,
        coalesce(gathered.last_settled_on, gathered.last_said_on) as last_confirmed_on,
        gathered.has_conflict,
        dating.state_began,
        dating.best_claim_id,
        naming.role,
        ending.planned_end
    from gathered
    inner join statements as dating on gathered.date_rank = dating.date_rank
    inner join statements as naming on gathered.role_rank = naming.role_rank
    inner join statements as ending on gathered.end_rank = ending.end_rank

),

-- An undated state began after the one before it was last confirmed, and no later than when it was first said.
started as (

    select
        *,
        coalesce(
            state_began.min,
            lag(last_position) over (partition by point_row order by interval_no)
        ) as started_min,
        coalesce(state_began.max, first_position) as started_max
    from intervals

),

-- No state began later than the one after it.
narrowed as (

    select
        * exclude (started_max),
        min(started_max) over (
            partition by point_row
            order by interval_no
            rows between current row and unbounded following
        ) as started_max
    from started

),

ended as (

    select
        *,
        lead(interval_no) over following is not null as has_next,
        lead(state_began) over following as next_began,
        lead(started_min) over following as next_min,
        lead(started_max) over following as next_max,
        lead(state) over following as next_state,
        min(announced_on) over (partition by point_row order by interval_no) as tie_announced_on,
        coalesce(planned_end.max >= started_min, planned_end is not null) as has_planned_end
    from narrowed
    window following as (partition by point_row order by interval_no)

)

select
    points.tie_id,
    opening.alliance_id,
    opening.member_id,
    ended.point_row,
    points.known_at,
    points.next_known_at,
    points.point_basis,
    points.point_recorded,
    ended.interval_no,
    ended.opening_row,
    {{ content_id('membership', ['points.tie_id', 'ended.state', 'opening.statement_id']) }} as membership_id,
    ended.state as status,
    ended.role,
    ended.is_founder,
    ended.state_began.value as valid_from,
    ended.state_began.precision as valid_from_precision,
    ended.state_began.edge as valid_from_edge,
    ended.state_began.basis as valid_from_basis,
    ended.started_min as valid_from_min,
    ended.started_max as valid_from_max,
    case when ended.has_next then ended.next_began.value when ended.has_planned_end then ended.planned_end.value end as valid_to,
    case when ended.has_next then ended.next_began.precision when ended.has_planned_end then ended.planned_end.precision end as valid_to_precision,
    case when ended.has_next then ended.next_began.edge when ended.has_planned_end then ended.planned_end.edge end as valid_to_edge,
    case
        when ended.has_next and ended.next_state != 'closed' and ended.next_began is not null then 'inferred'
        when ended.has_next then ended.next_began.basis
        when ended.has_planned_end then ended.planned_end.basis
    end as valid_to_basis,
    case
        when ended.has_next then ended.next_min
        when ended.has_planned_end then greatest(ended.planned_end.min, ended.started_min)
    end as valid_to_min,
    case
        when ended.has_next then ended.next_max
        when ended.has_planned_end then greatest(ended.planned_end.max, ended.started_max)
    end as valid_to_max,
    ended.tie_announced_on as announced_on,
    ended.state_began is null as left_censored,
    not (ended.has_next or ended.has_planned_end) as right_censored,
    ended.first_confirmed_on,
    ended.last_confirmed_on,
    ended.has_conflict,
    ended.best_claim_id
from ended
inner join points on ended.point_row = points.point_row
inner join statements as opening on ended.opening_row = opening.row_no
where ended.state != 'closed'
