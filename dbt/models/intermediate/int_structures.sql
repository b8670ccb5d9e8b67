-- Everything that facts can name: entities, and nameless pairings under the sorted names of their members.
with

entities as (

    select * from {{ ref('stg_entities') }}

),

pairings as (

    select distinct
        pairing_id,
        pairing_member_ids
    from {{ ref('stg_pairing_redirects') }}
    where pairing_id is not null

),

members as (

    select
        pairing_id,
        unnest(pairing_member_ids) as member_id
    from pairings

),

named as (

    select
        members.pairing_id,
        string_agg(coalesce(entities.name, members.member_id), '·' order by coalesce(entities.name, members.member_id)) as name,
        string_agg(coalesce(entities.name_ko, entities.name, members.member_id), '·'
            order by coalesce(entities.name_ko, entities.name, members.member_id)) as name_ko,
        string_agg(coalesce(entities.name_en, entities.name, members.member_id), '·'
            order by coalesce(entities.name_en, entities.name, members.member_id)) as name_en
    from members
    left join entities on members.member_id = entities.entity_id
    group by members.pairing_id

)

select
    entity_id as structure_id,
    entity_type,
    name,
    name_ko,
    name_en,
    status,
    null::varchar[] as member_ids
from entities

union all

select
    named.pairing_id as structure_id,
    'pairing' as entity_type,
    named.name,
    named.name_ko,
    named.name_en,
    null as status,
    pairings.pairing_member_ids as member_ids
from named
inner join pairings on named.pairing_id = pairings.pairing_id
