// Makes a rule: which calls, and what becomes of them. It may begin with a call that was answered.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { JsonEditor } from '../lib/json-editor.js';
import { parse, print } from '../lib/json-tree.js';
import { responses, operationIn, parametersOf, pathArguments } from '../lib/operation-in.js';
import { error, loading } from '../lib/states.js';

const EFFECTS = {
  none: 'nothing else',
  cut: 'the connection is cut',
  reset: 'the connection is reset',
  truncate: 'the body ends early, as if whole',
  garble: 'bytes of the body are changed',
  dribble: 'the body comes slowly',
};

export function newRule(ctx) {
  const { api, session, query, update, go, href, say } = ctx;
  const key = encodeURIComponent(session);
  const documents = new Map();
  const body = new JsonEditor({ label: 'The body as JSON', update });
  const whole = new JsonEditor({ label: 'The rule as JSON', update });
  const form = {
    chosen: '',
    where: {},
    answer: 'status',
    status: '',
    example: '',
    mediaType: '',
    headers: '',
    unchecked: false,
    delay: '',
    effect: 'none',
    bytes: '',
    times: '',
    chance: '',
  };
  let operations;
  let operation;
  let problem;
  let refused;
  let note = '';
  let byHand = false;
  load();

  async function load() {
    problem = undefined;
    try {
      operations = (await api.get('operations')).operations.filter((each) => !each.finding);
      const call = query.from ? await api.get(`sessions/${key}/calls/${encodeURIComponent(query.from)}`) : undefined;
      const api_ = call?.api ?? query.api;
      const name = call?.operation ?? query.operation;
      const named = operations.find((each) => each.operation === name && (!api_ || each.contract === api_));
      if (query.operation && !named) note = `There is no operation ${query.operation}${api_ ? ` of ${api_}` : ''} that is served: choose another.`;
      const meant = named ?? operations[0];
      if (meant) await choose(nameOf(meant));
      if (call) begin(call, named);
    } catch (failure) {
      problem = failure;
    }
    update();
  }

  const nameOf = (each) => `${each.contract} ${each.operation}`;

  async function choose(name) {
    const found = operations.find((each) => nameOf(each) === name);
    form.chosen = name;
    form.where = {};
    form.example = form.mediaType = '';
    if (!documents.has(found.contract)) {
      documents.set(found.contract, await api.get(`contracts/${found.contract.split('/').map(encodeURIComponent).join('/')}.json`));
    }
    const document = documents.get(found.contract);
    const details = operationIn(found, document);
    operation = { ...found, document, responses: responses(document, details), parameters: parametersOf(document, details) };
    const declared = operation.responses.map(({ status }) => status);
    if (!declared.includes(form.status)) form.status = failure(declared);
    complete();
  }

  /** As the call was answered. */
  function begin(call, meant) {
    const { response, request } = call;
    if (!call.operation || !meant) {
      note = `Call ${call.id} reached no operation.`;
      return;
    }
    form.status = String(response.status);
    form.where = pathArguments(meant.path, request.path);
    const type = response.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
    form.mediaType = response.body.size > 0 ? type.split(';')[0] : '';
    const { text, whole: isWhole } = response.body;
    if (response.body.size === 0) {
      note = `As call ${call.id} was answered.`;
    } else if (text === undefined || !isWhole) {
      note = `The body of call ${call.id} is not kept in full or is no text: only its status is taken.`;
    } else {
      form.answer = 'body';
      body.text = pretty(text);
      note = `As call ${call.id} was answered. What was secret in it is left out.`;
    }
    complete();
  }

  function pretty(text) {
    try {
      return print(text, parse(text)) + '\n';
    } catch {
      return JSON.stringify(text) + '\n';
    }
  }

  /** The body completes by the schema of the answer that is chosen. */
  function complete() {
    const schema = answer()?.media[0]?.schema;
    body.schema = schema && { allOf: [schema], ...rootOf(operation.document) };
  }

  const rootOf = ({ components, paths }) => ({ components, paths });

  const answer = () => operation?.responses.find(({ status }) => status === form.status || status === form.status[0] + 'XX') ?? operation?.responses.find(({ status }) => status === 'default');

  /** The rule as text: the body is as it was typed. */
  function text() {
    const call = { api: operation.contract, operation: operation.operation };
    const where = conditions();
    if (where.length > 0) call.where = where;
    const parts = [`"call": ${JSON.stringify(call)}`];
    const answered = answerParts();
    if (answered.length > 0) parts.push(`"answer": {${answered.join(', ')}}`);
    const effect = effectOf();
    if (Object.keys(effect).length > 0) parts.push(`"effect": ${JSON.stringify(effect)}`);
    if (form.times !== '') parts.push(`"times": ${number(form.times)}`);
    if (form.chance !== '') parts.push(`"chance": ${number(form.chance, 100)}`);
    const rule = `{${parts.join(', ')}}`;
    return print(rule, parse(rule)) + '\n';
  }

  function conditions() {
    return operation.parameters
      .filter(({ name }) => (form.where[name] ?? '') !== '')
      .map(({ name, place, numeric, boolean }) => {
        const typed = form.where[name];
        const value = numeric && /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : boolean && /^(true|false)$/.test(typed) ? typed === 'true' : typed;
        return { in: place, name, equals: value };
      });
  }

  function answerParts() {
    if (form.answer === 'none') return [];
    const parts = [];
    if (form.status !== '') parts.push(`"status": ${number(form.status)}`);
    if (form.answer === 'status' && form.example) parts.push(`"example": ${JSON.stringify(form.example)}`);
    if (form.answer === 'body') parts.push(`"body": ${body.text.trim() || 'null'}`);
    if (form.answer === 'body' && form.mediaType) parts.push(`"mediaType": ${JSON.stringify(form.mediaType)}`);
    const headers = form.headers.split('\n').filter((line) => line.trim() !== '').map((line) => [line.split(':')[0].trim(), line.split(':').slice(1).join(':').trim()]);
    if (headers.length > 0) parts.push(`"headers": ${JSON.stringify(Object.fromEntries(headers))}`);
    if (form.unchecked) parts.push('"unchecked": true');
    return parts;
  }

  function effectOf() {
    const effect = form.delay === '' ? {} : { delay: form.delay };
    const bytes = form.bytes === '' ? undefined : Number(form.bytes);
    if (form.effect === 'cut') effect.cut = bytes === undefined ? {} : { after: bytes };
    else if (form.effect === 'truncate') effect.truncate = bytes ?? 0;
    else if (form.effect === 'dribble') effect.dribble = bytes ?? 100;
    else if (form.effect !== 'none') effect[form.effect] = true;
    return effect;
  }

  async function make() {
    refused = undefined;
    const editor = byHand ? whole : form.answer === 'body' ? body : undefined;
    if (editor && !editor.isJson()) {
      update();
      editor.focus();
      return;
    }
    try {
      const sent = byHand ? whole.text : text();
      const response = await api.raw(`sessions/${key}/rules`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: sent });
      say(`Rule ${(await response.json()).id} is made`);
      go('rules');
    } catch (failure) {
      refused = failure;
      point(failure.faults ?? []);
      if (!refused) editor.focus();
      update();
    }
  }

  /** Faults of what was typed as JSON stand at its lines too. */
  function point(faults) {
    const below = '/answer/body';
    if (byHand) whole.faults = faults;
    else if (form.answer === 'body') {
      const inside = faults.filter(({ pointer }) => pointer === below || pointer.startsWith(below + '/'));
      body.faults = inside.map((fault) => ({ ...fault, pointer: fault.pointer.slice(below.length) }));
    }
    const shown = byHand ? whole.faults : form.answer === 'body' ? body.faults : [];
    if (faults.length > 0 && shown.length === faults.length) refused = undefined;
  }

  function set(name, value) {
    form[name] = value;
    refused = undefined;
    if (name === 'status') complete();
    update();
  }

  const input = (name, label, more = {}) => html`<label
    >${label}<input
      .value=${form[name]}
      size=${more.size ?? 10}
      inputmode=${more.numeric ? 'decimal' : nothing}
      placeholder=${more.placeholder ?? ''}
      list=${more.list ?? nothing}
      autocomplete="off"
      @input=${(event) => set(name, event.target.value)}
  /></label>`;

  const choice = (name, label, options, change = (value) => set(name, value)) => html`<label
    >${label}<select @change=${(event) => change(event.target.value)}>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${form[name] === value}>${text}</option>`)}
    </select></label
  >`;

  const radio = (value, label) => html`<label class="check"
    ><input type="radio" name="answer" .checked=${form.answer === value} @change=${() => set('answer', value)} />${label}</label
  >`;

  function view() {
    return html`<p><a href=${href('rules')}>Rules</a> /</p>
      <h1>New rule</h1>
      ${problem ? error(problem, load) : !operations ? loading('Loading operations …') : operation ? content() : html`<p class="state empty">No operation is served.</p>`}`;
  }

  function content() {
    return html`${note ? html`<p class="quiet">${note}</p>` : nothing}
      <form @submit=${(event) => (event.preventDefault(), make())}>
        ${byHand ? whole.view() : html`${callFields()} ${answerFields()} ${effectFields()} ${often()}`}
        ${refused ? error(refused) : nothing}
        <div class="actions">
          <button type="button" @click=${turn}>${byHand ? 'Back to the form' : 'Edit as JSON'}</button>
          <button class="main">Make the rule</button>
        </div>
      </form>
      ${byHand ? nothing : html`<details class="panel"><summary>The rule as JSON</summary><pre>${preview()}</pre></details>`}`;
  }

  function turn() {
    refused = undefined;
    if (!byHand) whole.text = preview();
    whole.faults = [];
    byHand = !byHand;
    update();
  }

  function preview() {
    try {
      return text();
    } catch {
      return 'The body is no JSON yet.';
    }
  }

  function callFields() {
    const names = operations.map((each) => [nameOf(each), `${each.operation} · ${each.method} ${each.path}`]);
    return html`<fieldset>
      <legend>Which calls</legend>
      <div class="row">${choice('chosen', 'Operation', names, async (name) => (await choose(name), update()))}</div>
      ${operation.parameters.length === 0
        ? nothing
        : html`<details ?open=${Object.keys(form.where).length > 0}>
            <summary>Only with these arguments</summary>
            <div class="row">
              ${operation.parameters.map(
                ({ name, place }) => html`<label
                  >${name} <span class="quiet">${place}</span
                  ><input size="14" .value=${form.where[name] ?? ''} placeholder="any" autocomplete="off" @input=${(event) => ((form.where = { ...form.where, [name]: event.target.value }), update())}
                /></label>`,
              )}
            </div>
          </details>`}
    </fieldset>`;
  }

  function answerFields() {
    const declared = operation.responses.map(({ status }) => status);
    const examples = answer()?.media.flatMap(({ examples: all }) => all) ?? [];
    const media = answer()?.media.map(({ type }) => type) ?? [];
    const other = form.answer !== 'none' && /^\d{3}$/.test(form.status) && !answer();
    return html`<fieldset>
      <legend>Are answered with</legend>
      <div>${radio('status', 'a status, and an example or a made body')}${radio('body', 'a body of yours')}${radio('none', 'what there would be without the rule')}</div>
      ${form.answer === 'none'
        ? nothing
        : html`<div class="row">
              ${input('status', 'Status', { size: 5, numeric: true, list: 'statuses' })}
              <datalist id="statuses">${declared.filter((status) => /^\d+$/.test(status)).map((status) => html`<option value=${status}></option>`)}</datalist>
              ${form.answer === 'status' && examples.length > 0 ? choice('example', 'Example', [['', 'any'], ...examples.map((name) => [name, name])]) : nothing}
              ${form.answer === 'body' && (media.length > 1 || form.mediaType) ? choice('mediaType', 'Media type', [...new Set(['', form.mediaType, ...media])].map((type) => [type, type || 'the first declared'])) : nothing}
            </div>
            <p class="quiet">Declared: ${declared.join(', ')}${other ? html`. <strong>${form.status} is not</strong>: the answer must be allowed to break the contract.` : ''}</p>
            ${form.answer === 'body' ? body.view() : nothing}
            <div class="row">
              <label>Headers, one a line<textarea rows="2" cols="40" placeholder="Retry-After: 5" .value=${form.headers} @input=${(event) => set('headers', event.target.value)}></textarea></label>
            </div>
            <label class="check"><input type="checkbox" .checked=${form.unchecked} @change=${(event) => set('unchecked', event.target.checked)} />It may break the contract</label>`}
    </fieldset>`;
  }

  function effectFields() {
    const counted = { cut: 'After bytes', truncate: 'After bytes', dribble: 'Bytes a second' }[form.effect];
    return html`<fieldset>
      <legend>And on the wire</legend>
      <div class="row">
        ${input('delay', 'Delay', { placeholder: '2s, 500ms' })} ${choice('effect', 'Then', Object.entries(EFFECTS))}
        ${counted ? input('bytes', counted, { numeric: true, placeholder: { cut: 'before the head', truncate: '0', dribble: '100' }[form.effect] }) : nothing}
      </div>
    </fieldset>`;
  }

  function often() {
    return html`<fieldset>
      <legend>How often</legend>
      <div class="row">${input('times', 'Times', { numeric: true, placeholder: 'no end' })} ${input('chance', 'Share in %', { numeric: true, placeholder: '100' })}</div>
    </fieldset>`;
  }

  return { view };
}

/** What a rule is most often made for: an error that is declared. */
function failure(declared) {
  const numbers = declared.filter((status) => /^\d{3}$/.test(status));
  return numbers.find((status) => status >= '500') ?? (declared.includes('default') ? '503' : (numbers.find((status) => status >= '400') ?? numbers[0] ?? ''));
}

/** As a number where it is one; the API says what is wrong with anything else. */
function number(typed, part = 1) {
  const value = Number(typed);
  return Number.isFinite(value) && typed.trim() !== '' ? String(value / part) : JSON.stringify(typed);
}
