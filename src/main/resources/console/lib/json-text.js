// JSON as it was written: numbers keep their digits, which a number of JavaScript may not.

/** A number, as it was written. */
class Digits {
  constructor(text) {
    this.text = text;
  }
}

/** What a text says; undefined if it is no JSON. */
export function read(text) {
  try {
    return JSON.parse(text, (key, value, context) =>
      typeof value === 'number' && context?.source && context.source !== String(value) ? new Digits(context.source) : value,
    );
  } catch {
    return undefined;
  }
}

/** Whether it is an object or an array, which have values of their own. */
export function isNested(value) {
  return typeof value === 'object' && value !== null && !(value instanceof Digits);
}

/** A value that has none of its own, as text. */
export function plain(value) {
  return value instanceof Digits ? value.text : JSON.stringify(value);
}

/** The value at a JSON pointer (RFC 6901); undefined if there is none. */
export function at(value, pointer) {
  let found = value;
  for (const step of steps(pointer)) {
    if (!isNested(found) || !Object.hasOwn(found, step)) return undefined;
    found = found[step];
  }
  return found;
}

export function steps(pointer) {
  return pointer === ''
    ? []
    : pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function child(pointer, name) {
  return pointer + '/' + String(name).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A value as text, two spaces for each level. */
export function print(value, indent = '') {
  if (!isNested(value)) return plain(value);
  const list = Array.isArray(value);
  const inner = indent + '  ';
  const parts = Object.keys(value).map((name) => inner + (list ? '' : JSON.stringify(name) + ': ') + print(value[name], inner));
  const [open, close] = list ? '[]' : '{}';
  return parts.length === 0 ? open + close : open + '\n' + parts.join(',\n') + '\n' + indent + close;
}
