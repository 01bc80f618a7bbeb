"""The edge to Telegram: receive, convert, send. With bot/app.py the only code that knows python-telegram-bot."""
