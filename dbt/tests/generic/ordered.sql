{% test ordered(model, low, high) %}
select {{ low }}, {{ high }}
from {{ model }}
where {{ low }} > {{ high }}
{% endtest %}
