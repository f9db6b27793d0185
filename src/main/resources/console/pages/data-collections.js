// The collections of a session, contract by contract.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { empty, loading } from '../lib/states.js';
import { table } from '../lib/table.js';
import { wrong } from '../lib/wrong.js';

export function collectionsView(ctx) {
  const { api, session, update, href } = ctx;
  let collections;
  let problem;
  let typed = '';
  load();

  async function load() {
    problem = undefined;
    try {
      ({ collections } = await api.get(`sessions/${encodeURIComponent(session)}/records`));
    } catch (failure) {
      problem = failure;
    }
    update();
  }

  function content() {
    if (problem) return wrong(problem, ctx, load);
    if (!collections) return loading('Loading collections …');
    if (collections.length === 0) {
      return empty('No collections', 'None of the contracts has a list of records. A collection is a path whose operation lists objects.');
    }
    const shown = collections.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
    return html`
      ${collections.length > 12
        ? html`<div class="row"><label>Find <input type="search" .value=${typed} @input=${(event) => ((typed = event.target.value), update())} /></label></div>`
        : nothing}
      ${shown.length === 0
        ? empty('No collection is called so', `None of the ${collections.length} has “${typed}” in its name.`)
        : table({
            caption: 'Collections',
            columns: [
              { name: 'name', label: 'Collection', cell: (row) => html`<a href=${href('data/' + encodeURIComponent(row.name))}>${row.name}</a>` },
              { name: 'single', label: 'Holds', cell: (row) => (row.single ? 'one object' : 'records') },
              { name: 'changed', label: 'In this session', cell: (row) => (row.changed ? html`<span class="tag warn">changed</span>` : html`<span class="quiet">as loaded</span>`) },
            ],
            rows: shown,
            key: (row) => row.name,
          })}
    `;
  }

  return {
    view: () => html`<h1>Data</h1>
      <p class="quiet">What calls of the session <code>${session}</code> find. A change here is one of this session alone, and can be taken home as a file of fixtures.</p>
      ${content()}`,
  };
}
