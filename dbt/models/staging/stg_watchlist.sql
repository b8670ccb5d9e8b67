select *
from {{ source('core', 'watchlist') }}
