-- No silent date: a fact without a stated date has none, and one with a date says its precision and its basis.
select event_id as fact_id
from {{ ref('fct_event') }}
where (event_date is null) != (event_date_precision is null) or (event_date is null) != (event_date_basis is null)

union all

select membership_id as fact_id
from {{ ref('fct_alliance_membership') }}
where
    (valid_from is null) != (valid_from_precision is null)
    or (valid_from is null) != (valid_from_basis is null)
    or (valid_to is null) != (valid_to_precision is null)
    or (valid_to is null) != (valid_to_basis is null)
