// What a page shows when there is nothing to show yet, nothing at all, or something went wrong.

import { html, nothing } from '../vendor/lit-html/lit-html.js';

/** `loading('Loading records …')` */
export function loading(text = 'Loading …') {
  return html`<p class="state loading" role="status">${text}</p>`;
}

/** `empty('No calls yet', 'They appear here as they come.', html`<button>…`)` */
export function empty(title, text = '', action = nothing) {
  return html`<div class="state empty">
    <p class="state-title">${title}</p>
    ${text ? html`<p>${text}</p>` : nothing} ${action}
  </div>`;
}

/** A Problem in full: what the API said, and what is wrong at which place; `retry` is called by its button. */
export function error(problem, retry) {
  const places = [...(problem.violations ?? []), ...(problem.faults ?? [])];
  return html`<div class="state error" role="alert">
    <p class="state-title">${problem.status ? problem.status + ' ' : ''}${problem.title ?? 'Error'}</p>
    ${problem.detail && problem.detail !== problem.title ? html`<p>${problem.detail}</p>` : nothing}
    ${places.length
      ? html`<ul>
          ${places.map(
            (place) => html`<li>
              ${place.pointer ? html`<code>${place.pointer}</code> ` : nothing}${place.message ?? String(place)}
              ${place.remedy || place.hint ? html`<span class="quiet">${place.remedy ?? place.hint}</span>` : nothing}
            </li>`,
          )}
        </ul>`
      : nothing}
    ${retry ? html`<p><button type="button" @click=${retry}>Try again</button></p>` : nothing}
  </div>`;
}
