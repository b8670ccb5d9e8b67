with

entities as (

    select * from {{ ref('stg_entity_redirects') }}

),

pairings as (

    select * from {{ ref('stg_pairing_redirects') }}

),

retired as (

    select
        entity_id as retired_id,
        canonical_id,
        'entity' as kind,
        reason,
        decided_by,
        decided_at
    from entities

    union all

    select
        read_id as retired_id,
        pairing_id as canonical_id,
        'pairing' as kind,
        'a member has another id' as reason,
        null as decided_by,
        null as decided_at
    from pairings
    where read_id is distinct from pairing_id

)

select
    retired_id,
    canonical_id,
    kind,
    reason,
    decided_by,
    decided_at
from retired
order by retired_id
