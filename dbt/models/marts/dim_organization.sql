with

entities as (

    select * from {{ ref('stg_entities') }}

),

aliases as (

    select * from {{ ref('stg_entity_aliases') }}

),

memberships as (

    select * from {{ ref('fct_alliance_membership') }}

),

former as (

    select
        entity_id,
        list_sort(list(distinct alias)) as former_names
    from aliases
    where kind = 'former'
    group by entity_id

),

ties as (

    select
        member_id,
        count(distinct tie_id) as n_current_ties
    from memberships
    where is_current
    group by member_id

)

select
    entities.entity_id as organization_id,
    entities.name,
    entities.name_ko,
    entities.name_en,
    entities.org_type,
    entities.parent_id,
    parents.name as parent_name,
    entities.group_id,
    groups.name as group_name,
    entities.country,
    entities.sector,
    entities.stock_code,
    entities.dart_corp_code,
    entities.wikidata_qid,
    entities.ror_id,
    entities.status,
    coalesce(former.former_names, []) as former_names,
    coalesce(ties.n_current_ties, 0) as n_current_ties
from entities
left join entities as parents on entities.parent_id = parents.entity_id
left join entities as groups on entities.group_id = groups.entity_id
left join former on entities.entity_id = former.entity_id
left join ties on entities.entity_id = ties.member_id
where entities.entity_type = 'org'
order by entities.entity_id
