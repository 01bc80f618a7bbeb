// Short notices, and dialogs that answer with what was filled in.

const LONG_ENOUGH = 3200;

export const byId = (id) => document.getElementById(id);

/** Make an element: el("p", { className: "x" }, "text", child). */
export function el(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** One of the icons of index.html. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** A notice that goes away by itself. */
export function toast(text) {
  const notice = el("p", {}, text);
  byId("toasts").append(notice);
  setTimeout(() => notice.remove(), LONG_ENOUGH);
}

/** A notice that must be confirmed. */
export function alertBox(text) {
  byId("alert-text").textContent = text;
  byId("alert").showModal();
}

/** Ask with one of the forms of index.html; `done` gets its fields, nothing where it was cancelled. */
export function ask(name, done) {
  const dialog = byId(`${name}-dialog`);
  const form = byId(`${name}-form`);
  form.reset();
  form.onsubmit = () => done(Object.fromEntries(new FormData(form)));
  dialog.querySelector("[data-close]").onclick = () => dialog.close();
  dialog.showModal();
}
