with

claims as (

    select * from {{ ref('stg_attribute_claims') }}

),

versions as (

    select * from {{ ref('int_article_versions') }}

),

said as (

    select
        claims.alliance_id,
        claims.attribute,
        claims.value,
        count(distinct versions.article_id) filter (where versions.superseded_at is null) as n_articles,
        count(distinct versions.source_group_id) filter (where versions.superseded_at is null) as n_independent_sources,
        min(versions.said_on) as first_reported_on,
        max(versions.said_on) as last_reported_on,
        first(claims.claim_id order by versions.superseded_at is not null, claims.confidence desc, claims.claim_id) as best_claim_id
    from claims
    inner join versions on claims.version_id = versions.version_id
    group by claims.alliance_id, claims.attribute, claims.value
    -- What no article says any more is said no more.
    having n_articles > 0

)

select
    *,
    row_number() over (
        partition by alliance_id, attribute
        order by n_independent_sources desc, last_reported_on desc, best_claim_id
    ) = 1 as is_best
from said
