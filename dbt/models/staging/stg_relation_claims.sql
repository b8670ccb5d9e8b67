with

claims as (

    select * from {{ source('core', 'relation_claims') }}
    {{ first_capture('claim_id') }}

),

redirects as (

    select entity_id, canonical_id from {{ ref('stg_entity_redirects') }}

    union all

    select read_id as entity_id, pairing_id as canonical_id from {{ ref('stg_pairing_redirects') }}
    where pairing_id is not null

),

canonical as (

    select * replace (
        {{ canonical('claims.subject_id') }} as subject_id,
        {{ canonical('claims.object_id') }} as object_id,
        {{ shown_speaker('claims.speaker_id') }} as speaker_id
    )
    from claims

)

select *
from canonical
where subject_id != object_id
