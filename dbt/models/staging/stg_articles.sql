with

articles as (

    select * exclude (text, paragraphs, captions, byline_names, subtitle, method, charset, signature)
    from {{ source('core', 'articles') }}

)

select *
from articles
{{ first_capture('version_id') }}
