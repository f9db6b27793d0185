// A field for JSON: numbers of lines, completion by a schema, and faults at their lines. It is the browser's own textarea, so that
// undo, search, selection and screen readers are those of every text field.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { live } from '../vendor/lit-html/directives/live.js';
import { createRef, ref } from '../vendor/lit-html/directives/ref.js';
import { context, Flaw, lineOf, parse, place } from './json-tree.js';
import { beginning, offers } from './json-schema.js';

const SHOWN = 12;
let count = 0;

export class JsonEditor {
  #id = 'json-editor-' + ++count;
  #label;
  #update;
  #change;
  #area = createRef();
  #gutter = createRef();
  #list = createRef();
  #options = [];
  #current = 0;
  #faults = [];
  schema;

  /** `update` renders the page again, `change` is told that the text is another. */
  constructor({ label, text = '', schema, update, change = () => {} }) {
    this.#label = label;
    this.#update = update;
    this.#change = change;
    this.schema = schema;
    this.text = text;
  }

  /** Shows faults, each with a `pointer`, a `message` and how to correct it. */
  set faults(faults) {
    let tree;
    try {
      tree = parse(this.text);
    } catch {
      // Then the faults are not of this text.
    }
    this.#faults = faults.map((fault) => ({ ...fault, offset: tree ? place(tree, fault.pointer ?? '') : 0 }));
  }

  get faults() {
    return this.#faults;
  }

  /** Whether the text is JSON; shows where it is not. */
  isJson() {
    try {
      parse(this.text);
      return true;
    } catch (flaw) {
      if (!(flaw instanceof Flaw)) throw flaw;
      this.#faults = [{ pointer: '', message: 'must be JSON: expected ' + flaw.message, offset: flaw.offset }];
      return false;
    }
  }

  focus() {
    this.#area.value?.focus();
  }

  view() {
    const lines = this.text.split('\n').length;
    const bad = new Set(this.#faults.map((fault) => lineOf(this.text, fault.offset)));
    const open = this.#options.length > 0;
    return html`<div class="json-editor">
      <div class="json-field">
        <div class="json-gutter" aria-hidden="true" ${ref(this.#gutter)}>
          ${Array.from({ length: lines }, (none, i) => html`<div class=${bad.has(i + 1) ? 'bad' : nothing}>${i + 1}</div>`)}
        </div>
        <textarea
          ${ref(this.#area)}
          rows=${Math.min(Math.max(lines + 1, 8), 32)}
          wrap="off"
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          aria-label=${this.#label}
          aria-describedby=${this.#id + '-help ' + this.#id + '-faults'}
          aria-invalid=${this.#faults.length > 0 ? 'true' : nothing}
          aria-autocomplete="list"
          aria-controls=${open ? this.#id + '-list' : nothing}
          aria-activedescendant=${open ? `${this.#id}-${this.#current}` : nothing}
          .value=${live(this.text)}
          @input=${this.#typed}
          @keydown=${this.#key}
          @scroll=${this.#scrolled}
          @click=${() => this.#close()}
          @blur=${() => this.#close()}
        ></textarea>
        ${open ? this.#offered() : nothing}
      </div>
      <p class="quiet json-help" id=${this.#id + '-help'}>
        ${this.schema ? html`<kbd>Ctrl</kbd>+<kbd>Space</kbd> offers what fits at the caret.` : nothing}
        <span class="hidden" role="status">${open ? `${this.#options.length} offers, ${this.#options[this.#current].label}` : ''}</span>
      </p>
      <div id=${this.#id + '-faults'} role=${this.#faults.length > 0 ? 'alert' : nothing}>${this.#faultList()}</div>
    </div>`;
  }

  #faultList() {
    return this.#faults.length === 0
      ? nothing
      : html`<ul class="json-faults">
          ${this.#faults.map(
            (fault) => html`<li>
              <button type="button" class="small" @click=${() => this.#show(fault.offset)}>Line ${lineOf(this.text, fault.offset)}</button>
              ${fault.pointer ? html`<code>${fault.pointer}</code> ` : nothing}${fault.message}
              ${(fault.hint ?? fault.remedy) ? html`<span class="quiet">(${fault.hint ?? fault.remedy})</span>` : nothing}
            </li>`,
          )}
        </ul>`;
  }

  #show(offset) {
    const area = this.#area.value;
    area.focus();
    area.setSelectionRange(offset, offset);
    area.scrollTop = (lineOf(this.text, offset) - 3) * lineHeight(area);
  }

  #offered() {
    return html`<ul class="json-offers" role="listbox" aria-label="What fits here" id=${this.#id + '-list'} ${ref(this.#list)}>
      ${this.#options.map(
        (option, i) => html`<li
          role="option"
          id=${`${this.#id}-${i}`}
          aria-selected=${String(i === this.#current)}
          @mousedown=${(event) => (event.preventDefault(), this.#take(option))}
        >
          <span class="mono">${option.label}</span> <span class="quiet">${option.text}</span>
        </li>`,
      )}
    </ul>`;
  }

  #typed = (event) => {
    this.text = event.target.value;
    this.#faults = [];
    if (event.inputType?.startsWith('insert') && event.inputType !== 'insertFromPaste') this.#offer(false);
    else this.#options = [];
    this.#changed();
  };

  #changed() {
    this.#change(this.text);
    this.#update();
    // The list stands at the caret, which is known when the text is there.
    queueMicrotask(() => this.#place());
  }

  #offer(asked) {
    const area = this.#area.value;
    this.#options = this.schema && area.selectionStart === area.selectionEnd ? options(this.schema, this.text, area.selectionStart, asked) : [];
    this.#current = 0;
  }

  #close() {
    if (this.#options.length === 0) return;
    this.#options = [];
    this.#update();
  }

  #key = (event) => {
    const open = this.#options.length > 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      this.#offer(true);
      this.#changed();
    } else if (open && step) {
      event.preventDefault();
      this.#current = (this.#current + step + this.#options.length) % this.#options.length;
      this.#changed();
    } else if (open && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      this.#take(this.#options[this.#current]);
    } else if (open && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const line = this.text.slice(0, event.target.selectionStart).split('\n').at(-1);
      insert('\n' + /^ */.exec(line)[0] + (/[{[]\s*$/.test(line) ? '  ' : ''));
    }
  };

  #take(option) {
    const area = this.#area.value;
    area.focus();
    area.setSelectionRange(option.from, option.to);
    insert(option.insert);
    const caret = option.from + option.insert.length - option.back;
    area.setSelectionRange(caret, caret);
    this.#options = [];
    // A value may be one of a few: these are what is wanted next.
    if (option.more) this.#offer(true);
    this.#changed();
  }

  #place() {
    const area = this.#area.value;
    const list = this.#list.value;
    if (!list || !area || this.#options.length === 0) return;
    const before = this.text.slice(0, this.#options[0].from).split('\n');
    const left = area.offsetLeft + 6 + before.at(-1).length * letterWidth(area) - area.scrollLeft;
    list.style.left = Math.max(0, Math.min(left, area.offsetLeft + area.clientWidth - list.offsetWidth)) + 'px';
    list.style.top = before.length * lineHeight(area) + 8 - area.scrollTop + 'px';
    list.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  #scrolled = () => {
    this.#gutter.value.scrollTop = this.#area.value.scrollTop;
    this.#place();
  };
}

/** As typing does, so that it can be undone. */
function insert(text) {
  document.execCommand('insertText', false, text);
}

function lineHeight(area) {
  return parseFloat(getComputedStyle(area).lineHeight);
}

function letterWidth(area) {
  const pen = document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(area);
  pen.font = `${style.fontSize} ${style.fontFamily}`;
  return pen.measureText('0').width;
}

function options(schema, text, caret, asked) {
  const here = context(text, caret);
  const { names, values } = here.expects === 'nothing' ? { names: [], values: [] } : offers(schema, here.path);
  const fits = (label) => label.toLowerCase().includes(here.typed.toLowerCase());
  const found =
    here.expects === 'key'
      ? names.filter(({ name }) => !here.siblings.includes(name) && fits(name)).map((each) => key(each, here, schema))
      : values.filter(({ json }) => fits(json)).map((each) => value(each, here));
  // Whoever has written one of them in full is not asked again.
  // What begins with it first.
  const begins = ({ label }) => Number(label.replace('"', '').toLowerCase().startsWith(here.typed.toLowerCase()));
  found.sort((a, b) => begins(b) - begins(a));
  const begun = here.from < here.to;
  if (!asked && (!begun || found.some(({ label }) => label === text.slice(here.from, here.to)))) return [];
  return found.slice(0, asked ? 100 : SHOWN);
}

function key({ name, required, type, text }, { from, to, next, path }, schema) {
  const { values } = offers(schema, [...path, name]);
  const [begun, back] = values.length > 0 ? ['', 0] : beginning(type);
  const comma = next?.startsWith('"') ? ',' : '';
  const renamed = next === ':';
  return {
    label: JSON.stringify(name),
    text: [required ? 'required' : '', type, text].filter(Boolean).join(' · '),
    from,
    to,
    insert: renamed ? JSON.stringify(name) : `${JSON.stringify(name)}: ${begun}${comma}`,
    back: renamed ? 0 : back + comma.length,
    more: !renamed && values.length > 0,
  };
}

function value({ json, text }, { from, to }) {
  return { label: json, text, from, to, insert: json, back: 0 };
}
