"""Whose page this is: the adapter by the page's host, else by a mark that only that site's pages carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from pipelines.articles.page import Page
from pipelines.articles.publishers.adapter import Adapter

# An archive's address holds the archived page's own.
ARCHIVED = re.compile(r"https?://web\.archive\.org/web/[^/]{4,30}/(https?:/{1,2}.{4,2000})")
# A host may be one of a site's many: m.example.co.kr, biz.news.example.com.
MOST_LABELS = 5


class Directory:
    """Adapters by host. Looking one up takes as long for a thousand sites as for one."""

    def __init__(self, adapters: Iterable[Adapter]) -> None:
        self.adapters = tuple(adapters)
        hosts: dict[str, Adapter] = {}
        for adapter in self.adapters:
            for host in adapter.hosts:
                if hosts.setdefault(host, adapter) is not adapter:
                    raise ValueError(f"{host} belongs to {hosts[host].name} and {adapter.name}")
        self.hosts: Mapping[str, Adapter] = hosts
        self._signed = tuple(adapter for adapter in self.adapters if adapter.signature)
        self._signatures = ", ".join(adapter.signature for adapter in self._signed)

    def adapter_of(self, page: Page) -> Adapter | None:
        """The adapter of the site that a page is from, or None where it is none of these sites."""
        labels = _host(page).split(".")
        for start in range(max(0, len(labels) - MOST_LABELS), len(labels) - 1):
            if adapter := self.hosts.get(".".join(labels[start:])):
                return adapter
        if not labels[0] and (adapter := next((one for one in self.adapters if one.knows and one.knows(page)), None)):
            return adapter
        # All of them are Korean: other pages are spared the search.
        if page.korean and self._signed and page.first(self._signatures) is not None:
            return next((one for one in self._signed if page.first(one.signature) is not None), None)
        return None


def _host(page: Page) -> str:
    archived = ARCHIVED.match(page.url or page.head.canonical or "")
    if not archived:
        return page.host
    try:
        return (urlsplit(archived[1]).hostname or "").lower()
    except ValueError:
        return ""
