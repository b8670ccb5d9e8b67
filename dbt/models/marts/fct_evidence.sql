with

membership_claims as (

    select * from {{ ref('stg_membership_claims') }}

),

event_claims as (

    select * from {{ ref('stg_event_claims') }}

),

versions as (

    select * from {{ ref('int_article_versions') }}
    where is_first_stand

),

placements as (

    select * from {{ ref('int_membership_placements') }}

),

statements as (

    select * from {{ ref('int_membership_statements') }}

),

clusters as (

    select * from {{ ref('int_event_clusters') }}

),

events as (

    select * from {{ ref('int_events') }}

),

event_statements as (

    select * from {{ ref('int_event_statements') }}

),

reported as (

    select
        membership_id,
        tie_id,
        report_no,
        arg_max(stance, known_from) as stance
    from placements
    group by membership_id, tie_id, report_no

),

under_membership as (

    select
        reported.membership_id as fact_id,
        'membership' as fact_type,
        statements.statement_id,
        first(reported.stance order by statements.known_from desc, statements.statement_no desc) as stance
    from reported
    inner join statements
        on
            reported.tie_id = statements.tie_id
            and reported.report_no = statements.report_no
    group by reported.membership_id, statements.statement_id

),

under_event as (

    select
        events.event_id as fact_id,
        'event' as fact_type,
        event_statements.statement_id,
        case
            when (events.modality = 'denied') = (event_statements.modality = 'denied') then 'supports'
            else 'disagrees'
        end as stance
    from events
    inner join clusters on events.event_id = clusters.event_id
    inner join event_statements on clusters.statement_id = event_statements.statement_id
    group by all

),

claims as (

    select
        claim_id, statement_id, version_id, capture_date, quote, char_start, char_end, attribution, speaker_id, zone,
        extractor, extractor_version, frame, confidence
    from membership_claims

    union all

    select
        claim_id, statement_id, version_id, capture_date, quote, char_start, char_end, attribution, speaker_id, zone,
        extractor, extractor_version, frame, confidence
    from event_claims

),

veil as (

    {{ veil() }}

),

facts as (

    select * from under_membership

    union all

    select * from under_event

)

select
    facts.fact_id,
    facts.fact_type,
    claims.claim_id,
    claims.statement_id,
    facts.stance,
    versions.article_id,
    claims.version_id,
    versions.publisher,
    versions.url,
    {{ veiled('versions.title') }} as title,
    versions.published_at,
    versions.known_from as known_at,
    claims.capture_date,
    versions.source_group_id,
    {{ short_quote(veiled('claims.quote')) }} as quote,
    claims.char_start,
    claims.char_end,
    claims.attribution,
    claims.speaker_id,
    claims.zone,
    claims.extractor,
    claims.extractor_version,
    claims.frame,
    claims.confidence
from facts
inner join claims on facts.statement_id = claims.statement_id
inner join versions on claims.version_id = versions.version_id
cross join veil
order by facts.fact_type, facts.fact_id, known_at, claims.claim_id
