-- Every capture counts: what is seen again after something else has come back.
select * exclude (text, paragraphs, captions, byline_names, subtitle, method, charset, signature, is_correction, corrects_url, corrects_on)
from {{ source('core', 'articles') }}
