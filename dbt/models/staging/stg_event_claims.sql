with

claims as (

    select * from {{ source('core', 'event_claims') }}
    {{ first_capture('claim_id') }}

),

redirects as (

    select * from {{ ref('stg_entity_redirects') }}

)

select * replace ({{ shown_speaker('claims.speaker_id') }} as speaker_id)
from claims
