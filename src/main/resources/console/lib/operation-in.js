// What a contract, as `/-/contracts` has it, says of an operation.

import { resolve } from './listing.js';

/** The operation that `GET /-/operations` tells of, with the parameters of its path. */
export function operationIn(operation, document) {
  const method = operation.method.toLowerCase();
  const found = Object.entries(document.paths ?? {})
    .map(([path, item]) => ({ path, item: resolve(document, item) }))
    .filter(({ path, item }) => operation.path.endsWith(path) && item[method])
    .sort((a, b) => Number(b.item[method].operationId === operation.operation) - Number(a.item[method].operationId === operation.operation) || b.path.length - a.path.length)[0];
  return found ? { ...found.item[method], parameters: [...(found.item.parameters ?? []), ...(found.item[method].parameters ?? [])] } : {};
}

/** `{ status, media: [{ type, schema, examples }] }` in the order of the statuses. */
export function responses(document, details) {
  return Object.entries(details.responses ?? {}).map(([status, response]) => ({
    status,
    media: Object.entries(resolve(document, response).content ?? {}).map(([type, { schema, examples }]) => ({ type, schema, examples: Object.keys(examples ?? {}) })),
  }));
}

/** The plain parameters by which calls are told apart: `{ name, place, numeric, boolean }`. */
export function parametersOf(document, details) {
  const all = new Map();
  for (const each of details.parameters ?? []) {
    const { name, in: place, schema } = resolve(document, each);
    const { type } = resolve(document, schema ?? {});
    const types = [type].flat();
    all.set(place + name, { name, place, numeric: types.includes('integer') || types.includes('number'), boolean: types.includes('boolean') });
  }
  return [...all.values()].filter(({ place }) => place === 'path' || place === 'query' || place === 'header');
}

/** What a path has where a template has names: `/v1/books/{id}` and `/v1/books/7` give `{ id: '7' }`. */
export function pathArguments(template, path) {
  const names = [];
  const pattern = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{([^}]*)\}/g, (whole, name) => {
    names.push(name);
    return '([^/]*)';
  });
  const match = new RegExp(`^${pattern}$`).exec(path);
  return match ? Object.fromEntries(names.map((name, i) => [name, decoded(match[i + 1])])) : {};
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
