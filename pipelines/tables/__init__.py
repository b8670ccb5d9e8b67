"""What the tables are: one declaration each, from which schemas, checks, dbt YAML and documentation come."""
