// Takes a collection home: as a file of fixtures, whole or as a merge of what the session changed.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { copyButton } from '../lib/copy.js';
import { confirm } from '../lib/dialog.js';
import { download } from '../lib/download.js';

/** Buttons for a collection, whose place in the control API is `base`; `done` is called when it was reset. */
export function files(ctx, base, done) {
  const { api, update, fail, say } = ctx;
  let taken;

  async function take(form) {
    try {
      const response = await api.raw(`${base}/${form}`);
      const place = decodeURIComponent(response.headers.get('Understudy-File'));
      download(place.split('/').at(-1), await response.text());
      taken = place;
      say(`Downloaded ${place.split('/').at(-1)}`);
    } catch (problem) {
      fail(problem);
    }
    update();
  }

  async function reset(name) {
    const meant = await confirm({
      title: 'Reset the collection',
      text: `All that the session changed in ${name} is forgotten; its records are again as they were loaded.`,
      action: 'Reset it',
    });
    if (!meant) return;
    try {
      await api.post(`${base}/reset`);
      say(`${name} is as it was loaded`);
      done();
    } catch (problem) {
      fail(problem);
    }
  }

  return {
    buttons: (status) => html`
      <button type="button" @click=${() => take('file')}>Download all</button>
      ${status.changed && status.mergeable ? html`<button type="button" @click=${() => take('changes')}>Download changes</button>` : nothing}
      ${status.changed ? html`<button type="button" class="danger" @click=${() => reset(status.name)}>Reset</button>` : nothing}
    `,
    /** What to do with the file that was taken last. */
    note: () =>
      taken
        ? html`<div class="panel">
            <p>Put the file into a folder of fixtures as <code>${taken}</code>. Whoever serves that folder has these records from the start:</p>
            <div class="command"><pre>understudy serve … --fixtures FOLDER</pre>${copyButton('--fixtures FOLDER', 'Copy the option')}</div>
            ${taken.includes('.merge.') ? html`<p class="quiet">It changes the file below it: name its folder after the ones that are served now.</p>` : nothing}
          </div>`
        : nothing,
  };
}
