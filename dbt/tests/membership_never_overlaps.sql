-- No two rows of one tie overlap in both valid and known time: between two points of known time at which rows of the tie
-- begin, the rows that are known follow each other on the valid clock. That clock is compared by the first days and by the
-- last days that each edge can be; one and the same bound ends one row and starts the next.
with

memberships as (

    select
        tie_id,
        membership_id,
        known_from,
        coalesce(known_to, timestamptz 'infinity') as known_to,
        coalesce(valid_from_min, date '0001-01-01') as from_min,
        coalesce(valid_from_max, date '0001-01-01') as from_max,
        coalesce(valid_to_min, date '9999-12-31') as to_min,
        coalesce(valid_to_max, date '9999-12-31') as to_max
    from {{ ref('fct_alliance_membership') }}

),

-- A row that overlaps another one in known time is known when the later of them becomes so.
beginnings as (

    select distinct tie_id, known_from as known_at from memberships

),

known as (

    select
        beginnings.known_at,
        memberships.*
    from beginnings
    inner join memberships
        on
            beginnings.tie_id = memberships.tie_id
            and beginnings.known_at >= memberships.known_from
            and beginnings.known_at < memberships.known_to

),

{%- for bound in ['min', 'max'] %}

-- Of spans in order, each begins when all those before it have ended, or overlaps one of them.
by_{{ bound }} as (

    select
        tie_id,
        membership_id,
        known_at,
        max(to_{{ bound }}) over (
            partition by tie_id, known_at
            order by from_{{ bound }}, to_{{ bound }}, membership_id
            rows between unbounded preceding and 1 preceding
        ) > from_{{ bound }} as is_overlapping
    from known

){{ ',' if not loop.last }}
{%- endfor %}

select tie_id, membership_id, known_at from by_min
where is_overlapping

union

select tie_id, membership_id, known_at from by_max
where is_overlapping
