{#- What every staging view does: a row that was captured on several days counts once, on its first day; and an entity id
    that has been retired is read as the one that it means now. -#}

{% macro first_capture(key) -%}
    qualify row_number() over (partition by {{ key }} order by capture_date) = 1
{%- endmacro %}

{#- Whether an entity is no suppressed person. -#}
{% macro is_shown(entity_id) -%}
    {{ entity_id }} not in (select people.person_id from {{ ref('stg_suppressed_people') }} as people where people.person_id is not null)
{%- endmacro %}

{#- The canonical id of who speaks, unless that is not to be shown. -#}
{% macro shown_speaker(column) -%}
    case when {{ is_shown(canonical(column)) }} then {{ canonical(column) }} end
{%- endmacro %}

{% macro canonical(column) -%}
    coalesce((select redirects.canonical_id from redirects where redirects.entity_id = {{ column }}), {{ column }})
{%- endmacro %}
