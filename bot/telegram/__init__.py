"""The edge to Telegram: receive, convert, send. With bot/app.py the only code that knows python-telegram-bot."""

import os

os.environ.setdefault(
    "PTB_TIMEDELTA", "true"
)  # its errors then carry durations as timedelta, without a warning
