"""The chat page in headless Chromium, with a small scripted bot on the other side."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bot.simulator.people import Person
from bot.simulator.running import serve
from bot.simulator.world import World
from tests.simulator.pictures import png
from tests.simulator.scripted_bot import scripted_bot

CHROMIUM = shutil.which("chromium")
OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
PATIENCE_MS = 20_000

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None, reason="the chat page was NOT tested: there is no `chromium` on this machine"
    ),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield chromium
        chromium.close()


@dataclass
class Screen:
    """The page on a phone, and the world behind it."""

    page: Page
    world: World
    rosa: Person
    max: Person
    sam: Person

    @property
    def chat(self) -> Locator:
        return self.page.get_by_role("log", name="Messages")

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).last.click()

    def write(self, text: str) -> None:
        self.page.get_by_label("Message", exact=True).fill(text)
        self.press("Send")

    def turns_to(self, person: Person) -> None:
        """Chat as somebody else."""
        self.press("Chat as somebody else")
        self.page.locator("#people").get_by_role("button", name=person.name).click()

    def shows(self, text: str) -> None:
        expect(self.chat.get_by_text(text).last).to_be_visible()


@pytest.fixture
def screen(browser: Browser, world: World) -> Iterator[Screen]:
    rosa = world.add_user("Rosa Rep", "en", note="rep")
    others = world.add_user("Max Meyer", "de", note="manager"), world.add_user("Sam", "nl", started=False)
    rosa.says("hello")
    context = browser.new_context(viewport=PHONE, has_touch=True, color_scheme="light")
    context.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    with serve(world) as running, scripted_bot(running):
        page.goto(running.url)
        showing = Screen(page, world, rosa, *others)
        showing.shows("Germany?")
        yield showing
        context.close()
    assert problems == []


def test_the_page_says_that_it_is_a_simulator(screen: Screen) -> None:
    expect(screen.page).to_have_title("Handslag simulator")
    expect(screen.page.get_by_text("simulator, not Telegram")).to_be_visible()


def test_a_message_is_sent_and_its_answer_comes_live(screen: Screen) -> None:
    screen.write("klaus berger bosch")
    screen.shows("klaus berger bosch")
    card = screen.rosa.waits_for("klaus berger bosch")
    expect(screen.chat.locator(f"[data-id='{card.id}'] strong").first).to_have_text("Rosa")
    expect(screen.chat.locator(f"[data-id='{card.id}'] code")).to_have_text("+49 40 2345678")


def test_a_tapped_button_gets_a_notice_an_alert_or_an_edit(screen: Screen) -> None:
    screen.press("Log")
    expect(screen.page.get_by_role("status").get_by_text("You chose Log")).to_be_visible()
    screen.press("When")
    expect(screen.page.get_by_role("dialog").get_by_text("You chose When")).to_be_visible()
    screen.press("OK")
    screen.press("Undo")
    expect(screen.chat.locator("em", has_text="Undone")).to_be_visible()
    expect(screen.chat.get_by_text("edited")).to_be_visible()
    expect(screen.chat.get_by_role("button", name="Undo")).to_have_count(0)


def test_a_tapped_message_is_answered(screen: Screen) -> None:
    screen.chat.get_by_text("Germany?").click()
    expect(screen.page.get_by_text("Reply to the bot")).to_be_visible()
    screen.write("not Germany")
    screen.world.wait_for(lambda: screen.rosa.messages[-2].text == "not Germany")
    assert screen.rosa.messages[-2].reply_to == screen.rosa.answers[0].id


def test_an_own_message_is_edited(screen: Screen) -> None:
    screen.chat.get_by_text("hello", exact=True).first.click()
    screen.press("Edit it")
    screen.write("good morning")
    screen.shows("good morning")
    assert screen.rosa.messages[0].text == "good morning"
    assert (
        any("edited_message" in update for update in screen.world.updates) or screen.rosa.messages[0].edited
    )


def test_the_keyboard_alone_will_do(screen: Screen) -> None:
    field = screen.page.get_by_label("Message", exact=True)
    field.press("ArrowUp")
    expect(field).to_have_value("hello")
    field.press("Escape")
    expect(field).to_have_value("")
    screen.chat.locator(".bubble").first.focus()
    screen.page.keyboard.press("Enter")
    expect(screen.page.get_by_text("Reply to yourself")).to_be_visible()


def test_photos_documents_and_contact_cards_are_sent(screen: Screen) -> None:
    page = screen.page
    page.get_by_label("Message", exact=True).fill("his card")
    page.locator("#photo-file").set_input_files(
        {"name": "card.png", "mimeType": "image/png", "buffer": png(200, 100)}
    )
    picture = screen.chat.get_by_role("img", name="Photo: his card")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") == 200
    page.locator("#document-file").set_input_files(
        {"name": "prices.csv", "mimeType": "text/csv", "buffer": b"a;b"}
    )
    expect(screen.chat.get_by_role("link", name="prices.csv")).to_be_visible()
    screen.press("Attach")
    screen.press("Contact card")
    page.get_by_role("textbox", name="Phone").fill("+49 40 2345678")
    page.get_by_role("textbox", name="First name").fill("Klaus")
    page.get_by_role("dialog").get_by_role("button", name="Send").click()
    expect(screen.chat.get_by_text("Klaus", exact=True).first).to_be_visible()
    kinds = [
        next(k for k in ("photo", "document", "contact", "text") if k in m.payload)
        for m in screen.rosa.messages
    ]
    assert [kind for kind in kinds if kind != "text"] == ["photo", "document", "contact"]


def test_somebody_else_takes_over_and_new_messages_of_the_first_are_counted(screen: Screen) -> None:
    screen.turns_to(screen.max)
    expect(screen.page.get_by_text("Max Meyer has not written to the bot yet.")).to_be_visible()
    screen.press("Start")
    screen.shows("Welcome, friend")
    screen.rosa.says("from her own phone")
    screen.press("Chat as somebody else")
    expect(screen.page.get_by_label("1 new")).to_be_visible()


def test_an_invite_link_is_opened_by_whoever_should_have_it(screen: Screen) -> None:
    screen.write("/invite")
    screen.chat.get_by_role("link", name="t.me/handslag_demo_bot").click()
    dialog = screen.page.get_by_role("dialog", name="Who opens this link?")
    dialog.get_by_role("button", name="Sam").click()
    screen.shows("Welcome, invited")
    assert screen.sam.messages[0].text == "/start invited"


def test_a_new_person_can_be_made_up(screen: Screen) -> None:
    screen.press("Chat as somebody else")
    screen.press("Somebody new")
    screen.page.get_by_label("Name", exact=True).fill("Lotte Prins")
    screen.page.get_by_label("Language of their phone").select_option("nl")
    screen.press("Add")
    expect(screen.page.get_by_text("Lotte Prins has not written to the bot yet.")).to_be_visible()


def test_time_can_be_skipped_and_the_application_hears_of_it(screen: Screen) -> None:
    skipped: list[float] = []
    screen.world.on_skip(skipped.append)
    before = screen.world.clock()
    screen.press("Chat as somebody else")
    screen.press("Skip 1 day")
    expect(screen.page.get_by_role("status").get_by_text("It is now")).to_be_visible()
    assert skipped == [86_400]
    assert (screen.world.clock() - before).days == 1


def test_the_commands_are_shown_in_the_persons_language(screen: Screen) -> None:
    commands = screen.page.get_by_role("list", name="Commands")
    screen.press("Commands")
    expect(commands.get_by_role("button", name="/note Write a note")).to_be_visible()
    screen.page.get_by_label("Message", exact=True).fill("/inv")
    expect(commands.get_by_role("button")).to_have_count(1)
    screen.turns_to(screen.max)
    screen.press("Start")
    screen.press("Commands")
    expect(commands.get_by_role("button", name="/invite Jemanden einladen")).to_be_visible()


def test_a_question_of_the_bot_opens_the_reply_to_it(screen: Screen) -> None:
    screen.write("/note")
    expect(screen.page.get_by_text("Reply to the bot")).to_be_visible()
    expect(screen.page.locator("#context-quote")).to_have_text("Which note?")


def test_the_bot_can_be_blocked_and_unblocked(screen: Screen) -> None:
    screen.press("Chat as somebody else")
    screen.page.get_by_role("switch", name="Block the bot").click()
    screen.press("Close")
    expect(screen.page.get_by_text("You have blocked this bot.")).to_be_visible()
    assert screen.rosa.chat.bot_status == "kicked"
    screen.press("Unblock")
    expect(screen.page.get_by_label("Message", exact=True)).to_be_visible()


def test_silent_and_sounding_messages_differ(screen: Screen) -> None:
    expect(screen.chat.get_by_role("img", name="Came silently")).to_have_count(1)
    screen.write("/invite")
    expect(screen.chat.get_by_role("img", name="Came with a sound")).to_have_count(1)


def test_nothing_that_anybody_writes_becomes_markup_of_the_page(screen: Screen) -> None:
    hostile = "<img src=x onerror=alert(1)> <script>alert(2)</script> & \"'"
    dialogs: list[str] = []
    screen.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    screen.world.add_user("<b>Eve</b> <img src=x onerror=alert(3)>", note="<i>x</i>")
    screen.write(hostile)
    screen.rosa.waits_for("<img src=x")
    expect(screen.chat.get_by_text(hostile).first).to_be_visible()
    expect(screen.chat.locator("img, script")).to_have_count(0)
    expect(screen.page.locator("#people b, #people img, #people i")).to_have_count(0)
    assert dialogs == []


def test_the_page_fits_a_thumb_on_a_small_phone(screen: Screen) -> None:
    width = screen.page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]
    for button in screen.page.locator(".foot button:visible, .keys button:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 42, button.text_content()


def test_everything_that_can_be_pressed_or_filled_in_has_a_name(screen: Screen) -> None:
    nameless = screen.page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, textarea, a[href]")]
            .filter((e) => !(e.getAttribute("aria-label") || e.textContent.trim() || e.labels?.length))
            .map((e) => e.outerHTML)"""
    )
    assert nameless == []


def test_a_newer_message_is_announced_while_one_reads_older_ones(screen: Screen) -> None:
    for number in range(12):
        screen.rosa.says(f"lead {number}")
    screen.rosa.waits_for("lead 11")
    screen.shows("lead 11")
    screen.page.locator("#scroll").evaluate("element => { element.scrollTop = 0; }")
    screen.page.evaluate("() => new Promise(requestAnimationFrame)")
    with screen.world.changing():
        screen.world.post(screen.rosa.chat, screen.world.bot, {"text": "a reminder"})
    jump = screen.page.get_by_role("button", name="To the newest message")
    expect(jump).to_contain_text("1")
    jump.click()
    expect(screen.chat.get_by_text("a reminder")).to_be_in_viewport()
