// One message as a bubble with its buttons.

import { el, icon } from "./dialogs.js";
import { rendered } from "./entities.js";

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" });

export const timeOf = (seconds) => TIME.format(new Date(seconds * 1000));
export const dayOf = (seconds) => DAY.format(new Date(seconds * 1000));

/** One line that stands for a message where it is quoted or listed. */
export function summary(payload) {
  if (payload.text || payload.caption) return payload.text ?? payload.caption;
  if (payload.photo) return "Photo";
  if (payload.document) return payload.document.file_name;
  if (payload.contact) return `${payload.contact.first_name} ${payload.contact.last_name ?? ""}`.trim();
  return "Message";
}

const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
const fileUrl = (file) => `file/${encodeURIComponent(file.file_id)}`;

function card(symbol, title, detail, link = {}) {
  const text = el("span", {}, el("strong", {}, title), el("span", {}, detail));
  return el(link.href ? "a" : "div", { className: "card", ...link }, el("span", { className: "disc" }, icon(symbol)), text);
}

function attached(payload) {
  if (payload.photo) {
    const alt = payload.caption ? `Photo: ${payload.caption}` : "Photo";
    return el("img", { className: "photo", src: fileUrl(payload.photo.at(-1)), alt });
  }
  if (payload.document) {
    const { file_name, file_size } = payload.document;
    return card("file", file_name, size(file_size), { href: fileUrl(payload.document), download: file_name });
  }
  if (payload.contact) {
    const { first_name, last_name, phone_number } = payload.contact;
    return card("person", [first_name, last_name].filter(Boolean).join(" "), phone_number);
  }
  if (payload.location) {
    return card("out", "Place", `${payload.location.latitude}, ${payload.location.longitude}`);
  }
  if (payload.voice) return card("bell", "Voice message", `${payload.voice.duration} s`);
  if (payload.poll) return card("check", payload.poll.question, payload.poll.options.map((o) => o.text).join(" · "));
  if (payload.sticker ?? payload.dice) {
    return el("span", { className: "big" }, (payload.sticker ?? payload.dice).emoji);
  }
  return null;
}

function quote(payload, actions) {
  const quoted = payload.reply_to_message;
  if (!quoted) return null;
  const words = payload.quote?.text ?? summary(quoted);
  const button = el("button", { type: "button", className: "quote" }, el("strong", {}, quoted.from.first_name));
  button.append(el("span", {}, words));
  button.setAttribute("aria-label", `Answer to: ${words}. Show it`);
  button.onclick = () => actions.show(quoted.message_id);
  return button;
}

function meta(message) {
  const { payload } = message;
  const line = el("span", { className: "meta" });
  if (message.bot) {
    const how = message.silent ? "Came silently" : "Came with a sound";
    const bell = el("span", { title: how }, icon(message.silent ? "silent" : "bell"));
    bell.setAttribute("role", "img");
    bell.setAttribute("aria-label", how);
    line.append(bell);
  }
  if (payload.edit_date) line.append("edited");
  line.append(el("time", { title: dayOf(payload.date) }, timeOf(payload.date)));
  if (!message.bot) line.append(icon("check"));
  return line;
}

function keys(message, actions) {
  const rows = message.payload.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const grid = el("div", { className: "keys" });
  for (const row of rows) {
    const line = el("div");
    for (const key of row) {
      const button = el("button", { type: "button", className: "key" }, key.text);
      if (key.url) button.append(icon("out"));
      button.onclick = () => (key.url ? actions.link({ url: key.url }) || window.open(key.url, "_blank", "noopener") : actions.tap(message, key, button));
      line.append(button);
    }
    grid.append(line);
  }
  return grid;
}

/**
 * A list item for a message as the simulator sends it.
 * actions: tap(message, key, button), reply(message), show(id), link({url} or {command}).
 */
export function bubbleOf(message, actions) {
  const { payload } = message;
  const words = payload.text ?? payload.caption;
  const bubble = el("div", { className: "bubble", tabIndex: 0 }, quote(payload, actions), attached(payload));
  bubble.setAttribute("role", "group");
  bubble.setAttribute("aria-label", message.bot ? "From the bot" : "From you");
  if (words) {
    const entities = payload.entities ?? payload.caption_entities;
    bubble.append(el("div", { className: "words", dir: "auto" }, rendered(words, entities, actions.link)));
  }
  bubble.append(meta(message));
  const reply = () => actions.reply(message);
  bubble.addEventListener("click", (event) => {
    if (!event.target.closest("a, button, .spoiler") && !String(getSelection())) reply();
  });
  bubble.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === bubble) reply();
  });
  const item = el("li", { className: `message ${message.bot ? "theirs" : "mine"}` }, bubble, keys(message, actions));
  item.classList.toggle("has-keys", Boolean(payload.reply_markup));
  item.dataset.id = message.id;
  item.dataset.day = dayOf(payload.date);
  return item;
}
