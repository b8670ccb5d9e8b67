-- A decision counts from its day in known time: the row that was known until then ends there, and another goes on from there.
with

versions as (

    select * from {{ ref('int_membership_versions') }}

),

overrides as (

    select
        *,
        decided_at::timestamp at time zone 'Asia/Seoul' as decided_from
    from {{ ref('stg_overrides') }}
    where
        target in ('membership', 'tie')
        and {{ override_is_valid('target', 'field', 'new_value') }}

),

matched as (

    select
        versions.membership_id,
        versions.known_from,
        versions.known_to,
        overrides.override_id,
        overrides.field,
        overrides.new_value,
        overrides.decided_from
    from versions
    inner join overrides
        on
            (overrides.target = 'membership' and overrides.target_id = versions.membership_id)
            or (overrides.target = 'tie' and overrides.target_id = versions.tie_id)
    where versions.known_to is null or overrides.decided_from < versions.known_to

),

starts as (

    select
        membership_id,
        known_from as version_from,
        known_from as segment_from,
        false as is_cut
    from versions

    union

    select
        membership_id,
        known_from as version_from,
        decided_from as segment_from,
        true as is_cut
    from matched
    where decided_from > known_from

),

segments as (

    select
        *,
        lead(segment_from) over (partition by membership_id, version_from order by segment_from) as next_from
    from starts

),

decisions as (

    select
        segments.membership_id,
        segments.version_from,
        segments.segment_from,
        matched.field,
        first({ 'value': matched.new_value } order by matched.decided_from desc, matched.override_id desc) as decision
    from segments
    inner join matched
        on
            segments.membership_id = matched.membership_id
            and segments.version_from = matched.known_from
            and matched.decided_from <= segments.segment_from
    group by segments.membership_id, segments.version_from, segments.segment_from, matched.field

),

pivoted as (

    select
        membership_id,
        version_from,
        segment_from,
        any_value(decision) filter (where field = 'role') as role,
        any_value(decision) filter (where field = 'status') as status,
        any_value(decision) filter (where field = 'is_founder') as is_founder,
        any_value(decision) filter (where field = 'valid_from') as valid_from,
        any_value(decision) filter (where field = 'valid_to') as valid_to
    from decisions
    group by membership_id, version_from, segment_from

),

applied as (

    select
        versions.* replace (
            segments.segment_from as known_from,
            coalesce(segments.next_from, versions.known_to) as known_to,
            case when segments.is_cut then 'override' else versions.known_basis end as known_basis,
            case when segments.is_cut then greatest(versions.recorded_from, segments.segment_from::date) else versions.recorded_from end as recorded_from,
            coalesce(pivoted.role.value, versions.role) as role,
            coalesce(pivoted.status.value, versions.status) as status,
            coalesce(try_cast(pivoted.is_founder.value as boolean), versions.is_founder) as is_founder,
            {%- for edge in ['valid_from', 'valid_to'] %}
            case when pivoted.{{ edge }} is not null then pivoted.{{ edge }}.value else versions.{{ edge }} end as {{ edge }},
            case when pivoted.{{ edge }} is not null then {{ iso_precision('pivoted.' ~ edge ~ '.value') }} else versions.{{ edge }}_precision end
                as {{ edge }}_precision,
            case when pivoted.{{ edge }} is null then versions.{{ edge }}_edge end as {{ edge }}_edge,
            case when pivoted.{{ edge }} is null then versions.{{ edge }}_basis when pivoted.{{ edge }}.value is not null then 'act' end
                as {{ edge }}_basis,
            case when pivoted.{{ edge }} is not null then {{ iso_first_day('pivoted.' ~ edge ~ '.value') }} else versions.{{ edge }}_min end
                as {{ edge }}_min,
            case when pivoted.{{ edge }} is not null then {{ iso_last_day('pivoted.' ~ edge ~ '.value') }} else versions.{{ edge }}_max end
                as {{ edge }}_max,
            {%- endfor %}
            case when pivoted.valid_from is not null then pivoted.valid_from.value is null else versions.left_censored end as left_censored,
            case when pivoted.valid_to is not null then pivoted.valid_to.value is null else versions.right_censored end as right_censored
        ),
        pivoted.membership_id is not null as is_overridden
    from versions
    inner join segments
        on
            versions.membership_id = segments.membership_id
            and versions.known_from = segments.version_from
    left join pivoted
        on
            segments.membership_id = pivoted.membership_id
            and segments.version_from = pivoted.version_from
            and segments.segment_from = pivoted.segment_from

)

-- A state that opens no interval, decided by an analyst, takes the row away from then on.
select *
from applied
where status not in ('expired', 'terminated', 'denied', 'lapsed')
