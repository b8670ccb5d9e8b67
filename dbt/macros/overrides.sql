{#- A partial ISO date as an analyst writes it (YYYY, YYYY-MM or YYYY-MM-DD): its unit, and the days that it can be. -#}

{% macro iso_precision(value) -%}
    case length({{ value }}) when 4 then 'year' when 7 then 'month' when 10 then 'day' end
{%- endmacro %}

{% macro iso_first_day(value) -%}
    try_cast({{ value }} || substr('-01-01', length({{ value }}) - 3) as date)
{%- endmacro %}

{% macro iso_last_day(value) -%}
    ({{ iso_first_day(value) }} + case length({{ value }})
        when 4 then interval 1 year
        when 7 then interval 1 month
        when 10 then interval 1 day
    end - interval 1 day)::date
{%- endmacro %}

{#- Whether a decision can be carried out: the field is one of the fact's, and the value fits it. -#}
{% macro override_is_valid(target, field, value) -%}
    case
        when {{ target }} = 'event' and {{ field }} in ('modality', 'place', 'currency') then true
        when {{ target }} = 'event' and {{ field }} in ('amount', 'stake_pct') then {{ value }} is null or try_cast({{ value }} as double) is not null
        when {{ target }} = 'event' then {{ field }} = 'event_date' and ({{ value }} is null or {{ iso_first_day(value) }} is not null)
        when {{ target }} not in ('membership', 'tie') then false
        when {{ field }} in ('role', 'status') then {{ value }} is not null
        when {{ field }} = 'is_founder' then try_cast({{ value }} as boolean) is not null
        else {{ field }} in ('valid_from', 'valid_to') and ({{ value }} is null or {{ iso_first_day(value) }} is not null)
    end
{%- endmacro %}
