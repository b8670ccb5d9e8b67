with

memberships as (

    select * from {{ ref('int_membership_overridden') }}

),

dated as (

    select
        *,
        max(known_from) over () as data_as_of
    from memberships

)

select
    membership_id,
    tie_id,
    alliance_id,
    member_id,
    role,
    is_founder,
    status,
    valid_from,
    valid_from_precision,
    valid_from_edge,
    valid_from_basis,
    valid_from_min,
    valid_from_max,
    valid_to,
    valid_to_precision,
    valid_to_edge,
    valid_to_basis,
    valid_to_min,
    valid_to_max,
    announced_on,
    left_censored,
    right_censored,
    first_confirmed_on,
    last_confirmed_on,
    known_from,
    known_to,
    known_basis,
    recorded_from,
    known_to is null
    and (valid_to_max is null or valid_to_max > (data_as_of at time zone 'Asia/Seoul')::date) as is_current,
    confidence,
    n_mentions::bigint as n_mentions,
    n_articles,
    n_independent_sources,
    has_conflict,
    is_overridden,
    best_claim_id,
    data_as_of
from dated
order by alliance_id, member_id, known_from, first_confirmed_on, membership_id
