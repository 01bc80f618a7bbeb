// The list of messages: new ones at the end, changed ones in their place, days between them.

import { byId, el } from "./dialogs.js";
import { bubbleOf } from "./message.js";

const NEAR = 120;

export class Chat {
  constructor(actions) {
    this.actions = actions;
    this.list = byId("chat");
    this.scroll = byId("scroll");
    this.jump = byId("jump");
    this.messages = new Map();
    this.unseen = 0;
    this.following = true;
    this.jump.onclick = () => this.toEnd();
    this.scroll.addEventListener("scroll", () => this.scrolled());
    new ResizeObserver(() => this.following && this.toEnd()).observe(this.list);
    new ResizeObserver(() => this.following && this.toEnd()).observe(this.scroll);
  }

  clear() {
    this.list.replaceChildren();
    this.messages.clear();
    this.seen();
  }

  /** Show new and changed messages; `first` is the whole chat at once. */
  update(messages, first) {
    if (first || messages.some((message) => !message.bot && !this.messages.has(message.id))) this.following = true;
    const fresh = messages.filter((message) => message.bot && !this.messages.has(message.id)).length;
    for (const message of messages) this.place(message, first);
    this.separateDays();
    if (this.following) this.toEnd();
    else this.count(fresh);
  }

  place(message, first) {
    const old = this.item(message.id);
    if (message.deleted) {
      old?.remove();
      this.messages.delete(message.id);
      return;
    }
    const item = bubbleOf(message, this.actions);
    if (old) {
      old.replaceWith(item);
      item.classList.toggle("changed", !first);
    } else {
      this.list.append(item);
    }
    this.messages.set(message.id, message);
  }

  item(id) {
    return this.list.querySelector(`[data-id="${Number(id)}"]`);
  }

  /** The newest own text message, for editing it with the arrow key. */
  newestOwn() {
    return [...this.messages.values()].filter((message) => !message.bot && message.payload.text).at(-1);
  }

  show(id) {
    const item = this.item(id);
    if (!item) return;
    this.following = false;
    item.scrollIntoView({ block: "center", behavior: "smooth" });
    item.classList.remove("changed");
    requestAnimationFrame(() => item.classList.add("changed"));
  }

  separateDays() {
    for (const old of this.list.querySelectorAll(".day")) old.remove();
    let day = "";
    for (const item of this.list.querySelectorAll(".message")) {
      if (item.dataset.day !== day) item.before(el("li", { className: "day" }, item.dataset.day));
      day = item.dataset.day;
    }
  }

  /** Follow the newest message while the end is in sight. */
  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroll;
    this.following = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.following) this.seen();
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
    this.following = true;
    this.seen();
  }

  seen() {
    this.unseen = 0;
    this.jump.hidden = true;
  }

  count(more) {
    if (!more) return;
    this.unseen += more;
    byId("jump-count").textContent = String(this.unseen);
    this.jump.hidden = false;
  }
}
