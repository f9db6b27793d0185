// A JSON text in lines, with marks where something is said of a value.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { at, child, isNested, plain, read, steps } from './json-text.js';

/**
 * `jsonView(text, { label, marks: [{ pointer, message, id }] })`; undefined if the text is no JSON. A mark of a value that is not there
 * stands at the nearest one around it; `id` becomes the id of its message.
 */
export function jsonView(text, { label = 'JSON', marks = [] } = {}) {
  const value = read(text);
  if (value === undefined) return undefined;
  const placed = new Map();
  for (const mark of marks) {
    const pointer = nearest(value, mark.pointer ?? '');
    placed.set(pointer, [...(placed.get(pointer) ?? []), { ...mark, exact: pointer === (mark.pointer ?? '') }]);
  }
  return html`<div class="json" role="group" aria-label=${label} tabindex="0">${lines(value, '', nothing, 0, '', placed)}</div>`;
}

function nearest(value, pointer) {
  let found = '';
  for (const step of steps(pointer)) {
    const next = child(found, step);
    if (at(value, next) === undefined) return found;
    found = next;
  }
  return found;
}

function lines(value, pointer, name, depth, end, placed) {
  const said = placed.get(pointer) ?? [];
  const head = name === nothing ? nothing : html`<span class="json-name">${JSON.stringify(name)}</span>: `;
  const names = isNested(value) ? Object.keys(value) : [];
  if (names.length === 0) {
    const text = isNested(value) ? (Array.isArray(value) ? '[]' : '{}') : plain(value);
    return [line(html`${head}<span class=${kind(value)}>${text}</span>${end}`, depth, said), messages(said, depth)];
  }
  const list = Array.isArray(value);
  return [
    line(html`${head}${list ? '[' : '{'}`, depth, said),
    messages(said, depth),
    names.map((each, i) =>
      lines(value[each], child(pointer, each), list ? nothing : each, depth + 1, i < names.length - 1 ? ',' : '', placed),
    ),
    line(html`${list ? ']' : '}'}${end}`, depth, []),
  ];
}

function kind(value) {
  return isNested(value) ? 'json-nested' : typeof value === 'string' ? 'json-string' : 'json-plain';
}

function line(content, depth, said) {
  const indent = ' '.repeat(2 * depth);
  return html`<div class="json-line">${indent}${said.length ? html`<mark>${content}</mark>` : content}</div>`;
}

function messages(said, depth) {
  return said.map(
    (mark) => html`<div class="json-said" id=${mark.id ?? nothing} tabindex="-1">${' '.repeat(2 * depth)}▲ ${mark.exact ? nothing : html`<code>${mark.pointer}</code> `}${mark.message}</div>`,
  );
}
