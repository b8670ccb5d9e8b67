with

entities as (

    select * from {{ ref('stg_entities') }}
    where entity_type = 'person'

),

posts as (

    select
        post_claims.person_id,
        post_claims.organization_id,
        post_claims.title,
        versions.said_on,
        versions.superseded_at is null as stands,
        post_claims.confidence,
        post_claims.claim_id
    from {{ ref('stg_post_claims') }} as post_claims
    inner join {{ ref('int_article_versions') }} as versions on post_claims.version_id = versions.version_id

),

-- Nobody else is published: only holders of a post, and those who speak, sign or act in a claim.
published as (

    select person_id from posts

    union

    select membership_claims.speaker_id as person_id
    from {{ ref('stg_membership_claims') }} as membership_claims
    inner join {{ ref('int_article_versions') }} as versions on membership_claims.version_id = versions.version_id

    union

    select event_claims.speaker_id as person_id
    from {{ ref('stg_event_claims') }} as event_claims
    inner join {{ ref('int_article_versions') }} as versions on event_claims.version_id = versions.version_id

    union

    select participants.entity_id as person_id
    from {{ ref('stg_event_claim_participants') }} as participants
    inner join {{ ref('stg_event_claims') }} as event_claims on participants.claim_id = event_claims.claim_id
    inner join {{ ref('int_article_versions') }} as versions on event_claims.version_id = versions.version_id

),

latest as (

    select *
    from posts
    where stands
    qualify row_number() over (partition by person_id order by said_on desc, confidence desc, claim_id) = 1

)

select
    entities.entity_id as person_id,
    entities.name,
    entities.name_ko,
    entities.name_en,
    entities.status,
    latest.title as latest_title,
    latest.organization_id as latest_organization_id
from entities
inner join published on entities.entity_id = published.person_id
left join latest on entities.entity_id = latest.person_id
order by entities.entity_id
