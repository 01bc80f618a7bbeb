// What one writes with: text, reply, edit, commands, attachments.

import { act, sendFile } from "./api.js";
import { ask, byId, el } from "./dialogs.js";
import { summary } from "./message.js";

const coarse = matchMedia("(pointer: coarse)");

export class Composer {
  /** `person()` is the id of who writes; `newestOwn()` the newest own message. */
  constructor(person, newestOwn) {
    this.person = person;
    this.newestOwn = newestOwn;
    this.commands = [];
    this.replyTo = null;
    this.editing = null;
    this.text = byId("text");
    this.listen();
  }

  listen() {
    byId("composer").onsubmit = (event) => {
      event.preventDefault();
      this.send();
    };
    this.text.addEventListener("input", () => this.typed());
    this.text.addEventListener("keydown", (event) => this.pressed(event));
    byId("context-cancel").onclick = () => this.reset();
    byId("context-edit").onclick = () => this.edit(this.replyTo);
    byId("slash").onclick = () => this.toggleCommands();
    byId("attach").onclick = () => this.toggleAttach();
    for (const button of document.querySelectorAll("[data-attach]")) {
      button.onclick = () => this.attach(button.dataset.attach);
    }
    for (const kind of ["photo", "document"]) {
      byId(`${kind}-file`).onchange = (event) => this.sendFile(kind, event.target);
    }
    byId("foot").addEventListener("keydown", (event) => event.key === "Escape" && this.escape());
    document.addEventListener("click", (event) => {
      if (!event.target.closest(".foot")) this.closeMenus();
    });
  }

  pressed(event) {
    const { key } = event;
    if (key === "ArrowUp" && !this.text.value && this.newestOwn()) {
      event.preventDefault();
      this.edit(this.newestOwn());
    } else if (key === "Enter" && !event.shiftKey && !event.isComposing && !coarse.matches) {
      event.preventDefault();
      this.send();
    }
  }

  typed() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight + 2}px`;
    const typed = this.text.value;
    this.showCommands(/^\/\w*$/.test(typed) ? typed.slice(1) : null);
  }

  /** Send what is written; the field is empty at once, for the bot may answer before the simulator does. */
  async send() {
    const text = this.text.value.trim();
    if (!text) return;
    const { replyTo, editing } = this;
    this.reset();
    const details = { person: this.person(), text };
    const answer = editing
      ? await act("edit", { ...details, message: editing.id })
      : await act("say", { ...details, reply_to: replyTo?.id ?? null });
    if (answer) return;
    if (editing) this.edit(editing);
    else if (replyTo) this.reply(replyTo);
    this.text.value = text;
    this.typed();
  }

  /** Close what is open, else take back what is written. */
  escape() {
    const open = !byId("attach-menu").hidden || !byId("commands").hidden;
    if (open) this.closeMenus();
    else this.reset();
    this.text.focus();
  }

  /** Back to an empty field. */
  reset() {
    this.replyTo = this.editing = null;
    byId("context").hidden = true;
    this.text.placeholder = "Message";
    this.text.value = "";
    this.typed();
    this.closeMenus();
  }

  /** Answer a message; an own text can be changed instead. */
  reply(message, placeholder) {
    this.editing = null;
    this.replyTo = message;
    this.context(message.bot ? "Reply to the bot" : "Reply to yourself", message);
    byId("context-edit").hidden = message.bot || !message.payload.text;
    this.text.placeholder = placeholder || "Message";
    this.text.focus();
  }

  edit(message) {
    this.replyTo = null;
    this.editing = message;
    this.context("Edit your message", message);
    byId("context-edit").hidden = true;
    this.text.value = message.payload.text;
    this.typed();
    this.text.focus();
  }

  context(title, message) {
    byId("context-title").textContent = title;
    byId("context-quote").textContent = summary(message.payload);
    byId("context").hidden = false;
  }

  showCommands(prefix) {
    const found = prefix === null ? [] : this.commands.filter(({ command }) => command.startsWith(prefix));
    const items = found.map(({ command, description }) => {
      const button = el("button", { type: "button" }, el("strong", {}, `/${command}`), el("span", {}, description));
      button.onclick = () => {
        this.reset();
        act("say", { person: this.person(), text: `/${command}` });
      };
      return el("li", {}, button);
    });
    byId("commands").replaceChildren(...items);
    byId("commands").hidden = !items.length;
  }

  toggleCommands() {
    const open = !byId("commands").hidden;
    this.closeMenus();
    if (!open) this.showCommands("");
  }

  toggleAttach() {
    const open = !byId("attach-menu").hidden;
    this.closeMenus();
    byId("attach-menu").hidden = open;
    byId("attach").setAttribute("aria-expanded", String(!open));
    if (!open) byId("attach-menu").querySelector("button").focus();
  }

  closeMenus() {
    byId("commands").hidden = byId("attach-menu").hidden = true;
    byId("attach").setAttribute("aria-expanded", "false");
  }

  attach(kind) {
    this.closeMenus();
    if (kind === "contact") ask("contact", (card) => act("contact", { person: this.person(), ...card }));
    else byId(`${kind}-file`).click();
  }

  async sendFile(kind, input) {
    const [file] = input.files;
    const caption = this.text.value.trim();
    if (!file) return;
    this.reset();
    if (!(await sendFile(this.person(), kind, file, caption))) this.text.value = caption;
    input.value = "";
  }
}
