-- A pairing is its members, so it gets another id when one of them turns out to be someone else.
with

pairings as (

    select distinct
        pairing_id as read_id,
        pairing_member_ids as read_member_ids
    from {{ source('core', 'membership_claims') }}
    where pairing_id is not null

),

redirects as (

    select * from {{ ref('stg_entity_redirects') }}

),

members as (

    select
        read_id,
        unnest(read_member_ids) as member_id
    from pairings

),

canonical as (

    select
        read_id,
        list_sort(list(distinct {{ canonical('members.member_id') }})) as pairing_member_ids
    from members
    group by read_id

)

select
    read_id,
    case when len(pairing_member_ids) > 1 then {{ pairing_id('pairing_member_ids') }} end as pairing_id,
    pairing_member_ids
from canonical
