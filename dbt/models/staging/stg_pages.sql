select
    capture_id,
    fetched_at,
    capture_date
from {{ source('raw', 'pages') }}
