"""Where an outlet keeps its headline, for outlets whose pages were seen to state different titles in different places.

Data only; titles.py is the engine, and its rules answer for every other outlet. An entry names a field of `Titles` and
the month of the page on which the places were seen to differ. Which of them is the headline is what flairNLP/fundus
labels as such on that page; nothing is taken from another of the outlet's pages.
"""

from __future__ import annotations

from collections.abc import Mapping

PLACES: Mapping[str, tuple[str, str]] = {
    "20min.ch": ("social", "2025-11"),
    "abendblatt.de": ("structured", "2025-11"),
    "braunschweiger-zeitung.de": ("structured", "2025-09"),
    "businessinsider.com": ("social", "2024-02"),
    "corriere.it": ("structured", "2025-02"),
    "euronews.com": ("social", "2024-04"),
    "express.co.uk": ("social", "2024-07"),
    "faz.net": ("social", "2023-04"),
    "inews.co.uk": ("structured", "2023-08"),
    "kleinezeitung.at": ("structured", "2025-06"),
    "mdr.de": ("printed", "2026-07"),
    "metro.co.uk": ("structured", "2024-11"),
    "morgenpost.de": ("structured", "2024-05"),
    "mz.de": ("structured", "2024-04"),
    "n-tv.de": ("social", "2025-12"),
    "nikkei.com": ("structured", "2025-01"),
    "nzz.ch": ("structured", "2024-07"),
    "rollingstone.com": ("meta", "2024-04"),
    "spiegel.de": ("social", "2023-04"),
    "standard.co.uk": ("social", "2024-05"),
    "stern.de": ("social", "2023-04"),
    "t-online.de": ("structured", "2026-01"),
    "tageblatt.lu": ("structured", "2026-01"),
    "tagesanzeiger.ch": ("social", "2026-05"),
    "telegraph.co.uk": ("social", "2023-08"),
    "thewest.com.au": ("structured", "2024-11"),
    "timesofindia.indiatimes.com": ("structured", "2026-04"),
    "waz.de": ("structured", "2025-11"),
    "zdfheute.de": ("social", "2025-11"),
}


def place_of(host: str) -> str | None:
    """The field of `Titles` that holds the headline on pages of a host or of one above it; None where none is known."""
    labels = host.split(".")
    hosts = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((PLACES[one][0] for one in hosts if one in PLACES), None)
