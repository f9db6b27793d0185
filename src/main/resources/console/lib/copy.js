// A button that copies a text.

import { html } from '../vendor/lit-html/lit-html.js';

/** `copyButton(text)`, or `copyButton(() => promise of a text, 'Copy as curl')`. */
export function copyButton(text, label = 'Copy') {
  return html`<button type="button" class="small copy" @click=${(event) => act(event.currentTarget, text)}>${label}</button>`;
}

async function act(button, text) {
  let done = false;
  try {
    done = await copy(typeof text === 'function' ? await text() : text);
  } catch {
    // The button says so.
  }
  button.dataset.said = done ? 'Copied' : 'Not copied';
  document.dispatchEvent(new CustomEvent('say', { detail: button.dataset.said }));
  setTimeout(() => delete button.dataset.said, 1500);
}

/** Copies a text; whether that worked. Pages of other hosts without TLS have no clipboard, but can copy what is selected. */
export async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return true;
  }
  const area = document.createElement('textarea');
  area.value = text;
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
