-- Every name by which a suppressed person may stand in a quote; no person is known for a name that only the list holds.
with

suppressed as (

    select value from {{ ref('stg_suppressions') }}
    where kind = 'person'

),

redirects as (

    select * from {{ ref('stg_entity_redirects') }}

),

people as (

    select * from {{ source('core', 'entities') }}
    where entity_type = 'person'

),

named as (

    select {{ canonical('people.entity_id') }} as person_id, people.entity_id as form from people

    union

    select {{ canonical('people.entity_id') }} as person_id, unnest([people.name, people.name_ko, people.name_en]) as form from people

    union

    select {{ canonical('aliases.entity_id') }} as person_id, aliases.alias as form
    from {{ source('core', 'entity_aliases') }} as aliases
    inner join people on aliases.entity_id = people.entity_id

),

meant as (

    select distinct named.person_id
    from named
    inner join suppressed on named.form = suppressed.value

)

select
    named.person_id,
    named.form
from named
inner join meant on named.person_id = meant.person_id
where named.form is not null

union

select
    null as person_id,
    value as form
from suppressed
