select *
from {{ source('core', 'corrections') }}
