"""Lines that news agencies put under their stories, wherever these are shown. Data only."""

from __future__ import annotations

# Seen under stories of Yonhap and Yonhap TV in their own pages and in portals', 2023 to 2026.
SIGN_OFF = (
    r"\(끝\)",
    r"[▶☞]?\s*제보는? .{0,40}",
    r".{0,20}기사\s*문의 및 제보\s*[:：].{0,40}",
)
