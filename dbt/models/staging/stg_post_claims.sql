with

claims as (

    select * from {{ source('core', 'post_claims') }}
    {{ first_capture('claim_id') }}

),

redirects as (

    select * from {{ ref('stg_entity_redirects') }}

)

select * replace (
    {{ canonical('claims.person_id') }} as person_id,
    {{ canonical('claims.organization_id') }} as organization_id,
    {{ shown_speaker('claims.speaker_id') }} as speaker_id
)
from claims
where {{ is_shown(canonical('claims.person_id')) }}
