{#- Memberships are worked out anew only where something about their tie has changed since the last build. -#}

{#- Whether a party belongs to the alliance in this state of its tie. -#}
{% macro is_member(status, role) -%}
    {{ status }} in ('active', 'renegotiated', 'suspended')
    and {{ role }} not in ('prospective', 'observer')
{%- endmacro %}

{#- What has been confirmed by when, up to a point of known time and from there on: a confirmation that says no more than the
    one before it is left out. -#}
{% macro continued(earlier, later, resumed_from) -%}
    {%- set kept = 'list_filter(' ~ earlier ~ ', lambda one: one.known_at < ' ~ resumed_from ~ ')' -%}
    {{ kept }} || case
        when {{ kept }}[-1].confirmed_on = {{ later }}[1].confirmed_on then {{ later }}[2:]
        else {{ later }}
    end
{%- endmacro %}

{#- Where a build that was carried through keeps what it made its memberships of: tie_id, known_from, content_hash. -#}
{% macro membership_seen() -%}
    builds.membership_seen
{%- endmacro %}

{#- Whether there is such a build to go on from. -#}
{% macro membership_is_seen() -%}
    {%- set seen = adapter.get_relation(target.database, 'builds', 'membership_seen') if execute -%}
    {{ return(seen is not none and seen and not should_full_refresh()) }}
{%- endmacro %}

{#- At the end of a run: a run that has built each of these models, one out of the other, is what the next one goes on from.
    A run of some of them leaves tables that do not fit each other, and the next one does everything. -#}
{% macro keep_membership_seen(results) -%}
    {%- set chain = ['statements', 'changes', 'denials', 'points', 'standing', 'intervals', 'placements', 'versions'] -%}
    {%- set ran, built = [], [] -%}
    {%- for result in results if execute and result.node.resource_type == 'model' -%}
        {%- set link = result.node.name | replace('int_membership_', '') -%}
        {%- if result.node.name.startswith('int_membership_') and link in chain -%}
            {%- do ran.append(link) -%}
            {%- if result.status == 'success' -%} {%- do built.append(link) -%} {%- endif -%}
        {%- endif -%}
    {%- endfor -%}
    {%- if built | length == chain | length -%}
        create schema if not exists builds;
        create or replace table {{ membership_seen() }} as
        select tie_id, known_from, content_hash from intermediate.int_membership_statements;
    {%- elif ran -%}
        drop table if exists {{ membership_seen() }};
    {%- endif -%}
{%- endmacro %}

{#- How the rows of a span of known time are replaced: those of changed ties that reach beyond the point from which they are
    worked out anew, and those of ties of which nobody speaks any more. -#}
{% macro get_incremental_from_changed_points_sql(arguments) -%}
    {%- set columns = arguments['dest_columns'] | map(attribute='quoted') | join(', ') -%}
    delete from {{ arguments['target_relation'] }} as old
    where
        old.tie_id not in (select tie_id from {{ ref('int_membership_statements') }})
        or exists (
            select 1 from {{ ref('int_membership_points') }} as points
            where
                points.tie_id = old.tie_id
                and points.is_first
                and (old.known_to is null or old.known_to > points.resumed_from)
        );
    insert into {{ arguments['target_relation'] }} ({{ columns }})
    select {{ columns }} from {{ arguments['temp_relation'] }}
{%- endmacro %}
