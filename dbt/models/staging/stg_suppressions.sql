select *
from {{ source('core', 'suppressions') }}
