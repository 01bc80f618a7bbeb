// Puts the page together: the live stream in, what the person does out.

import { act } from "./api.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { alertBox, byId, toast } from "./dialogs.js";
import { Side, whoOpens } from "./people.js";

const TAP_PATIENCE = 8000;
const ACTION_SECONDS = 5;

let state = { people: [], bot: {}, commands: [], action: null, ahead: 0 };
let current = 0;
let stream = null;
const seen = new Map();
const unread = new Map();
const waiting = new Map();

const chat = new Chat({ tap, reply: (message) => composer.reply(message), show: (id) => chat.show(id), link });
const composer = new Composer(() => current, () => chat.newestOwn());
const side = new Side(choose);

/** Chat as this person from now on. */
function choose(person) {
  if (person === current) return;
  current = person;
  localStorage.setItem("person", String(person));
  composer.reset();
  connect();
}

function connect() {
  stream?.close();
  chat.clear();
  let first = true;
  stream = new EventSource(`events?person=${current}`);
  stream.onopen = () => {
    first = true;
  };
  stream.addEventListener("state", (event) => showState(JSON.parse(event.data)));
  stream.addEventListener("messages", (event) => {
    const messages = JSON.parse(event.data);
    if (first) chat.clear();
    chat.update(messages, first);
    if (!first) answerIfAsked(messages);
    first = false;
    showFoot();
  });
  stream.addEventListener("tap", (event) => showAnswer(JSON.parse(event.data)));
  stream.onerror = () => {
    byId("bot-status").textContent = "the simulator is not running";
  };
}

function showState(fresh) {
  state = fresh;
  if (!state.people.some((person) => person.id === current)) {
    const before = state.people.find((person) => String(person.id) === localStorage.getItem("person"));
    const person = before ?? state.people[0];
    if (person) choose(person.id);
  }
  countUnread();
  byId("bot-name").textContent = state.bot.name;
  composer.commands = state.commands;
  side.update(state, current, unread);
  showAction();
  showFoot();
}

function countUnread() {
  for (const { id, last } of state.people) {
    const known = seen.get(id);
    if (id === current || known === undefined) unread.delete(id);
    else if (last && last.bot && last.id > known) unread.set(id, (unread.get(id) ?? 0) + 1);
    seen.set(id, last?.id ?? 0);
  }
}

function showAction() {
  const ago = state.action ? Date.now() / 1000 + state.ahead - state.action.at : Infinity;
  const busy = ago < ACTION_SECONDS;
  byId("bot-status").textContent = busy ? "is typing…" : "simulator, not Telegram";
  if (busy) setTimeout(showAction, (ACTION_SECONDS - ago) * 1000 + 50);
}

function showFoot() {
  const me = state.people.find((person) => person.id === current);
  const empty = chat.messages.size === 0;
  byId("blocked").hidden = !me?.blocked;
  byId("about").textContent = state.description || `${me?.name ?? "Nobody"} has not written to the bot yet.`;
  byId("about").hidden = !empty;
  byId("start").hidden = Boolean(me?.blocked) || !empty;
  byId("composer").hidden = Boolean(me?.blocked) || empty;
}

function answerIfAsked(messages) {
  const asking = messages.findLast((message) => message.force_reply && !message.deleted);
  if (asking) composer.reply(asking, asking.force_reply.input_field_placeholder);
}

async function tap(message, key, button) {
  button.classList.add("waiting");
  const answer = await act("tap", { person: current, message: message.id, data: key.callback_data ?? key.text });
  if (!answer) {
    button.classList.remove("waiting");
    return;
  }
  waiting.set(answer.tap, button);
  setTimeout(() => button.classList.remove("waiting"), TAP_PATIENCE);
}

function showAnswer({ tap: id, text, show_alert }) {
  waiting.get(id)?.classList.remove("waiting");
  waiting.delete(id);
  if (!text) return;
  if (show_alert) alertBox(text);
  else toast(text);
}

/** Deal with a tapped link or command; true where the browser has nothing left to do. */
function link({ url, command }) {
  if (command) {
    act("say", { person: current, text: command });
    return true;
  }
  const ours = new RegExp(`^https?://t\\.me/${state.bot.username}(\\?start=[\\w-]*)?$`);
  if (!ours.test(url)) return false;
  whoOpens(state.people, current, async (person) => {
    choose(person);
    await act("open", { person, link: url });
  });
  return true;
}

byId("start").onclick = () => act("say", { person: current, text: "/start" });
connect();
