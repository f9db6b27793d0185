// The sessions: made, reset, set in time, kept under names, ended.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { confirm, dialog } from '../lib/dialog.js';
import { empty, error, loading } from '../lib/states.js';
import { table } from '../lib/table.js';
import { count, moment, span } from '../lib/words.js';
import { pages } from '../pages.js';

export const title = 'Sessions';

const KEY = '[A-Za-z0-9._\\-]{1,64}';

export function page(ctx) {
  const { api, href, update, say, fail, go, loadSessions } = ctx;
  let open = ctx.params[0];
  let sessions;
  let unkeyed = 0;
  let problem;
  let refused;
  load();

  async function load() {
    try {
      const answer = await api.get('sessions');
      sessions = answer.sessions;
      unkeyed = answer.unkeyed;
      problem = undefined;
    } catch (failure) {
      problem = failure;
    }
    update();
  }

  /** Does something, says that it is done, and shows what there is now. */
  async function act(work, done) {
    try {
      await work();
      say(done);
      loadSessions();
    } catch (failure) {
      fail(failure);
    }
    await load();
  }

  function view() {
    return html`<div class="title-row">
        <h1>Sessions</h1>
        <button type="button" class="main" @click=${make}>New session</button>
      </div>
      <p class="quiet">
        Calls that name a session by the header <code>Understudy-Session</code> see its records, rules and time alone; all others belong to
        <code>default</code>${unkeyed ? html`, as ${count(unkeyed, 'call')} so far did` : nothing}.
      </p>
      ${problem ? error(problem, load) : sessions ? content() : loading('Loading sessions …')}`;
  }

  function content() {
    return html`${list()} ${open === undefined ? nothing : detail(sessions.find((session) => session.key === open))}`;
  }

  function list() {
    const columns = [
      {
        name: 'key',
        label: 'Session',
        cell: (row) => html`<a href=${href('sessions/' + encodeURIComponent(row.key))}>${row.key}</a> ${row.key === ctx.session
            ? html`<span class="tag good">in use here</span>`
            : nothing}`,
      },
      { name: 'idle', label: 'Last call', cell: (row) => (row.calls.came ? span(row.idle) + ' ago' : 'none') },
      { name: 'came', label: 'Calls', number: true, cell: (row) => row.calls.came.toLocaleString('en') },
      { name: 'refused', label: 'Refused', number: true, cell: (row) => row.calls.refused.toLocaleString('en') },
      { name: 'changed', label: 'Changed', number: true, cell: (row) => row.changed.length },
      { name: 'clock', label: 'Time', cell: (row) => (row.clock ? moment(row.clock.time) + (row.clock.frozen ? ', stopped' : '') : "the server's") },
    ];
    return table({ caption: 'Sessions', columns, rows: sessions, key: (row) => row.key, current: open });
  }

  function detail(session) {
    if (!session) return empty(`There is no session ${open}`, 'It was ended, or has been idle for too long.');
    return html`<section class="panel" aria-labelledby="session-detail">
      <div class="title-row">
        <h2 id="session-detail">${session.key}</h2>
        <div class="actions">
          ${session.key === ctx.session
            ? nothing
            : html`<button type="button" class="main" @click=${() => use(session.key)}>Use it here</button>`}
          <button type="button" @click=${() => reset(session)}>Reset</button>
          <button type="button" class="danger" @click=${() => end(session)}>
            ${session.key === 'default' ? 'Forget all' : 'End'}
          </button>
        </div>
      </div>
      <dl class="facts">
        <dt>Made</dt>
        <dd>${moment(session.made)}</dd>
        <dt>Calls</dt>
        <dd>
          ${count(session.calls.came, 'call')}: ${session.calls.answered} answered, ${session.calls.refused} refused,
          ${session.calls.cut} cut
        </dd>
        <dt>Seed</dt>
        <dd>${session.seed ?? html`<span class="quiet">that of all sessions</span>`}</dd>
        ${session.strictness
          ? html`<dt>Broken contracts</dt>
              <dd>calls: ${session.strictness.requests}, answers: ${session.strictness.responses}</dd>`
          : nothing}
        <dt>Changed</dt>
        <dd>${session.changed.length ? session.changed.map((name) => html`<div>${collection(name, session.key)}</div>`) : html`<span class="quiet">nothing</span>`}</dd>
        ${session.dropped?.length
          ? html`<dt>Dropped</dt>
              <dd>${session.dropped.map((line) => html`<div class="bad">${line}</div>`)}</dd>`
          : nothing}
      </dl>
      ${time(session)} ${snapshots(session)}
    </section>`;
  }

  function collection(name, key) {
    return pages.some((page) => page.path === 'data') ? html`<a href=${href('data/' + encodeURIComponent(name), {}, key)}>${name}</a>` : name;
  }

  function time(session) {
    const { clock } = session;
    return html`<h3>Time</h3>
      <p>
        ${clock ? html`${moment(clock.time)}${clock.frozen ? ', stopped' : ', going on'}` : html`That of the server.`}
        <span class="quiet">Times that the mock sets, such as when a record was created, follow it.</span>
      </p>
      <form class="row" @submit=${(event) => setClock(event, session)}>
        <label>Set to <input type="datetime-local" name="time" step="1" min="0001-01-01T00:00:00" max="8999-12-31T23:59:59" /></label>
        <label>Move by
          <input type="number" name="amount" step="1" placeholder="0" class="short" />
        </label>
        <label><span class="hidden">Unit</span>
          <select name="unit">
            <option value="60">minutes</option>
            <option value="3600">hours</option>
            <option value="86400" selected>days</option>
          </select>
        </label>
        <label class="check"><input type="checkbox" name="frozen" .checked=${clock?.frozen ?? false} /> stopped</label>
        <button>Set the time</button>
        <button type="button" ?disabled=${!clock} @click=${() => act(() => api.delete(at(session) + '/clock'), `${session.key} has the time of the server`)}>
          As the server
        </button>
      </form>`;
  }

  function setClock(event, session) {
    event.preventDefault();
    const form = event.target;
    const data = new FormData(form);
    const setting = { frozen: data.has('frozen') };
    if (data.get('time')) setting.time = new Date(data.get('time')).toISOString();
    if (data.get('amount')) setting.move = Math.round(Number(data.get('amount')) * Number(data.get('unit')));
    return act(async () => {
      await api.put(at(session) + '/clock', setting);
      form.reset();
    }, `The time of ${session.key} is set`);
  }

  function snapshots(session) {
    return html`<h3>Snapshots</h3>
      <p class="quiet">The records as they are now, kept under a name to come back to.</p>
      ${session.snapshots.length
        ? html`<ul class="plain-list">
            ${session.snapshots.map(
              (name) => html`<li class="row">
                <span class="mono">${name}</span>
                <button type="button" class="small" aria-label=${'Restore ' + name} @click=${() => restore(session, name)}>Restore</button>
                <button type="button" class="small danger" aria-label=${'Delete ' + name} @click=${() => act(() => api.delete(snapshot(session, name)), `${name} is deleted`)}>
                  Delete
                </button>
              </li>`,
            )}
          </ul>`
        : nothing}
      <form class="row" @submit=${(event) => keep(event, session)}>
        <label>Name <input name="name" required pattern=${KEY} title="1 to 64 letters, digits, dots, dashes or underscores" /></label>
        <button>Keep</button>
      </form>`;
  }

  function keep(event, session) {
    event.preventDefault();
    const form = event.target;
    const name = new FormData(form).get('name');
    return act(async () => {
      await api.put(snapshot(session, name));
      form.reset();
    }, `The records are kept as ${name}`);
  }

  async function restore(session, name) {
    const text = `All changes of ${session.key} since the snapshot ${name} are lost.`;
    if (await confirm({ title: 'Restore?', text, action: 'Restore' })) {
      await act(() => api.post(snapshot(session, name) + '/restore'), `The records are as in ${name}`);
    }
  }

  async function reset(session) {
    const text = `The changes of ${session.key} are lost: its records are those that were loaded. Snapshots and calls stay.`;
    if (await confirm({ title: 'Reset?', text, action: 'Reset' })) {
      await act(() => api.post(at(session) + '/reset'), `${session.key} is reset`);
    }
  }

  async function end(session) {
    const whole = session.key === 'default';
    const text = whole
      ? 'The records, rules, calls, snapshots and the time of default are forgotten. The session itself stays.'
      : `All of ${session.key} is lost: records, rules, calls, snapshots.`;
    if (!(await confirm({ title: whole ? 'Forget all?' : 'End?', text, action: whole ? 'Forget all' : 'End' }))) return;
    await act(() => api.delete(at(session)), whole ? 'default is as it was at the start' : `${session.key} is ended`);
    if (!whole) go('sessions', {}, { session: session.key === ctx.session ? 'default' : ctx.session });
  }

  function use(key) {
    go('sessions/' + encodeURIComponent(key), {}, { session: key });
  }

  async function make() {
    refused = undefined;
    const made = await dialog({ title: 'New session', view: (close, render) => form(close, render) });
    if (made) {
      say(`${made} is made`);
      await loadSessions();
      go('sessions/' + encodeURIComponent(made), {}, { session: made });
    }
  }

  /** Stays open with what the API says as long as that is a refusal. */
  function form(close, render) {
    const submit = async (event) => {
      event.preventDefault();
      const data = new FormData(event.target);
      const key = data.get('key');
      const setting = {};
      if (data.get('seed')) setting.seed = Number(data.get('seed'));
      for (const side of ['requests', 'responses']) {
        if (data.get(side)) setting.strictness = { ...setting.strictness, [side]: data.get(side) };
      }
      if (data.get('time')) setting.clock = { time: new Date(data.get('time')).toISOString(), frozen: data.has('frozen') };
      try {
        if (sessions?.some((session) => session.key === key)) throw { title: 'It is there', detail: `There is a session ${key} already.` };
        await api.put('sessions/' + encodeURIComponent(key), setting);
        close(key);
      } catch (failure) {
        refused = failure;
        render();
      }
    };
    return html`<form @submit=${submit}>
      ${refused ? error(refused) : nothing}
      <label>Key <input name="key" required pattern=${KEY} autofocus autocomplete="off" title="1 to 64 letters, digits, dots, dashes or underscores" /></label>
      <label>Seed of made values <input name="seed" type="number" step="1" placeholder="that of all sessions" /></label>
      <label>Time <input name="time" type="datetime-local" step="1" min="0001-01-01T00:00:00" max="8999-12-31T23:59:59" /></label>
      <label class="check"><input name="frozen" type="checkbox" /> stopped</label>
      ${sessions?.[0]?.strictness ? [strictness('requests', 'Calls'), strictness('responses', 'Answers')] : nothing}
      <p class="actions"><button type="button" @click=${() => close()}>Cancel</button> <button class="main">Make it</button></p>
    </form>`;
  }

  /** What becomes of what breaks the contract. */
  function strictness(name, label) {
    return html`<label
      >${label} that break their contract
      <select name=${name}>
        <option value="">as the server was started</option>
        <option value="fail">are refused</option>
        <option value="warn">go on with a warning</option>
        <option value="off">go on</option>
      </select></label
    >`;
  }

  return {
    view,
    changed({ params }) {
      open = params[0];
      load();
    },
  };
}

function at(session) {
  return 'sessions/' + encodeURIComponent(session.key);
}

function snapshot(session, name) {
  return at(session) + '/snapshots/' + encodeURIComponent(name);
}
