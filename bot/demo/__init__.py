"""`handslag demo`: the application as it is, a simulated Telegram with a chat page, and a small sales team to play."""

from bot.demo.show import run as run
