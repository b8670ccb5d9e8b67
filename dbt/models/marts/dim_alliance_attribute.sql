with

attributes as (

    select * from {{ ref('int_alliance_attributes') }}

)

select
    alliance_id,
    attribute,
    value,
    is_best,
    n_articles,
    n_independent_sources,
    first_reported_on,
    best_claim_id,
    last_reported_on
from attributes
order by alliance_id, attribute, value
