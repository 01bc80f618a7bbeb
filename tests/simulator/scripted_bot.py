"""A tiny bot that the page tests chat with: it greets, answers a text with a card, and lives up to its buttons."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from html import escape

import telegram
from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters

from bot.simulator.running import Running

CARD_KEYS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton(text, callback_data=text) for text in ("Edit", "Note", "Log", "When", "Undo")],
        [InlineKeyboardButton("It's NL", callback_data="nl")],
    ]
)


class ScriptedBot:
    """Answers updates one after the other."""

    def __init__(self, client: telegram.Bot) -> None:
        self.client = client

    async def introduce(self) -> None:
        """Tell Telegram its commands."""
        await self.client.set_my_commands([("invite", "Invite somebody"), ("note", "Write a note")])
        await self.client.set_my_commands([("invite", "Jemanden einladen")], language_code="de")

    async def run(self) -> None:
        offset = 0
        while True:
            for update in await self.client.get_updates(offset=offset, timeout=20):
                offset = update.update_id + 1
                if update.callback_query:
                    await self.tapped(update.callback_query)
                elif update.message:
                    await self.heard(update.message)

    async def heard(self, message: telegram.Message) -> None:
        chat, text = message.chat_id, message.text or message.caption or ""
        if text.startswith("/start"):
            await self.client.send_message(chat, f"Welcome, <b>{escape(text[7:] or 'friend')}</b>.", "HTML")
        elif text == "/invite":
            link = f"https://t.me/{self.client.username}?start=invited"
            await self.client.send_message(chat, f"Pass it on: {link}\nor https://example.com")
        elif text == "/note":
            await self.client.send_message(chat, "Which note?", reply_markup=ForceReply())
        else:
            card = f"🔥 <b>{escape(text[:60]) or 'Received'}</b>\n📞 <code>+49 40 2345678</code> (Germany?)"
            reply = ReplyParameters(message.message_id)
            await self.client.send_message(
                chat, card, "HTML", reply_parameters=reply, reply_markup=CARD_KEYS, disable_notification=True
            )

    async def tapped(self, query: telegram.CallbackQuery) -> None:
        assert isinstance(query.message, telegram.Message)
        if query.data == "Undo":
            await query.answer("Undone")
            await query.message.edit_text("<i>Undone</i>", "HTML")
        else:
            await query.answer(f"You chose {query.data}", show_alert=query.data == "When")


@contextmanager
def scripted_bot(running: Running) -> Iterator[None]:
    """Run the bot in a thread with a loop of its own."""
    loop = asyncio.new_event_loop()
    client = telegram.Bot(running.world.token, base_url=running.base_url)

    async def live() -> None:
        async with client:
            bot = ScriptedBot(client)
            await bot.introduce()
            await bot.run()

    task = loop.create_task(live())

    def run() -> None:
        with suppress(asyncio.CancelledError):
            loop.run_until_complete(task)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join()
        loop.close()
