-- Dated reports of what has happened are joined first; each other report then goes to the nearest of those happenings that
-- it can mean (an undated one: to one before it was said, however long ago), so that a plan or a recollection never joins two
-- happenings; what is left is joined among itself.
--
-- Reports are never compared one with one: those of one type between the same parties are compared at once, by sorting
-- their windows, so that a story told ten thousand times costs no more than ten thousand rows.
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

placed as (

    select
        circles.circle_id,
        statements.statement_id,
        statements.is_anchor,
        statements.modality = 'done' as is_done,
        statements.said_on,
        statements.window_min,
        statements.window_max
    from statements
    inner join parties
        on
            statements.event_type = parties.event_type
            and statements.alliance_id is not distinct from parties.alliance_id
            and statements.party_ids = parties.party_ids
            and statements.mover_ids = parties.mover_ids
    inner join circles on parties.parties_no = circles.parties_no

),

anchors as (

    select statement_id from statements
    where is_anchor

),

anchors_placed as (

    select * from placed
    where is_anchor

),

{{ touching('anchors_placed', 'anchor_edges') }},

{{ components('anchors', 'anchor_edges', 'anchored') }},

happenings as (

    select distinct
        anchors_placed.circle_id,
        anchors_placed.window_min,
        anchors_placed.window_max,
        anchored.component_id
    from anchors_placed
    inner join anchored on anchors_placed.statement_id = anchored.statement_id

),

questions as (

    select distinct
        circle_id,
        is_done,
        said_on,
        window_min,
        window_max
    from placed
    where not is_anchor

),

answers as (

    select
        questions.circle_id,
        questions.is_done,
        questions.said_on,
        questions.window_min,
        questions.window_max,
        min({
            'distance': abs(questions.said_on - happenings.window_min),
            'component_id': happenings.component_id
        }) as nearest
    from questions
    inner join happenings
        on
            questions.circle_id = happenings.circle_id
            and (
                (questions.window_min <= happenings.window_max and happenings.window_min <= questions.window_max)
                or (questions.is_done and happenings.window_min <= questions.said_on)
            )
    group by all

),

attached as (

    select
        placed.statement_id,
        min(answers.nearest).component_id as component_id
    from placed
    inner join answers
        on
            placed.circle_id = answers.circle_id
            and placed.is_done = answers.is_done
            and placed.said_on = answers.said_on
            and placed.window_min = answers.window_min
            and placed.window_max = answers.window_max
    where not placed.is_anchor
    group by placed.statement_id

),

others as (

    select statements.statement_id
    from statements
    left join attached on statements.statement_id = attached.statement_id
    where
        not statements.is_anchor
        and attached.statement_id is null

),

others_placed as (

    select placed.*
    from placed
    inner join others on placed.statement_id = others.statement_id

),

{{ touching('others_placed', 'other_edges') }},

{{ components('others', 'other_edges', 'gathered') }},

clusters as (

    select statement_id, component_id from anchored

    union all

    select statement_id, component_id from attached

    union all

    select statement_id, component_id from gathered

)

select
    statement_id,
    min(statement_id) over (partition by component_id) as event_id
from clusters
