// A modal dialog by the browser's own element: focus stays in it, Escape closes it.

import { html, nothing, render } from '../vendor/lit-html/lit-html.js';

/**
 * Opens one; resolves to what `close(value)` is given, to undefined where it is cancelled.
 * `view(close, update)` returns its content; `update()` renders it again. `wide: true` for much content.
 */
export function dialog({ title, view, wide = false }) {
  return new Promise((resolve) => {
    const element = document.createElement('dialog');
    const heading = 'dialog-' + Math.random().toString(36).slice(2);
    element.setAttribute('aria-labelledby', heading);
    if (wide) element.classList.add('wide');
    let value;
    const close = (given) => {
      value = given;
      element.close();
    };
    const update = () =>
      render(
        html`<header>
            <h2 id=${heading}>${title}</h2>
            <button type="button" class="plain" aria-label="Close" @click=${() => close()}>×</button>
          </header>
          <div class="dialog-body">${view(close, update)}</div>`,
        element,
      );
    const before = document.activeElement;
    element.addEventListener('close', () => {
      render(nothing, element);
      element.remove();
      before?.focus?.();
      resolve(value);
    });
    document.body.append(element);
    update();
    element.showModal();
    element.querySelector('[autofocus]')?.focus();
  });
}

/** Asks before something is lost; resolves to whether it is meant. */
export async function confirm({ title, text, action = 'Yes', danger = true }) {
  const meant = await dialog({
    title,
    view: (close) => html`
      <p>${text}</p>
      <p class="actions">
        <button type="button" @click=${() => close(false)}>Cancel</button>
        <button type="button" autofocus class=${danger ? 'danger' : 'main'} @click=${() => close(true)}>${action}</button>
      </p>
    `,
  });
  return meant === true;
}
