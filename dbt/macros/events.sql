{#- Rules about happenings. -#}

{#- Whether the table of the last build is there to be gone on from: it says of what each of its rows was made. -#}
{% macro is_kept() -%}
    {{ return(execute and load_relation(this) is not none and not should_full_refresh()) }}
{%- endmacro %}

{#- PLOVER's class of an act. -#}
{% macro plover_type(event_type, modality) -%}
    case
        when {{ event_type }} in ('found_alliance', 'join', 'joint_venture', 'invest', 'equity_swap', 'launch')
            then case when {{ modality }} = 'done' then 'COOPERATE' else 'AGREE' end
        when {{ event_type }} in ('sign_mou', 'extend', 'propose') then 'AGREE'
        when {{ event_type }} = 'discuss' then 'CONSULT'
        when {{ event_type }} in ('leave', 'terminate') then 'SANCTION'
        when {{ event_type }} = 'deny' then 'REJECT'
    end
{%- endmacro %}

{#- PLOVER's side of a participant's role. -#}
{% macro plover_side(role) -%}
    case
        when {{ role }} in ('initiator', 'party', 'investor', 'acquirer', 'speaker') then 'actor'
        when {{ role }} in ('counterparty', 'investee', 'target') then 'recipient'
    end
{%- endmacro %}

{#- Who a happening is between: those by whom two reports of it are compared. -#}
{% macro is_party(role) -%}
    {{ role }} not in ('alliance', 'speaker', 'signatory_person', 'venue_event')
{%- endmacro %}

{#- Two statements of one type speak of the same parties: of one alliance, or with half of all their parties in common;
    never of two different alliances, nor of two entries or exits of which no party is the same. -#}
{% macro same_parties(a, b) -%}
    (
        {{ a }}.alliance_id = {{ b }}.alliance_id
        or (
            coalesce({{ a }}.alliance_id = {{ b }}.alliance_id, true)
            and list_has_any({{ a }}.party_ids, {{ b }}.party_ids)
            and 2 * len(list_intersect({{ a }}.party_ids, {{ b }}.party_ids))
            >= len(list_distinct({{ a }}.party_ids || {{ b }}.party_ids))
        )
    )
    and ({{ a }}.mover_ids = {{ b }}.mover_ids or list_has_any({{ a }}.mover_ids, {{ b }}.mover_ids))
{%- endmacro %}

{#- Relation `name`: edges (a, b; both directions) that join the statements of `placed` (circle_id, statement_id, window_min,
    window_max) whose windows touch, directly or over others of their circle: each with the smallest id of its run. -#}
{% macro touching(placed, name) -%}
    {{ name }}_reached as (

        select
            circle_id,
            statement_id,
            window_min,
            max(window_max) over (
                partition by circle_id
                order by window_min, statement_id
                rows between unbounded preceding and 1 preceding
            ) as reached
        from {{ placed }}

    ),

    {{ name }}_runs as (

        select
            circle_id,
            statement_id,
            count(*) filter (where reached is null or reached < window_min) over (
                partition by circle_id
                order by window_min, statement_id
                rows between unbounded preceding and current row
            ) as run_no
        from {{ name }}_reached

    ),

    {{ name }}_stars as (

        select
            statement_id,
            min(statement_id) over (partition by circle_id, run_no) as head_id
        from {{ name }}_runs

    ),

    {{ name }} as (

        select
            statement_id as a,
            head_id as b
        from {{ name }}_stars
        where statement_id != head_id

        union

        select
            head_id as a,
            statement_id as b
        from {{ name }}_stars
        where statement_id != head_id

    )
{%- endmacro %}

{#- Each node of relation `nodes` (statement_id) with the smallest id that the relation `edges` (a, b; both directions) leads to. -#}
{% macro components(nodes, edges, name) -%}
    {{ name }}(statement_id, component_id) using key (statement_id) as (

        select
            statement_id,
            statement_id as component_id
        from {{ nodes }}

        union

        select
            {{ edges }}.b as statement_id,
            min({{ name }}.component_id) as component_id
        from {{ name }}
        inner join {{ edges }} on {{ name }}.statement_id = {{ edges }}.a
        inner join recurring.{{ name }} as settled on {{ edges }}.b = settled.statement_id
        where {{ name }}.component_id < settled.component_id
        group by {{ edges }}.b

    )
{%- endmacro %}
