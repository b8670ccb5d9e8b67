-- A retired id may point to an id that was retired later: each row here leads to the end of its chain.
with recursive

redirects as (

    select *
    from {{ source('core', 'entity_redirects') }}
    where entity_id != canonical_id

),

followed as (

    select *, 1 as hops
    from redirects

    union all

    select
        followed.entity_id,
        redirects.canonical_id,
        followed.reason,
        followed.decided_by,
        followed.decided_at,
        followed.hops + 1 as hops
    from followed
    inner join redirects on followed.canonical_id = redirects.entity_id
    where
        followed.hops < 16
        and redirects.canonical_id != followed.entity_id

)

select * exclude (hops)
from followed
qualify row_number() over (partition by entity_id order by hops desc) = 1
