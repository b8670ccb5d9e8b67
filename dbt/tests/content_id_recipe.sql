-- The macro gives the ids of pipelines/tables/identifiers.py; a unit test holds the expected ones to that module.
with

ids as (

    select
        {{ content_id('tie', ["'alliance-a'", "'org-b'"]) }} as found,
        '1f169461b2ae078349e89c50' as expected

    union all

    select
        {{ content_id('kind', ['null', "''", "'가나다'", '12']) }} as found,
        '15e29e3c15ec6cac6b0fab51' as expected

    union all

    select
        {{ pairing_id("['org-나', 'org-b', 'org-나']") }} as found,
        'pairing-e4d9786e6c815ccd1f516ea7' as expected

)

select found, expected
from ids
where found != expected
