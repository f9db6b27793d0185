// A table of rows, which may be sorted by its heads and have rows that lead somewhere.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { repeat } from '../vendor/lit-html/directives/repeat.js';

/**
 * `columns`: `{ name, label, cell?(row), number?, sort? }`; without `cell` it shows `row[name]`. `sort`: `{ name, descending }` of now, and
 * `onSort(name, descending)` is told of a click. `key(row)` tells rows apart. `current` is the key of the row that is shown elsewhere.
 */
export function table({ caption, columns, rows, key = (row, i) => i, sort, onSort, current }) {
  return html`<div class="scroll" role="group" aria-label=${caption} tabindex="0">
    <table>
      <caption class="hidden">${caption}</caption>
      <thead>
        <tr>${columns.map((column) => head(column, sort, onSort))}</tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          key,
          (row, i) => html`<tr aria-current=${current !== undefined && key(row, i) === current ? 'true' : nothing}>
            ${columns.map((column) => html`<td class=${column.number ? 'number' : nothing}>${cell(column, row)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(column, row) {
  return column.cell ? column.cell(row) : (row[column.name] ?? '');
}

function head(column, sort, onSort) {
  const mine = sort?.name === column.name;
  const order = mine ? (sort.descending ? 'descending' : 'ascending') : nothing;
  const side = column.number ? 'number' : nothing;
  return column.sort && onSort
    ? html`<th scope="col" class=${side} aria-sort=${order}>
        <button type="button" class="plain" @click=${() => onSort(column.name, mine && !sort.descending)}>
          ${column.label}<span aria-hidden="true">${mine ? (sort.descending ? ' ↓' : ' ↑') : ''}</span>
        </button>
      </th>`
    : html`<th scope="col" class=${side}>${column.label}</th>`;
}
