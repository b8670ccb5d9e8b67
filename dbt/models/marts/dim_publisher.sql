with

articles as (

    select * from {{ ref('dim_article') }}
    where publisher_id is not null

)

select
    publisher_id,
    min(publisher) as name,
    count(*) as n_articles,
    min(published_on) as first_published_on,
    max(published_on) as last_published_on
from articles
group by publisher_id
order by publisher_id
