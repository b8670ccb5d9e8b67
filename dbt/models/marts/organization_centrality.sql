with

centrality as (

    select * from {{ ref('int_centrality') }}

),

structures as (

    select * from {{ ref('int_structures') }}

)

select
    centrality.member_id,
    coalesce(structures.name, centrality.member_id) as member_name,
    centrality.n_partners,
    centrality.strength,
    centrality.betweenness,
    centrality.core_number,
    centrality.component_no,
    centrality.component_size
from centrality
left join structures on centrality.member_id = structures.structure_id
order by centrality.member_id
