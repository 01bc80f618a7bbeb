"""What the way of one message withstands: killed processes, absent databases, an absent Telegram."""
