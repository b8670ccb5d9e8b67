-- Neighbouring points of known time that say the same of an interval are one row; counts are those of the last of them.
with

intervals as (

    select * from {{ ref('int_membership_intervals') }}

),

hashed as (

    select
        *,
        hash(
            role, is_founder, valid_from, valid_from_precision, valid_from_edge, valid_from_basis, valid_from_min, valid_from_max,
            valid_to, valid_to_precision, valid_to_edge, valid_to_basis, valid_to_min, valid_to_max, announced_on
        ) as content
    from intervals

),

numbered as (

    select
        *,
        point_no - row_number() over (partition by membership_id, content order by point_no) as run_no
    from hashed

)

select
    * exclude (known_at, point_no, next_known_at, point_basis, point_recorded, interval_no, content, run_no),
    first_value(known_at) over run as known_from,
    next_known_at as known_to,
    first_value(point_basis) over run as known_basis,
    first_value(point_recorded) over run as recorded_from
from numbered
window run as (
    partition by membership_id, content, run_no
    order by point_no
    rows between unbounded preceding and unbounded following
)
qualify row_number() over (partition by membership_id, content, run_no order by point_no desc) = 1
