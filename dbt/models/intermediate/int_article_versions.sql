with

articles as (

    select * from {{ ref('stg_articles') }}

),

syndication as (

    select * from {{ ref('stg_syndication') }}

),

corrections as (

    select * from {{ ref('stg_corrections') }}

),

numbered as (

    select
        *,
        row_number() over versions as version_no,
        max(known_at) over (versions rows between unbounded preceding and 1 preceding) as known_before
    from articles
    window versions as (partition by article_id order by capture_date, known_at, version_id)

),

-- A page that was edited without saying when is known from the day on which the edit was captured.
dated as (

    select
        *,
        case
            when known_at <= known_before
                then greatest(known_before, capture_date::timestamp at time zone 'Asia/Seoul')
            else known_at
        end as known_from
    from numbered

)

select
    dated.version_id,
    dated.article_id,
    dated.version_no,
    dated.known_from,
    lead(dated.known_from) over versions as superseded_at,
    lead(dated.capture_date) over versions as superseded_recorded,
    dated.known_basis,
    case
        when dated.known_from = dated.published_at and dated.published_on is not null then dated.published_on
        else (dated.known_from at time zone 'Asia/Seoul')::date
    end as said_on,
    dated.capture_date,
    dated.title,
    dated.publisher,
    dated.portal,
    coalesce(dated.url, dated.canonical_url) as url,
    dated.section,
    dated.language,
    dated.published_at,
    dated.published_on,
    dated.updated_at,
    coalesce(corrections.corrects_article_id, dated.corrects_article_id) as corrects_article_id,
    coalesce(syndication.group_id, dated.article_id) as source_group_id,
    coalesce(syndication.kind, 'single') as source_group_kind
from dated
left join syndication on dated.article_id = syndication.article_id
left join corrections on dated.version_id = corrections.version_id
window versions as (partition by dated.article_id order by dated.version_no)
