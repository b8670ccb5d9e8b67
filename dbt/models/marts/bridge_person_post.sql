with

claims as (

    select * from {{ ref('stg_post_claims') }}

),

versions as (

    select * from {{ ref('int_article_versions') }}

)

select
    claims.person_id,
    claims.organization_id,
    claims.title,
    count(distinct versions.article_id) filter (where versions.superseded_at is null) as n_articles,
    count(distinct versions.source_group_id) filter (where versions.superseded_at is null) as n_independent_sources,
    min(versions.said_on) as first_reported_on,
    first(claims.claim_id order by versions.superseded_at is not null, claims.confidence desc, claims.claim_id) as best_claim_id,
    max(versions.said_on) as last_reported_on
from claims
inner join versions on claims.version_id = versions.version_id
group by claims.person_id, claims.organization_id, claims.title
-- What no article says any more is said no more.
having n_articles > 0
order by claims.person_id, claims.organization_id, claims.title
