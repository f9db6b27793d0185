// The operations that list a collection, as a table asks them: their parameters, and where their answers have records and pages.

import { at, parse, steps } from './json-tree.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'query'];

/** What parameters of the built-in APIs do: these have no recognised roles, but plain names. */
const BY_NAME = [
  [/^(per_page|limit)$/, 'limit'],
  [/^page$/, 'page'],
  [/^offset$/, 'offset'],
  [/^(starting_after|cursor|after)$/, 'after'],
  [/^sort$/, 'sort'],
];

/**
 * The lists of a collection such as `library/books`, those that show all of it first. `operations` is what `GET /-/operations` says, and
 * `contract(name)` gives the document of a contract.
 */
export async function listings(collection, operations, contract) {
  const own = operations.filter((each) => collection.startsWith(each.contract + '/') && !each.finding);
  const name = (each) => collection.slice(each.contract.length + 1);
  const lists = own.filter((each) => (each.role === 'list' ? each.collection === name(each) : each.role === 'built-in' && isNamed(each, name(each))));
  lists.sort((a, b) => (a.scopes?.length ?? 0) - (b.scopes?.length ?? 0));
  return Promise.all(lists.map(async (each) => new Listing(each, await contract(each.contract))));
}

/** The operations of built-in APIs are called after what they list. */
function isNamed({ operation }, collection) {
  const plain = (text) => text.toLowerCase().replaceAll('-', '');
  return plain(operation).includes(plain(collection).replace(/s$/, ''));
}

export class Listing {
  #operation;
  #base;
  #template;

  constructor(operation, document) {
    this.#operation = operation;
    const { path, item, details } = find(operation, document);
    this.#template = path;
    this.#base = operation.path.slice(0, operation.path.length - path.length);
    this.name = operation.operation;
    this.title = `${operation.method} ${operation.path}`;
    this.parameters = parameters(operation, document, item, details);
  }

  /** The parameters that do this. */
  that(...does) {
    return this.parameters.filter((parameter) => does.includes(parameter.does));
  }

  /** Whether all that a path needs is given. */
  isComplete(given) {
    return this.parameters.every((parameter) => parameter.in !== 'path' || given[parameter.name]);
  }

  /** How records can be ordered by a property: `{ ascending, descending }` as values of parameters; undefined if not. */
  order(property) {
    const [sort] = this.that('sort');
    const [direction] = this.that('direction');
    if (!sort) return undefined;
    const known = (forms) => forms.find((form) => sort.options.includes(form));
    const up = known([property, `+${property}`, `${property}:asc`, `${property}.asc`, `${property},asc`, `${property} asc`, `${property}_asc`]);
    const down = known(['-' + property, `${property}:desc`, `${property}.desc`, `${property},desc`, `${property} desc`, `${property}_desc`]);
    const way = (word) => direction?.options.find((option) => option.toLowerCase().startsWith(word));
    if (up && direction && way('asc') && way('desc')) {
      return { ascending: { [sort.name]: up, [direction.name]: way('asc') }, descending: { [sort.name]: up, [direction.name]: way('desc') } };
    }
    return up || down ? { ascending: { [sort.name]: up ?? '' }, descending: { [sort.name]: down ?? up } } : undefined;
  }

  /** Asks for records: `{ status, text, rows, total, next, first }`, `next` the parameters of the next page; or what was refused. */
  async ask(api, given) {
    const { path, init } = this.#request(given);
    const { credentials = [] } = (await api.apis()).find((each) => each.name === this.#operation.contract) ?? {};
    credentials.filter((each) => each.in === 'header').forEach((each) => (init.headers[each.name] ??= each.value));
    const response = await api.mocked(this.#base, path, { method: this.#operation.method, ...init });
    const text = await response.text();
    let tree;
    try {
      tree = parse(text);
    } catch {
      // A refusal may be in any form.
    }
    const answer = { status: response.status, text, call: `${this.#operation.method} ${this.#base}${path}` };
    if (!response.ok || !tree) return answer;
    const rows = this.#rows(tree);
    return { ...answer, rows, total: this.#total(tree, response), next: this.#next(tree, response, given, rows) };
  }

  #request(given) {
    const query = [];
    const headers = {};
    const body = {};
    let path = this.#template;
    for (const parameter of this.parameters) {
      const value = given[parameter.name] ?? '';
      if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(value));
      else if (value === '') continue;
      else if (parameter.in === 'header') headers[parameter.name] = value;
      else if (parameter.in === 'body') body[parameter.name] = json(value, parameter);
      else if (parameter.repeats) value.split(',').forEach((each) => query.push(pair(parameter.name, each)));
      else query.push(pair(parameter.name, value));
    }
    if (this.parameters.some((parameter) => parameter.in === 'body')) {
      headers['Content-Type'] = 'application/json';
      return { path: address(path, query), init: { headers, body: JSON.stringify(body) } };
    }
    return { path: address(path, query), init: { headers } };
  }

  #rows(tree) {
    if (this.#operation.items !== undefined) return at(tree, this.#operation.items)?.items ?? [];
    const open = [tree];
    for (const each of open) {
      if (each.kind === 'array' && each.items.every((item) => item.kind === 'object')) return each.items;
      open.push(...(each.members ?? []).map((member) => member.value));
    }
    return [];
  }

  /** What a field around the list, or a header beside it, says. */
  #said(tree, response, says, names = []) {
    const field = this.#operation.fields?.find((each) => each.says === says);
    const header = this.#operation.headers?.find((each) => each.says === says);
    const found = field ? at(tree, field.pointer) : this.#operation.role === 'built-in' ? named(tree, names) : undefined;
    if (found) return found.kind === 'number' ? found.text : (found.value ?? undefined);
    return header ? (response.headers.get(header.name) ?? undefined) : undefined;
  }

  #total(tree, response) {
    const said = this.#said(tree, response, 'total', ['total_items', 'total', 'count']) ?? /\/(\d+)$/.exec(this.#said(tree, response, 'range') ?? '')?.[1];
    return said === undefined ? undefined : Number(said);
  }

  #next(tree, response, given, rows) {
    const link = this.#said(tree, response, 'next_url') ?? /<([^>]*)>\s*;[^,]*rel="?next"?/.exec(this.#said(tree, response, 'links') ?? '')?.[1];
    if (link) return { ...given, ...this.#fromLink(link) };
    const [after] = this.that('after');
    const token = this.#said(tree, response, 'next_token', ['next_starting_after']);
    if (after && token) return { ...given, [after.name]: String(token) };
    const [page] = this.that('page');
    const [offset] = this.that('offset');
    const counted = page ?? offset;
    if (!counted || rows.length === 0) return undefined;
    const now = Number(given[counted.name] ?? counted.initial ?? (page ? 1 : 0));
    const following = page ? now + 1 : now + rows.length;
    const total = this.#total(tree, response);
    const limit = this.#limit(given) ?? rows.length;
    const first = Number(counted.initial ?? 1);
    const seen = page ? (now - first) * limit + rows.length : following;
    const more = total === undefined ? rows.length >= limit : seen < total;
    return more ? { ...given, [counted.name]: String(following) } : undefined;
  }

  #limit(given) {
    const [limit] = this.that('limit');
    const value = limit && (given[limit.name] ?? limit.initial);
    return value === undefined ? undefined : Number(value);
  }

  #fromLink(link) {
    const query = new URL(link, location.href).searchParams;
    const known = this.parameters.filter((parameter) => parameter.in === 'query' && query.has(parameter.name));
    return Object.fromEntries(known.map((parameter) => [parameter.name, query.getAll(parameter.name).join(',')]));
  }
}

function find(operation, document) {
  const method = operation.method.toLowerCase();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const details = METHODS.includes(method) ? resolve(document, item)[method] : undefined;
    if (details && (details.operationId === operation.operation || (!details.operationId && operation.path.endsWith(path)))) {
      if (operation.path.endsWith(path)) return { path, item: resolve(document, item), details };
    }
  }
  return { path: operation.path, item: {}, details: {} };
}

function parameters(operation, document, item, details) {
  const declared = new Map();
  for (const each of [...(item.parameters ?? []), ...(details.parameters ?? [])]) {
    const parameter = resolve(document, each);
    declared.set(parameter.in + ' ' + parameter.name, parameter);
  }
  const roles = new Map((operation.parameters ?? []).map((each) => [each.name, each]));
  const found = [...declared.values()].filter((each) => ['path', 'query', 'header'].includes(each.in)).flatMap((each) => told(each, roles.get(each.name), document));
  const media = resolve(document, details.requestBody ?? {}).content ?? {};
  const body = resolve(document, Object.values(media)[0]?.schema ?? {});
  for (const [name, schema] of Object.entries(body.properties ?? {})) {
    found.push(...told({ name, in: 'body', required: body.required?.includes(name), schema }, undefined, document));
  }
  return found;
}

function told(parameter, role, document) {
  const schema = resolve(document, parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema ?? {});
  if (role?.does === 'parts') {
    return role.parts.flatMap((part) => {
      const name = parameter.style === 'deepObject' ? `${parameter.name}[${part.name}]` : part.name;
      return told({ name, in: parameter.in, schema: schema.properties?.[part.name] ?? {} }, part, document);
    });
  }
  const items = schema.type === 'array' || [schema.type].flat().includes('array') ? resolve(document, schema.items ?? {}) : undefined;
  const does = role?.does ?? (parameter.in === 'path' ? 'path' : (BY_NAME.find(([name]) => name.test(parameter.name))?.[1] ?? 'filter'));
  const options = choices(document, items ?? schema);
  const ordered = /^order by (.*)$/.exec(role?.text ?? '')?.[1].split(', ');
  return [
    {
      name: parameter.name,
      in: parameter.in,
      does,
      text: role?.text ?? (parameter.description ?? '').split('\n')[0],
      required: Boolean(parameter.required),
      several: Boolean(items),
      repeats: Boolean(items) && parameter.in === 'query' && (parameter.explode ?? (parameter.style ?? 'form') === 'form'),
      numeric: ['integer', 'number'].includes(schema.type),
      structured: Boolean(items) || schema.type === 'object',
      options: options.length > 0 ? options : (ordered ?? []),
      initial: schema.default,
      example: parameter.example ?? schema.example ?? schema.examples?.[0],
      alias: /\[\]$/.test(parameter.name) && !role,
    },
  ].filter((each) => !each.alias);
}

function choices(document, schema) {
  if (schema.enum) return schema.enum.filter((each) => each !== null).map(String);
  if ([schema.type].flat().includes('boolean')) return ['true', 'false'];
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return parts.flatMap((part) => choices(document, resolve(document, part)));
}

/** What a reference within the document leads to. */
export function resolve(document, part) {
  let found = part;
  for (let i = 0; found?.$ref?.startsWith('#/') && i < 20; i++) {
    found = steps(decodeURIComponent(found.$ref.slice(1))).reduce((value, step) => value?.[step], document);
  }
  return found ?? {};
}

function named(tree, names) {
  const open = [tree];
  for (const each of open) {
    for (const member of each.members ?? []) {
      if (names.includes(member.name)) return member.value;
      open.push(member.value);
    }
  }
  return undefined;
}

function json(value, parameter) {
  if (parameter.numeric) return Number(value);
  if (value === 'true' || value === 'false') return value === 'true';
  if (!parameter.structured) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function pair(name, value) {
  return encodeURIComponent(name) + '=' + encodeURIComponent(value);
}

function address(path, query) {
  return query.length > 0 ? path + '?' + query.join('&') : path;
}
