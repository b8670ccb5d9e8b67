with

days as (

    select unnest(generate_series(date '{{ var("date_start") }}', date '{{ var("date_end") }}', interval 1 day))::date as date_day

)

select
    date_day,
    year(date_day)::integer as year,
    (case when month(date_day) <= 6 then 1 else 2 end)::integer as half,
    quarter(date_day)::integer as quarter,
    month(date_day)::integer as month,
    day(date_day)::integer as day_of_month,
    isoyear(date_day)::integer as iso_year,
    week(date_day)::integer as iso_week,
    isodow(date_day)::integer as iso_weekday,
    ['월', '화', '수', '목', '금', '토', '일'][isodow(date_day)] as weekday_ko,
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][isodow(date_day)] as weekday_en,
    strftime(date_day, '%Y-%m') as year_month
from days
order by date_day
