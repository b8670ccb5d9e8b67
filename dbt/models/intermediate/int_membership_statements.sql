with

claims as (

    select * from {{ ref('stg_membership_claims') }}

),

versions as (

    select * from {{ ref('int_article_versions') }}

),

posts as (

    select distinct person_id, organization_id from {{ ref('stg_post_claims') }}

),

-- A party speaks about itself where it, its alliance, another party of the pairing, or a holder of a post there is quoted.
spoken as (

    select
        claims.*,
        coalesce(claims.alliance_id, claims.pairing_id) as structure_id,
        coalesce(
            claims.attribution = 'quoted' and (
                claims.speaker_id in (claims.member_id, claims.alliance_id)
                or list_contains(claims.pairing_member_ids, claims.speaker_id)
                or (claims.speaker_id, claims.member_id) in (select (posts.person_id, posts.organization_id) from posts)
            ),
            false
        ) as is_self
    from claims

),

joined as (

    select
        spoken.*,
        {{ content_id('tie', ['spoken.structure_id', 'spoken.member_id']) }} as tie_id,
        spoken.role = 'former'
        or spoken.status in ('expired', 'terminated', 'denied', 'lapsed') as closes,
        {{ precedence('versions.corrects_article_id is not null', 'spoken.is_self', 'spoken.attribution') }} as precedence,
        versions.version_no,
        versions.known_from,
        versions.superseded_at,
        versions.superseded_recorded,
        versions.known_basis,
        versions.is_untimed,
        versions.said_on,
        versions.capture_date as recorded_on,
        versions.source_group_id,
        versions.corrects_article_id,
        {{ date_struct('since') }} as since_date,
        {{ date_struct('until') }} as until_date,
        {{ date_struct('state') }} as state_date
    from spoken
    inner join versions on spoken.version_id = versions.version_id

),

-- A statement that the next version drops, and a later one takes up again, is known in two runs of versions.
runs as (

    select
        *,
        version_no - dense_rank() over (partition by statement_id, tie_id order by version_no) as run_no
    from joined

),

-- One statement is often made twice in one article: the headline without a date, the body with one.
statements as (

    select
        statement_id,
        tie_id,
        min(structure_id) as alliance_id,
        min(member_id) as member_id,
        min(article_id) as article_id,
        min(source_group_id) as source_group_id,
        bool_or(corrects_article_id is not null) as is_correction,
        min(corrects_article_id) as corrects_article_id,
        first(role order by version_no desc, confidence desc, claim_id) as role,
        bool_or(is_founder) as is_founder,
        first(case when closes and status not in ('expired', 'denied', 'lapsed') then 'terminated' else status end
            order by version_no desc, confidence desc, claim_id) as status,
        bool_or(closes) as closes,
        min(precedence) as precedence,
        first(since_date order by since_date is null, version_no desc, since_max - since_min, confidence desc, claim_id) as since_date,
        first(until_date order by until_date is null, version_no desc, until_max - until_min, confidence desc, claim_id) as until_date,
        first(state_date order by state_date is null, version_no desc, state_max - state_min, confidence desc, claim_id) as state_date,
        min(version_no) as first_version_no,
        min(known_from) as known_from,
        first(superseded_at order by version_no desc) as known_to,
        first(superseded_recorded order by version_no desc) as recorded_to,
        first(known_basis order by version_no) as known_basis,
        first(is_untimed order by version_no) as is_untimed,
        min(said_on) as said_on,
        min(recorded_on) as recorded_from,
        max(confidence) as confidence,
        list_sort(list(distinct char_end) filter (where version_no = last_version_no)) as sentence_ends,
        first(claim_id order by version_no desc, confidence desc, since_date is null and state_date is null, zone = 'headline', claim_id) as best_claim_id
    from (select *, max(version_no) over (partition by statement_id, tie_id, run_no) as last_version_no from runs)
    group by statement_id, tie_id, run_no

),

-- A correction that speaks of the tie ends what the corrected article said of it until then; an edit that comes after it
-- speaks for itself.
corrections as (

    select
        tie_id,
        corrects_article_id as article_id,
        min(known_from) as corrected_at,
        min(recorded_from) as corrected_recorded
    from statements
    where is_correction
    group by tie_id, corrects_article_id

),

closed as (

    select
        statements.* exclude (first_version_no) replace (
            least(statements.known_to, corrections.corrected_at) as known_to,
            least(statements.recorded_to, corrections.corrected_recorded) as recorded_to
        )
    from statements
    left join corrections
        on
            statements.tie_id = corrections.tie_id
            and statements.article_id = corrections.article_id
            and (statements.first_version_no = 1 or statements.known_from < corrections.corrected_at)

),

-- The date that places a statement on the valid clock; an undated one stands on the day on which it was said, for comparing only.
placed as (

    select
        *,
        case
            when closes then coalesce(until_date, state_date)
            when status = 'active' then since_date
            else state_date
        end as state_began
    from closed

),

situated as (

    select
        *,
        case when not closes then until_date end as planned_end,
        coalesce(state_began.min, state_began.max, said_on) as position_min,
        coalesce(state_began.max, state_began.min, said_on) as position_max,
        case
            when status = 'announced' then state_date.min
            when status = 'active' and since_date.basis = 'announced' then since_date.min
        end as announced_on,
        is_untimed and state_began is null as is_floating,
        row_number() over (partition by tie_id order by known_from, statement_id) as statement_no,
        md5(placed::varchar) as content_hash
    from placed
    where known_to is null or known_to > known_from

)

-- What outlets say of a tie alike and on one day is one report, known from the first of them: the state of a tie told ten
-- thousand times is worked out from its reports.
select
    statement_id,
    tie_id,
    statement_no,
    first_value(statement_no) over (
        partition by
            tie_id, role, is_founder, status, closes, precedence, state_began, planned_end, announced_on, is_floating, said_on,
            known_to
        order by statement_no
        rows between unbounded preceding and current row
    ) as report_no,
    row_number() over (order by tie_id, statement_no) as row_no,
    dense_rank() over (order by tie_id) as tie_no,
    -- Numbers of the whole table, not of the tie: what is looked up by one of them is never compared tie by tie.
    -- First in precedence; of equal ones, the more precise date, then the later.
    row_number() over (
        order by tie_id, state_began is null, precedence, state_began.max - state_began.min, statement_no desc
    ) as date_rank,
    row_number() over (
        order by
            tie_id,
            precedence,
            list_position(['leader', 'observer', 'partner', 'member', 'prospective', 'former'], role),
            statement_no desc
    ) as role_rank,
    row_number() over (
        order by tie_id, planned_end is null, precedence, planned_end.max - planned_end.min, statement_no desc
    ) as end_rank,
    alliance_id,
    member_id,
    article_id,
    source_group_id,
    role,
    is_founder,
    status,
    closes,
    case
        when closes then 9
        else list_position(['proposed', 'under_discussion', 'announced', 'active', 'renegotiated', 'suspended'], status)
    end as stage,
    precedence,
    state_began,
    planned_end,
    position_min,
    position_max,
    announced_on,
    known_from,
    known_to,
    known_basis,
    is_floating,
    said_on,
    recorded_from,
    recorded_to,
    confidence,
    sentence_ends,
    best_claim_id,
    content_hash
from situated
