// JSON as a tree whose parts know where they stand in the text: numbers keep their digits, faults find their lines.

/** What is wrong with a text that is no JSON, and where. */
export class Flaw extends Error {
  constructor(message, offset) {
    super(message);
    this.offset = offset;
  }
}

const TOKEN = /\s+|[{}[\],:]|"(?:[^"\\\n]|\\.)*("?)|[^\s{}[\],:"]+/gy;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const OPENING = { '{': 'object', '[': 'array' };

/** The pieces of a text but for blanks: `{ text, start, end }`; any text has them. */
export function tokens(text) {
  const found = [];
  for (const match of text.matchAll(TOKEN)) {
    if (!/^\s/.test(match[0])) found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/**
 * The tree of a text: `{ kind, start, end }` and `members` (`{ name, start, end, value }`) of an object, `items` of an array, or the
 * `value` of a string, true, false and null; a number has its digits in `text`. Throws a Flaw.
 */
export function parse(text) {
  const pieces = tokens(text);
  let next = 0;

  const root = value();
  if (next < pieces.length) throw new Flaw(`nothing more, was ${pieces[next].text}`, pieces[next].start);
  return root;

  function peek() {
    return pieces[next] ?? { text: '', start: text.length, end: text.length };
  }

  function expected(what) {
    const piece = peek();
    throw new Flaw(`${what}, was ${piece.text === '' ? 'the end' : piece.text}`, piece.start);
  }

  function value() {
    const piece = peek();
    const kind = OPENING[piece.text];
    if (kind) return inside(kind, pieces[next++]);
    if (piece.text.startsWith('"')) return string();
    if (['true', 'false', 'null'].includes(piece.text)) {
      next++;
      return { kind: piece.text === 'null' ? 'null' : 'boolean', start: piece.start, end: piece.end, value: JSON.parse(piece.text) };
    }
    if (!NUMBER.test(piece.text)) expected('a value');
    next++;
    return { kind: 'number', start: piece.start, end: piece.end, text: piece.text };
  }

  function string() {
    const piece = pieces[next++];
    try {
      return { kind: 'string', start: piece.start, end: piece.end, value: JSON.parse(piece.text) };
    } catch {
      throw new Flaw(piece.text.length > 1 && piece.text.endsWith('"') ? 'a string without bare control characters' : 'a string that ends in its line', piece.start);
    }
  }

  function inside(kind, opening) {
    const closing = kind === 'object' ? '}' : ']';
    const parts = [];
    while (peek().text !== closing) {
      if (parts.length > 0) {
        if (peek().text !== ',') expected(`a comma or ${closing}`);
        next++;
      }
      parts.push(kind === 'object' ? member() : value());
    }
    const end = pieces[next++].end;
    return kind === 'object' ? { kind, start: opening.start, end, members: parts } : { kind, start: opening.start, end, items: parts };
  }

  function member() {
    if (!peek().text.startsWith('"')) expected('a key in quotes');
    const key = string();
    if (peek().text !== ':') expected('a colon');
    next++;
    return { name: key.value, start: key.start, end: key.end, value: value() };
  }
}

/** The part at a pointer (RFC 6901), or undefined. */
export function at(tree, pointer) {
  return steps(pointer).reduce((found, step) => found && part(found, step), tree);
}

function part(tree, step) {
  if (tree.kind === 'array') return tree.items[Number(step)];
  return tree.members?.findLast((member) => member.name === step)?.value;
}

/** Where a text stands that a pointer means: the key of a member, else the value; of what is missing, what it is missing in. */
export function place(tree, pointer) {
  const path = steps(pointer);
  let found = tree;
  let start = tree.start;
  for (const step of path) {
    const member = found.members?.findLast((each) => each.name === step);
    const inner = member ? member.value : part(found, step);
    if (!inner) break;
    start = member ? member.start : inner.start;
    found = inner;
  }
  return start;
}

/** A part as text, indented; numbers and strings are as they were written. */
export function print(text, tree, indent = '') {
  const list = tree.kind === 'array';
  if (!list && tree.kind !== 'object') return text.slice(tree.start, tree.end);
  const parts = list ? tree.items : tree.members;
  const inner = indent + '  ';
  const lines = parts.map((each) => inner + (list ? '' : text.slice(each.start, each.end) + ': ') + print(text, list ? each : each.value, inner));
  const [open, close] = list ? '[]' : '{}';
  return lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** A part in a few words, for a cell. */
export function brief(text, tree) {
  if (tree === undefined) return '';
  if (tree.kind === 'string') return tree.value;
  if (tree.kind === 'array' && tree.items.length > 3) return `${tree.items.length} items`;
  return text.slice(tree.start, tree.end).replace(/\s+/g, ' ');
}

/** The line of a place in a text, from 1. */
export function lineOf(text, offset) {
  return text.slice(0, offset).split('\n').length;
}

export function steps(pointer) {
  return pointer === '' ? [] : pointer.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function child(pointer, name) {
  return `${pointer}/${escape(name)}`;
}

/** A name as a step of a pointer, or as a part of the id of a record. */
export function escape(name) {
  return String(name).replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * What belongs where the caret is, in a text that need not be whole: `{ expects, path, typed, from, to, siblings, next }`. `expects` is
 * `key`, `value` or `nothing`; what was typed of it is between `from` and `to`; `siblings` are the other keys of the object, and `next`
 * is the piece that follows.
 */
export function context(text, caret) {
  const stack = [];
  let state = 'value';
  let found;
  let owner;
  for (const piece of around(text, caret)) {
    if (!found && piece.start >= caret) note({ start: caret, end: caret, text: '' });
    if (!found && piece.start < caret && caret <= piece.end && !/^[{}[\],:]$/.test(piece.text)) note(piece);
    take(piece);
    if (found && found.next === undefined && piece.start >= found.to) found.next = piece.text;
  }
  if (!found) note({ start: caret, end: caret, text: '' });
  return { ...found, siblings: owner ? [...owner.keys].filter((key) => key !== found.own) : [] };

  function note(piece) {
    const key = state === 'key';
    owner = key ? stack.at(-1) : undefined;
    found = {
      expects: key ? 'key' : state === 'value' ? 'value' : 'nothing',
      path: stack.slice(0, key ? -1 : stack.length).map((each) => each.step),
      typed: piece.text.replace(/^"|"$/g, ''),
      from: piece.start,
      to: piece.end,
      own: key && piece.text ? unquoted(piece.text) : undefined,
    };
  }

  function take({ text: piece }) {
    const inner = stack.at(-1);
    if (piece === '{') {
      stack.push({ object: true, keys: new Set(), step: '' });
      state = 'key';
    } else if (piece === '[') {
      stack.push({ object: false, step: 0 });
      state = 'value';
    } else if (piece === '}' || piece === ']') {
      stack.pop();
      state = 'after';
    } else if (piece === ',') {
      if (inner && !inner.object) inner.step++;
      state = inner?.object ? 'key' : 'value';
    } else if (piece === ':') {
      state = 'value';
    } else if (state === 'key') {
      inner.step = unquoted(piece);
      inner.keys.add(inner.step);
      state = 'colon';
    } else {
      state = 'after';
    }
  }
}

/** The pieces of a text, of which a string that does not end has nothing behind the caret. */
function around(text, caret) {
  const pieces = tokens(text);
  const broken = pieces.findIndex(({ text: piece, start, end }) => start < caret && caret < end && /^"(?:[^"\\]|\\.)*$/.test(piece));
  if (broken < 0) return pieces;
  const { start } = pieces[broken];
  const rest = tokens(text.slice(caret)).map((piece) => ({ ...piece, start: piece.start + caret, end: piece.end + caret }));
  return [...pieces.slice(0, broken), { text: text.slice(start, caret), start, end: caret }, ...rest];
}

function unquoted(piece) {
  try {
    return JSON.parse(piece);
  } catch {
    return piece.replace(/^"|"$/g, '');
  }
}
