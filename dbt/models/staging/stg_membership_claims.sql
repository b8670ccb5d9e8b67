with

claims as (

    select * from {{ source('core', 'membership_claims') }}
    {{ first_capture('claim_id') }}

),

redirects as (

    select * from {{ ref('stg_entity_redirects') }}

),

pairings as (

    select * from {{ ref('stg_pairing_redirects') }}

),

canonical as (

    select claims.* replace (
        {{ canonical('claims.alliance_id') }} as alliance_id,
        {{ canonical('claims.member_id') }} as member_id,
        {{ shown_speaker('claims.speaker_id') }} as speaker_id,
        pairings.pairing_id as pairing_id,
        pairings.pairing_member_ids as pairing_member_ids
    )
    from claims
    left join pairings on claims.pairing_id = pairings.read_id

)

-- What was read as a tie of two names of one party is none.
select *
from canonical
where
    coalesce(alliance_id, pairing_id) is not null
    and alliance_id is distinct from member_id
