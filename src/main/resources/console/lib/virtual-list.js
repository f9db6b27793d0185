// A table of any number of rows, of which only those in sight are in the document.

import { html, nothing, render } from '../vendor/lit-html/lit-html.js';
import { repeat } from '../vendor/lit-html/directives/repeat.js';
import { ref } from '../vendor/lit-html/directives/ref.js';

/** Rows above and below those in sight that are there too, so that nothing flickers. */
const MORE = 8;

/**
 * A `<virtual-list>` scrolls by itself. All rows have the height that the property `--row-height` of its style says, in pixels.
 * The arrow keys, Page Up, Page Down, Home and End move the focus from row to row; the tab key enters and leaves.
 */
class VirtualList extends HTMLElement {
  #given = { rows: [], key: (row) => row, row: () => nothing, head: nothing, label: '' };
  #active;
  #first = 0;
  #height = 30;
  #due = false;
  #resized = new ResizeObserver(() => this.#soon());

  connectedCallback() {
    this.addEventListener('scroll', this.#soon, { passive: true });
    this.addEventListener('keydown', this.#pressed);
    this.addEventListener('focusin', this.#focused);
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.removeEventListener('scroll', this.#soon);
    this.removeEventListener('keydown', this.#pressed);
    this.removeEventListener('focusin', this.#focused);
    this.#resized.disconnect();
  }

  /** See `virtualList`. */
  set given(given) {
    const before = this.#given;
    const anchor = before.rows[this.#top()];
    const into = this.scrollTop - this.#top() * this.#height;
    this.#given = given;
    const away = this.scrollTop > this.#height / 2 && anchor !== undefined;
    this.#draw();
    if (away && before.rows !== given.rows) {
      // What is looked at stays where it is while rows come in front of it.
      const at = given.rows.findIndex((row) => given.key(row) === before.key(anchor));
      if (at > 0 && at * this.#height + into !== this.scrollTop) {
        this.scrollTop = at * this.#height + into;
        this.#draw();
      }
    }
  }

  /** Where it was, to be given back to `restore`. */
  get place() {
    return { top: this.scrollTop, active: this.#active };
  }

  restore({ top, active }) {
    this.#active = active;
    this.scrollTop = top;
    this.#draw();
  }

  #top() {
    return Math.floor(this.scrollTop / this.#height);
  }

  #soon = () => {
    if (this.#due) return;
    this.#due = true;
    requestAnimationFrame(() => {
      this.#due = false;
      if (this.isConnected) this.#draw();
    });
  };

  #draw() {
    const { rows, key, row, head, label, onEnd } = this.#given;
    this.#height = parseFloat(getComputedStyle(this).getPropertyValue('--row-height')) || 30;
    const sight = Math.ceil((this.clientHeight || 600) / this.#height);
    const from = Math.max(0, Math.min(this.#top(), rows.length - sight) - MORE);
    const to = Math.min(rows.length, from + sight + 2 * MORE);
    const active = this.#activeIndex();
    const shown = [];
    for (let i = from; i < to; i++) shown.push(i);
    if (active >= 0 && active < from) shown.unshift(active);
    if (active >= to) shown.push(active);
    const focusable = active >= 0 ? active : from;
    render(
      html`<div class="virtual" role="table" aria-label=${label} aria-rowcount=${rows.length + 1}>
        <div class="virtual-head" role="rowgroup"><div role="row" aria-rowindex="1" class="virtual-row">${head}</div></div>
        <div class="virtual-body" role="rowgroup" ${ref((body) => body && (body.style.height = rows.length * this.#height + 'px'))}>
          ${repeat(
            shown,
            (i) => key(rows[i]),
            (i) => html`<div
              role="row"
              class="virtual-row"
              aria-rowindex=${i + 2}
              data-index=${i}
              ${ref((element) => element && (element.style.top = i * this.#height + 'px'))}
            >
              ${row(rows[i], i === focusable ? 0 : -1)}
            </div>`,
          )}
        </div>
      </div>`,
      this,
    );
    if (onEnd && to === rows.length && rows.length > 0) onEnd();
  }

  #activeIndex() {
    if (this.#active === undefined) return -1;
    const { rows, key } = this.#given;
    return rows.findIndex((row) => key(row) === this.#active);
  }

  #focused = (event) => {
    const row = event.target.closest('[data-index]');
    if (row) {
      this.#active = this.#given.key(this.#given.rows[Number(row.dataset.index)]);
      this.#soon();
    }
  };

  #pressed = (event) => {
    const { rows, key } = this.#given;
    if (!event.target.closest('[data-index]') || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.clientHeight / this.#height) - 2);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length };
    const step = steps[event.key];
    if (step === undefined || rows.length === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, this.#activeIndex() + step));
    this.#active = key(rows[next]);
    const head = this.querySelector('.virtual-head').offsetHeight;
    const top = next * this.#height;
    if (top < this.scrollTop) this.scrollTop = top;
    const lowest = top + this.#height + head - this.clientHeight;
    if (lowest > this.scrollTop) this.scrollTop = lowest;
    this.#draw();
    this.querySelector(`[data-index="${next}"] [tabindex="0"]`)?.focus({ preventScroll: true });
  };
}

customElements.define('virtual-list', VirtualList);

/**
 * `head`: its cells (`role="columnheader"`); `row(item, tabindex)`: the cells (`role="cell"`) of a row, of which one has an element with
 * that `tabindex`; `key(item)` tells rows apart; `onEnd()` is told when the last row is in sight; `element(list)` gets the element.
 */
export function virtualList({ element, ...given }) {
  return html`<virtual-list .given=${given} ${element ? ref(element) : nothing}></virtual-list>`;
}
