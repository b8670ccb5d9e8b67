"""Dagster's side of the line: assets, checks, partitions, resources, automation, runs. The only importer of dagster.

What a stage computes lives in the package that computes it; here stands when, over which days, and what is shown of it.
"""
