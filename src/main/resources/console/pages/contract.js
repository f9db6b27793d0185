// The contract of an API: its documentation, and its text with the findings beside their lines.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { count } from '../lib/call-words.js';
import { copyButton } from '../lib/copy.js';
import { empty, error, loading } from '../lib/states.js';
import { sourceText } from '../lib/source-text.js';

export const title = 'Contract';

/** Another contract is another page, and the same one is told what of it is looked at. */
export function page(ctx) {
  let name = ctx.params.join('/');
  let shown = contractPage(ctx);
  return {
    view: () => shown.view(),
    changed(next) {
      if (next.params.join('/') === name) {
        shown.changed(next);
        return;
      }
      name = next.params.join('/');
      shown.close();
      shown = contractPage({ ...ctx, ...next });
    },
    close: () => shown.close(),
  };
}

function contractPage(ctx) {
  const { api, update, href, go } = ctx;
  let query = ctx.query;
  const name = ctx.params.join('/');
  let apis;
  let found;
  let text;
  let shown;
  let problem;
  let closed = false;
  load();

  async function load() {
    problem = undefined;
    try {
      if (!name) {
        apis = (await api.get('contracts')).contracts;
        if (apis.length === 1 && !closed) go('contract/' + encodeURIComponent(apis[0].name), {}, { replace: true });
      } else {
        found = await api.get(`apis/${encodeURIComponent(name)}/findings`);
        await read();
      }
    } catch (failure) {
      problem = failure;
    }
    if (!closed) update();
  }

  /** The text of the file that the address names, if it is looked at. */
  async function read() {
    if (query.view !== 'text') return;
    const file = found.files.includes(query.file) ? query.file : found.files[0];
    if (shown === file) return;
    shown = file;
    text = undefined;
    update();
    const answer = await api.text(`apis/${encodeURIComponent(name)}/contract?${new URLSearchParams({ name: file })}`);
    if (shown === file) text = answer;
  }

  function list() {
    return html`<h1>Contracts</h1>
      ${problem
        ? error(problem, load)
        : !apis
          ? loading('Loading the contracts …')
          : apis.length === 0
            ? empty('No contracts', 'No API is served.')
            : html`<ul class="contracts">
                ${apis.map((one) => html`<li><a href=${href('contract/' + encodeURIComponent(one.name))}>${one.title}</a> <span class="quiet">${one.name}</span></li>`)}
              </ul>`}`;
  }

  function one() {
    const here = 'contract/' + encodeURIComponent(name);
    const inText = query.view === 'text';
    return html`<div class="title-row">
        <h1>${name}</h1>
        <p class="quiet">
          As served: <a href=${new URL(`contracts/${served()}.yaml`, home()).href} target="_blank">YAML</a>,
          <a href=${new URL(`contracts/${served()}.json`, home()).href} target="_blank">JSON</a>
        </p>
      </div>
      <nav class="tabs" aria-label="Views of the contract">
        <a href=${href(here)} aria-current=${inText ? nothing : 'true'}>Documentation</a>
        <a href=${href(here, { view: 'text' })} aria-current=${inText ? 'true' : nothing}
          >Text and findings${found ? html` <span class="tag ${worst(found.findings)}">${found.findings.length}</span>` : nothing}</a
        >
      </nav>
      ${problem ? error(problem, load) : inText ? textView(here) : documentation()}`;
  }

  function served() {
    return name.split('/').map(encodeURIComponent).join('/');
  }

  function home() {
    return new URL(href(''));
  }

  function documentation() {
    const address = new URL(href('reference/' + served(), query.operation ? { operation: query.operation } : {}));
    return html`<iframe class="reference" title="Documentation of ${name}, by Swagger UI" src=${address.href}></iframe>`;
  }

  function textView(here) {
    if (!found || text === undefined) return loading('Loading the text …');
    const line = Number(query.line) || 0;
    const inFile = found.findings.filter((finding) => finding.file === shown);
    const address = (finding) => href(here, { view: 'text', file: finding.file === found.files[0] ? undefined : finding.file, line: Math.max(1, finding.line) });
    return html`${found.files.length > 1
        ? html`<p>
            <label
              >File
              <select @change=${(event) => go(here, { view: 'text', file: event.target.value })}>
                ${found.files.map((file) => {
                  const there = found.findings.filter((finding) => finding.file === file).length;
                  return html`<option value=${file} ?selected=${file === shown}>${file}${there ? ` (${count(there, 'finding')})` : ''}</option>`;
                })}
              </select></label
            >
          </p>`
        : html`<p class="quiet mono break">${shown}</p>`}
      ${found.findings.length === 0
        ? html`<p class="good">Nothing was found in this contract by now. Its examples are checked while the server runs; <code>understudy check</code> does all of it at once.</p>`
        : html`<details class="findings" ?open=${found.findings.length <= 12}>
            <summary>${summary(found.findings)}</summary>
            <ul>
              ${found.findings.map(
                (finding) => html`<li>
                  <span class="tag ${COLOURS[finding.level]}">${finding.level}</span>
                  <a href=${address(finding)}>${finding.file === found.files[0] ? '' : finding.file + ':'}${finding.line}:${finding.column}</a> ${finding.message}
                </li>`,
              )}
            </ul>
          </details>`}
      <div class="row">${copyButton(text, 'Copy the text')}</div>
      ${sourceText({ text, findings: inFile, line, label: `Text of ${shown}`, address: (to) => href(here, { view: 'text', file: query.file, line: to }) })}`;
  }

  return {
    view: () => (name ? one() : list()),
    changed(next) {
      query = next.query;
      read().then(update, (failure) => ((problem = failure), update()));
    },
    close() {
      closed = true;
    },
  };
}

const COLOURS = { fault: 'bad', gap: 'warn', hint: '' };

function worst(findings) {
  return findings.some((one) => one.level === 'fault') ? 'bad' : findings.some((one) => one.level === 'gap') ? 'warn' : '';
}

function summary(findings) {
  return ['fault', 'gap', 'hint']
    .map((level) => [level, findings.filter((one) => one.level === level).length])
    .filter(([, number]) => number > 0)
    .map(([level, number]) => count(number, level))
    .join(', ');
}
