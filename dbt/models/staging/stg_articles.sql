-- Every capture counts: what is seen again after something else has come back. What is suppressed is not here at all, by
-- whatever address or name one of its captures has shown it.
with

articles as (

    select * exclude (text, paragraphs, captions, byline_names, subtitle, method, charset, signature, is_correction, corrects_url, corrects_on)
    from {{ source('core', 'articles') }}

),

suppressed as (

    select kind, value from {{ ref('stg_suppressions') }}

),

places as (

    select article_id, 'outlet' as kind, publisher as place from articles

    union

    select article_id, 'url' as kind, unnest([url, canonical_url, original_url]) as place from articles

),

hosts as (

    select
        article_id,
        regexp_extract(lower(place), '^https?://(?:[^/@]*@)?([^/:?#]+)', 1) as host
    from places
    where kind = 'url'

),

left_out as (

    select places.article_id
    from places
    inner join suppressed
        on
            places.kind = suppressed.kind
            and rtrim(places.place, '/') = rtrim(suppressed.value, '/')

    union

    select hosts.article_id
    from hosts
    inner join suppressed
        on
            suppressed.kind = 'outlet'
            and (hosts.host = lower(suppressed.value) or ends_with(hosts.host, '.' || lower(suppressed.value)))

)

select articles.*
from articles
where articles.article_id not in (select left_out.article_id from left_out)
