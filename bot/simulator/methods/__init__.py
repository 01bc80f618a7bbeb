"""The methods of the Bot API that the simulator answers, by lower-case name.

A method is a plain function of the world and the arguments; it runs under the world's lock and returns the result, or
raises an ApiError. getUpdates, the one that waits, lives in `bot.simulator.polling`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bot.simulator.arguments import Arguments
from bot.simulator.methods import about, editing, sending

if TYPE_CHECKING:
    from bot.simulator.world import World

Method = Callable[["World", Arguments], Any]

METHODS: dict[str, Method] = {
    name.lower(): method
    for name, method in {
        "getMe": about.get_me,
        "getChat": about.get_chat,
        "leaveChat": about.leave_chat,
        "getFile": about.get_file,
        "setMyCommands": about.set_my_commands,
        "getMyCommands": about.get_my_commands,
        "deleteMyCommands": about.delete_my_commands,
        "setMyName": about.setter_of("name"),
        "getMyName": about.getter_of("name"),
        "setMyDescription": about.setter_of("description"),
        "getMyDescription": about.getter_of("description"),
        "setMyShortDescription": about.setter_of("short_description"),
        "getMyShortDescription": about.getter_of("short_description"),
        "setChatMenuButton": about.set_chat_menu_button,
        "setWebhook": about.set_webhook,
        "deleteWebhook": about.delete_webhook,
        "getWebhookInfo": about.get_webhook_info,
        "sendMessage": sending.send_message,
        "sendDocument": sending.send_document,
        "sendPhoto": sending.send_photo,
        "sendVoice": sending.sender_of("voice"),
        "sendAudio": sending.sender_of("audio"),
        "sendContact": sending.send_contact,
        "sendChatAction": sending.send_chat_action,
        "editMessageText": editing.edit_message_text,
        "editMessageCaption": editing.edit_message_caption,
        "editMessageReplyMarkup": editing.edit_message_reply_markup,
        "deleteMessage": editing.delete_message,
        "answerCallbackQuery": editing.answer_callback_query,
    }.items()
}

# The methods that Telegram's limits on messages count.
LIMITED = frozenset(
    {"sendmessage", "senddocument", "sendphoto", "sendvoice", "sendaudio", "sendcontact", "editmessagetext"}
)
