with

entities as (

    select * from {{ source('core', 'entities') }}

),

redirects as (

    select * from {{ ref('stg_entity_redirects') }}

)

select * replace (
    {{ canonical('entities.parent_id') }} as parent_id,
    {{ canonical('entities.group_id') }} as group_id
)
from entities
where
    entity_id not in (select redirects.entity_id from redirects)
    and {{ is_shown('entity_id') }}
