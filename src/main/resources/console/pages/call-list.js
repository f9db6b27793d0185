// The list of calls, with its filters.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { CallList, FILTERS } from '../lib/calls.js';
import { clock, count, span, statusColour, verdict } from '../lib/call-words.js';
import { confirm } from '../lib/dialog.js';
import { empty, error, loading } from '../lib/states.js';
import { virtualList } from '../lib/virtual-list.js';

const STATES = {
  live: ['live', 'good'],
  joining: ['connecting …', ''],
  paused: ['not connected', ''],
  lost: ['connection lost, trying again …', 'bad'],
};

export function listPage(ctx) {
  const { api, session, update, go, href } = ctx;
  const list = new CallList({ api, live: ctx.live, session, changed: update });
  let filter = of(ctx.query);
  let operations = [];
  let unkeyed = 0;
  let element;
  let place;
  let typing;
  list.show(filter);
  api.get('operations').then((page) => ((operations = page.operations), update()), () => {});
  lookForOthers();

  /** Calls that lost their key are those of the session `default`. */
  async function lookForOthers() {
    if (session === 'default') return;
    try {
      unkeyed = (await api.get(`sessions/${encodeURIComponent(session)}/unexpected?limit=1`)).unkeyed.count;
      update();
    } catch {
      // A session that is not there yet has none.
    }
  }

  function show(query) {
    const next = of(query);
    if (JSON.stringify(next) !== JSON.stringify(filter)) {
      filter = next;
      place = undefined;
      list.calls = undefined;
      list.show(filter);
    } else if (place) {
      const { top, active } = place;
      requestAnimationFrame(() => element?.restore({ top, active }));
    }
  }

  function narrow(change, replace = false) {
    go('calls', Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value)), { replace });
  }

  function type(text) {
    clearTimeout(typing);
    typing = setTimeout(() => narrow({ text }, true), 250);
  }

  async function forget() {
    const meant = await confirm({
      title: 'Forget these calls?',
      text: `All calls of the session ${session} are forgotten, also for whoever verifies them. Records and rules stay.`,
      action: 'Forget them',
    });
    if (!meant) return;
    try {
      await api.delete(`sessions/${encodeURIComponent(session)}/calls`);
      ctx.say('The calls are forgotten.');
    } catch (problem) {
      if (problem.status !== 404) ctx.fail(problem);
    }
    list.calls = undefined;
    list.show(filter);
  }

  function filters() {
    const chosen = filter.reached === 'false' ? 'none' : filter.operation ? JSON.stringify([filter.api, filter.operation]) : '';
    const names = [...new Set(operations.map((operation) => operation.contract))];
    return html`<form class="row filters" role="search" aria-label="Filter the calls" @submit=${(event) => event.preventDefault()}>
      <label
        >Text
        <input type="search" name="text" maxlength="200" placeholder="in addresses and bodies" .value=${filter.text ?? ''} @input=${(event) => type(event.target.value)}
      /></label>
      <label
        >Operation
        <select name="operation" @change=${(event) => choose(event.target.value)}>
          <option value="" ?selected=${chosen === ''}>all</option>
          <option value="none" ?selected=${chosen === 'none'}>none was reached</option>
          ${names.map(
            (name) => html`<optgroup label=${name}>
              ${operations
                .filter((operation) => operation.contract === name)
                .map((operation) => {
                  const value = JSON.stringify([name, operation.operation]);
                  return html`<option value=${value} ?selected=${value === chosen}>${operation.operation}</option>`;
                })}
            </optgroup>`,
          )}
        </select></label
      >
      <label
        >Verdict
        <select name="verdict" @change=${(event) => narrow({ verdict: event.target.value })}>
          ${options(['', 'all'], ['kept', 'kept'], ['warned', 'warned'], ['refused', 'refused'], ['failed', 'failed'])(filter.verdict)}
        </select></label
      >
      <label
        >Status
        <input
          type="number"
          name="status"
          min="100"
          max="599"
          placeholder="all"
          .value=${filter.status ?? ''}
          @change=${(event) => event.target.reportValidity() && narrow({ status: event.target.value })}
      /></label>
      <label
        >Answer
        <select name="end" @change=${(event) => narrow({ end: event.target.value })}>
          ${options(['', 'all'], ['sent', 'sent whole'], ['cut', 'cut off'], ['open', 'being sent'], ['unsent', 'not sent'])(filter.end)}
        </select></label
      >
      <label
        >Direction
        <select name="direction" @change=${(event) => narrow({ direction: event.target.value })}>
          ${options(['', 'all'], ['in', 'came in'], ['out', 'sent out'])(filter.direction)}
        </select></label
      >
      ${session === 'default' || filter.keyed
        ? html`<label
            >Key
            <select name="keyed" @change=${(event) => narrow({ keyed: event.target.value })}>
              ${options(['', 'all'], ['true', 'named a session'], ['false', 'named none'])(filter.keyed)}
            </select></label
          >`
        : nothing}
      ${Object.keys(filter).length ? html`<button type="button" @click=${() => go('calls')}>Show all</button>` : nothing}
    </form>`;
  }

  function choose(value) {
    const [contract, operation] = value && value !== 'none' ? JSON.parse(value) : [];
    narrow({ api: contract, operation, reached: value === 'none' ? 'false' : undefined });
  }

  function bar() {
    const [word, colour] = list.paused ? ['paused', 'warn'] : (STATES[list.state] ?? [list.state, '']);
    return html`<div class="row bar">
      <span class="tag ${colour}" role="status">${word}</span>
      ${list.paused
        ? html`<button type="button" class="main" @click=${() => list.resume()}>Go on${list.held.length ? ` (${list.held.length} new)` : ''}</button>`
        : html`<button type="button" @click=${() => list.pause()}>Pause</button>`}
      <span class="quiet">${list.calls ? count(list.calls.length, 'call') + (list.more ? ' and older ones' : '') : ''}</span>
      ${list.lost ? html`<span class="quiet">${count(list.lost, 'older call')} not kept any more</span>` : nothing}
      <button type="button" class="apart" ?disabled=${!list.calls?.length} @click=${forget}>Forget the calls</button>
    </div>`;
  }

  function others() {
    return unkeyed
      ? html`<p class="note warn">
          ${count(unkeyed, 'call')} named no session since this one was made.
          <a href=${href('calls', { keyed: 'false' }, 'default')}>Show ${unkeyed === 1 ? 'it' : 'them'} in default</a>
        </p>`
      : nothing;
  }

  function content() {
    if (list.problem) return error(list.problem, () => list.show(filter));
    if (!list.calls) return loading('Loading the calls …');
    if (list.calls.length === 0) return none();
    return virtualList({
      label: 'Calls, the newest first',
      rows: list.calls,
      key: (call) => call.id,
      head: HEAD,
      row: (call, tabindex) => row(call, tabindex, href('calls/' + call.id, filter)),
      onEnd: () => list.older(),
      element: (found) => {
        if (!found) return;
        element = found;
      },
    });
  }

  function none() {
    if (Object.keys(filter).length) {
      return empty('No call fits', 'Calls that do appear here as they come.', html`<p><button type="button" @click=${() => go('calls')}>Show all calls</button></p>`);
    }
    return list.missing
      ? empty('There is no session ' + session, 'It is made by its first call, which appears here.')
      : empty('No calls yet', 'They appear here as they come.', html`<p>Call the API with the header <code>Understudy-Session: ${session}</code>, or try it in its <a href=${href('contract')}>contract</a>.</p>`);
  }

  return {
    view: () => html`<h1>Calls</h1>
      ${filters()} ${others()} ${bar()} ${content()}`,
    show,
    leave() {
      place = element?.place;
    },
    close() {
      clearTimeout(typing);
      list.close();
    },
  };
}

function of(query) {
  return Object.fromEntries(FILTERS.filter((name) => query[name]).map((name) => [name, query[name]]));
}

function options(...all) {
  return (chosen) => all.map(([value, label]) => html`<option value=${value} ?selected=${value === (chosen ?? '')}>${label}</option>`);
}

const HEAD = html`<span role="columnheader" class="c-time">Time</span>
  <span role="columnheader" class="c-status">Status</span>
  <span role="columnheader" class="c-verdict">Verdict</span>
  <span role="columnheader" class="c-target">Call</span>
  <span role="columnheader" class="c-operation">Operation</span>
  <span role="columnheader" class="c-span">Took</span>`;

function row(call, tabindex, address) {
  const [word, colour] = verdict(call.verdict);
  const operation = call.operation ?? (call.direction === 'out' ? 'callback or webhook' : 'no operation');
  return html`<span role="cell" class="c-time quiet" title=${call.time}>${clock(call.time)}</span>
    <span role="cell" class="c-status"><span class="tag ${statusColour(call.status)}">${call.status || 'none'}</span></span>
    <span role="cell" class="c-verdict"
      >${call.verdict === 'kept' ? html`<span class="quiet">${call.rule ? 'by a rule' : word}</span>` : html`<span class="tag ${colour}">${word}</span>`}${call.end === 'cut'
        ? html` <span class="tag bad">cut</span>`
        : call.end === 'open'
          ? html` <span class="quiet">…</span>`
          : call.end === 'unsent'
            ? html` <span class="tag">not sent</span>`
            : nothing}</span
    >
    <span role="cell" class="c-target mono"><a href=${address} tabindex=${tabindex} title=${call.reason ?? nothing}>${call.method} ${call.target}</a></span>
    <span role="cell" class="c-operation ${call.operation ? '' : 'quiet'}" title=${call.api ? call.api + ' ' + operation : operation}
      >${operation}${call.direction === 'out' ? html` <span class="tag" title="A callback or webhook that the API sent">sent out</span>` : nothing}${call.unkeyed ? html` <span class="tag" title="The call named no session">no key</span>` : nothing}</span
    >
    <span role="cell" class="c-span number quiet">${span(call.micros)}</span>`;
}
