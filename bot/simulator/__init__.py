"""A local stand-in for Telegram: it answers as the Bot API does, and shows the chat on a page.

`handslag demo` uses it to try the bot without a token, the test-suite as its one fake Telegram. It stands alone:
it imports neither crm nor the rest of bot, nor `telegram`. Only HTML is understood as parse_mode.

    from bot.simulator.world import World
    from bot.simulator.running import serve

    world = World()                       # World(token=…, username=…, first_update_id=…, now=time.time)
    rep = world.add_user("Rosa Rep", "de", "rosa")
    with serve(world) as telegram:        # serve(world, port=0) -> Running(url, port, base_url, base_file_url)
        …                                 # TELEGRAM_API_URL=telegram.url, TELEGRAM_BOT_TOKEN=world.token
        asked = rep.says("klaus berger bosch hot")
        card = rep.waits_for("Klaus Berger", after=asked)
        tap = rep.taps(card, "Note")
        world.wait_for(lambda: tap.answer is not None)

`python -m bot.simulator PORT` runs it in a process of its own; POST /simulator/raw {"updates": […]} and
GET /simulator/calls then stand for push_raw and calls. The chat page is at /simulator/.

World, all of it callable from any thread
    add_user(name, language_code="en", username=None, *, user_id=None, started=True, note="") -> Person
    add_group(title, members=(), *, supergroup=False) -> Group
    chat(chat_id) -> Chat                 messages(chat_id) -> list[Message]  (not the deleted ones)
    people, groups, chats                 dicts by id
    push_raw(update: dict) -> update_id   any JSON as an update      updates.next_id = 5  (ids may jump)
    clock() -> datetime, timestamp()      skip(seconds)   on_skip(callback(seconds))
    wait_for(predicate, timeout=10) -> its value; TimeoutError; no polling (async tests: asyncio.to_thread)
    polls                                 how many long polls wait: wait_for(lambda: world.polls) = the bot is up
    log: deque[Call(at, method, arguments, status, answer)]     calls(method) -> list[Call]
    fail_next(method, status, description, parameters=None, times=1, chat_id=None)     method "*": any
    hang_after_accept(method="sendMessage", times=1, *, keep_open=False)   stored, but never answered:
        the connection is dropped, or held open (`held` counts) until release_held() or the client is killed
    go_away(seconds=None, how="refused" | "502")    come_back()
    rate_limit = RateLimit(overall=30, per_chat=1, burst=4, group_per_minute=20)     None: no limits (default)
    tap_lifetime (seconds), webhook_retry_seconds, reads_all_group_messages, profile.commands_for(language)

Person
    says(text, reply_to=None, date=None, chat=None)    starts(payload="")    follows("https://t.me/<bot>?start=…")
    edits(message, text)    taps(message, text_or_data) -> Tap(id, data, answer)    forges_tap(message, data)
    sends_document(bytes, name, mime_type=None, caption=…, media_group_id=…)    sends_photo(bytes, caption=…)
    sends_contact(phone_number, first_name, last_name="", vcard="", user_id=None)    sends_voice(bytes, duration)
    sends_location(latitude, longitude)    sends_sticker(emoji)    sends_poll(question, options)    sends_dice()
    sends({fields of Message})             blocks_bot()    unblocks_bot()
    id, name, messages, answers            waits_for(words="", *, after=None, timeout=10) -> newest Message

Group: becomes_supergroup() -> Group, removes_bot(), messages, members; people write there with says(…, chat=group)

Message: id, chat_id, date, text, from_bot, edited, deleted, silent, force_reply, reply_to (id), rows, buttons, labels,
    button(text_or_data) -> Button(text, data, url), payload (the Bot API's JSON)
"""
