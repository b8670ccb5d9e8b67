with

articles as (

    select * exclude (text, paragraphs, captions, byline_names, subtitle, method, charset, signature, is_correction, corrects_url, corrects_on)
    from {{ source('core', 'articles') }}

)

select *
from articles
{{ first_capture('version_id') }}
