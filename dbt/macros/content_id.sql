{#- The same recipe as pipelines/tables/identifiers.py: the first 24 hex digits of a SHA-256 over the kind and the parts,
    each part preceded by its length in eight bytes; null differs from the empty string. -#}

{% macro id_part(expression) -%}
    case
        when ({{ expression }}) is null then '000000000000000100'
        else printf('%016x', octet_length(encode(({{ expression }})::varchar)) + 1) || '01' || hex(encode(({{ expression }})::varchar))
    end
{%- endmacro %}

{% macro content_id(kind, expressions) -%}
    left(sha256(encode('{{ kind }}') || unhex(
        {%- for expression in expressions %}
        {{ id_part(expression) }}{{ ' || ' if not loop.last }}
        {%- endfor %}
    )), 24)
{%- endmacro %}

{% macro pairing_id(members) -%}
    'pairing-' || left(sha256(encode('pairing') || unhex(list_aggregate(
        [''] || list_transform(list_sort(list_distinct({{ members }})), lambda member: {{ id_part('member') }}), 'string_agg', ''
    ))), 24)
{%- endmacro %}
