with

structures as (

    select * from {{ ref('int_structures') }}

),

memberships as (

    select * from {{ ref('fct_alliance_membership') }}

),

aliases as (

    select
        entity_id,
        list_sort(list(distinct alias)) as aliases
    from {{ ref('stg_entity_aliases') }}
    group by entity_id

),

attributes as (

    select * from {{ ref('int_alliance_attributes') }}
    where is_best

),

best as (

    select
        alliance_id,
        any_value(value) filter (where attribute = 'form') as form,
        any_value(value) filter (where attribute = 'field') as field,
        any_value(value) filter (where attribute = 'founded_on') as founded_on
    from attributes
    group by alliance_id

),

ties as (

    select
        alliance_id,
        count(distinct member_id) filter (where is_current and {{ is_member('status', 'role') }}) as n_current_members,
        min(first_confirmed_on) as first_reported_on,
        max(last_confirmed_on) as last_reported_on
    from memberships
    group by alliance_id

)

select
    structures.structure_id as alliance_id,
    structures.name,
    structures.name_ko,
    structures.name_en,
    coalesce(aliases.aliases, []) as aliases,
    structures.entity_type = 'pairing' as is_pairing,
    structures.member_ids,
    structures.status,
    case
        when best.form in (
            'equity_jv', 'strategic_alliance', 'consortium', 'council', 'rnd_partnership',
            'mou_pair', 'cross_shareholding', 'bid_consortium', 'public_private'
        ) then best.form
    end as form,
    best.field,
    best.founded_on,
    coalesce(ties.n_current_members, 0) as n_current_members,
    ties.first_reported_on,
    ties.last_reported_on
from structures
left join best on structures.structure_id = best.alliance_id
left join aliases on structures.structure_id = aliases.entity_id
left join ties on structures.structure_id = ties.alliance_id
where structures.entity_type in ('alliance', 'pairing')
order by structures.structure_id
