"""How Handslag talks: Telegram at the edge, turns and conversations inside."""
