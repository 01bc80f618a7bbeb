// What the page asks of the simulator, and how it complains.

import { toast } from "./dialogs.js";

async function sent(path, options) {
  let response;
  try {
    response = await fetch(path, { method: "POST", ...options });
  } catch {
    toast("The simulator does not answer. Is it still running?");
    return null;
  }
  const answer = await response.json();
  if (!response.ok) {
    toast(answer.problem ?? "That did not work");
    return null;
  }
  return answer;
}

/** Do something as a person; the answer, or null where it was refused (and the person told why). */
export function act(what, details) {
  const body = JSON.stringify(details);
  return sent(what, { body, headers: { "content-type": "application/json" } });
}

/** Send a file: kind is "photo" or "document". */
export function sendFile(person, kind, file, caption) {
  const form = new FormData();
  form.append("person", person);
  form.append("kind", kind);
  form.append("caption", caption);
  form.append("file", file);
  return sent("send", { body: form });
}
