"""The marts as readers get them: a read-only DuckDB file, a folder of Parquet, PostgreSQL; each swapped in whole."""

from pipelines.publish.build import Build, build_of
from pipelines.publish.marts import PublishReport, publish_database, publish_marts, publish_parquet
from pipelines.publish.warehouse import PublishError

__all__ = ["Build", "PublishError", "PublishReport", "build_of", "publish_database", "publish_marts", "publish_parquet"]
