select *
from {{ source('core', 'syndication') }}
