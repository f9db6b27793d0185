// What is served.

import { html } from '../vendor/lit-html/lit-html.js';
import { error, loading } from '../lib/states.js';
import { table } from '../lib/table.js';

export const title = 'Overview';

export function page({ api, update }) {
  let contracts;
  let problem;
  load();

  async function load() {
    try {
      contracts = (await api.get('contracts')).contracts;
      problem = undefined;
    } catch (failure) {
      problem = failure;
    }
    update();
  }

  return {
    view: () => html`<h1>Overview</h1>
      ${problem
        ? error(problem, load)
        : contracts
          ? table({ caption: 'APIs', columns: [{ name: 'title', label: 'API' }, { name: 'name', label: 'Name' }], rows: contracts })
          : loading()}`,
  };
}
