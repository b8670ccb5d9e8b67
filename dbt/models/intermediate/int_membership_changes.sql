{{ config(post_hook="drop table if exists " ~ membership_seen()) }}
-- What the last build that was carried through made its memberships of is compared with what articles say now. Until this
-- build is carried through too there is nothing to compare with: a build after one that broke off does everything.
with

statements as (

    select
        tie_id,
        known_from,
        content_hash
    from {{ ref('int_membership_statements') }}

),
{% if membership_is_seen() %}
seen as (

    select
        tie_id,
        known_from,
        content_hash
    from {{ membership_seen() }}

),

differing as (

    (from statements except all from seen)

    union all

    (from seen except all from statements)

)

-- What was known before the first thing that differs stays as it was.
select
    tie_id,
    min(known_from) as changed_from
from differing
group by tie_id
{% else %}
ties as (

    select distinct tie_id from statements

)

select
    tie_id,
    '-infinity'::timestamptz as changed_from
from ties
{% endif %}
