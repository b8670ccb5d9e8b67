-- Done outweighs what was planned before; done against denied goes by precedence; otherwise the later report counts.
with

statements as (

    select * from {{ ref('int_event_statements') }}

),

clusters as (

    select * from {{ ref('int_event_clusters') }}

),

clustered as (

    select
        clusters.event_id,
        statements.*
    from statements
    inner join clusters on statements.statement_id = clusters.statement_id

),

changes as (

    select event_id, known_from as known_at, known_basis, recorded_from from clustered

    union all

    select event_id, known_to as known_at, known_basis, recorded_to as recorded_from from clustered
    where known_to is not null

),

points as (

    select
        event_id,
        known_at,
        min(known_basis) as known_basis,
        max(recorded_from) as recorded_from,
        row_number() over (partition by event_id order by known_at) as point_no,
        lead(known_at) over (partition by event_id order by known_at) as next_known_at
    from changes
    group by event_id, known_at

),

in_force as (

    select
        points.event_id,
        points.known_at,
        points.point_no,
        points.next_known_at,
        points.known_basis,
        points.recorded_from,
        clustered.modality,
        clustered.precedence,
        clustered.said_on,
        clustered.known_from as said_at,
        clustered.best_claim_id,
        bool_or(clustered.modality = 'done') over (partition by points.event_id, points.known_at) as has_done
    from points
    inner join clustered
        on
            points.event_id = clustered.event_id
            and clustered.known_from <= points.known_at
            and (clustered.known_to is null or clustered.known_to > points.known_at)

),

decided as (

    select *
    from in_force
    qualify row_number() over (
        partition by event_id, known_at
        order by
            has_done and modality not in ('done', 'denied'),
            case when has_done then precedence end,
            said_on desc,
            precedence,
            said_at desc,
            best_claim_id
    ) = 1

),

numbered as (

    select
        *,
        point_no - row_number() over (partition by event_id, modality order by point_no) as run_no
    from decided

)

select
    event_id,
    modality,
    min(known_at) as known_from,
    first(next_known_at order by point_no desc) as known_to,
    first(known_basis order by point_no) as known_basis,
    first(recorded_from order by point_no) as recorded_from,
    first(best_claim_id order by point_no) as claim_id
from numbered
group by event_id, modality, run_no
