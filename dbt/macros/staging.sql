{#- What every staging view does: a row that was captured on several days counts once, on its first day; and an entity id
    that has been retired is read as the one that it means now. -#}

{% macro first_capture(key) -%}
    qualify row_number() over (partition by {{ key }} order by capture_date) = 1
{%- endmacro %}

{% macro canonical(column) -%}
    coalesce((select redirects.canonical_id from redirects where redirects.entity_id = {{ column }}), {{ column }})
{%- endmacro %}
