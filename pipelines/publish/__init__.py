"""The marts as readers get them: one read-only DuckDB file and a folder of Parquet, each swapped in whole."""

from pipelines.publish.marts import PublishReport, publish_database, publish_marts, publish_parquet
from pipelines.publish.warehouse import PublishError

__all__ = ["PublishError", "PublishReport", "publish_database", "publish_marts", "publish_parquet"]
