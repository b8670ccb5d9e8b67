{{ config(
    materialized='incremental', incremental_strategy='from_changed_points', on_schema_change='fail',
    post_hook="drop table if exists " ~ membership_seen()
) }}
-- Neighbouring points of known time that say the same of an interval are one row; counts are those of the last of them, and
-- by when it was confirmed last is kept for each.
with

points as (

    select * from {{ ref('int_membership_points') }}

),

intervals as (

    select * from {{ ref('int_membership_intervals') }}

),

standing as (

    select * from {{ ref('int_membership_standing') }}

),

statements as (

    select * from {{ ref('int_membership_statements') }}

),

-- One statement opens one membership.
hashed as (

    select
        *,
        hash(
            role, is_founder, valid_from, valid_from_precision, valid_from_edge, valid_from_basis, valid_from_min, valid_from_max,
            valid_to, valid_to_precision, valid_to_edge, valid_to_basis, valid_to_min, valid_to_max, announced_on
        ) as content
    from intervals

),

numbered as (

    select
        *,
        point_row - row_number() over (partition by opening_row, content order by point_row) as run_no
    from hashed

),

versions as (

    select
        * exclude (known_at, point_basis, point_recorded),
        first_value(point_row) over run as first_row
    from numbered
    window run as (
        partition by opening_row, content, run_no
        order by point_row
        rows between unbounded preceding and unbounded following
    )
    qualify row_number() over (partition by opening_row, content, run_no order by point_row desc) = 1

),

confirmed as (

    select
        opening_row,
        content,
        run_no,
        list({ 'known_at': known_at, 'confirmed_on': last_confirmed_on } order by known_at) as confirmations
    from (
        select *
        from numbered
        qualify last_confirmed_on is distinct from lag(last_confirmed_on) over (
            partition by opening_row, content, run_no
            order by point_row
        )
    )
    group by opening_row, content, run_no

),

-- All that say so, up to the end of the row's known time.
support as (

    select
        versions.point_row,
        versions.interval_no,
        statements.source_group_id,
        statements.article_id,
        statements.sentence_ends,
        statements.confidence
    from versions
    inner join standing
        on
            versions.point_row = standing.point_row
            and versions.interval_no = standing.interval_no
    inner join statements as reports on standing.report_row = reports.row_no
    inner join statements
        on
            reports.tie_no = statements.tie_no
            and reports.report_no = statements.report_no
            and (versions.next_known_at is null or statements.known_from < versions.next_known_at)
    where standing.objection is null

),

sources as (

    select
        point_row,
        interval_no,
        source_group_id,
        max(confidence) as best
    from support
    group by point_row, interval_no, source_group_id

),

confidences as (

    select
        point_row,
        interval_no,
        {{ combined_confidence('best') }} as confidence,
        count(*) as n_independent_sources
    from sources
    group by point_row, interval_no

),

-- One sentence is one mention, however many extractors read it.
mentions as (

    select distinct
        point_row,
        interval_no,
        article_id,
        unnest(sentence_ends) as sentence_end
    from support

),

counts as (

    select
        point_row,
        interval_no,
        count(*) as n_mentions,
        count(distinct article_id) as n_articles
    from mentions
    group by point_row, interval_no

)

select
    versions.* exclude (point_row, next_known_at, interval_no, first_row, opening_row, content, run_no),
    {% if is_incremental() -%}
    coalesce(earlier.known_from, points.known_at) as known_from,
    versions.next_known_at as known_to,
    coalesce(earlier.known_basis, points.point_basis) as known_basis,
    coalesce(earlier.recorded_from, points.point_recorded) as recorded_from,
    case
        when earlier.membership_id is null then confirmed.confirmations
        else {{ continued('earlier.confirmations', 'confirmed.confirmations', 'points.known_at') }}
    end as confirmations,
    {%- else -%}
    points.known_at as known_from,
    versions.next_known_at as known_to,
    points.point_basis as known_basis,
    points.point_recorded as recorded_from,
    confirmed.confirmations,
    {%- endif %}
    confidences.confidence,
    counts.n_mentions,
    counts.n_articles,
    confidences.n_independent_sources
from versions
inner join points on versions.first_row = points.point_row
inner join confirmed
    on
        versions.opening_row = confirmed.opening_row
        and versions.content = confirmed.content
        and versions.run_no = confirmed.run_no
inner join confidences
    on
        versions.point_row = confidences.point_row
        and versions.interval_no = confidences.interval_no
inner join counts
    on
        versions.point_row = counts.point_row
        and versions.interval_no = counts.interval_no
{%- if is_incremental() %}
-- What stood at the point from which the tie is worked out anew has stood since the row that reaches there began.
left join {{ this }} as earlier
    on
        versions.membership_id = earlier.membership_id
        and points.known_at = points.resumed_from
        and points.known_at > earlier.known_from
        and (earlier.known_to is null or points.known_at < earlier.known_to)
{%- endif %}
