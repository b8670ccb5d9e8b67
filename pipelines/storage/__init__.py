"""The lake on local disk: partitioned Parquet that is written whole or not at all."""

from pipelines.storage.errors import StorageError
from pipelines.storage.lake import Lake

__all__ = ["Lake", "StorageError"]
