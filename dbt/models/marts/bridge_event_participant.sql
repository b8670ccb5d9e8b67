with

participants as (

    select * from {{ ref('int_event_participants') }}

)

select
    event_id,
    entity_id,
    role,
    {{ plover_side('role') }} as plover_side,
    acts_for_id,
    share_pct,
    n_articles
from participants
order by event_id, entity_id, role
