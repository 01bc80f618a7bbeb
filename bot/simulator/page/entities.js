// Text with entities into elements. Everything becomes text nodes: nothing that anybody writes is ever read as HTML.
// Offsets count UTF-16 code units, as JavaScript strings do.

import { el } from "./dialogs.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

function element(entity, text, onLink) {
  const { type } = entity;
  if (TAGS[type]) return el(TAGS[type]);
  if (type === "spoiler") return el("span", { className: "spoiler", tabIndex: 0 });
  if (type === "bot_command") {
    return el("button", { type: "button", className: "command", onclick: () => onLink({ command: text }) });
  }
  const target = address(entity, text);
  if (!target) return el("span");
  const link = el("a", { href: target, target: "_blank", rel: "noopener noreferrer" });
  link.addEventListener("click", (event) => {
    if (onLink({ url: target })) event.preventDefault();
  });
  return link;
}

function address({ type, url }, text) {
  if (type === "text_link") return url;
  if (type === "url") return /^\w+:\/\//.test(text) ? text : `https://${text}`;
  if (type === "email") return `mailto:${text}`;
  if (type === "phone_number") return `tel:${text.replace(/[^\d+]/g, "")}`;
  return null;
}

function fill(parent, text, entities, from, until, onLink) {
  let position = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, until);
    const inside = [];
    for (index += 1; index < entities.length && entities[index].offset < end; index += 1) {
      inside.push(entities[index]);
    }
    if (entity.offset < position) continue;
    parent.append(text.slice(position, entity.offset));
    const child = element(entity, text.slice(entity.offset, end), onLink);
    fill(child, text, inside, entity.offset, end, onLink);
    parent.append(child);
    position = end;
  }
  parent.append(text.slice(position, until));
}

/** A fragment with the text; `onLink({url} or {command})` returns true where it has dealt with the tap. */
export function rendered(text, entities, onLink) {
  const fragment = document.createDocumentFragment();
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  fill(fragment, text, sorted, 0, text.length, onLink);
  return fragment;
}
