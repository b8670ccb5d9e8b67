with

claims as (

    select * from {{ source('core', 'attribute_claims') }}
    {{ first_capture('claim_id') }}

),

redirects as (

    select * from {{ ref('stg_entity_redirects') }}

)

select * replace (
    {{ canonical('claims.alliance_id') }} as alliance_id,
    {{ shown_speaker('claims.speaker_id') }} as speaker_id
)
from claims
