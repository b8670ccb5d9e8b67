with

claims as (

    select * from {{ ref('stg_event_claims') }}

),

participants as (

    select * from {{ ref('stg_event_claim_participants') }}

),

statements as (

    select * from {{ ref('int_event_statements') }}
    where known_to is null

),

clusters as (

    select * from {{ ref('int_event_clusters') }}

)

select
    clusters.event_id,
    participants.entity_id,
    participants.role,
    first(participants.acts_for_id order by participants.acts_for_id is null, statements.precedence, participants.claim_id) as acts_for_id,
    first(participants.share_pct order by participants.share_pct is null, statements.precedence, participants.claim_id) as share_pct,
    count(distinct statements.article_id) as n_articles
from participants
inner join claims on participants.claim_id = claims.claim_id
inner join statements on claims.statement_id = statements.statement_id
inner join clusters on statements.statement_id = clusters.statement_id
group by clusters.event_id, participants.entity_id, participants.role
