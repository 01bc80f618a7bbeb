"""The simulator against the published Bot API: aiogram's models are generated from its documentation."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import aiogram.methods
import pytest
import telegram
from aiogram.methods.base import TelegramMethod
from aiogram.types import Update
from pydantic import BaseModel, TypeAdapter
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters

from bot.simulator.methods import METHODS
from bot.simulator.people import Person
from bot.simulator.world import World
from tests.simulator.pictures import png

KEYS = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Log", callback_data="v1:log"), InlineKeyboardButton("Web", url="https://x.de")]]
)
Call = Callable[[telegram.Bot, Person], Awaitable[Any]]


async def answer_a_tap(bot: telegram.Bot, rosa: Person) -> None:
    await bot.send_message(rosa.id, "x", reply_markup=KEYS)
    await bot.answer_callback_query(rosa.taps(rosa.answers[-1], "Log").id, "done", show_alert=True)


async def download(bot: telegram.Bot, rosa: Person) -> None:
    sent = rosa.sends_document(b"hello", "a.txt", caption="a file")
    file = await bot.get_file(sent.payload["document"]["file_id"])
    assert bytes(await file.download_as_bytearray()) == b"hello"


async def reply_with_quote(bot: telegram.Bot, rosa: Person) -> None:
    asked = rosa.says("call Klaus Berger")
    reply = ReplyParameters(asked.id, quote="Klaus", allow_sending_without_reply=True)
    await bot.send_message(
        rosa.id,
        "<b>Klaus</b> www.x.de",
        "HTML",
        reply_parameters=reply,
        reply_markup=KEYS,
        disable_notification=True,
    )


async def edit(bot: telegram.Bot, rosa: Person) -> None:
    sent = await bot.send_message(rosa.id, "x")
    await sent.edit_text("<i>y</i>", "HTML", reply_markup=KEYS)


async def edit_caption(bot: telegram.Bot, rosa: Person) -> None:
    sent = await bot.send_document(rosa.id, b"x", filename="x.txt")
    await sent.edit_caption("<b>below</b>", parse_mode="HTML")


async def edit_keys(bot: telegram.Bot, rosa: Person) -> None:
    sent = await bot.send_message(rosa.id, "x")
    await sent.edit_reply_markup(KEYS)


async def delete(bot: telegram.Bot, rosa: Person) -> None:
    await (await bot.send_message(rosa.id, "x")).delete()


async def leave(bot: telegram.Bot, rosa: Person) -> None:
    await bot.leave_chat(rosa.world.add_group("Sales", [rosa]).id)


def spoken(rosa: Person) -> str:
    """The file id of a voice message that she sent."""
    return str(rosa.sends_voice(b"OggS").payload["voice"]["file_id"])


CALLS: dict[str, Call] = {
    "getMe": lambda bot, _: bot.get_me(),
    "getUpdates": lambda bot, _: bot.get_updates(offset=1, limit=5, timeout=0, allowed_updates=["message"]),
    "getChat": lambda bot, rosa: bot.get_chat(rosa.id),
    "leaveChat": leave,
    "getFile": download,
    "setMyCommands": lambda bot, _: bot.set_my_commands([("help", "Help")], language_code="nl"),
    "getMyCommands": lambda bot, _: bot.get_my_commands(telegram.BotCommandScopeAllPrivateChats(), "nl"),
    "deleteMyCommands": lambda bot, _: bot.delete_my_commands(language_code="nl"),
    "setMyName": lambda bot, _: bot.set_my_name("Handslag"),
    "getMyName": lambda bot, _: bot.get_my_name(),
    "setMyDescription": lambda bot, _: bot.set_my_description("What it does", "en"),
    "getMyDescription": lambda bot, _: bot.get_my_description("en"),
    "setMyShortDescription": lambda bot, _: bot.set_my_short_description("Short"),
    "getMyShortDescription": lambda bot, _: bot.get_my_short_description(),
    "setChatMenuButton": lambda bot, _: bot.set_chat_menu_button(menu_button=telegram.MenuButtonCommands()),
    "setWebhook": lambda bot, _: bot.set_webhook(
        "https://127.0.0.1:9/x", secret_token="s", allowed_updates=["message"], drop_pending_updates=True
    ),
    "deleteWebhook": lambda bot, _: bot.delete_webhook(drop_pending_updates=True),
    "getWebhookInfo": lambda bot, _: bot.get_webhook_info(),
    "sendMessage": reply_with_quote,
    "sendDocument": lambda bot, rosa: bot.send_document(
        rosa.id, b"x", "<b>list</b>", parse_mode="HTML", filename="l.csv", reply_markup=KEYS
    ),
    "sendPhoto": lambda bot, rosa: bot.send_photo(rosa.id, png(), "a card"),
    "sendVoice": lambda bot, rosa: bot.send_voice(rosa.id, spoken(rosa), "<b>said</b>", parse_mode="HTML"),
    "sendAudio": lambda bot, rosa: bot.send_audio(rosa.id, spoken(rosa)),
    "sendContact": lambda bot, rosa: bot.send_contact(
        rosa.id, "+3120123", "Jan", "Smit", vcard="BEGIN:VCARD"
    ),
    "sendChatAction": lambda bot, rosa: bot.send_chat_action(rosa.id, "typing"),
    "editMessageText": edit,
    "editMessageCaption": edit_caption,
    "editMessageReplyMarkup": edit_keys,
    "deleteMessage": delete,
    "answerCallbackQuery": answer_a_tap,
}


def published(name: str) -> type[TelegramMethod[Any]]:
    method: type[TelegramMethod[Any]] = getattr(aiogram.methods, name[0].upper() + name[1:])
    return method


def unknown_fields(value: Any) -> Iterable[str]:
    """Fields of a validated answer that the published schema does not have."""
    if isinstance(value, BaseModel):
        yield from (f"{type(value).__name__}.{name}" for name in value.model_extra or ())
        for name in type(value).model_fields:
            yield from unknown_fields(getattr(value, name))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from unknown_fields(item)


def test_every_method_that_is_answered_is_checked_here() -> None:
    assert {name.lower() for name in CALLS} == {*METHODS, "getupdates"}


@pytest.mark.parametrize("name", CALLS)
async def test_a_method_takes_what_the_client_sends_and_answers_by_the_schema(
    name: str, bot: telegram.Bot, rosa: Person
) -> None:
    await CALLS[name](bot, rosa)
    call = rosa.world.calls(name)[-1]
    method = published(name)
    assert call.status == 200
    assert set(call.arguments) <= {*method.model_fields, *_FILE_PARTS}
    answer = TypeAdapter(method.__returning__).validate_python(call.answer, strict=False)
    assert list(unknown_fields(answer)) == []


_FILE_PARTS = {"attached0", "attached1"}

DEEDS: dict[str, Callable[[Person], Any]] = {
    "text": lambda rosa: rosa.says("/start x, see www.x.de", date=1_790_000_000),
    "reply": lambda rosa: rosa.says("and this", reply_to=rosa.says("first")),
    "edit": lambda rosa: rosa.edits(rosa.says("typo"), "no typo"),
    "edited caption": lambda rosa: rosa.edits(rosa.sends_photo(png(), caption="a"), "b"),
    "document": lambda rosa: rosa.sends_document(b"x", "x.pdf", caption="see +49 40 2345678"),
    "album": lambda rosa: rosa.sends_photo(png(200, 100), media_group_id="7"),
    "contact": lambda rosa: rosa.sends_contact("+3120", "Jan", "Smit", "BEGIN:VCARD", 5),
    "location": lambda rosa: rosa.sends_location(52.1, 4.3),
    "sticker": lambda rosa: rosa.sends_sticker(),
    "poll": lambda rosa: rosa.sends_poll("Which?", ["a", "b"]),
    "dice": lambda rosa: rosa.sends_dice(),
    "voice": lambda rosa: rosa.sends_voice(b"OggS"),
    "block": lambda rosa: rosa.blocks_bot(),
    "group": lambda rosa: rosa.says("/help", chat=rosa.world.add_group("Sales", [rosa])),
    "migration": lambda rosa: rosa.world.add_group("Sales", [rosa]).becomes_supergroup(),
    "removal": lambda rosa: rosa.world.add_group("Sales", [rosa]).removes_bot(),
    "forged tap": lambda rosa: rosa.forges_tap(rosa.says("x"), "v1:forged"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_an_update_is_valid_by_the_schema(deed: str, rosa: Person) -> None:
    DEEDS[deed](rosa)
    updates = list(rosa.world.updates)
    assert updates
    for update in updates:
        validated = Update.model_validate(update)
        assert validated.event_type in update
        assert list(unknown_fields(validated)) == []


def test_the_client_library_reads_every_update_without_leftovers(world: World, rosa: Person) -> None:
    for deed in DEEDS.values():
        deed(rosa)
        if rosa.chat.bot_status == "kicked":
            rosa.unblocks_bot()
    for raw in world.updates:
        update = telegram.Update.de_json(raw, None)
        assert update.update_id == raw["update_id"]
        assert not update.api_kwargs
