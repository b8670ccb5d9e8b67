with

claims as (

    select * from {{ ref('stg_relation_claims') }}

),

versions as (

    select * from {{ ref('int_article_versions') }}

),

structures as (

    select * from {{ ref('int_structures') }}

),

dated as (

    select
        claims.*,
        {{ date_struct('claims.date') }} as held_from,
        versions.article_id as said_in,
        versions.source_group_id,
        versions.said_on,
        versions.superseded_at is null as stands,
        {{ precedence('versions.corrects_article_id is not null', 'false', 'claims.attribution') }} as precedence
    from claims
    inner join versions on claims.version_id = versions.version_id

),

said as (

    select
        subject_id,
        relation,
        object_id,
        first(held_from order by held_from is null, not stands, precedence, held_from.max - held_from.min, said_on desc, claim_id) as held_from,
        count(distinct said_in) filter (where stands) as n_articles,
        count(distinct source_group_id) filter (where stands) as n_independent_sources,
        min(said_on) as first_reported_on,
        first(claim_id order by not stands, precedence, confidence desc, claim_id) as best_claim_id
    from dated
    group by subject_id, relation, object_id
    -- What no article says any more is said no more.
    having n_articles > 0

),

-- A nameless pairing whose members all belong to a larger one is a subset of it.
pairings as (

    select
        structure_id,
        member_ids,
        unnest(member_ids) as member_id
    from structures
    where entity_type = 'pairing'

),

derived as (

    select distinct
        smaller.structure_id as subject_id,
        'subset_of' as relation,
        larger.structure_id as object_id
    from pairings as smaller
    inner join pairings as larger on smaller.member_id = larger.member_id
    where
        len(smaller.member_ids) < len(larger.member_ids)
        and list_has_all(larger.member_ids, smaller.member_ids)

),

related as (

    select
        coalesce(said.subject_id, derived.subject_id) as subject_id,
        coalesce(said.relation, derived.relation) as relation,
        coalesce(said.object_id, derived.object_id) as object_id,
        said.subject_id is null as is_derived,
        said.held_from,
        coalesce(said.n_articles, 0) as n_articles,
        coalesce(said.n_independent_sources, 0) as n_independent_sources,
        said.first_reported_on,
        said.best_claim_id
    from said
    full outer join derived
        on
            said.subject_id = derived.subject_id
            and said.relation = derived.relation
            and said.object_id = derived.object_id

)

select
    related.subject_id,
    related.relation,
    related.object_id,
    subjects.name as subject_name,
    objects.name as object_name,
    related.is_derived,
    related.held_from.value as valid_from,
    related.held_from.precision as valid_from_precision,
    related.held_from.edge as valid_from_edge,
    related.held_from.basis as valid_from_basis,
    related.held_from.min as valid_from_min,
    related.held_from.max as valid_from_max,
    related.n_articles,
    related.n_independent_sources,
    related.first_reported_on,
    related.best_claim_id
from related
left join structures as subjects on related.subject_id = subjects.structure_id
left join structures as objects on related.object_id = objects.structure_id
order by related.subject_id, related.relation, related.object_id
