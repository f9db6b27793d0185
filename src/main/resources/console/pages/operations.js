// What each operation was recognised as, where its answers come from, and which calls of the session reached it.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { live } from '../vendor/lit-html/directives/live.js';
import { repeat } from '../vendor/lit-html/directives/repeat.js';
import { count, statusColour } from '../lib/call-words.js';
import { empty, error, loading } from '../lib/states.js';

export const title = 'Operations';

/** Calls that come at once are counted once, in milliseconds. */
const SOON = 700;

export function page(ctx) {
  const { api, session, update, go, href } = ctx;
  let query = ctx.query;
  let operations;
  let coverage = new Map();
  let called = 0;
  let problem;
  let typing;
  let led = false;
  load();
  // What was counted last stays while the server cannot be asked.
  const end = ctx.live.afterCalls(() => cover().catch(() => {}), SOON);

  async function load() {
    problem = undefined;
    try {
      [operations] = await Promise.all([api.get('operations').then((page) => page.operations), cover()]);
    } catch (failure) {
      problem = failure;
    }
    update();
    lead();
  }

  async function cover() {
    try {
      const all = await api.get(`sessions/${encodeURIComponent(session)}/coverage`);
      coverage = new Map(all.operations.map((one) => [one.api + ' ' + one.operation, one]));
      called = all.called;
    } catch (failure) {
      if (failure.status !== 404) throw failure;
      coverage = new Map();
      called = 0;
    }
    update();
  }

  /** Has the operation that the address names in sight. */
  function lead() {
    if (led || !query.operation) return;
    led = true;
    requestAnimationFrame(() => document.querySelector('.operation[open]')?.scrollIntoView({ block: 'center' }));
  }

  function narrow(change) {
    const next = { ...query, ...change };
    go('operations', Object.fromEntries(Object.entries(next).filter(([, value]) => value)), { replace: true });
  }

  function type(text) {
    clearTimeout(typing);
    typing = setTimeout(() => narrow({ text, operation: undefined }), 200);
  }

  function fits(one) {
    const text = (query.text ?? '').toLowerCase();
    return (
      (!query.api || query.api === one.contract) &&
      (!query.uncalled || !isCalled(one)) &&
      (!text || [one.operation, one.path, one.method, one.collection ?? '', one.role].some((part) => part.toLowerCase().includes(text)))
    );
  }

  function of(one) {
    return coverage.get(one.contract + ' ' + one.operation);
  }

  function isCalled(one) {
    return (of(one)?.statuses.length ?? 0) > 0;
  }

  function content() {
    const names = [...new Set(operations.map((one) => one.contract))];
    const shown = operations.filter(fits);
    return html`<form class="row filters" role="search" aria-label="Filter the operations" @submit=${(event) => event.preventDefault()}>
        <label>Text <input type="search" name="text" placeholder="in names, paths, collections" .value=${query.text ?? ''} @input=${(event) => type(event.target.value)} /></label>
        ${names.length > 1
          ? html`<label
              >API
              <select name="api" @change=${(event) => narrow({ api: event.target.value, operation: undefined })}>
                <option value="" ?selected=${!query.api}>all</option>
                ${names.map((name) => html`<option value=${name} ?selected=${name === query.api}>${name}</option>`)}
              </select></label
            >`
          : nothing}
        <label class="check"
          ><input type="checkbox" name="uncalled" .checked=${live(Boolean(query.uncalled))} @change=${(event) => narrow({ uncalled: event.target.checked ? '1' : undefined })} /> never
          called</label
        >
      </form>
      <p role="status">
        ${called} of ${count(operations.length, 'operation')} called in the session ${session}${shown.length < operations.length ? `; ${shown.length} shown` : ''}
      </p>
      <progress max=${operations.length || 1} value=${called} aria-label="Operations that were called"></progress>
      ${shown.length === 0
        ? empty('No operation fits', '', html`<p><button type="button" @click=${() => go('operations')}>Show all operations</button></p>`)
        : names.map((name) => group(name, shown.filter((one) => one.contract === name)))}`;
  }

  function group(name, all) {
    return all.length === 0
      ? nothing
      : html`<section aria-label=${name}>
          <h2><a href=${href('contract/' + encodeURIComponent(name))}>${name}</a></h2>
          ${repeat(all, (one) => one.operation, entry)}
        </section>`;
  }

  function entry(one) {
    const chosen = query.operation === one.operation && (!query.api || query.api === one.contract);
    const had = of(one);
    return html`<details class="operation" ?open=${chosen}>
      <summary>
        <span class="method mono">${one.method}</span>
        <span class="path mono">${one.path}</span>
        <span class="id">${one.operation}</span>
        <span class="role quiet">${role(one)}</span>
        <span class="had">${had && isCalled(one) ? statuses(had) : html`<span class="tag">never called</span>`}</span>
      </summary>
      <div class="operation-body">
        <dl class="facts">
          <dt>Answers</dt>
          <dd>${source(one)}</dd>
          ${one.finding
            ? html`<dt>Finding</dt>
                <dd class="bad">${one.finding}</dd>`
            : nothing}
          <dt>Recognised</dt>
          <dd><ul class="lines">${(one.explained ?? [one.role === 'built-in' ? 'built in' : one.why]).map((line) => html`<li>${line}</li>`)}</ul></dd>
          ${had?.unanswered.length
            ? html`<dt>Not seen yet</dt>
                <dd>${had.unanswered.map((status) => html`<span class="tag">${status}</span> `)}</dd>`
            : nothing}
          ${had?.violations
            ? html`<dt>Violations</dt>
                <dd>${count(had.violations, 'kind')} <a href=${href('calls', { api: one.contract, operation: one.operation, verdict: 'refused' })}>Refused calls</a></dd>`
            : nothing}
        </dl>
        <p>
          <a href=${href('calls', { api: one.contract, operation: one.operation })}>Its calls</a>
          ${one.collection ? html` · <a href=${href('data/' + encodeURIComponent(one.contract + '/' + one.collection))}>Its records</a>` : nothing} ·
          <a href=${href('contract/' + encodeURIComponent(one.contract), { operation: one.operation })}>Its documentation</a>
        </p>
      </div>
    </details>`;
  }

  function statuses(had) {
    return had.statuses.map(
      ({ status, calls, documented }) => html`<span class="tag ${statusColour(status)}" title=${documented ? nothing : 'The contract has no response of this status'}>${status}${documented ? '' : '!'} × ${calls.toLocaleString('en')}</span> `,
    );
  }

  return {
    view: () => html`<h1>Operations</h1>
      ${problem
        ? error(problem, load)
        : !operations
          ? loading('Loading the operations …')
          : operations.length === 0
            ? empty('No operations', 'No API is served.')
            : content()}`,
    changed(next) {
      query = next.query;
      led = led && !next.query.operation;
      lead();
    },
    close() {
      end();
      clearTimeout(typing);
    },
  };
}

const ROLES = {
  list: 'lists',
  item: 'shows one of',
  create: 'adds one to',
  create_several: 'adds several to',
  replace: 'replaces one of',
  patch: 'changes one of',
  act: 'acts on one of',
  delete: 'deletes one of',
  delete_several: 'deletes several of',
};

function role(one) {
  if (one.finding) return 'not served';
  if (one.collection) return (ROLES[one.role] ?? one.role) + ' ' + one.collection;
  return one.role === 'plain' ? 'by itself' : one.role === 'built-in' ? 'built in' : one.role;
}

function source(one) {
  if (one.finding) return '501 with the finding below';
  if (one.role === 'built-in') return 'the records of its fixtures, by its own code';
  if (one.collection) return `the records of ${one.collection}, as the session has them`;
  if (one.role === 'download' || one.role === 'upload') return 'the bytes that were uploaded last';
  return one.files?.length ? one.files.join(', ') : 'an example of the contract; where there is none, a value made from the schema';
}
