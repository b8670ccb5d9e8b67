"""One small file for each portal or publisher; ADAPTERS lists them in the order in which they are asked."""

from pipelines.articles.publishers import daum, naver, zum
from pipelines.articles.publishers.adapter import Adapter

ADAPTERS: tuple[Adapter, ...] = (zum.ADAPTER, naver.ADAPTER, daum.ADAPTER)

__all__ = ["ADAPTERS", "Adapter"]
