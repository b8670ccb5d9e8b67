with

articles as (

    select
        *,
        coalesce(publisher, '(unknown)') as outlet,
        coalesce(strftime(published_on, '%Y-%m'), '(undated)') as year_month
    from {{ ref('dim_article') }}

),

evidence as (

    select * from {{ ref('fct_evidence') }}

),

resting as (

    select
        articles.outlet,
        articles.year_month,
        count(distinct evidence.fact_id) as n_facts
    from articles
    inner join evidence on articles.article_id = evidence.article_id
    group by articles.outlet, articles.year_month

),

counted as (

    select
        outlet,
        year_month,
        count(*) as n_articles,
        count(*) filter (where source_group_kind != 'single') as n_syndicated,
        count(*) filter (where n_claims > 0) as n_with_claims,
        sum(n_claims)::bigint as n_claims,
        min(first_captured_on) as first_captured_on,
        max(last_captured_on) as last_captured_on
    from articles
    group by outlet, year_month

)

select
    counted.outlet as publisher,
    counted.year_month,
    counted.n_articles,
    counted.n_syndicated,
    counted.n_with_claims,
    counted.n_claims,
    coalesce(resting.n_facts, 0) as n_facts,
    counted.first_captured_on,
    counted.last_captured_on
from counted
left join resting
    on
        counted.outlet = resting.outlet
        and counted.year_month = resting.year_month
order by counted.outlet, counted.year_month
