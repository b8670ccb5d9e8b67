select *
from {{ source('core', 'overrides') }}
