// Who is chatting, and the simulator's own controls: time, blocking, colours.

import { act } from "./api.js";
import { ask, byId, el, toast } from "./dialogs.js";
import { dayOf, timeOf } from "./message.js";

const HOUR = 3600;
const NARROW = matchMedia("(max-width: 859px)");

export const initials = (name) => name.split(/\s+/).slice(0, 2).map((word) => word[0]).join("").toUpperCase();

export const avatar = ({ id, name }) => {
  const disc = el("span", { className: `avatar tint-${id % 6}` }, initials(name));
  disc.setAttribute("aria-hidden", "true");
  return disc;
};

/** A button for a person, with `unread` messages of the bot. */
function personButton(person, unread, onChoose) {
  const note = [person.note, person.language].filter(Boolean).join(", ");
  const title = el("strong", {}, person.name, " ", el("small", {}, note));
  const last = person.blocked ? "has blocked the bot" : person.last?.text || "no messages yet";
  const text = el("span", { className: "person-text" }, title, el("span", {}, last));
  const button = el("button", { type: "button", className: "person", onclick: onChoose }, avatar(person), text);
  if (unread) {
    const badge = el("span", { className: "unread" }, String(unread));
    badge.setAttribute("aria-label", `${unread} new`);
    button.append(badge);
  }
  return button;
}

export class Side {
  /** `choose(id)` switches to another person. */
  constructor(choose) {
    this.choose = choose;
    this.ahead = 0;
    this.side = byId("side");
    this.listen();
    setInterval(() => this.tick(), 1000);
  }

  listen() {
    byId("who").onclick = byId("bar-clock").onclick = () => this.open(true);
    byId("shade").onclick = byId("close-side").onclick = () => this.open(false);
    this.side.addEventListener("keydown", (event) => event.key === "Escape" && this.open(false));
    byId("add-person").onclick = () =>
      ask("person", async (details) => {
        const added = await act("person", details);
        if (added) this.choose(added.id);
      });
    for (const button of document.querySelectorAll("[data-skip]")) {
      button.onclick = () => this.skip(Number(button.dataset.skip));
    }
    byId("block").onchange = (event) => act("block", { person: this.current, blocked: event.target.checked });
    byId("unblock").onclick = () => act("block", { person: this.current, blocked: false });
    byId("theme").onclick = () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
    setTheme(localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  }

  open(wanted) {
    const was = this.side.classList.contains("open");
    this.side.classList.toggle("open", wanted);
    byId("shade").hidden = !wanted;
    document.querySelector("main").inert = wanted && NARROW.matches;
    if (wanted) this.side.querySelector(".person")?.focus();
    else if (was && NARROW.matches) byId("who").focus();
  }

  async skip(seconds) {
    if (await act("skip", { seconds })) this.open(false);
  }

  /** Show the state of the world; `unread` counts by person id. */
  update(state, current, unread) {
    this.current = current;
    const skipped = state.ahead - this.ahead;
    this.ahead = state.ahead;
    this.tick();
    if (this.known && skipped > 60) toast(`It is now ${byId("clock").textContent}`);
    this.known = true;
    const items = state.people.map((person) => {
      const button = personButton(person, unread.get(person.id) ?? 0, () => {
        this.choose(person.id);
        this.open(false);
      });
      button.setAttribute("aria-current", String(person.id === current));
      return el("li", {}, button);
    });
    const focused = [...byId("people").children].findIndex((item) => item.contains(document.activeElement));
    byId("people").replaceChildren(...items);
    items[focused]?.firstChild.focus();
    const me = state.people.find((person) => person.id === current);
    if (me) byId("who").replaceChildren(avatar(me));
    byId("block").checked = Boolean(me?.blocked);
  }

  tick() {
    const now = Date.now() / 1000 + this.ahead;
    const days = Math.round(this.ahead / HOUR / 24);
    const hours = Math.round(this.ahead / HOUR);
    byId("clock").textContent = `${dayOf(now)} ${timeOf(now)}`;
    byId("bar-day").textContent = dayOf(now);
    byId("bar-time").textContent = timeOf(now);
    byId("ahead").textContent = hours ? (hours < 24 ? `${hours} h ahead` : `${days} d ahead`) : "";
  }
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("theme", theme);
}

/** Ask which of the people opens a link. */
export function whoOpens(people, current, done) {
  const dialog = byId("open-dialog");
  const items = people.map((person) => {
    const button = personButton(person, 0, () => {
      dialog.close();
      done(person.id);
    });
    button.setAttribute("aria-current", String(person.id === current));
    return el("li", {}, button);
  });
  byId("open-people").replaceChildren(...items);
  dialog.showModal();
}
