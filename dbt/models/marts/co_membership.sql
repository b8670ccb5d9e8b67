with

memberships as (

    select * from {{ ref('fct_alliance_membership') }}
    where
        is_current
        and {{ is_member('status', 'role') }}

),

structures as (

    select * from {{ ref('int_structures') }}

),

members as (

    select
        alliance_id,
        member_id,
        min(first_confirmed_on) as first_confirmed_on,
        max(last_confirmed_on) as last_confirmed_on,
        max(data_as_of) as data_as_of
    from memberships
    group by alliance_id, member_id

),

sized as (

    select
        *,
        count(*) over (partition by alliance_id) as n_members
    from members

),

shared as (

    select
        one.member_id,
        other.member_id as other_id,
        one.alliance_id,
        one.n_members,
        greatest(one.first_confirmed_on, other.first_confirmed_on) as first_confirmed_on,
        least(one.last_confirmed_on, other.last_confirmed_on) as last_confirmed_on,
        one.data_as_of
    from sized as one
    inner join sized as other
        on
            one.alliance_id = other.alliance_id
            and one.member_id < other.member_id

)

select
    shared.member_id,
    coalesce(any_value(ones.name), shared.member_id) as member_name,
    shared.other_id,
    coalesce(any_value(others.name), shared.other_id) as other_name,
    round(sum(1 / (shared.n_members - 1) order by shared.n_members), 6) as weight,
    count(*) filter (where structures.entity_type != 'pairing') as n_alliances,
    count(*) filter (where structures.entity_type = 'pairing') as n_pairings,
    list_sort(list(shared.alliance_id)) as alliance_ids,
    min(shared.first_confirmed_on) as first_confirmed_on,
    max(shared.last_confirmed_on) as last_confirmed_on,
    max(shared.data_as_of) as data_as_of
from shared
inner join structures on shared.alliance_id = structures.structure_id
left join structures as ones on shared.member_id = ones.structure_id
left join structures as others on shared.other_id = others.structure_id
group by shared.member_id, shared.other_id
order by shared.member_id, shared.other_id
