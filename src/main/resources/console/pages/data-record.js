// One record as JSON: changed, added, removed, and told where its values come from.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { confirm } from '../lib/dialog.js';
import { JsonEditor } from '../lib/json-editor.js';
import { parse, print } from '../lib/json-tree.js';
import { error, loading } from '../lib/states.js';
import { table } from '../lib/table.js';
import { wrong } from '../lib/wrong.js';
import { files } from './data-files.js';

export function recordView(ctx, collection) {
  const { api, session, query, update, go, href, say, fail } = ctx;
  const path = 'data/' + encodeURIComponent(collection);
  const key = encodeURIComponent(session);
  const records = `sessions/${key}/records/${encodeURIComponent(collection)}`;
  const base = `sessions/${key}/collections/${encodeURIComponent(collection)}`;
  const isNew = query.record === undefined;
  const own = `${records}/${encodeURIComponent(query.record ?? '')}`;
  const home = files(ctx, base, load);
  const editor = new JsonEditor({ label: isNew ? 'The new record as JSON' : 'The record as JSON', update, change: () => (refused = undefined) });
  let status;
  let saved;
  let absent = isNew;
  let problem;
  let refused;
  let layers;
  load();

  async function load() {
    layers = undefined;
    try {
      const [known, schema] = await Promise.all([api.get(base), editor.schema ?? api.get(base + '/schema')]);
      status = known;
      editor.schema = schema;
      if (saved === undefined || !isNew) saved = isNew ? begun(schema) : await stored();
      editor.text = saved ?? '';
      editor.faults = [];
      problem = undefined;
    } catch (failure) {
      problem = failure;
    }
    update();
  }

  async function stored() {
    try {
      const text = await api.text(own);
      absent = false;
      return print(text, parse(text)) + '\n';
    } catch (failure) {
      if (failure.status === 404 && query.or) {
        go(path, { record: query.or }, { replace: true });
        return saved;
      }
      // A collection of one object may have none yet.
      if (failure.status !== 404 || !status.single) throw failure;
      absent = true;
      return begun(editor.schema);
    }
  }

  async function save() {
    refused = undefined;
    if (!editor.isJson()) {
      update();
      editor.focus();
      return;
    }
    try {
      const content = { headers: { 'Content-Type': 'application/json' }, body: editor.text };
      const response = await api.raw(isNew ? records : own, { method: isNew ? 'POST' : 'PUT', ...content });
      if (isNew) {
        const added = (await response.json()).records;
        say(added.length === 1 ? `Record ${added[0].id} is added` : `${added.length} records are added`);
        go(path, added.length === 1 ? { record: added[0].id } : {}, { replace: true });
        return;
      }
      say('Saved in this session');
      await load();
    } catch (failure) {
      if (failure.faults?.length) editor.faults = failure.faults;
      else refused = failure;
      update();
      editor.focus();
    }
  }

  async function remove() {
    const meant = await confirm({ title: 'Remove the record', text: `Record ${query.record} of ${collection} is removed from this session.`, action: 'Remove it' });
    if (!meant) return;
    try {
      await api.delete(own);
      say(`Record ${query.record} is removed`);
      go(path);
    } catch (failure) {
      fail(failure);
    }
  }

  function undo() {
    editor.text = saved;
    editor.faults = [];
    refused = undefined;
    update();
    editor.focus();
  }

  async function tell(event) {
    if (!event.target.open || layers) return;
    try {
      layers = await api.get(own + '/layers');
    } catch (failure) {
      layers = { problem: failure };
    }
    update();
  }

  function view() {
    return html`<p><a href=${href('data')}>Data</a> / ${status?.single ? nothing : html`<a href=${href(path)}>${collection}</a> /`}</p>
      <div class="title-row">
        <h1>${status?.single ? collection : isNew ? 'New record' : html`Record <span class="break">${query.record}</span>`}</h1>
        ${status?.single ? html`<div class="row">${home.buttons(status)}</div>` : nothing}
      </div>
      ${home.note()} ${problem ? wrong(problem, ctx, load) : saved === undefined ? loading('Loading the record …') : content()}`;
  }

  function content() {
    const changed = editor.text !== saved;
    return html`
      <form
        @submit=${(event) => (event.preventDefault(), save())}
        @keydown=${(event) => event.key === 's' && (event.ctrlKey || event.metaKey) && (event.preventDefault(), save())}
      >
        ${absent && !isNew ? html`<p class="quiet">There is none yet.</p>` : nothing} ${editor.view()}
        ${refused ? error(refused) : nothing}
        <div class="actions">
          ${isNew || absent ? nothing : html`<button type="button" class="danger" @click=${remove}>Remove</button>`}
          <button type="button" ?disabled=${!changed} @click=${undo}>Undo changes</button>
          <button class="main" ?disabled=${!changed && !isNew && !absent}>${isNew ? 'Add' : 'Save'}</button>
        </div>
      </form>
      ${isNew || absent
        ? nothing
        : html`<details class="panel" @toggle=${tell}>
            <summary>Where its values come from</summary>
            ${layers ? layersView() : loading('Reading the files …')}
          </details>`}
    `;
  }

  function layersView() {
    if (layers.problem) return error(layers.problem);
    const words = { session: 'this session', contract: 'the contract: an example, or made of its schema' };
    return html`${table({
      caption: 'Layers',
      columns: [
        { name: 'pointer', label: 'Value', cell: (row) => html`<code>${row.pointer}</code>` },
        { name: 'layer', label: 'Set by', cell: (row) => (row.layer === 'session' ? html`<span class="tag warn">this session</span>` : (words[row.layer] ?? row.layer)) },
        { name: 'file', label: 'Where', cell: (row) => (row.file ? html`<code>${row.file}:${row.line}</code>` : '') },
      ],
      rows: [...layers.values, ...layers.removed.map((pointer) => ({ pointer, layer: 'session', removed: true }))].map((row) => (row.removed ? { ...row, pointer: row.pointer + ' (removed)' } : row)),
      key: (row) => row.pointer,
    })}`;
  }

  return { view };
}

/** An object with the keys that a schema asks for, to be filled in. */
function begun(schema) {
  const found = new Map();
  const open = [schema];
  const seen = new Set();
  for (const each of open) {
    if (!each || seen.has(each)) continue;
    seen.add(each);
    const target = each.$ref?.startsWith('#/definitions/') ? schema.definitions[decodeURIComponent(each.$ref.slice(14)).replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
    open.push(...(each.allOf ?? []), ...(each.anyOf ?? []).slice(0, 1), ...(each.oneOf ?? []).slice(0, 1), target);
    (each.required ?? []).forEach((name) => found.set(name, true));
  }
  const lines = [...found.keys()].map((name) => `  ${JSON.stringify(name)}: `);
  return lines.length > 0 ? `{\n${lines.join(',\n')}\n}\n` : '{\n  \n}\n';
}
