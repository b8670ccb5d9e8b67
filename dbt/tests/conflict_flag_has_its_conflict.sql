-- Conflicts are kept: a row that says that it has one finds it in fct_conflict.
select membership_id
from {{ ref('fct_alliance_membership') }}
where
    has_conflict
    and membership_id not in (select conflicts.membership_id from {{ ref('fct_conflict') }} as conflicts)
