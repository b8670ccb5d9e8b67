{#- Rules about happenings. -#}

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
    never of two different alliances. -#}
{% macro same_parties(a, b) -%}
    (
        {{ a }}.alliance_id = {{ b }}.alliance_id
        or (
            coalesce({{ a }}.alliance_id = {{ b }}.alliance_id, true)
            and 2 * len(list_intersect({{ a }}.party_ids, {{ b }}.party_ids))
            >= len(list_distinct({{ a }}.party_ids || {{ b }}.party_ids))
        )
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
