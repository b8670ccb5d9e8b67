-- Dated reports of what has happened are joined first; each other report then goes to the nearest of those happenings that
-- it can mean (an undated one: to one before it was said, however long ago), so that a plan or a recollection never joins two
-- happenings; what is left is joined among itself.
with recursive

statements as (

    select * from {{ ref('int_event_statements') }}

),

keys as (

    select
        statement_id,
        event_type,
        unnest(list_distinct(party_ids || case when alliance_id is null then [] else [alliance_id] end)) as entity_id
    from statements

),

candidates as (

    select distinct
        one.statement_id as a,
        other.statement_id as b
    from keys as one
    inner join keys as other
        on
            one.event_type = other.event_type
            and one.entity_id = other.entity_id
            and one.statement_id != other.statement_id

),

pairs as (

    select
        candidates.a,
        candidates.b,
        one.is_anchor as a_is_anchor,
        other.is_anchor as b_is_anchor,
        one.window_min <= other.window_max and other.window_min <= one.window_max as is_near,
        one.modality = 'done'
        and not one.is_anchor
        and other.window_min <= one.said_on as is_recalled,
        abs(one.said_on - other.window_min) as distance
    from candidates
    inner join statements as one on candidates.a = one.statement_id
    inner join statements as other on candidates.b = other.statement_id
    where {{ same_parties('one', 'other') }}

),

anchors as (

    select statement_id from statements
    where is_anchor

),

anchor_edges as (

    select a, b from pairs
    where a_is_anchor and b_is_anchor and is_near

),

{{ components('anchors', 'anchor_edges', 'anchored') }},

attached as (

    select
        pairs.a as statement_id,
        anchored.component_id
    from pairs
    inner join anchored on pairs.b = anchored.statement_id
    where
        not pairs.a_is_anchor
        and (pairs.is_near or pairs.is_recalled)
    qualify row_number() over (partition by pairs.a order by pairs.distance, anchored.component_id) = 1

),

others as (

    select statement_id from statements
    where
        not is_anchor
        and statement_id not in (select attached.statement_id from attached)

),

other_edges as (

    select pairs.a, pairs.b from pairs
    inner join others as one on pairs.a = one.statement_id
    inner join others as other on pairs.b = other.statement_id
    where pairs.is_near

),

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
