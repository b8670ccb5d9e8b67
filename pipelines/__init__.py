"""Entente: from raw news HTML to who belongs to which alliance, and what happened."""
