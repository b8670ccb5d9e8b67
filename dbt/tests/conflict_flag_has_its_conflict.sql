-- Conflicts are kept: a row that says that it has one finds it in fct_conflict.
with

flagged as (

    select membership_id as fact_id from {{ ref('fct_alliance_membership') }}
    where has_conflict

    union

    select event_id as fact_id from {{ ref('fct_event') }}
    where has_conflict

)

select flagged.fact_id
from flagged
where flagged.fact_id not in (select conflicts.fact_id from {{ ref('fct_conflict') }} as conflicts)
