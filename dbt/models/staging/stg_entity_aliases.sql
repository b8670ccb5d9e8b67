with

aliases as (

    select * from {{ source('core', 'entity_aliases') }}

),

redirects as (

    select * from {{ ref('stg_entity_redirects') }}

),

canonical as (

    select * replace ({{ canonical('aliases.entity_id') }} as entity_id)
    from aliases

)

select *
from canonical
qualify row_number() over (partition by entity_id, alias order by kind, language, valid_from, valid_to) = 1
