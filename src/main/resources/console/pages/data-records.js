// The records of a collection as one of its lists shows them: filtered, sorted and in pages by the mocked API itself. Where no list shows
// them, or not all, they are those of the control API.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { at, brief, escape, parse } from '../lib/json-tree.js';
import { listings } from '../lib/listing.js';
import { empty, loading } from '../lib/states.js';
import { table } from '../lib/table.js';
import { wrong } from '../lib/wrong.js';
import { files } from './data-files.js';

const PAGE = 50;
const COLUMNS = 8;
const LETTERS = 70;
const PREFIX = 'p.';

export function recordsView(ctx, collection) {
  const { api, session, update, go, href } = ctx;
  const path = 'data/' + encodeURIComponent(collection);
  const key = encodeURIComponent(session);
  const base = `sessions/${key}/collections/${encodeURIComponent(collection)}`;
  const home = files(ctx, base, load);
  let query = ctx.query;
  let status;
  let lists;
  let answer;
  let problem;
  let turn = 0;
  load();

  async function load() {
    const mine = ++turn;
    try {
      const [known, ways] = await Promise.all([api.get(base), lists ?? waysOf()]);
      if (mine !== turn) return;
      [status, lists] = [known, ways];
      if (status.single) {
        go(path, { record: '-' }, { replace: true });
        return;
      }
      const list = chosen();
      const found = list ? await ofList(list) : await ofControl();
      if (mine !== turn) return;
      // Until the next answer is there, that of before is shown as what it was.
      answer = { ...found, list };
      problem = undefined;
    } catch (failure) {
      if (mine !== turn) return;
      problem = failure;
    }
    update();
  }

  async function waysOf() {
    const { operations } = await api.get('operations');
    return listings(collection, operations, (name) => api.get(`contracts/${name.split('/').map(encodeURIComponent).join('/')}.json`));
  }

  /** The list that is asked; undefined for the control API. */
  function chosen() {
    if (query.via) return lists.find((list) => list.name === query.via);
    return lists.find((list) => list.isComplete(given(list)));
  }

  function given(list) {
    const all = {};
    for (const parameter of list.parameters) {
      const typed = query[PREFIX + parameter.name];
      if (typed !== undefined) all[parameter.name] = typed;
      else if (parameter.in === 'path' && parameter.example !== undefined) all[parameter.name] = String(parameter.example);
      else if (parameter.required && parameter.does === 'limit') all[parameter.name] = String(parameter.initial ?? 20);
    }
    return all;
  }

  async function ofList(list) {
    if (!list.isComplete(given(list))) return { missing: true };
    const found = await list.ask(api, given(list));
    const scopes = list.parameters.filter((parameter) => parameter.in === 'path').map((parameter) => given(list)[parameter.name]);
    return { ...found, rows: found.rows?.map((node) => ({ id: idOf(node, scopes), own: scopes.length > 0 ? ownKeys(node) : undefined, node })) };
  }

  /** As the control API writes ids: what its path has in front, and then its keys. */
  function idOf(node, scopes) {
    const left = [...scopes];
    const parts = status.keys.map((pointer) => {
      const value = at(node, pointer);
      return value === undefined ? left.shift() : (value.value ?? value.text);
    });
    return parts.length === 0 || parts.includes(undefined) ? undefined : parts.map(escape).join('/');
  }

  /** The same without the path: a record that is made is below all others, until one of them changes it. */
  function ownKeys(node) {
    const values = status.keys.map((pointer) => at(node, pointer)).filter((value) => value !== undefined);
    return values.map((value) => escape(value.value ?? value.text)).join('/') || undefined;
  }

  async function ofControl() {
    const offset = Number(query.offset ?? 0);
    const text = await api.text(`sessions/${key}/records/${encodeURIComponent(collection)}?offset=${offset}&limit=${PAGE}`);
    const tree = parse(text);
    const rows = at(tree, '/records').items.map((row) => ({ id: at(row, '/id').value, node: at(row, '/record') }));
    const total = Number(at(tree, '/total').text);
    return { text, rows, total, offset, control: true };
  }

  function change(changes, replace = false) {
    const next = { ...query, ...changes };
    const list = chosen();
    // Another filter begins with the first page.
    if (!('paging' in changes) && list) list.that('page', 'offset', 'after', 'before').forEach(({ name }) => delete next[PREFIX + name]);
    delete next.paging;
    go(path, next, { replace });
  }

  function page(parameters) {
    change({ ...prefixed(parameters), paging: true });
  }

  function view() {
    return html`<p><a href=${href('data')}>Data</a> /</p>
      <div class="title-row">
        <h1>${collection}</h1>
        ${status
          ? html`<div class="row">
              <a class="button" href=${href(path, { new: '1' })}>New record</a>
              ${home.buttons(status)}
            </div>`
          : nothing}
      </div>
      ${home.note()} ${problem ? wrong(problem, ctx, load) : status && lists && answer ? content() : loading('Loading records …')}`;
  }

  function content() {
    const list = chosen();
    return html`
      <p class="quiet">
        ${status.total.toLocaleString('en')} ${status.total === 1 ? 'record' : 'records'}${status.filed ? '' : ', examples of the contract or made of its schema'}
        ${status.changed ? html`<span class="tag warn">changed in this session</span>` : nothing}
      </p>
      <div class="row">
        <label
          >Shown by
          <select @change=${(event) => go(path, { via: event.target.value })}>
            ${ways().map((way) => html`<option value=${way.value} ?selected=${way.value === (list?.name ?? 'records')}>${way.label}</option>`)}
          </select>
        </label>
        <button type="button" @click=${load}>Reload</button>
      </div>
      ${list ? form(list) : nothing} ${result(answer.list)}
    `;
  }

  function ways() {
    const all = lists.map((list) => ({ value: list.name, label: list.title }));
    return [...all, { value: 'records', label: 'the control API, as in files' }];
  }

  function form(list) {
    const use = (does) => list.that(...does);
    const first = use(['path', 'search', 'filter', 'sort', 'direction']);
    const rest = list.parameters.filter((parameter) => !first.includes(parameter));
    return html`<form class="row" @submit=${(event) => event.preventDefault()} aria-label="Parameters of ${list.name}">
      ${first.map((parameter) => field(list, parameter))}
      ${rest.length > 0
        ? html`<details ?open=${rest.some((parameter) => query[PREFIX + parameter.name] !== undefined)}>
            <summary>${first.length > 0 ? 'More parameters' : 'Parameters'}</summary>
            <div class="row">${rest.map((parameter) => field(list, parameter))}</div>
          </details>`
        : nothing}
      ${Object.keys(query).some((name) => name.startsWith(PREFIX))
        ? html`<button type="button" @click=${() => go(path, query.via ? { via: query.via } : {})}>Clear</button>`
        : nothing}
    </form>`;
  }

  function field(list, parameter) {
    const value = given(list)[parameter.name] ?? '';
    const changed = ({ target }) => {
      change({ [PREFIX + parameter.name]: target.value || undefined });
      // What is asked for, if that is not what was typed; otherwise a field is left alone, as somebody may be typing.
      target.value = given(list)[parameter.name] ?? '';
    };
    const choice = parameter.options.length > 0 && !parameter.several && (value === '' || parameter.options.includes(value));
    return html`<label title=${parameter.text}
      >${parameter.name}${parameter.does === 'unknown' ? html` <span class="quiet">(not understood)</span>` : nothing}
      ${choice
        ? html`<select @change=${changed}>
            <option value="" ?selected=${value === ''}>any</option>
            ${parameter.options.map((option) => html`<option value=${option} ?selected=${option === value}>${option}</option>`)}
          </select>`
        : html`<input
            type=${parameter.does === 'search' ? 'search' : 'text'}
            size=${parameter.numeric ? 8 : 16}
            .value=${value}
            placeholder=${parameter.options.length > 0 ? parameter.options.join(',') : String(parameter.example ?? '')}
            autocomplete="off"
            @change=${changed}
          />`}
    </label>`;
  }

  function result(list) {
    if (answer.missing) return empty('Which ones?', 'This list is below another record: fill in the parameters of its path.');
    if (!answer.rows) return refusal();
    if (answer.rows.length === 0) return nobody(list);
    return html`${table({
        caption: 'Records',
        columns: columns(list),
        rows: answer.rows,
        key: (row, i) => row.id ?? i,
        ...sorting(list),
      })}
      ${pager(list)}`;
  }

  function refusal() {
    return html`<div class="state error" role="alert">
      <p class="state-title">The API answered ${answer.status}</p>
      <p class="mono">${answer.call}</p>
      <pre>${answer.text}</pre>
    </div>`;
  }

  function nobody(list) {
    const filtered = Object.keys(query).some((name) => name.startsWith(PREFIX) || name === 'offset');
    return status.total === 0
      ? empty('No records', 'A call of the API or the button above adds one.')
      : empty(
          'No record is shown',
          filtered ? 'The parameters leave none of them.' : list ? `${list.title} shows none of the ${status.total}.` : '',
          filtered ? html`<button type="button" @click=${() => go(path, query.via ? { via: query.via } : {})}>Clear the parameters</button>` : nothing,
        );
  }

  function columns(list) {
    const found = pointers(answer.rows.map((row) => row.node), status.keys);
    return found.map((pointer, i) => ({
      name: pointer,
      label: pointer.slice(1).replaceAll('/', '.'),
      number: answer.rows.every(({ node }) => ['number', undefined].includes(at(node, pointer)?.kind)),
      sort: Boolean(list?.order(last(pointer))),
      cell: (row) => cell(row, pointer, i === 0),
    }));
  }

  function cell({ id, own, node }, pointer, leads) {
    const whole = brief(answer.text, at(node, pointer));
    const text = whole.length > LETTERS ? whole.slice(0, LETTERS) + '…' : whole;
    if (!leads && /^\S{1,40}$/.test(text)) return html`<span class="nowrap">${text}</span>`;
    return leads && id !== undefined ? html`<a class=${text.length > 40 ? nothing : 'nowrap'} href=${href(path, { record: id, or: own })}>${text || '(no value)'}</a>` : text;
  }

  function sorting(list) {
    if (!list) return {};
    const now = given(list);
    const is = (wanted) => Object.entries(wanted).every(([name, value]) => now[name] === value);
    const sorted = columnsSorted(list).find(({ order }) => is(order.ascending) || is(order.descending));
    return {
      sort: sorted && { name: sorted.pointer, descending: !is(sorted.order.ascending) },
      onSort: (pointer, descending) => change(prefixed(list.order(last(pointer))[descending ? 'descending' : 'ascending'])),
    };
  }

  function columnsSorted(list) {
    return pointers(answer.rows.map((row) => row.node), status.keys)
      .map((pointer) => ({ pointer, order: list.order(last(pointer)) }))
      .filter(({ order }) => order);
  }

  function pager(list) {
    const { control, offset, rows, total } = answer;
    if (control) {
      return html`<nav class="row" aria-label="Pages of records">
        <button type="button" ?disabled=${offset === 0} @click=${() => go(path, { ...query, offset: Math.max(0, offset - PAGE) || undefined })}>Previous</button>
        <button type="button" ?disabled=${offset + rows.length >= total} @click=${() => go(path, { ...query, offset: offset + PAGE })}>Next</button>
        <span>${offset + 1} to ${offset + rows.length} of ${total.toLocaleString('en')}</span>
      </nav>`;
    }
    const turned = list.that('page', 'offset', 'after').some(({ name }) => query[PREFIX + name] !== undefined);
    return html`<nav class="row" aria-label="Pages of records">
      <button type="button" ?disabled=${!turned} @click=${() => change({})}>First page</button>
      <button type="button" ?disabled=${!answer.next} @click=${() => page(answer.next)}>Next page</button>
      <span>${rows.length} shown${total === undefined ? '' : ` of ${total.toLocaleString('en')} that fit`}</span>
    </nav>`;
  }

  return {
    view,
    changed(next) {
      query = next;
      load();
    },
  };
}

function prefixed(parameters) {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [PREFIX + name, value === '' ? undefined : value]));
}

function last(pointer) {
  return pointer.split('/').at(-1);
}

/** What to show of records: what tells them apart, and then plain values, those inside an object too where there are few. */
function pointers(nodes, keys) {
  const plain = new Set(keys.filter((key) => nodes.some((node) => at(node, key))));
  const inner = new Set();
  const isObject = (pointer) => nodes.some((node) => at(node, pointer)?.kind === 'object');
  for (const node of nodes.slice(0, 50)) {
    for (const { name, value } of node.members ?? []) {
      const pointer = '/' + escape(name);
      if (value.kind === 'object') value.members.filter((each) => each.value.kind !== 'object').forEach((each) => inner.add(`${pointer}/${escape(each.name)}`));
      else if (!plain.has(pointer) && !isObject(pointer)) plain.add(pointer);
    }
  }
  return [...new Set([...plain, ...inner])].slice(0, COLUMNS);
}
