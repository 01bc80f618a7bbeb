"""Pictures for a phone, drawn from plain data: no session, no Telegram."""
