with

claims as (

    select * from {{ ref('stg_event_claims') }}

),

participants as (

    select * from {{ ref('stg_event_claim_participants') }}

),

versions as (

    select * from {{ ref('int_article_versions') }}

),

posts as (

    select distinct person_id, organization_id from {{ ref('stg_post_claims') }}

),

parties as (

    select
        claim_id,
        min(entity_id) filter (where role = 'alliance') as alliance_id,
        coalesce(list_sort(list(distinct entity_id) filter (where role = 'initiator')), []) as initiator_ids,
        coalesce(list_sort(list(distinct entity_id) filter (where {{ is_party('role') }})), []) as party_ids
    from participants
    group by claim_id

),

speaking as (

    select
        claims.claim_id,
        bool_or(
            participants.entity_id = claims.speaker_id
            or (claims.speaker_id, participants.entity_id) in (select (posts.person_id, posts.organization_id) from posts)
        ) as is_self
    from claims
    inner join participants on claims.claim_id = participants.claim_id
    where
        claims.attribution = 'quoted'
        and participants.role != 'speaker'
    group by claims.claim_id

),

joined as (

    select
        claims.* replace (
            case when claims.polarity = 'negative' and claims.modality = 'done' then 'denied' else claims.modality end as modality
        ),
        parties.alliance_id,
        coalesce(parties.party_ids, []) as party_ids,
        case
            when claims.event_type not in ('join', 'leave') then []
            when len(parties.initiator_ids) > 0 then parties.initiator_ids
            else coalesce(parties.party_ids, [])
        end as mover_ids,
        {{ precedence('versions.corrects_article_id is not null', 'coalesce(speaking.is_self, false)', 'claims.attribution') }} as precedence,
        versions.version_no,
        versions.known_from,
        versions.superseded_at,
        versions.superseded_recorded,
        versions.known_basis,
        versions.said_on,
        versions.capture_date as recorded_on,
        versions.source_group_id,
        versions.corrects_article_id,
        {{ date_struct('date') }} as event_date
    from claims
    inner join versions on claims.version_id = versions.version_id
    left join parties on claims.claim_id = parties.claim_id
    left join speaking on claims.claim_id = speaking.claim_id

),

-- A statement that the next version drops, and a later one takes up again, is known in two runs of versions.
runs as (

    select
        *,
        version_no - dense_rank() over (partition by statement_id order by version_no) as run_no
    from joined

),

statements as (

    select
        statement_id,
        min(article_id) as article_id,
        min(source_group_id) as source_group_id,
        min(corrects_article_id) as corrects_article_id,
        first(event_type order by version_no desc, confidence desc, claim_id) as event_type,
        first(modality order by version_no desc, confidence desc, claim_id) as modality,
        first(alliance_id order by alliance_id is null, version_no desc, confidence desc, claim_id) as alliance_id,
        first(party_ids order by version_no desc, len(party_ids) desc, confidence desc, claim_id) as party_ids,
        first(mover_ids order by version_no desc, len(party_ids) desc, confidence desc, claim_id) as mover_ids,
        min(precedence) as precedence,
        first(event_date order by event_date is null, version_no desc, date_max - date_min, confidence desc, claim_id) as event_date,
        first(place order by place is null, version_no desc, confidence desc, claim_id) as place,
        first(amount order by amount is null, version_no desc, confidence desc, claim_id) as amount,
        first(currency order by amount is null, version_no desc, confidence desc, claim_id) as currency,
        first(stake_pct order by stake_pct is null, version_no desc, confidence desc, claim_id) as stake_pct,
        min(version_no) as first_version_no,
        min(known_from) as known_from,
        first(superseded_at order by version_no desc) as known_to,
        first(superseded_recorded order by version_no desc) as recorded_to,
        first(known_basis order by version_no) as known_basis,
        min(said_on) as said_on,
        min(recorded_on) as recorded_from,
        max(confidence) as confidence,
        list_sort(list(distinct char_end) filter (where version_no = last_version_no)) as sentence_ends,
        first(claim_id order by version_no desc, confidence desc, event_date is null, zone = 'headline', claim_id) as best_claim_id
    from (select *, max(version_no) over (partition by statement_id, run_no) as last_version_no from runs)
    group by statement_id, run_no

),

-- A correction that speaks of the happening ends what the corrected article said of it until then; an edit that comes
-- after it speaks for itself.
corrections as (

    select
        statements.statement_id,
        statements.known_from,
        min(corrections.known_from) as corrected_at,
        min(corrections.recorded_from) as corrected_recorded
    from statements
    inner join statements as corrections
        on
            statements.article_id = corrections.corrects_article_id
            and statements.event_type = corrections.event_type
            and (statements.first_version_no = 1 or statements.known_from < corrections.known_from)
    where {{ same_parties('statements', 'corrections') }}
    group by statements.statement_id, statements.known_from

),

closed as (

    select
        statements.* exclude (corrects_article_id, first_version_no) replace (
            least(statements.known_to, corrections.corrected_at) as known_to,
            least(statements.recorded_to, corrections.corrected_recorded) as recorded_to
        )
    from statements
    left join corrections
        on
            statements.statement_id = corrections.statement_id
            and statements.known_from = corrections.known_from

)

-- Windows are for comparing reports, never dates: an announced act is at most 30 days old, a plan is carried out within 400.
select
    *,
    row_number() over (partition by statement_id order by known_from desc) = 1 as is_newest,
    modality = 'done' and event_date is not null as is_anchor,
    case
        when modality = 'denied' then said_on - 400
        when modality != 'done' then least(said_on, event_date.min) - 30
        when event_date is null then said_on - 30
        when event_date.basis = 'announced' then event_date.min - 30
        else event_date.min
    end as window_min,
    case
        when modality = 'denied' then said_on + 30
        when modality != 'done' then greatest(said_on, event_date.max) + 400
        when event_date is null then said_on
        else event_date.max
    end as window_max
from closed
where known_to is null or known_to > known_from
