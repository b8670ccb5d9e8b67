with

modalities as (

    select * from {{ ref('int_event_modalities') }}

),

events as (

    select * from {{ ref('int_events') }}

)

select
    modalities.event_id,
    modalities.modality,
    modalities.known_from,
    modalities.known_to,
    modalities.known_basis,
    modalities.recorded_from,
    modalities.claim_id
from modalities
inner join events on modalities.event_id = events.event_id
order by modalities.event_id, modalities.known_from
