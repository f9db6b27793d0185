// One call in full: the request, what was decided and why, the answer.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { bytes, cause, clock, span, statusColour, verdict } from '../lib/call-words.js';
import { copyButton } from '../lib/copy.js';
import { dialog } from '../lib/dialog.js';
import { download } from '../lib/download.js';
import { fixtureOf } from '../lib/fixture-of.js';
import { jsonView } from '../lib/json-view.js';
import { error, loading } from '../lib/states.js';

export function callPage(ctx) {
  const { api, session, update, href, query } = ctx;
  const id = ctx.params[0];
  const path = `sessions/${encodeURIComponent(session)}/calls/${encodeURIComponent(id)}`;
  let call;
  let problem;
  let timer;
  let closed = false;
  load();

  async function load() {
    problem = undefined;
    update();
    try {
      call = await api.get(path);
      // What became of the answer is known when all of it is sent.
      if (call.end === 'open' && !closed) timer = setTimeout(load, 1000);
    } catch (failure) {
      problem = failure;
    }
    if (!closed) update();
  }

  async function fixture() {
    let operations;
    try {
      operations = (await api.get('operations')).operations;
    } catch (failure) {
      ctx.fail(failure);
      return;
    }
    const made = fixtureOf(call, operations);
    dialog({ title: 'As a fixture', wide: !made.why, view: (close) => (made.why ? noFixture(made, close) : aFixture(made, close)) });
  }

  function view() {
    return html`<p class="back"><a href=${href('calls', query)}>← Calls</a></p>
      ${problem ? gone() : call ? whole() : html`<h1>Call ${id}</h1>${loading()}`}`;
  }

  function gone() {
    return html`<h1>Call ${id}</h1>${error(problem, load)}
      ${problem.status === 404 ? html`<p class="quiet">The server keeps the last calls of all sessions in 16 MiB; <code>serve --journal</code> gives it more.</p>` : nothing}`;
  }

  function whole() {
    const [word, colour] = verdict(call.verdict);
    const out = call.direction === 'out';
    const { request, response } = call;
    return html`<h1 class="mono call-title">${request.method} ${request.target}</h1>
      <p class="row tags">
        <span class="tag ${statusColour(response.status)}">${response.status || 'no answer'}</span>
        <span class="tag ${colour}">${word}</span>
        ${call.end === 'cut' && !out ? html`<span class="tag bad">cut off</span>` : call.end === 'open' ? html`<span class="tag">being sent</span>` : nothing}
        ${out ? html`<span class="tag">${call.end === 'unsent' ? 'not sent' : 'sent out'}</span>` : call.operation ? nothing : html`<span class="tag">no operation</span>`}
        ${call.unkeyed ? html`<span class="tag">named no session</span>` : nothing}
      </p>
      <div class="row">
        ${copyButton(() => api.text(path + '/curl'), 'Copy as curl')}
        ${out ? nothing : html`<button type="button" class="small" @click=${fixture}>As a fixture …</button>`}
        ${call.operation && !out
          ? html`<a class="button small" href=${href('rules', { new: 1, from: call.id })}>Answer this again like that …</a>`
          : nothing}
      </div>
      ${decided()}
      <section aria-labelledby="request">
        <h2 id="request">Request</h2>
        ${target(request.target)} ${fields('Header fields of the request', request.headers, 'header')}
        ${body(request.body, 'request', request.headers, 'body')}
      </section>
      <section aria-labelledby="answer">
        <h2 id="answer">Answer</h2>
        ${fields('Header fields of the answer', response.headers, '')} ${answerBody()}
      </section>`;
  }

  function answerBody() {
    return call.request.method === 'HEAD'
      ? html`<p class="quiet">To HEAD no body is sent; the one to GET has ${bytes(call.response.body.size)}.</p>`
      : body(call.response.body, 'answer', call.response.headers, 'reply');
  }

  function decided() {
    return html`<section aria-labelledby="decided">
      <h2 id="decided">What was decided, and why</h2>
      <dl class="facts">
        <dt>Operation</dt>
        <dd>
          ${call.direction === 'out'
            ? html`none: ${call.operation ?? 'a webhook'} ${call.end === 'unsent' ? 'would be' : 'was'} sent by the API`
            : call.operation
              ? html`<a href=${href('operations', { api: call.api, operation: call.operation })}>${call.operation}</a> of
                  <a href=${href('contract/' + encodeURIComponent(call.api))}>${call.api}</a>`
              : html`none: no operation that is served has this method and path`}
        </dd>
        <dt>Verdict</dt>
        <dd>${sentence()}${call.reason ? html`<br />${call.reason}` : nothing}</dd>
        ${call.cause
          ? html`<dt>Answer</dt>
              <dd>
                ${cause(call.cause)}${call.rule
                  ? html` (<a href=${href('rules', { rule: call.rule.id })}>rule ${call.rule.id}</a>${call.rule.unchecked ? ', not held to the contract' : ''})`
                  : nothing}
              </dd>`
          : nothing}
        ${call.end === 'cut' && call.direction !== 'out'
          ? html`<dt>Sending</dt>
              <dd class="bad">The connection or stream ended before all of the answer was sent.</dd>`
          : nothing}
        <dt>Session</dt>
        <dd>${call.session}${call.unkeyed ? ', as the call named none' : ''}</dd>
        <dt>Time</dt>
        <dd><time datetime=${call.time} title=${call.time}>${clock(call.time)}</time>, answered after ${span(call.micros)}</dd>
        <dt>Protocol</dt>
        <dd>${call.request.protocol}</dd>
      </dl>
      ${list('What was wrong', call.violations, 'wrong', 'bad')} ${list('What was taken all the same', call.notes ?? [], 'note', 'warn')}
    </section>`;
  }

  function sentence() {
    if (call.direction === 'out') {
      if (call.verdict === 'kept') return 'The receiver answered as the contract has it.';
      return call.verdict === 'failed' ? 'There was no answer.' : 'The answer of the receiver broke the contract.';
    }
    if (call.verdict === 'warned') return 'Something broke the contract, and it passed all the same, as strictness has it.';
    if (call.verdict === 'kept') return 'It kept the contract, and so did its answer.';
    if (call.verdict === 'failed') return 'The server could not answer it as the contract has it.';
    return call.operation ? 'It broke the contract.' : 'It was meant for no operation.';
  }

  function list(title, found, kind, colour) {
    if (found.length === 0) return nothing;
    return html`<h3>${title}</h3>
      <ul class="violations">
        ${found.map(
          (one, i) => html`<li>
            <span class="tag ${colour}">${one.keyword}</span>
            ${marked(one) ? html`<a href="#${kind}-${i}" @click=${(event) => lead(event, `${kind}-${i}`)}>${place(one)}</a>` : html`<span>${place(one)}</span>`}:
            ${one.message}
          </li>`,
        )}
      </ul>`;
  }

  function marked(one) {
    const body = one.place === 'body' ? call.request.body : one.place === 'reply' ? call.response.body : undefined;
    return body?.whole && body.text !== undefined && one.pointer !== undefined;
  }

  function marks(place) {
    const all = [...call.violations.map((one, i) => [one, 'wrong-' + i]), ...(call.notes ?? []).map((one, i) => [one, 'note-' + i])];
    return all.filter(([one]) => one.place === place && !one.name).map(([one, id]) => ({ pointer: one.pointer ?? '', message: one.message, id }));
  }

  function named(place, name) {
    return call.violations.filter((one) => one.place === place && one.name && one.name.toLowerCase() === name.toLowerCase());
  }

  function target(text) {
    const mark = text.indexOf('?');
    if (mark < 0) return nothing;
    const pairs = text.slice(mark + 1).split('&').filter(Boolean).map((piece) => piece.split('=', 1).concat(piece.includes('=') ? piece.slice(piece.indexOf('=') + 1) : ''));
    return rows('Query', pairs.map(([name, value]) => ({ name: decode(name), value: decode(value) })), 'query');
  }

  function fields(caption, all, place) {
    return all.length === 0 ? html`<p class="quiet">No header fields of its own.</p>` : rows(caption, all, place);
  }

  function rows(caption, all, place) {
    return html`<details ?open=${place === 'query' || all.length < 12}>
      <summary>${caption}</summary>
      <dl class="facts mono fields">
        ${all.map(({ name, value }) => {
          const wrong = place ? named(place, name) : [];
          return html`<dt>${name}</dt>
            <dd>
              ${wrong.length ? html`<mark>${value}</mark>` : value}${wrong.map((one) => html`<div class="json-said">▲ ${one.message}</div>`)}
            </dd>`;
        })}
      </dl>
    </details>`;
  }

  function body(content, name, headers, place) {
    if (content.size === 0) return html`<p class="quiet">No body.</p>`;
    const type = headers.find((field) => field.name.toLowerCase() === 'content-type')?.value ?? 'of no type';
    const label = `Body of the ${name}`;
    const size = html`<span class="quiet">${type}, ${bytes(content.size)}</span>`;
    const head = (...buttons) => html`<div class="row body-head"><strong>Body</strong> ${size} ${buttons}</div>`;
    if (content.missing === 'hidden') return html`${head()}<p class="state">It is not shown: it may hold secrets.</p>`;
    if (content.missing === 'dropped') {
      return html`${head()}<p class="state">It is not kept any more: it made room for later calls, or was too large for the memory.</p>`;
    }
    if (content.base64 !== undefined) {
      const save = () => download(`call-${call.id}-${name}`, Uint8Array.from(atob(content.base64), (letter) => letter.charCodeAt(0)), 'application/octet-stream');
      return html`${head(content.whole ? html`<button type="button" class="small" @click=${save}>Download</button>` : nothing)}
        <p class="state">${content.whole ? 'Bytes that are no text.' : 'Bytes that are no text; the first 64 KiB are kept.'}</p>`;
    }
    if (content.text === undefined) return head();
    const json = content.whole ? jsonView(content.text, { label, marks: marks(place) }) : undefined;
    return html`${head(copyButton(content.text))}
      ${content.whole ? nothing : html`<p class="quiet">What is kept or may be shown of it:</p>`}
      ${json ?? html`<pre class="body" role="group" aria-label=${label} tabindex="0">${content.text}</pre>`}`;
  }

  return {
    view,
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

function place(one) {
  return [one.place, one.name, one.pointer].filter(Boolean).join(' ');
}

function lead(event, id) {
  event.preventDefault();
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

function decode(text) {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function noFixture(made, close) {
  return html`<p>This call makes no fixture. ${made.why}</p>
    <p class="actions"><button type="button" autofocus @click=${() => close()}>Close</button></p>`;
}

function aFixture(made, close) {
  return html`<p>${made.what} put it into <code>${made.file}</code> in a folder of fixtures (<code>serve --fixtures FOLDER</code>).</p>
    ${made.text.includes('…') ? html`<p class="warn">“…” stands where a secret is hidden: fill in a value.</p>` : nothing}
    <pre class="body" tabindex="0" role="group" aria-label="The fixture">${made.text}</pre>
    <p class="actions">
      ${copyButton(made.text)}
      <button type="button" class="main" autofocus @click=${() => (download(made.file.split('/').at(-1), made.text), close())}>Download</button>
    </p>`;
}
