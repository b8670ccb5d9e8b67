-- Dated reports of what has happened are joined first; each other report then goes to the nearest of those happenings that
-- it can mean (an undated one: to one before it was said, however long ago), so that a plan or a recollection never joins two
-- happenings; what is left is joined among itself.
--
-- A family of reports that is as it was in the last build keeps its happenings.
with recursive

circles as (

    select * from {{ ref('int_event_circles') }}

),

families as (

    select distinct
        statement_id,
        family_hash
    from circles

),
{% if is_kept() %}
kept as (

    select
        earlier.statement_id,
        earlier.event_id,
        earlier.family_hash
    from {{ this }} as earlier
    inner join families
        on
            earlier.statement_id = families.statement_id
            and earlier.family_hash = families.family_hash

),
{% endif %}
statements as (

    select * from {{ ref('int_event_statements') }}
    where
        is_newest
        {%- if is_kept() %}
        and statement_id not in (select kept.statement_id from kept)
        {%- endif %}

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
    inner join circles on statements.statement_id = circles.statement_id

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
    clusters.statement_id,
    min(clusters.statement_id) over (partition by clusters.component_id) as event_id,
    families.family_hash
from clusters
left join families on clusters.statement_id = families.statement_id
{%- if is_kept() %}

union all

select
    statement_id,
    event_id,
    family_hash
from kept
{%- endif %}
