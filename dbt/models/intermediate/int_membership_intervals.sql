with

standing as (

    select * from {{ ref('int_membership_standing') }}

),

supported as (

    select * from standing
    where objection is null

),

-- Its date is that of the claim first in precedence; of equal ones, the more precise, then the later.
intervals as (

    select
        tie_id,
        known_at,
        interval_no,
        min(alliance_id) as alliance_id,
        min(member_id) as member_id,
        min(point_no) as point_no,
        min(next_known_at) as next_known_at,
        min(point_basis) as point_basis,
        min(point_recorded) as point_recorded,
        min(state) as state,
        first(role order by precedence, list_position(['leader', 'observer', 'partner', 'member', 'prospective', 'former'], role), known_from desc, best_claim_id) as role,
        bool_or(is_founder) as is_founder,
        first(state_began order by state_began is null, precedence, state_began.max - state_began.min, known_from desc, best_claim_id) as state_began,
        first(best_claim_id order by state_began is null, precedence, state_began.max - state_began.min, known_from desc, best_claim_id) as best_claim_id,
        first(planned_end order by planned_end is null, precedence, planned_end.max - planned_end.min, known_from desc, best_claim_id) as planned_end,
        min(position_min) as first_position,
        coalesce(max(position_min) filter (where not is_floating), max(position_min)) as last_position,
        min(announced_on) as announced_on,
        coalesce(min(said_on) filter (where not is_floating), min(said_on)) as first_confirmed_on,
        coalesce(max(said_on) filter (where not is_floating), max(said_on)) as last_confirmed_on,
        first(statement_id order by known_from, statement_id) as opening_statement_id,
        sum(n_mentions) as n_mentions,
        count(distinct article_id) as n_articles,
        count(distinct source_group_id) as n_independent_sources
    from supported
    group by tie_id, known_at, interval_no

),

sources as (

    select
        tie_id,
        known_at,
        interval_no,
        max(confidence) as best
    from supported
    group by tie_id, known_at, interval_no, source_group_id

),

confidences as (

    select
        tie_id,
        known_at,
        interval_no,
        {{ combined_confidence('best') }} as confidence
    from sources
    group by tie_id, known_at, interval_no

),

conflicts as (

    select distinct
        tie_id,
        known_at,
        interval_no
    from standing
    where
        objection in ('corroborated', 'overruled')
        or (objection = 'stage' and state_began is null)

),

-- An undated state began after the one before it was last confirmed, and no later than when it was first said.
started as (

    select
        *,
        coalesce(
            state_began.min,
            lag(last_position) over (partition by tie_id, known_at order by interval_no)
        ) as started_min,
        coalesce(state_began.max, first_position) as started_max
    from intervals

),

-- No state began later than the one after it.
narrowed as (

    select
        * exclude (started_max),
        min(started_max) over (
            partition by tie_id, known_at
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
        min(announced_on) over (partition by tie_id, known_at order by interval_no) as tie_announced_on,
        coalesce(planned_end.max >= started_min, planned_end is not null) as has_planned_end
    from narrowed
    window following as (partition by tie_id, known_at order by interval_no)

)

select
    ended.tie_id,
    ended.alliance_id,
    ended.member_id,
    ended.known_at,
    ended.point_no,
    ended.next_known_at,
    ended.point_basis,
    ended.point_recorded,
    ended.interval_no,
    {{ content_id('membership', ['ended.tie_id', 'ended.state', 'ended.opening_statement_id']) }} as membership_id,
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
    confidences.confidence,
    ended.n_mentions,
    ended.n_articles,
    ended.n_independent_sources,
    conflicts.tie_id is not null as has_conflict,
    ended.best_claim_id
from ended
inner join confidences
    on
        ended.tie_id = confidences.tie_id
        and ended.known_at = confidences.known_at
        and ended.interval_no = confidences.interval_no
left join conflicts
    on
        ended.tie_id = conflicts.tie_id
        and ended.known_at = conflicts.known_at
        and ended.interval_no = conflicts.interval_no
where ended.state != 'closed'
