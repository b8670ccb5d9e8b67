"""What the tables are: one declaration each, from which schemas, expectations, dbt YAML and the data dictionary come."""
