-- At each point of known time the last state of a tie is looked at; where it is another than at the point before, that is
-- what changed. What is only told more exactly is no change.
with

memberships as (

    select
        *,
        {{ is_member('status', 'role') }} as is_member
    from {{ ref('fct_alliance_membership') }}

),

structures as (

    select * from {{ ref('int_structures') }}

),

watchlist as (

    select * from {{ ref('stg_watchlist') }}

),

points as (

    select tie_id, alliance_id, member_id, known_from as known_at from memberships

    union

    select tie_id, alliance_id, member_id, known_to as known_at from memberships
    where known_to is not null

),

standing as (

    select
        points.tie_id,
        points.alliance_id,
        points.member_id,
        points.known_at,
        memberships.membership_id,
        memberships.status,
        memberships.is_member,
        memberships.recorded_from,
        memberships.valid_from,
        memberships.valid_to,
        memberships.valid_to_max <= (points.known_at at time zone 'Asia/Seoul')::date as has_ended
    from points
    left join memberships
        on
            points.tie_id = memberships.tie_id
            and points.known_at >= memberships.known_from
            and (memberships.known_to is null or points.known_at < memberships.known_to)
    qualify row_number() over (
        partition by points.tie_id, points.known_at
        order by memberships.valid_from_max desc, memberships.valid_from_min desc nulls last, memberships.last_confirmed_on desc, memberships.membership_id
    ) = 1

),

told as (

    select
        *,
        case
            when membership_id is null then 'withdrawn'
            when has_ended then 'ended'
            else status
        end as state,
        membership_id is not null and not coalesce(has_ended, false) and is_member as belongs
    from standing

),

compared as (

    select
        *,
        lag(state, 1, 'withdrawn') over known as state_before,
        lag(belongs, 1, false) over known as belonged
    from told
    window known as (partition by tie_id order by known_at)

),

changed as (

    select
        *,
        case
            when belongs and not belonged then 'joined'
            when state = 'withdrawn' then 'withdrawn'
            when state = 'ended' and is_member then 'left'
            else 'status'
        end as change_type
    from compared
    where state != state_before

),

of_ties as (

    select
        {{ content_id('change', ['tie_id', "strftime(known_at, '%Y-%m-%dT%H:%M:%S.%f')", 'change_type']) }} as change_id,
        change_type,
        known_at as known_from,
        coalesce(recorded_from, (known_at at time zone 'Asia/Seoul')::date) as recorded_from,
        alliance_id,
        member_id,
        case when state_before not in ('withdrawn', 'ended') then state_before end as from_status,
        case when state not in ('withdrawn', 'ended') then state end as to_status,
        case when state = 'ended' then valid_to else valid_from end as valid_on,
        membership_id
    from changed

),

of_alliances as (

    select
        {{ content_id('change', ['alliance_id', "strftime(min(known_from), '%Y-%m-%dT%H:%M:%S.%f')", "'new_alliance'"]) }} as change_id,
        'new_alliance' as change_type,
        min(known_from) as known_from,
        first(recorded_from order by known_from, recorded_from) as recorded_from,
        alliance_id
    from memberships
    group by alliance_id

),

changes as (

    select * from of_ties

    union all by name

    select * from of_alliances

)

select
    changes.change_id,
    changes.change_type,
    changes.known_from,
    changes.recorded_from,
    changes.alliance_id,
    coalesce(alliances.name, changes.alliance_id) as alliance_name,
    changes.member_id,
    coalesce(members.name, changes.member_id) as member_name,
    changes.from_status,
    changes.to_status,
    changes.valid_on,
    changes.membership_id,
    exists (
        select 1 from watchlist
        where
            watchlist.watched in (
                changes.alliance_id, alliances.name, alliances.name_ko, alliances.name_en,
                changes.member_id, members.name, members.name_ko, members.name_en
            )
    ) as is_watched
from changes
left join structures as alliances on changes.alliance_id = alliances.structure_id
left join structures as members on changes.member_id = members.structure_id
order by changes.known_from, alliance_name, member_name, changes.change_type, changes.change_id
