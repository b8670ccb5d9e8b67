with

participants as (

    select * from {{ source('core', 'event_claim_participants') }}

),

redirects as (

    select * from {{ ref('stg_entity_redirects') }}

),

canonical as (

    select * replace (
        {{ canonical('participants.entity_id') }} as entity_id,
        {{ canonical('participants.acts_for_id') }} as acts_for_id
    )
    from participants

)

select *
from canonical
where {{ is_shown('entity_id') }}
qualify row_number() over (partition by claim_id, entity_id, role order by capture_date, char_start, char_end) = 1
