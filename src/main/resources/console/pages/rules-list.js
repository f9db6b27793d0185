// The rules of a session, with how often they decided about a call.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { live as now } from '../vendor/lit-html/directives/live.js';
import { confirm } from '../lib/dialog.js';
import { calls, deeds } from '../lib/rule-words.js';
import { empty, loading } from '../lib/states.js';
import { table } from '../lib/table.js';
import { wrong } from '../lib/wrong.js';

const SOON = 300;

export function rulesView(ctx) {
  const { api, session, live, update, href, say, fail } = ctx;
  const base = `sessions/${encodeURIComponent(session)}/rules`;
  let rules;
  let problem;
  load();
  // Counts grow with calls.
  const stop = live.afterCalls(load, SOON);

  async function load() {
    try {
      ({ rules } = await api.get(base));
      problem = undefined;
    } catch (failure) {
      problem = failure;
    }
    update();
  }

  async function change(action, done) {
    try {
      await action();
      say(done);
    } catch (failure) {
      fail(failure);
    }
    await load();
  }

  const turn = (rule, enabled) => change(() => api.patch(`${base}/${rule.id}`, { enabled }), `Rule ${rule.id} is ${enabled ? 'on' : 'off'}`);

  const end = (rule) => change(() => api.delete(`${base}/${rule.id}`), `Rule ${rule.id} is ended`);

  async function endAll() {
    if (await confirm({ title: 'End all rules', text: 'All rules of this session are ended; those of files stay.', action: 'End them' })) {
      await change(() => api.delete(base), 'The rules are ended');
    }
  }

  const columns = [
    {
      name: 'on',
      label: 'On',
      cell: (row) => html`<input
        type="checkbox"
        role="switch"
        aria-label=${'Rule ' + row.id}
        .checked=${now(row.enabled)}
        @change=${(event) => turn(row, event.target.checked)}
      />`,
    },
    { name: 'id', label: 'Rule', cell: (row) => html`<code>${row.id}</code> ${row.shared ? html`<span class="tag">file</span>` : nothing}` },
    {
      name: 'calls',
      label: 'Calls of',
      cell: (row) => html`<span class="break">${row.rule.call.operation}</span> <span class="quiet">${calls(row.rule)}</span>`,
    },
    { name: 'deeds', label: 'Are answered with', cell: (row) => html`<details><summary>${deeds(row.rule)}</summary><pre>${JSON.stringify(row.rule, undefined, 2)}</pre></details>` },
    { name: 'used', label: 'Answered', number: true },
    { name: 'left', label: 'Left', number: true, cell: (row) => row.left ?? html`<span class="quiet">no end</span>` },
    {
      name: 'end',
      label: html`<span class="hidden">Actions</span>`,
      cell: (row) => (row.shared ? nothing : html`<div class="actions"><button type="button" class="small" aria-label=${'End rule ' + row.id} @click=${() => end(row)}>End</button></div>`),
    },
  ];

  function content() {
    if (problem) return wrong(problem, ctx, load);
    if (!rules) return loading('Loading rules …');
    if (rules.length === 0) {
      return empty('No rules', 'A rule has some calls answered otherwise: by an error, another body, late, or not at all. The first in the list that fits decides.');
    }
    return table({ caption: 'Rules, in the order in which they are tried', columns, rows: rules, key: (row) => row.id });
  }

  return {
    view: () => html`<div class="title-row">
        <h1>Rules</h1>
        <div class="row">
          <a class="button main" href=${href('rules', { new: '1' })}>New rule</a>
          ${rules?.some((rule) => !rule.shared) ? html`<button type="button" class="danger" @click=${endAll}>End all</button>` : nothing}
        </div>
      </div>
      ${content()}`,
    close() {
      stop();
    },
  };
}
