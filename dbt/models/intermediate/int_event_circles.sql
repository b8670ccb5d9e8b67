-- All that can speak of one happening stands in one circle, and circles that share a report are one family: what happened is
-- worked out of a family's reports and of nothing else. Its hash changes with any of them.
--
-- Reports are never compared one with one: those of one type between the same parties are compared at once, so that a story
-- told ten thousand times costs no more than ten thousand rows.
with recursive

statements as (

    select * from {{ ref('int_event_statements') }}
    where is_newest

),

parties as (

    select
        event_type,
        alliance_id,
        party_ids,
        mover_ids,
        row_number() over (order by event_type, alliance_id, party_ids, mover_ids) as parties_no
    from (select distinct event_type, alliance_id, party_ids, mover_ids from statements)

),

-- Two lists of two or more that have half of all their parties in common have two in common; a list of one is half of a
-- list of two at most.
couples as (

    select
        parties.parties_no,
        parties.event_type,
        couple.one,
        couple.other
    from
        parties,
        (
            select
                one.id as one,
                other.id as other
            from
                unnest(parties.party_ids) as one (id),
                unnest(parties.party_ids) as other (id)
            where one.id < other.id
        ) as couple

),

singles as (

    select
        parties_no,
        event_type,
        len(party_ids) as n_parties,
        unnest(party_ids) as entity_id
    from parties
    where len(party_ids) <= 2

),

candidates as (

    select
        one.parties_no as a,
        other.parties_no as b
    from couples as one
    inner join couples as other
        on
            one.event_type = other.event_type
            and one.one = other.one
            and one.other = other.other
    where one.parties_no < other.parties_no

    union

    select
        least(one.parties_no, other.parties_no) as a,
        greatest(one.parties_no, other.parties_no) as b
    from singles as one
    inner join singles as other
        on
            one.event_type = other.event_type
            and one.entity_id = other.entity_id
    where
        one.n_parties = 1
        and one.parties_no != other.parties_no

),

alike as (

    select
        candidates.a,
        candidates.b
    from candidates
    inner join parties as one on candidates.a = one.parties_no
    inner join parties as other on candidates.b = other.parties_no
    where
        (one.alliance_id is null or other.alliance_id is null)
        and {{ same_parties('one', 'other') }}

),

-- All reports within one circle can speak of the same: those about one alliance (of entries and exits, those of one party),
-- those between the same parties, and those of two lists of parties that are alike.
circles as (

    select
        'alliance ' || dense_rank() over (order by event_type, alliance_id, mover_id) as circle_id,
        parties_no
    from (select *, unnest(case when len(mover_ids) = 0 then [''] else mover_ids end) as mover_id from parties)
    where alliance_id is not null

    union all

    select
        'parties ' || parties_no as circle_id,
        parties_no
    from parties
    where
        alliance_id is null
        and len(party_ids) > 0

    union all

    select
        'alike ' || a || ' ' || b as circle_id,
        unnest([a, b]) as parties_no
    from alike

),


numbered as (

    select parties_no as statement_id from parties

),

links as (

    select
        parties_no as a,
        min(parties_no) over (partition by circle_id) as b
    from circles

),

edges as (

    select a, b from links
    where a != b

    union

    select b as a, a as b from links
    where a != b

),

{{ components('numbered', 'edges', 'families') }},

members as (

    select
        statements.*,
        parties.parties_no,
        families.component_id as family_no
    from statements
    inner join parties
        on
            statements.event_type = parties.event_type
            and statements.alliance_id is not distinct from parties.alliance_id
            and statements.party_ids = parties.party_ids
            and statements.mover_ids = parties.mover_ids
    inner join families on parties.parties_no = families.statement_id

),

hashed as (

    select
        family_no,
        md5(string_agg(
            md5(concat_ws('|', statement_id, event_type, coalesce(alliance_id, ''), party_ids, mover_ids, is_anchor, modality, said_on, window_min, window_max)),
            '' order by statement_id
        )) as family_hash
    from members
    group by family_no

)

select
    circles.circle_id,
    members.statement_id,
    hashed.family_hash
from members
inner join circles on members.parties_no = circles.parties_no
inner join hashed on members.family_no = hashed.family_no
