-- No two rows of one tie overlap in both valid and known time. The valid clock is compared by the first days and by the last
-- days that each edge can be; one and the same bound ends one row and starts the next.
with

memberships as (

    select
        *,
        row_number() over (order by membership_id, known_from) as row_no
    from {{ ref('fct_alliance_membership') }}

)

select
    one.tie_id,
    one.membership_id,
    other.membership_id as other_membership_id
from memberships as one
inner join memberships as other
    on
        one.tie_id = other.tie_id
        and one.row_no < other.row_no
        and one.known_from < coalesce(other.known_to, timestamptz '9999-12-31 00:00:00+00')
        and other.known_from < coalesce(one.known_to, timestamptz '9999-12-31 00:00:00+00')
where
    (
        coalesce(one.valid_from_min, date '0001-01-01') < coalesce(other.valid_to_min, date '9999-12-31')
        and coalesce(other.valid_from_min, date '0001-01-01') < coalesce(one.valid_to_min, date '9999-12-31')
    )
    or (
        coalesce(one.valid_from_max, date '0001-01-01') < coalesce(other.valid_to_max, date '9999-12-31')
        and coalesce(other.valid_from_max, date '0001-01-01') < coalesce(one.valid_to_max, date '9999-12-31')
    )
