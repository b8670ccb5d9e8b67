{#- Rules about claims that more than one model needs. -#}

{#- Precedence of a claim among claims that disagree, best first: 0 correction, 1 a party about itself, 2 a named source,
    3 the paper or another paper, 4 an unnamed source. -#}
{% macro precedence(is_correction, is_self, attribution) -%}
    case
        when {{ is_correction }} then 0
        when {{ is_self }} then 1
        when {{ attribution }} = 'quoted' then 2
        when {{ attribution }} = 'anonymous' then 4
        else 3
    end
{%- endmacro %}

{#- Between two claims that disagree without more: the rule by which the shown one goes before the other. -#}
{% macro conflict_rule(shown, other) -%}
    case
        when {{ shown }}.precedence = {{ other }}.precedence and {{ shown }}.known_from > {{ other }}.known_from then 'later'
        when {{ shown }}.precedence >= {{ other }}.precedence then 'claim_id'
        else ['correction', 'self', 'named_source', 'paper'][{{ shown }}.precedence + 1]
    end
{%- endmacro %}

{#- That rule in words, of claims with these precedences and instants. -#}
{% macro conflict_why(rule, precedence, known_from, other_precedence, other_known_from) -%}
    {%- set whose = "['a correction', 'a party about itself', 'a named source', 'a paper', 'an unnamed source']" -%}
    case {{ rule }}
        when 'corroborated' then 'two or more independent sources hold against one denial'
        when 'stage' then 'a tie in force does not step back to talks without an end'
        when 'later' then printf(
            'both are the word of %s; shown is the later, of %s, and not that of %s',
            {{ whose }}[{{ precedence }} + 1], strftime({{ known_from }}, '%Y-%m-%d'), strftime({{ other_known_from }}, '%Y-%m-%d')
        )
        when 'claim_id' then 'neither whose word it is nor which is later decides: the more exact one is shown, else by a fixed order'
        else printf('%s goes before %s', {{ whose }}[{{ precedence }} + 1], {{ whose }}[{{ other_precedence }} + 1])
    end
{%- endmacro %}

{#- A partial date of one column prefix as a struct, or null. -#}
{% macro date_struct(prefix) -%}
    case when {{ prefix }}_value is not null then {
        'value': {{ prefix }}_value,
        'precision': {{ prefix }}_precision,
        'edge': {{ prefix }}_edge,
        'basis': {{ prefix }}_basis,
        'min': {{ prefix }}_min,
        'max': {{ prefix }}_max
    } end
{%- endmacro %}

{#- Independent sources err independently: what all of them get wrong is the product of what each gets wrong. `best` is the
    best claim's confidence of one source. The product is taken in order, because floating point is not associative. -#}
{% macro combined_confidence(best) -%}
    round(1 - product(1 - {{ best }} order by {{ best }}), 6)
{%- endmacro %}

{#- Who is not to be shown, as one row with a pattern of their names; the longest first. -#}
{% macro veil() -%}
    select string_agg(regexp_escape(form), '|' order by length(form) desc, form) as pattern
    from {{ ref('stg_suppressed_people') }}
{%- endmacro %}

{#- A text in which nobody is named who is not to be shown. -#}
{% macro veiled(text) -%}
    case when veil.pattern is null then {{ text }} else regexp_replace({{ text }}, veil.pattern, '○○○', 'g') end
{%- endmacro %}

{#- A quote as it may be published: at most 300 characters. -#}
{% macro short_quote(quote) -%}
    case when length({{ quote }}) > 300 then left({{ quote }}, 299) || '…' else {{ quote }} end
{%- endmacro %}
