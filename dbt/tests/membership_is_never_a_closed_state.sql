-- Former, expired, terminated, denied and lapsed close intervals and open none.
select membership_id, role, status
from {{ ref('fct_alliance_membership') }}
where
    status in ('expired', 'terminated', 'denied', 'lapsed')
    or role = 'former'
