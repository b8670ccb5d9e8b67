-- Done outweighs what was planned before; done against denied goes by precedence; otherwise the later report counts. A happening
-- of which the same is told as in the last build keeps its rows.
with

statements as (

    select * from {{ ref('int_event_statements') }}

),

clusters as (

    select * from {{ ref('int_event_clusters') }}

),

told as (

    select
        clusters.event_id,
        statements.*
    from statements
    inner join clusters on statements.statement_id = clusters.statement_id

),

hashed as (

    select
        event_id,
        md5(string_agg(
            md5(concat_ws(
                '|', statement_id, modality, known_from, coalesce(known_to::varchar, ''), known_basis, recorded_from,
                coalesce(recorded_to::varchar, ''), precedence, said_on, best_claim_id
            )),
            '' order by statement_id, known_from
        )) as event_hash
    from told
    group by event_id

),
{% if is_kept() %}
kept as (

    select earlier.*
    from {{ this }} as earlier
    inner join hashed
        on
            earlier.event_id = hashed.event_id
            and earlier.event_hash = hashed.event_hash

),
{% endif %}
clustered as (

    select * from told
    {%- if is_kept() %}
    where event_id not in (select kept.event_id from kept)
    {%- endif %}

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
    numbered.event_id,
    numbered.modality,
    min(numbered.known_at) as known_from,
    first(numbered.next_known_at order by numbered.point_no desc) as known_to,
    first(numbered.known_basis order by numbered.point_no) as known_basis,
    first(numbered.recorded_from order by numbered.point_no) as recorded_from,
    first(numbered.best_claim_id order by numbered.point_no) as claim_id,
    min(hashed.event_hash) as event_hash
from numbered
inner join hashed on numbered.event_id = hashed.event_id
group by numbered.event_id, numbered.modality, numbered.run_no
{%- if is_kept() %}

union all

select * from kept
{%- endif %}
