// A text with line numbers and findings beside their lines. It is in the document in pieces, of which a browser lays out those in sight:
// documents of a hundred thousand lines stay quick, and are searched and copied as any text.

import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { guard } from '../vendor/lit-html/directives/guard.js';
import { ref } from '../vendor/lit-html/directives/ref.js';

const PIECE = 400;

/** `findings`: `{ line, column, level, message, hint, rule }`; `line` is the one that is marked and in sight; `address(line)` leads to one. */
export function sourceText({ text, findings, line, label, address }) {
  return guard([text, findings.length, line], () => {
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    const byLine = new Map();
    for (const finding of findings) {
      const at = Math.min(Math.max(1, finding.line), Math.max(1, lines.length));
      byLine.set(at, [...(byLine.get(at) ?? []), finding]);
    }
    const wide = String(lines.length).length;
    return html`<div class="source mono" role="region" aria-label=${label} tabindex="0">${pieces(lines, byLine, line).map((part) => piece(part, lines, byLine, line, address, wide))}</div>`;
  });
}

/** Where pieces begin and end: after lines with findings, around the line that is marked, and every so many lines. */
function pieces(lines, byLine, marked) {
  const all = [];
  let from = 1;
  for (let i = 1; i <= lines.length; i++) {
    const alone = i === marked || i === marked - 1;
    if (byLine.has(i) || alone || i - from + 1 >= PIECE || i === lines.length) {
      all.push([from, i]);
      from = i + 1;
    }
  }
  return all;
}

function piece([from, to], lines, byLine, marked, address, wide) {
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(wide)).join('\n');
  const found = byLine.get(to) ?? [];
  const isMarked = from === marked && to === marked;
  return html`<div class="source-piece ${isMarked ? 'marked' : ''}" ${ref((element) => element && size(element, to - from + 1, isMarked))}>
      <pre class="source-numbers" aria-hidden="true">${numbers}</pre>
      <pre class="source-lines">${lines.slice(from - 1, to).join('\n')}</pre>
    </div>
    ${found.map(
      (finding) => html`<div class="source-finding ${finding.level}" role="note" aria-label="Finding in line ${finding.line}">
        <a href=${address(to)}>${finding.line}:${finding.column}</a> <strong>${finding.level}</strong> ${finding.message} ${finding.hint ? html`<span class="source-hint">${finding.hint}</span>` : nothing}
        <span class="quiet">[${finding.rule}]</span>
      </div>`,
    )}`;
}

function size(element, lines, marked) {
  element.style.setProperty('--lines', lines);
  if (marked && !element.dataset.led) {
    element.dataset.led = 'true';
    requestAnimationFrame(() => element.scrollIntoView({ block: 'center' }));
  }
}
