with

versions as (

    select * from {{ ref('int_article_versions') }}

),

captures as (

    select
        version_id,
        max(capture_date) as last_captured_on
    from {{ source('core', 'articles') }}
    group by version_id

),

claims as (

    select version_id from {{ ref('stg_membership_claims') }}

    union all

    select version_id from {{ ref('stg_event_claims') }}

    union all

    select version_id from {{ ref('stg_relation_claims') }}

    union all

    select version_id from {{ ref('stg_attribute_claims') }}

    union all

    select version_id from {{ ref('stg_post_claims') }}

),

counts as (

    select
        version_id,
        count(*) as n_claims
    from claims
    group by version_id

),

veil as (

    {{ veil() }}

),

articles as (

    select
        versions.article_id,
        count(distinct versions.version_id) as n_versions,
        min(versions.capture_date) as first_captured_on,
        max(captures.last_captured_on) as last_captured_on
    from versions
    inner join captures on versions.version_id = captures.version_id
    group by versions.article_id

),

-- Hashed once each, not once an article.
publishers as (

    select
        publisher,
        {{ content_id('publisher', ['publisher']) }} as publisher_id
    from (select distinct publisher from versions where publisher is not null)

)

select
    versions.article_id,
    versions.version_id,
    articles.n_versions,
    {{ veiled('versions.title') }} as title,
    publishers.publisher_id,
    versions.publisher,
    versions.portal,
    versions.url,
    versions.section,
    versions.language,
    versions.published_at,
    versions.published_on,
    versions.updated_at,
    versions.known_from as known_at,
    versions.known_basis,
    articles.first_captured_on,
    articles.last_captured_on,
    versions.source_group_id,
    versions.source_group_kind,
    versions.corrects_article_id,
    coalesce(counts.n_claims, 0) as n_claims
from versions
inner join articles on versions.article_id = articles.article_id
left join counts on versions.version_id = counts.version_id
left join publishers on versions.publisher = publishers.publisher
cross join veil
where versions.superseded_at is null
order by versions.article_id
