with

articles as (

    select * from {{ ref('stg_articles') }}

),

pages as (

    select * from {{ ref('stg_pages') }}

),

syndication as (

    select * from {{ ref('stg_syndication') }}

),

corrections as (

    select * from {{ ref('stg_corrections') }}

),

-- Captures of one day by the clock; where a page or its source has none, what was seen before comes first.
captured as (

    select
        articles.*,
        coalesce(pages.fetched_at, articles.known_at) as seen_at,
        min(articles.capture_date) over (partition by articles.version_id) as first_seen_on
    from articles
    left join pages
        on
            articles.capture_id = pages.capture_id
            and articles.capture_date = pages.capture_date

),

-- A version stands over a run of captures, and again where an edit is taken back.
standing as (

    select *
    from captured
    qualify version_id is distinct from lag(version_id) over (
        partition by article_id
        order by capture_date, seen_at, first_seen_on, version_id
    )

),

numbered as (

    select
        *,
        row_number() over versions as version_no,
        max(known_at) over (versions rows between unbounded preceding and 1 preceding) as known_before
    from standing
    window versions as (partition by article_id order by capture_date, seen_at, first_seen_on, version_id)

),

-- A page that was edited without saying when is known from the day on which the edit was captured.
dated as (

    select
        *,
        case
            when known_at <= known_before
                then greatest(known_before, capture_date::timestamp at time zone 'Asia/Seoul')
            else known_at
        end as stated_from
    from numbered

),

-- None is known before the one that it follows.
ordered as (

    select
        * exclude (known_basis),
        max(stated_from) over (
            partition by article_id
            order by version_no
            rows between unbounded preceding and current row
        ) as known_from,
        case when known_basis = 'published' and stated_from != known_at then 'captured' else known_basis end as known_basis,
        known_basis = 'captured' as is_untimed
    from dated

)

select
    ordered.version_id,
    ordered.article_id,
    ordered.version_no,
    row_number() over (partition by ordered.version_id order by ordered.version_no) = 1 as is_first_stand,
    ordered.known_from,
    lead(ordered.known_from) over versions as superseded_at,
    lead(ordered.capture_date) over versions as superseded_recorded,
    ordered.known_basis,
    ordered.is_untimed,
    case
        when ordered.known_from = ordered.published_at and ordered.published_on is not null then ordered.published_on
        else (ordered.known_from at time zone 'Asia/Seoul')::date
    end as said_on,
    ordered.capture_date,
    ordered.title,
    ordered.publisher,
    ordered.portal,
    coalesce(ordered.url, ordered.canonical_url) as url,
    ordered.section,
    ordered.language,
    ordered.published_at,
    ordered.published_on,
    ordered.updated_at,
    coalesce(corrections.corrects_article_id, ordered.corrects_article_id) as corrects_article_id,
    coalesce(syndication.group_id, ordered.article_id) as source_group_id,
    coalesce(syndication.kind, 'single') as source_group_kind
from ordered
left join syndication on ordered.article_id = syndication.article_id
left join corrections on ordered.version_id = corrections.version_id
window versions as (partition by ordered.article_id order by ordered.version_no)
