{#- No two rows of one tie (of one value of `rows_of`) overlap in both valid and known time: between two points of known
    time at which its rows begin, the rows that are known follow each other on the valid clock. That clock is compared by the
    first days and by the last days that each edge can be; one and the same bound ends one row and starts the next. -#}
{% test never_overlaps(model, rows_of) %}
with

spans as (

    select
        {{ rows_of }} as tie,
        row_number() over (order by {{ rows_of }}, known_from, valid_from_min, valid_to_min) as row_no,
        known_from,
        coalesce(known_to, timestamptz 'infinity') as known_to,
        coalesce(valid_from_min, date '0001-01-01') as from_min,
        coalesce(valid_from_max, date '0001-01-01') as from_max,
        coalesce(valid_to_min, date '9999-12-31') as to_min,
        coalesce(valid_to_max, date '9999-12-31') as to_max
    from {{ model }}

),

-- A row that overlaps another one in known time is known when the later of them becomes so.
beginnings as (

    select distinct tie, known_from as known_at from spans

),

known as (

    select
        beginnings.known_at,
        spans.*
    from beginnings
    inner join spans
        on
            beginnings.tie = spans.tie
            and beginnings.known_at >= spans.known_from
            and beginnings.known_at < spans.known_to

),

{%- for bound in ['min', 'max'] %}

-- Of spans in order, each begins when all those before it have ended, or overlaps one of them.
by_{{ bound }} as (

    select
        tie,
        row_no,
        known_at,
        max(to_{{ bound }}) over (
            partition by tie, known_at
            order by from_{{ bound }}, to_{{ bound }}, row_no
            rows between unbounded preceding and 1 preceding
        ) > from_{{ bound }} as is_overlapping
    from known

){{ ',' if not loop.last }}
{%- endfor %}

select tie, row_no, known_at from by_min
where is_overlapping

union

select tie, row_no, known_at from by_max
where is_overlapping
{% endtest %}
