with

overrides as (

    select * from {{ ref('stg_overrides') }}

),

memberships as (

    select distinct membership_id, tie_id from {{ ref('int_membership_versions') }}

),

events as (

    select event_id from {{ ref('int_events') }}

)

select
    override_id,
    target,
    target_id,
    field,
    old_value,
    new_value,
    decided_by,
    decided_at,
    reason,
    {{ override_is_valid('target', 'field', 'new_value') }}
    and case target
        when 'membership' then target_id in (select memberships.membership_id from memberships)
        when 'tie' then target_id in (select memberships.tie_id from memberships)
        else target_id in (select events.event_id from events)
    end as is_applied
from overrides
order by override_id
