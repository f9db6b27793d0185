// What is served, and what to try first.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { server } from '../lib/address.js';
import { copyButton } from '../lib/copy.js';
import { empty, error, loading } from '../lib/states.js';
import { table } from '../lib/table.js';
import { count, quoted } from '../lib/words.js';
import { pages } from '../pages.js';

export const title = 'Overview';

const has = (path) => pages.some((page) => page.path === path);

/** Calls that come at once are counted once, in milliseconds. */
const PATIENCE = 400;

export function page({ api, session, live, update, href, fail }) {
  let apis;
  let changed = new Set();
  let sessions = [];
  let problem;
  let written = true;
  const answers = new Map();
  load();
  const end = live.afterCalls((calls) => {
    // Only a call that may have changed records changes what is said of the APIs.
    written ||= !calls || calls.some(({ method }) => !['GET', 'HEAD'].includes(method));
    load();
  }, PATIENCE);

  async function load() {
    problem = undefined;
    try {
      const again = written || !apis;
      written = false;
      const [served, all] = await Promise.all([
        again ? api.get(`apis?session=${encodeURIComponent(session)}`) : { apis },
        api.get('sessions'),
      ]);
      apis = served.apis;
      sessions = all.sessions;
      changed = new Set(sessions.find((each) => each.key === session)?.changed ?? []);
    } catch (failure) {
      problem = failure;
      written = true;
    }
    update();
  }

  async function send(one) {
    answers.set(one.name, { waiting: true });
    update();
    try {
      const response = await api.mocked('', one.try.path, { method: one.try.method });
      answers.set(one.name, { status: response.status, text: pretty(await response.text()) });
    } catch (failure) {
      answers.delete(one.name);
      fail(failure);
    }
    update();
  }

  function view() {
    if (problem) return html`<h1>Overview</h1>${error(problem, load)}`;
    if (!apis) return html`<h1>Overview</h1>${loading()}`;
    return html`<h1>Overview</h1>
      ${apis.length ? apis.map(panel) : empty('No API is mocked', 'Start the server with a contract: understudy serve FILE.')} ${sessionList()}`;
  }

  function panel(one) {
    return html`<section class="panel" aria-labelledby=${'api-' + one.name}>
      <div class="title-row">
        <h2 id=${'api-' + one.name}>${one.title || one.name}</h2>
        <p class="links">${links(one)}</p>
      </div>
      <dl class="facts">
        <dt>Base URL</dt>
        <dd>
          ${one.bases.map(
            (base) => html`<div class="command"><code>${url(base)}</code>${copyButton(url(base), 'Copy')}</div>`,
          )}
        </dd>
        <dt>Contract</dt>
        <dd><code>${one.source}</code></dd>
        <dt>Operations</dt>
        <dd>
          ${one.operations}
          ${one.unserved
            ? html`<span class="tag bad">${count(one.unserved, 'operation')} answered with 501</span>`
            : nothing}
        </dd>
        ${findings(one)}
      </dl>
      ${attempt(one)} ${collections(one)}
    </section>`;
  }

  function links(one) {
    const all = [
      has('contract') && html`<a href=${href('contract/' + encodeURIComponent(one.name))}>Documentation</a>`,
      has('operations') && html`<a href=${href('operations', { api: one.name })}>Operations</a>`,
    ];
    return all.filter(Boolean).map((link, i) => html`${i ? ' · ' : ''}${link}`);
  }

  function findings(one) {
    const levels = [
      ['fault', 'bad'],
      ['gap', 'warn'],
      ['hint', ''],
    ].filter(([level]) => one.findings[level] > 0);
    return html`<dt>Findings</dt>
      <dd>
        ${levels.length
          ? levels.map(
              ([level, look]) => html`${has('contract')
                ? html`<a class="tag ${look}" href=${href('contract/' + encodeURIComponent(one.name), { view: 'text' })}
                    >${count(one.findings[level], level)}</a
                  >`
                : html`<span class="tag ${look}">${count(one.findings[level], level)}</span>`} `,
            )
          : html`<span class="quiet">none</span>`}
      </dd>`;
  }

  function attempt(one) {
    if (!one.try) return nothing;
    const answer = answers.get(one.name);
    const command = curl(one);
    return html`<h3>Try first</h3>
      <div class="command">
        <pre>${command}</pre>
        ${copyButton(command)}
        <button type="button" class="small" ?disabled=${answer?.waiting} @click=${() => send(one)}>Send</button>
      </div>
      ${answer && !answer.waiting
        ? html`<p role="status">
              Answered <span class="tag ${answer.status < 400 ? 'good' : 'bad'}">${answer.status}</span>
              ${has('calls') ? html`<a href=${href('calls')}>See the call</a>` : nothing}
            </p>
            <pre class="answer" tabindex="0" aria-label="Answer">${answer.text}</pre>`
        : nothing}`;
  }

  function curl(one) {
    const words = [];
    for (const { name, value } of one.credentials.filter((each) => each.in === 'header')) words.push('-H', `${name}: ${value}`);
    for (const { name, value } of one.credentials.filter((each) => each.in === 'cookie')) words.push('-b', `${name}=${value}`);
    if (session !== 'default') words.push('-H', 'Understudy-Session: ' + session);
    const address = new URL(url(one.try.path));
    for (const { name, value } of one.credentials.filter((each) => each.in === 'query')) address.searchParams.set(name, value);
    return ['curl -s', ...words.map(quoted), quoted(address.href)].join(' ');
  }

  function collections(one) {
    if (!one.collections.length) return nothing;
    const columns = [
      { name: 'name', label: 'Collection', cell: (row) => name(row) },
      { name: 'records', label: 'Records', number: true, cell: (row) => row.records.toLocaleString('en') },
      { name: 'origin', label: 'Records from', cell: (row) => origin(row) },
    ];
    return html`<h3>Collections</h3>
      ${table({ caption: 'Collections of ' + (one.title || one.name), columns, rows: one.collections, key: (row) => row.name })}`;
  }

  function name(row) {
    return has('data') ? html`<a href=${href('data/' + encodeURIComponent(row.name))}>${row.name}</a>` : row.name;
  }

  function origin(row) {
    return html`${row.filed ? 'fixtures' : 'its contract'} ${changed.has(row.name) ? html`<span class="tag warn">changed in this session</span>` : nothing}`;
  }

  function sessionList() {
    const columns = [
      { name: 'key', label: 'Session', cell: (row) => html`<a href=${href('sessions/' + encodeURIComponent(row.key))}>${row.key}</a>` },
      { name: 'calls', label: 'Calls', number: true, cell: (row) => row.calls.came.toLocaleString('en') },
      { name: 'refused', label: 'Refused', number: true, cell: (row) => row.calls.refused.toLocaleString('en') },
      { name: 'changed', label: 'Changed collections', number: true, cell: (row) => row.changed.length },
    ];
    const isOwn = ({ key }) => key === session;
    const shown = [...sessions.filter(isOwn), ...sessions.filter((each) => !isOwn(each))].slice(0, 10);
    return html`<section aria-labelledby="sessions">
      <div class="title-row">
        <h2 id="sessions">Sessions</h2>
        <p class="links"><a href=${href('sessions')}>${sessions.length > shown.length ? `All ${sessions.length}` : 'Manage'}</a></p>
      </div>
      ${table({ caption: 'Sessions', columns, rows: shown, key: (row) => row.key })}
    </section>`;
  }

  return {
    view,
    close() {
      end();
    },
  };
}

function url(path) {
  return new URL(path.replace(/^\//, ''), server).href;
}

function pretty(text) {
  try {
    return shortened(JSON.stringify(JSON.parse(text), null, 2));
  } catch {
    return shortened(text);
  }
}

/** What is more is on the page of calls. */
function shortened(text) {
  return text.length > 4000 ? text.slice(0, 4000) + '\n…' : text;
}
