{{ config(enabled=var('is_sample')) }}
-- What data/sample/README.md says that its pages answer: who was in AI 원팀 on a day, as known on a day, and in which state.
-- Who was surely in that state is all that is listed; of those who possibly were, the one is asked for of whom only the year
-- is told. A part of the sample does not hold all the answers.
with

history as (

    select * from {{ ref('membership_history') }}

),

days_read as (

    select count(distinct capture_date) as n_days from {{ ref('stg_articles') }}

),

questions as (

    select *
    from (
        values
            ('AI 원팀', 'active', date '2020-03-01', date '9999-12-30'),
            ('AI 원팀', 'active', date '2020-07-01', date '9999-12-30'),
            ('AI 원팀', 'active', date '2020-07-01', date '2020-05-30'),
            ('KT·LG유플러스·LG전자', 'under_discussion', date '2020-05-25', date '2020-05-30')
    ) as asked (alliance_name, status, valid_on, known_on)

),

expected as (

    select
        alliance_name,
        valid_on,
        known_on,
        unnest(members) as member_name,
        certainty
    from (
        values
            (
                'AI 원팀', date '2020-03-01', date '9999-12-30',
                ['KT', '현대중공업그룹', 'KAIST', '한양대학교', 'ETRI'], 'certain'
            ),
            (
                'AI 원팀', date '2020-07-01', date '9999-12-30',
                ['KT', '현대중공업그룹', 'KAIST', '한양대학교', 'ETRI', 'LG전자', 'LG유플러스'], 'certain'
            ),
            ('AI 원팀', date '2020-07-01', date '9999-12-30', ['한국투자증권'], 'possible'),
            -- Who leaves is not known beforehand, and who enters neither.
            (
                'AI 원팀', date '2020-07-01', date '2020-05-30',
                ['KT', '현대중공업그룹', 'KAIST', '한양대학교', 'ETRI'], 'possible'
            ),
            ('KT·LG유플러스·LG전자', date '2020-05-25', date '2020-05-30', ['KT', 'LG유플러스', 'LG전자'], 'certain')
    ) as answers (alliance_name, valid_on, known_on, members, certainty)

),

found as (

    select
        questions.alliance_name,
        questions.valid_on,
        questions.known_on,
        history.member_name,
        case
            when questions.valid_on >= history.certain_from and questions.valid_on < history.certain_until then 'certain'
            else 'possible'
        end as certainty
    from questions
    inner join history
        on
            questions.alliance_name = history.alliance_name
            and questions.status = history.status
            and questions.valid_on >= history.possible_from
            and questions.valid_on < history.possible_until
            and questions.known_on >= history.known_from_on
            and questions.known_on < history.known_until_on

),

wrong as (

    (from expected except from found)

    union all

    (from (select * from found where certainty = 'certain') except from expected)

)

select wrong.*
from wrong
cross join days_read
where days_read.n_days >= 5
